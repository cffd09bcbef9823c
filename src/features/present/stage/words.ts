import { dictionary } from '../../../ui/language.tsx'

const nbsp = '\u00a0'

/** Words on the slides themselves. */
export const stageWords = dictionary({
  vi: {
    frozen: (time: string, day: string) => `Số liệu chốt lúc ${time}${nbsp}${day}`,
    marks: {
      missing: 'thiếu',
      inferred: 'suy ra',
      illustrative: 'số liệu minh họa',
      notIncurred: 'không phát sinh',
      reached: 'đạt',
      warning: 'cần xem',
    },
    mostLost: 'mất nhiều nhất',
    noTable: 'Trang này không có bảng số.',
  },
  en: {
    frozen: (time: string, day: string) => `Figures frozen at ${time}${nbsp}${day}`,
    marks: {
      missing: 'missing',
      inferred: 'inferred',
      illustrative: 'illustrative',
      notIncurred: 'not incurred',
      reached: 'reached',
      warning: 'to be looked at',
    },
    mostLost: 'loses most',
    noTable: 'This slide has no table.',
  },
})
