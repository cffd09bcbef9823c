/** Words that may be chosen for a figure that is not there, in the order of the list. */
export const stateWords = {
  entered: 'Có số liệu',
  missing: 'Chưa có số liệu',
  notApplicable: 'Không áp dụng',
  withheld: 'Không công bố',
} as const

/** Words of the sheet. It goes to clerks and comes back, so it is in Vietnamese whatever the page speaks. */
export const sheetWords = {
  legend:
    'Chỉ nhập vào ô nền vàng. Không phát sinh thì ghi 0; ô trống là thiếu số liệu, không phải 0. Không có số liệu thì chọn ở cột Trạng thái và ghi lý do. Điểm tự tính khi nhập. Xong thì lưu tệp và nạp lại vào ParBoard.',
  heads: {
    code: 'Mã số',
    name: 'Tiêu chí / số liệu',
    unit: 'Đơn vị tính',
    value: 'Giá trị',
    state: 'Trạng thái',
    reason: 'Lý do không có số liệu hoặc không áp dụng',
    maximum: 'Điểm tối đa',
    points: 'Điểm (hoặc từ)',
    upTo: 'đến',
    claim: 'Điểm tự chấm',
    claimReason: 'Căn cứ tự chấm',
    explanation: 'Giải trình',
    how: 'Cách chấm, cách hiểu số liệu',
  },
  total: 'TỔNG ĐIỂM',
  sameAs: 'lấy từ dòng trên',
  titles: {
    count: 'Số nguyên',
    percent: 'Tỷ lệ %',
    number: 'Số',
    flag: 'Có hoặc không',
    option: 'Chọn một mức',
    date: 'Ngày',
  },
  hints: {
    count: (unit: string) => `Số nguyên không âm, đơn vị: ${unit}.`,
    percent: 'Từ 0 đến 100. 45,5 % thì ghi 45,5 (không ghi dấu %).',
    number: (unit: string) => `Số, đơn vị: ${unit}.`,
    flag: 'Chọn Có hoặc Không.',
    option: 'Chọn trong danh sách.',
    date: 'Ghi ngày/tháng/năm, ví dụ 05/03/2026.',
  },
  refusals: {
    count: 'Ô này nhận số nguyên không âm, không ghi dấu chấm hay dấu phẩy ngăn hàng nghìn.',
    percent: 'Ô này nhận số từ 0 đến 100; 45,5 % thì ghi 45,5.',
    number: 'Ô này nhận số.',
    list: 'Chọn trong danh sách của ô.',
    date: 'Ô này nhận ngày, ví dụ 05/03/2026.',
    claim: (most: string) => `Điểm tự chấm từ 0 đến ${most}.`,
  },
  stateTitle: 'Trạng thái',
  stateHint: 'Để trống khi đã ghi giá trị. Chưa có hoặc không áp dụng thì chọn và ghi lý do ở ô bên.',
  exemptHint: 'Chọn “Không áp dụng” khi cả tiêu chí không áp dụng cho đơn vị, và ghi lý do ở ô bên.',
  claimTitle: 'Điểm tự chấm',
  claimHint: 'Điểm đơn vị tự chấm cho tiêu chí này. Để trống thì lấy điểm tính từ số liệu.',
  footer: '&LBiểu tự chấm&RTrang &P/&N',
  lists: { states: 'Trạng thái số liệu', exempt: 'Trạng thái tiêu chí', flags: 'Có hoặc không' },
  steps: { label: 'Bước tính', formula: 'Kết quả', days: 'Ngày' },
} as const
