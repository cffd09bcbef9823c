import { dictionary } from '../../../ui/language.tsx'

const s = '\u00a0'

/** null: none. */
type Counts = { readonly other: string | null; readonly gone: string | null; readonly fresh: string | null }

const joined = (parts: readonly (string | null)[]) => parts.filter(part => part !== null).join(', ')

export const compareWords = dictionary({
  vi: {
    title: (draft: string) => `${draft}: so với kỳ trước`,
    close: 'Đóng',
    figure: 'Số liệu',
    draft: 'Bản nháp',
    change: 'So với kỳ trước',
    changed: ({ other, gone, fresh }: Counts, all: string) =>
      `Trong ${all}${s}số liệu: ${joined([
        other && `${other}${s}khác kỳ trước`,
        gone && `${gone}${s}chưa nhập`,
        fresh && `${fresh}${s}kỳ trước không có`,
      ])}.`,
    allSame: 'Mọi số liệu như kỳ trước.',
    showAll: 'hiện cả số liệu như kỳ trước',
    changes: { same: 'như kỳ trước', other: 'khác', new: 'kỳ trước không có', gone: 'chưa nhập' },
    states: {
      missing: 'chưa có số liệu',
      notApplicable: 'không áp dụng',
      withheld: 'không công bố',
    },
    isDraft: '(bản nháp trên máy này)',
    empty: 'trống',
    yes: 'có',
    no: 'không',
    loading: 'Đang tải số liệu kỳ trước…',
    failed: 'Không tải được số liệu kỳ trước. Kiểm tra kết nối, đóng rồi mở lại.',
    none: 'Chưa có số liệu kỳ trước của đơn vị theo bộ chỉ số này để so.',
  },
  en: {
    title: (draft: string) => `${draft}: compared with the period before`,
    close: 'Close',
    figure: 'Figure',
    draft: 'Draft',
    change: 'Against the period before',
    changed: ({ other, gone, fresh }: Counts, all: string) =>
      `Of ${all}${s}figures: ${joined([
        other && `${other}${s}differ from the period before`,
        gone && `${gone}${s}not entered`,
        fresh && `${fresh}${s}not there before`,
      ])}.`,
    allSame: 'Every figure is as in the period before.',
    showAll: 'show unchanged figures too',
    changes: { same: 'unchanged', other: 'differs', new: 'not there before', gone: 'not entered' },
    states: { missing: 'no figure yet', notApplicable: 'does not apply', withheld: 'withheld' },
    isDraft: '(a draft of this machine)',
    empty: 'empty',
    yes: 'yes',
    no: 'no',
    loading: 'Loading the figures of the period before…',
    failed:
      'The figures of the period before could not be loaded. Check the connection, close and try again.',
    none: 'There are no figures of an earlier period of this agency and rule set to compare with.',
  },
})

export type CompareWords = (typeof compareWords)['vi']
