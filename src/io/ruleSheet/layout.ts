import {
  criterionCodec,
  freeText,
  idCodec,
  linesCodec,
  listCodec,
  metricCodec,
  trueCodec,
  wordCodec,
} from './codecs.ts'
import { type Column, column, required, type SheetLayout, type SheetName } from './column.ts'
import { ownRoundingCodec, statesCodec } from './compoundCodecs.ts'
import { generalLayout } from './generalLayout.ts'
import {
  dateCodec,
  exampleValueCodec,
  maximumCodec,
  naturalCodec,
  percentCodec,
  pointsCodec,
} from './numberCodecs.ts'
import { provenanceColumns } from './provenanceColumns.ts'
import { itemColumns, rowWordCodec, ruleColumns } from './ruleColumns.ts'
import {
  aggregationWords,
  assessorWords,
  atTieWords,
  calendarWords,
  directionWords,
  effectWords,
  exampleWords,
  firstWords,
  gradingWords,
  levelWords,
  valueTypeWords,
} from './words.ts'

const idColumn = (of: readonly string[]) =>
  column('id', 'Mã', idCodec, 26, 'mã ổn định không dấu, giữ nguyên qua các năm; trống thì tạo từ tên', {
    slugOf: of,
    isRequired: true,
  })

const names: readonly Column[] = [
  column('nameEn', 'Tên tiếng Anh', freeText, 30, 'không bắt buộc'),
  column('shortName', 'Tên ngắn', freeText, 24, 'nhiều nhất 36 ký tự, dùng cho biểu đồ'),
  column('shortNameEn', 'Tên ngắn tiếng Anh', freeText, 24, 'không bắt buộc'),
]

const provenance = provenanceColumns('provenance', '', true)

const criteria: readonly Column[] = [
  column('code', 'STT', freeText, 8, 'số thứ tự của văn bản: 1, 1.1, I, I.2', {
    isRequired: true,
    aliases: ['TT', 'Số TT', 'Số thứ tự', 'Mục'],
  }),
  column('id', 'Mã', idCodec, 24, 'mã ổn định không dấu, giữ nguyên qua các năm; trống thì tạo từ tên', {
    slugOf: ['shortName', 'name'],
    isRequired: true,
  }),
  column('#parent', 'Mã cha', freeText, 20, 'trống: theo STT (1.1 thuộc 1); “–” là mục cấp cao nhất', {
    aliases: ['Thuộc mục'],
  }),
  column('name', 'Tên tiêu chí', freeText, 50, 'như văn bản ghi', {
    isRequired: true,
    aliases: ['Tiêu chí', 'Nội dung', 'Nội dung tiêu chí', 'Tiêu chí/Tiêu chí thành phần', 'Tên'],
  }),
  column('shortName', 'Tên ngắn', freeText, 24, 'nhiều nhất 36 ký tự, dùng cho biểu đồ'),
  column('maxPoints', 'Điểm tối đa', maximumCodec, 11, 'không văn bản nào nêu thì ghi “không nêu”', {
    isRequired: true,
    aliases: ['Điểm chuẩn', 'Thang điểm', 'Điểm'],
  }),
  column('assessedBy', 'Người chấm', wordCodec(assessorWords), 13, 'tự chấm, khảo sát hay thẩm định'),
  ...ruleColumns,
  ...provenance,
  column('note', 'Ghi chú', freeText, 36, 'không bắt buộc'),
  column(
    'appliesTo',
    'Áp dụng cho',
    listCodec(wordCodec(levelWords)),
    24,
    `trống: mọi cấp; nhiều cấp thì cách nhau bằng dấu chấm phẩy: ${firstWords(levelWords).join('; ')}`,
    { aliases: ['Đối tượng áp dụng', 'Phạm vi áp dụng', 'Đơn vị áp dụng'] },
  ),
  column(
    'judgedStep',
    'Bước điểm thẩm định',
    pointsCodec,
    13,
    'người thẩm định được cho điểm theo từng bước này, ví dụ 0,25; trống: điểm theo cách tính',
  ),
  column('outOfReach', 'Vì sao không tự lấy lại được điểm', freeText, 36, 'trống: đơn vị tự lấy lại được'),
  column('rounding', 'Làm tròn riêng', ownRoundingCodec, 26, 'ví dụ “tỷ lệ: 2 chữ số, nửa làm tròn lên”'),
  column('states', 'Khi không có số liệu (riêng)', statesCodec, 26, 'ví dụ “thiếu: 0 điểm”'),
  column('nameEn', 'Tên tiếng Anh', freeText, 40, 'không bắt buộc'),
  column('shortNameEn', 'Tên ngắn tiếng Anh', freeText, 24, 'nhiều nhất 40 ký tự'),
]

const owner = column(
  '#owner',
  'Thuộc mục',
  freeText,
  32,
  'mã hoặc STT tiêu chí, mã điểm thưởng phạt; thêm “, phần 2” hoặc “, cách hiểu 1” khi dòng thuộc phần ấy',
  { isRequired: true },
)

const order = (title: string) =>
  column('#number', title, naturalCodec, 8, 'đánh số 1, 2, 3… trong cùng một mục', required)

const metrics: readonly Column[] = [
  idColumn(['name']),
  column('name', 'Tên số liệu', freeText, 50, 'đúng như người nộp sẽ thấy', required),
  column('unit', 'Đơn vị tính', freeText, 16, 'ví dụ hồ sơ, TTHC, có/không, %', required),
  column(
    'valueType',
    'Kiểu giá trị',
    wordCodec(valueTypeWords),
    15,
    'số đếm, tỷ lệ %, số thập phân, có/không, ngày, mức chọn',
    required,
  ),
  column('direction', 'Chiều', wordCodec(directionWords), 18, 'không bắt buộc'),
  column('aggregation', 'Cộng từ đơn vị lên tỉnh', wordCodec(aggregationWords), 14, 'trống: số đếm cộng lên'),
  column(
    'isCumulative',
    'Lũy kế',
    trueCodec,
    9,
    '“có” nếu cộng dồn từ đầu năm nên chỉ tăng; trống: số riêng của kỳ',
    { aliases: ['Số lũy kế', 'Cộng dồn'] },
  ),
  column('definition', 'Cách hiểu', freeText, 50, 'không bắt buộc'),
  column('nameEn', 'Tên tiếng Anh', freeText, 40, 'không bắt buộc'),
  column('unitEn', 'Đơn vị tiếng Anh', freeText, 16, 'không bắt buộc'),
]

/** Every sheet of a rule set in workbook order. */
export const layouts: { readonly [Name in SheetName]: SheetLayout } = {
  general: generalLayout,
  criteria: {
    name: 'criteria',
    title: 'Tiêu chí',
    about: 'mỗi dòng một mục: lĩnh vực, tiêu chí, tiêu chí thành phần, theo thứ tự của văn bản',
    columns: criteria,
    frozenColumns: 4,
    isRequired: true,
  },
  items: {
    name: 'items',
    title: 'Bậc và mục',
    about: 'mỗi dòng một bậc, mức, nội dung, phương án… của một cách tính',
    columns: [
      owner,
      column('#row', 'Loại dòng', rowWordCodec, 15, 'trống được khi cách tính chỉ có một loại dòng'),
      ...itemColumns,
    ],
    frozenColumns: 2,
  },
  parts: {
    name: 'parts',
    title: 'Các phần',
    about: 'các phần của “tổng các phần”, “phần cao nhất”, mỗi phần một cách tính',
    columns: [
      owner,
      order('Phần'),
      column('label', 'Nhãn', freeText, 36, 'tên phần', required),
      column('maxPoints', 'Điểm tối đa', pointsCodec, 11, 'của phần', required),
      ...ruleColumns,
      column('labelEn', 'Nhãn tiếng Anh', freeText, 28, 'không bắt buộc'),
    ],
    frozenColumns: 3,
  },
  metrics: {
    name: 'metrics',
    title: 'Số liệu',
    about: 'mỗi dòng một số liệu phải nộp',
    columns: metrics,
    frozenColumns: 2,
  },
  evidence: {
    name: 'evidence',
    title: 'Tài liệu kiểm chứng',
    about: 'mỗi dòng một tài liệu đơn vị phải có để chứng minh một tiêu chí',
    columns: [
      column('#owner', 'Thuộc tiêu chí', freeText, 28, 'mã hoặc STT tiêu chí có cách tính', {
        isRequired: true,
        aliases: ['Tiêu chí'],
      }),
      idColumn(['title']),
      column('title', 'Tên tài liệu', freeText, 60, 'đúng như người nộp sẽ thấy', {
        isRequired: true,
        aliases: ['Tài liệu', 'Tài liệu kiểm chứng', 'Minh chứng'],
      }),
      ...provenance,
      column('titleEn', 'Tên tiếng Anh', freeText, 40, 'không bắt buộc'),
    ],
    frozenColumns: 2,
  },
  bands: {
    name: 'bands',
    title: 'Xếp loại',
    about: 'các mức xếp loại, từ cao xuống; mức cuối từ 0',
    columns: [
      idColumn(['name']),
      column('name', 'Tên mức', freeText, 24, 'ví dụ Xuất sắc', required),
      column(
        'fromPercent',
        'Từ (% điểm tối đa)',
        percentCodec,
        14,
        'lấy cả số này, đến dưới mức trên',
        required,
      ),
      column('aliases', 'Cách gọi khác', linesCodec, 24, 'mỗi cách gọi một dòng trong ô'),
      column('nameEn', 'Tên tiếng Anh', freeText, 24, 'không bắt buộc'),
    ],
  },
  gradings: {
    name: 'gradings',
    title: 'Điều kiện xếp loại',
    about: 'cờ buộc xếp một mức, và tỷ lệ tối đa của một mức',
    columns: [
      column('#row', 'Loại dòng', wordCodec(gradingWords), 14, 'buộc xếp, tối đa', required),
      column('#band', 'Mức', idCodec, 18, 'mã mức ở trang “Xếp loại”', required),
      column('metric', 'Số liệu', metricCodec('flag'), 28, 'của dòng “buộc xếp”: số liệu có/không'),
      column('maxPercent', 'Nhiều nhất (%)', percentCodec, 13, 'của dòng “tối đa”'),
      column('ofBandIds', 'Tính trên các mức', listCodec(idCodec), 24, 'mã các mức làm mẫu số'),
      column('toBandId', 'Rớt xuống mức', idCodec, 18, 'mã mức'),
      column('atTie', 'Bằng điểm ở ranh giới', wordCodec(atTieWords), 18, 'cùng rớt hay cùng ở lại'),
      ...provenance,
    ],
  },
  pools: {
    name: 'pools',
    title: 'Nhóm điểm chung',
    about: 'các tiêu chí chỉ biết điểm tối đa chung',
    columns: [
      idColumn(['shortName', 'name']),
      column('name', 'Tên nhóm', freeText, 40, 'ví dụ Các tiêu chí còn lại', required),
      column(
        'criterionIds',
        'Các tiêu chí',
        listCodec(criterionCodec),
        40,
        'mã hoặc STT, ít nhất hai',
        required,
      ),
      column('maxPoints', 'Điểm tối đa', pointsCodec, 11, 'chung của nhóm', required),
      ...provenance,
      ...names,
    ],
  },
  adjustments: {
    name: 'adjustments',
    title: 'Điểm thưởng, phạt',
    about: 'điểm ngoài cây tiêu chí, mỗi mục có trần',
    columns: [
      idColumn(['name']),
      column('name', 'Tên', freeText, 40, 'như văn bản ghi', required),
      column('effect', 'Loại', wordCodec(effectWords), 10, 'thưởng hay phạt', required),
      column('ceiling', 'Trần', pointsCodec, 10, 'nhiều nhất bao nhiêu điểm', required),
      ...ruleColumns,
      ...provenance,
      column('states', 'Khi không có số liệu (riêng)', statesCodec, 26, 'ví dụ “thiếu: 0 điểm”'),
      column('nameEn', 'Tên tiếng Anh', freeText, 30, 'không bắt buộc'),
    ],
    frozenColumns: 2,
  },
  readings: {
    name: 'readings',
    title: 'Cách hiểu',
    about: 'cách suy ra để giải thích điểm chỉ có số công bố; không dùng để chấm',
    columns: [
      owner,
      order('Cách hiểu'),
      ...ruleColumns,
      column('note', 'Ghi chú', freeText, 50, 'vì sao hiểu như vậy'),
    ],
    frozenColumns: 2,
  },
  calendars: {
    name: 'calendars',
    title: 'Lịch nghỉ',
    about: 'lịch của cách tính “số ngày trễ”: một dòng “lịch”, rồi mỗi dòng một ngày nghỉ hoặc làm bù',
    columns: [
      column('#calendar', 'Mã lịch', idCodec, 20, 'các dòng cùng mã là một lịch', required),
      column('#row', 'Loại dòng', wordCodec(calendarWords), 14, 'lịch, ngày nghỉ, làm bù', required),
      column('name', 'Tên', freeText, 36, 'tên lịch hoặc tên ngày nghỉ'),
      column('from', 'Ngày', dateCodec, 13, 'ngày đầu của lịch, ngày nghỉ hoặc ngày làm bù', required),
      column('to', 'Đến ngày', dateCodec, 13, 'ngày cuối của lịch'),
      ...provenanceColumns('provenance'),
    ],
  },
  examples: {
    name: 'examples',
    title: 'Ví dụ',
    about: 'ví dụ tính tay: một dòng “ví dụ”, rồi số liệu và kết quả phải ra',
    columns: [
      column('#example', 'Mã ví dụ', idCodec, 20, 'các dòng cùng mã là một ví dụ', required),
      column(
        '#row',
        'Loại dòng',
        wordCodec(exampleWords),
        14,
        'ví dụ, số liệu, kỳ trước, điểm công bố, đơn vị khác, kết quả',
        required,
      ),
      column('#peer', 'Đơn vị khác số', naturalCodec, 9, 'của dòng “đơn vị khác”: 1, 2, 3…'),
      column(
        '#of',
        'Mã',
        freeText,
        30,
        'mã số liệu; dòng “kết quả”, “điểm công bố” là mã hoặc STT tiêu chí; kết quả còn có “tổng”',
      ),
      column('#value', 'Giá trị', exampleValueCodec, 14, 'số, ngày, “thiếu”; kết quả còn có “không áp dụng”'),
      column('name', 'Tên ví dụ', freeText, 36, 'của dòng “ví dụ”'),
      column('period', 'Kỳ', freeText, 10, '2026, 2026-Q3, 2026-10 hoặc 2026-10-10'),
      ...provenanceColumns('provenance'),
    ],
  },
}
