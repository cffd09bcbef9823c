import { dictionary } from '../../ui/language.tsx'

/** Words of the frame around every part of a round. */
export const reviewWords = dictionary({
  vi: {
    rounds: 'Các đợt thẩm định',
    round: 'Đợt',
    noRound: 'Máy này không có đợt thẩm định này',
    noRoundHint:
      'Đợt thẩm định nằm trong trình duyệt của máy đã lập nó. Muốn làm tiếp ở đây, xuất tệp thẩm định ở máy kia rồi mở ở danh sách đợt.',
    parts: 'Các phần của đợt thẩm định',
    part: {
      inbox: 'Hồ sơ nhận',
      desk: 'Chấm',
      questions: 'Giải trình',
      summary: 'Tổng hợp',
      remedy: 'Khắc phục',
      ledger: 'Sổ ghi',
    },
    me: 'Người thẩm định',
    meHint:
      'Tên ghi vào từng dòng của sổ. Trang không kiểm được tên này có đúng là người đang làm hay không.',
    askName: 'Ghi họ tên người thẩm định trước khi chấm: chưa có tên thì chưa ghi được vào sổ.',
    saved: 'Đã lưu',
    savedWhere: 'trên máy này',
    saving: 'Đang lưu',
    unsaved: {
      full: 'Ổ đĩa đầy, sổ ghi chưa lưu được',
      blocked: 'Trình duyệt không cho lưu, sổ ghi chỉ còn trên trang đang mở',
      failed: 'Chưa lưu được sổ ghi',
    },
    retry: 'Thử lưu lại',
    scoring: (done: number, of: number) => `Đang chấm ${done}/${of} đơn vị`,
    broken: (name: string, seq: number) =>
      `Sổ ghi của “${name}” không liền mạch ở dòng ${seq}: có dòng bị mất hoặc đã bị sửa.`,
    brokenTwins: (name: string, seq: number) =>
      `Dòng ${seq} trong sổ ghi của “${name}” có hai nội dung khác nhau: một bản sao của sổ đã bị sửa. Trang lấy cùng một bản trên mọi máy; đối chiếu với người ghi.`,
    brokenReading: (file: string, name: string, seq: number) =>
      `Số liệu đi kèm của tệp “${file}” không phải số liệu đã nhận (dòng ${seq} trong sổ ghi của “${name}”) nên không được dùng; nhận lại tệp của đơn vị.`,
  },
  en: {
    rounds: 'Review rounds',
    round: 'Round',
    noRound: 'This machine has no such round',
    noRoundHint:
      'A round lives in the browser of the machine it was made on. To go on here, export the review file there and open it in the list of rounds.',
    parts: 'Parts of the round',
    part: {
      inbox: 'Inbox',
      desk: 'Review',
      questions: 'Explanations',
      summary: 'Results',
      remedy: 'Remedies',
      ledger: 'Ledger',
    },
    me: 'Reviewer',
    meHint: 'Goes into every line of the ledger. The page cannot prove who is typing.',
    askName: 'Type the reviewer’s name first: without one nothing can be written into the ledger.',
    saved: 'Saved',
    savedWhere: 'on this machine',
    saving: 'Saving',
    unsaved: {
      full: 'The disk is full, the ledger is not saved',
      blocked: 'The browser keeps nothing, the ledger is on this open page only',
      failed: 'The ledger could not be saved',
    },
    retry: 'Try again',
    scoring: (done: number, of: number) => `Scoring ${done} of ${of} agencies`,
    broken: (name: string, seq: number) =>
      `The ledger of "${name}" breaks at line ${seq}: a line is missing or was altered.`,
    brokenTwins: (name: string, seq: number) =>
      `Line ${seq} in the ledger of "${name}" has two contents: a copy of the ledger was altered. Every machine reads the same one; ask who wrote it.`,
    brokenReading: (file: string, name: string, seq: number) =>
      `The figures that came for "${file}" are not those received (line ${seq} in the ledger of "${name}") and are not used; receive the agency's file again.`,
  },
})
