import { dictionary } from '../../ui/language.tsx'

export const sourcesWords = dictionary({
  vi: {
    title: (count: number) => `${count} văn bản và nguồn số liệu được dẫn`,
    kind: 'Loại',
    kinds: {
      decision: 'Quyết định',
      plan: 'Kế hoạch',
      letter: 'Công văn',
      publication: 'Số liệu công bố',
      guidance: 'Tài liệu hướng dẫn',
      press: 'Báo chí',
    },
    issuer: 'Nơi ban hành',
    date: 'Ngày',
    checkedOn: 'Đối chiếu ngày',
    notRead: 'chưa đọc được bản gốc',
    unknown: 'không nêu',
  },
  en: {
    title: count => `${count} documents and data sources cited`,
    kind: 'Kind',
    kinds: {
      decision: 'Decision',
      plan: 'Plan',
      letter: 'Official letter',
      publication: 'Published data',
      guidance: 'Guidance',
      press: 'Press',
    },
    issuer: 'Issuer',
    date: 'Date',
    checkedOn: 'Checked on',
    notRead: 'original not read yet',
    unknown: 'not given',
  },
})
