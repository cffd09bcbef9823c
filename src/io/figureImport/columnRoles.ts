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

/**
 * What the titles of a row stand for, by column.
 * @param period of the draft: a column named after it holds the values, one named after another does not
 */
export function rolesOf(row: ReadonlyMap<number, string>, period: string): ReadonlyMap<number, ColumnRole> {
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
    else {
      const named = /^(?:ki|thang|qui|nam|so lieu|gia tri|thuc hien|t ?\d|\d)/.test(folded)
        ? periodOfText(title)
        : null
      if (named !== null) found.set(column, named === period ? 'value' : 'known')
    }
  }
  const has = (role: ColumnRole) => [...found.values()].includes(role)
  for (const column of doubtful) found.set(column, has('name') || has('id') ? 'value' : 'name')
  return found
}
