import { dictionary } from '../../../ui/language.tsx'

/** Words on the slides themselves. */
export const stageWords = dictionary({
  vi: {
    frozen: (instant: string) => `Số liệu chốt lúc ${instant}`,
    marks: {
      missing: 'thiếu',
      inferred: 'suy ra',
      illustrative: 'số liệu minh họa',
      notIncurred: 'không phát sinh',
      reached: 'đạt',
      warning: 'cần xem',
    },
    mostLost: 'mất nhiều nhất',
    target: (at: string) => `mức kế tiếp: từ ${at}%`,
    noTable: 'Trang này không có bảng số.',
  },
  en: {
    frozen: (instant: string) => `Figures frozen at ${instant}`,
    marks: {
      missing: 'missing',
      inferred: 'inferred',
      illustrative: 'illustrative',
      notIncurred: 'not incurred',
      reached: 'reached',
      warning: 'to be looked at',
    },
    mostLost: 'loses most',
    target: (at: string) => `next grade: from ${at}%`,
    noTable: 'This slide has no table.',
  },
})
