import { type Period, parsePeriod } from '../../model/period.ts'
import { fold } from '../ruleSheet/fold.ts'
import { periodOfText } from './periodText.ts'

/** What a column of somebody's table holds, as far as its title tells. */
export type ColumnRole =
  | 'id'
  | 'code'
  | 'name'
  | 'value'
  | 'numerator'
  | 'denominator'
  | 'claim'
  | 'note'
  | 'state'
  | 'agency'
  | 'agencyCode'
  | 'period'
  /** Known, and of no use here: unit, maximum, the period before. */
  | 'known'

const titles: readonly (readonly [ColumnRole, readonly string[]])[] = [
  ['id', ['mã', 'mã số liệu', 'mã chỉ tiêu', 'mã số', 'id', 'metric', 'metric id']],
  ['code', ['stt', 'tt', 'số tt', 'số thứ tự', 'mã tiêu chí', 'tiêu chí số', 'ký hiệu', 'code']],
  [
    'name',
    [
      'chỉ tiêu',
      'tên',
      'tên chỉ tiêu',
      'tên số liệu',
      'nội dung',
      'tên tiêu chí',
      'tiêu chí',
      'tiêu chí thành phần',
      'tiêu chí, số liệu',
      'chỉ số',
      'chỉ số thành phần',
      'nội dung chỉ tiêu',
      'nội dung tiêu chí',
      'danh mục số liệu',
      'criterion',
      'name',
      'indicator',
    ],
  ],
  [
    'value',
    [
      'giá trị',
      'kỳ này',
      'số liệu kỳ này',
      'kết quả',
      'kết quả thực hiện',
      'thực hiện',
      'số lượng',
      'số liệu báo cáo',
      'số báo cáo',
      'số',
      'số thực hiện',
      'trong kỳ',
      'số trong kỳ',
      'phát sinh trong kỳ',
      'value',
      'figure',
    ],
  ],
  ['numerator', ['tử số', 'tử', 'số liệu tử số', 'giá trị tử số', 'numerator']],
  ['denominator', ['mẫu số', 'mẫu', 'số liệu mẫu số', 'giá trị mẫu số', 'denominator']],
  [
    'claim',
    [
      'điểm tự chấm',
      'tự chấm',
      'điểm tự đánh giá',
      'tự đánh giá',
      'điểm tự chấm của đơn vị',
      'điểm đơn vị tự chấm',
      'claimed points',
    ],
  ],
  ['note', ['ghi chú', 'giải trình', 'lý do', 'diễn giải', 'note', 'notes']],
  ['state', ['trạng thái', 'tình trạng', 'state', 'status']],
  [
    'agency',
    [
      'đơn vị',
      'tên đơn vị',
      'cơ quan',
      'tên cơ quan',
      'cơ quan, đơn vị',
      'xã, phường',
      'địa phương',
      'agency',
    ],
  ],
  ['agencyCode', ['mã đơn vị', 'mã định danh', 'mã cơ quan', 'agency id', 'agency code']],
  ['period', ['kỳ', 'kỳ báo cáo', 'thời gian', 'period']],
  [
    'known',
    [
      'đơn vị tính',
      'đvt',
      'unit',
      'điểm tối đa',
      'tối đa',
      'điểm chuẩn',
      'kỳ trước',
      'số liệu kỳ trước',
      'tháng trước',
      'quý trước',
      'năm trước',
      'lũy kế',
      'lũy kế từ đầu năm',
      'kế hoạch',
      'mục tiêu',
      'tăng, giảm',
      'so với kỳ trước',
      'cùng kỳ',
      'điểm',
      'tỷ lệ',
      'tỷ lệ %',
      'định nghĩa',
      'cách tính',
      'cách tính điểm',
      'điểm thẩm định',
      'thẩm định',
      'tài liệu kiểm chứng',
      'minh chứng',
      'chênh lệch',
    ],
  ],
]

const roles = new Map(titles.flatMap(([role, names]) => names.map(name => [fold(name), role] as const)))
/** "Số liệu" heads the names where figures have a column of their own, and the figures where names have one. */
const figuresOrNames = fold('Số liệu')
const longestTitle = 120

/** "Tháng này" holds the values of a month and is of no use in a quarter. */
const currentTitles: ReadonlyMap<string, Period['kind']> = new Map(
  (
    [
      ['month', ['tháng này', 'trong tháng', 'số liệu tháng này', 'phát sinh trong tháng', 'tháng báo cáo']],
      ['quarter', ['quý này', 'trong quý', 'số liệu quý này', 'phát sinh trong quý', 'quý báo cáo']],
      ['year', ['năm nay', 'năm này', 'trong năm', 'số liệu năm nay', 'phát sinh trong năm', 'năm báo cáo']],
    ] as const
  ).flatMap(([kind, names]) => names.map(name => [fold(name), kind] as const)),
)

/** The period a title names; "Tháng 11" and "Quý 4" are of the year of the draft. */
function periodOfTitle(title: string, folded: string, period: Period | null): string | null {
  const named = periodOfText(title)
  if (named !== null || !period) return named
  const [, month] = /^thang (\d{1,2})$/.exec(folded) ?? []
  if (month !== undefined) return `${period.year}-${month.padStart(2, '0')}`
  return periodOfText(`${title} ${period.year}`)
}

/**
 * What the titles of a row stand for, by column.
 * @param period of the draft: a column named after it holds the values, one named after another does not
 */
export function rolesOf(row: ReadonlyMap<number, string>, period: string): ReadonlyMap<number, ColumnRole> {
  const parsed = parsePeriod(period)
  const found = new Map<number, ColumnRole>()
  const doubtful: number[] = []
  for (const [column, title] of row) {
    if (title.length > longestTitle) continue
    const folded = fold(title)
    // "Giá trị (hồ sơ)", "Tử số (a)", "(5)".
    const bare = fold(title.replace(/\([^)]*\)/g, ' '))
    const role = roles.get(folded) ?? roles.get(bare)
    if (folded === figuresOrNames || bare === figuresOrNames) doubtful.push(column)
    else if (role) found.set(column, role)
    else if (currentTitles.has(bare))
      found.set(column, currentTitles.get(bare) === parsed?.kind ? 'value' : 'known')
    else {
      const named = /^(?:ki|thang|qui|nam|so lieu|gia tri|thuc hien|t ?\d|\d)/.test(folded)
        ? periodOfTitle(title, folded, parsed)
        : null
      if (named !== null) found.set(column, named === period ? 'value' : 'known')
    }
  }
  const has = (role: ColumnRole) => [...found.values()].includes(role)
  for (const column of doubtful) found.set(column, has('name') || has('id') ? 'value' : 'name')
  return found
}
