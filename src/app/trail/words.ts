import { dictionary } from '../../ui/language.tsx'

export const trailWords = dictionary({
  vi: {
    trail: 'Đường dẫn',
    everyDocument: 'Mọi văn bản',
    hint: 'Bấm một dòng để xem phiếu tính điểm.',
    hintKeys: { find: 'để tìm,', help: 'để xem trợ giúp.' },
    closeHint: 'Đóng lời chỉ dẫn',
  },
  en: {
    trail: 'Breadcrumb',
    everyDocument: 'All documents',
    hint: 'Press a row to see its score receipt.',
    hintKeys: { find: 'to search,', help: 'for help.' },
    closeHint: 'Close this hint',
  },
})
