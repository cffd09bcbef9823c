import type { WrittenCell } from '../xlsx.ts'
import type { Column } from './column.ts'
import { layouts } from './layout.ts'
import { itemColumns, ruleColumns } from './ruleColumns.ts'
import type { KindLayout, RuleField } from './ruleField.ts'
import { kindLayouts, measureFields } from './ruleLayout.ts'

type GuideRow = readonly [WrittenCell, WrittenCell, WrittenCell]

const opening: readonly GuideRow[] = [
  ['Hướng dẫn điền bộ chỉ số', null, null],
  [
    '',
    'Điền thế nào',
    'Điền trang “Thông tin chung”, rồi trang “Tiêu chí” (mỗi dòng một mục), rồi trang “Số liệu”. Các trang khác chỉ điền khi cần.',
  ],
  [
    '',
    'Cột',
    'Đừng đổi tên trang và tên cột; được đổi thứ tự cột, bỏ cột không dùng, thêm dòng tiêu đề phía trên. Cột lạ không được đọc. Không gộp ô.',
  ],
  [
    '',
    'STT và mục cha',
    'Cây tiêu chí theo STT: 1.1 nằm dưới 1, I.2 nằm dưới I. STT không nói được thì ghi mã mục cha ở cột “Mã cha”; mục cấp cao nhất ghi “–”.',
  ],
  [
    '',
    'Mã',
    'Chữ không dấu, số, dấu chấm, gạch nối. Để trống thì tạo từ tên; nên ghi để giữ nguyên qua các năm.',
  ],
  [
    '',
    'Số',
    'Số lẻ viết dấu phẩy hoặc dấu chấm: 2,5. “1.464” bị từ chối vì đọc được hai cách: ghi 1,464 hoặc 1464. Phần trăm ghi 80 hoặc 80%.',
  ],
  ['', 'Ngày', '31/12/2026.'],
  ['', 'Ô trống', 'Trống không phải là 0. Không văn bản nào nêu điểm tối đa thì ghi “không nêu”.'],
  [
    '',
    'Nguồn',
    'Mỗi dòng ghi mức chắc chắn: “văn bản nêu” (kèm văn bản và chỗ), “suy ra” (kèm ghi chú suy ra thế nào), “minh họa”.',
  ],
  ['', 'Nhiều giá trị', 'Nhiều mã trong một ô cách nhau bằng dấu chấm phẩy.'],
]

/** The guide of the template, made of the same tables that read it: it cannot fall behind them. */
export function guideRows(): readonly GuideRow[] {
  return [...opening, ...sheetRows(), ...kindRows(), ...columnRows()]
}

function sheetRows(): readonly GuideRow[] {
  return [
    ['Các trang', null, null],
    ...Object.values(layouts).map(
      ({ title, about, isRequired }): GuideRow => ['', title, isRequired ? `bắt buộc; ${about}` : about],
    ),
  ]
}

function kindRows(): readonly GuideRow[] {
  return [
    ['Các cách tính', 'Cách tính', 'Nghĩa, cột cần điền, dòng ở trang “Bậc và mục”'],
    ...Object.values(kindLayouts).map((layout): GuideRow => ['', layout.word, kindText(layout)]),
  ]
}

function kindText({ about, fields, lists, hasMeasure }: KindLayout): string {
  const isFree = (field: RuleField) => field.isOptional === true || field.unless !== undefined
  const measured = hasMeasure ? ['“Số liệu”, hoặc “Tử số” và “Mẫu số”'] : []
  const needed = fields.filter(field => !isFree(field)).map(fieldName)
  const optional = fields.filter(field => isFree(field) && !field.group).map(fieldName)
  const zero = hasMeasure ? measureFields.percent.filter(isFree).map(fieldName) : []
  const grouped = fields.filter(({ group }) => group !== undefined).map(fieldName)
  const rows = lists.map(
    list => `“${list.word}” (${list.fields.map(({ at }) => titleOf(itemColumns, `item:${at}`)).join(', ')})`,
  )
  const said = [
    about,
    ...sentence('Cần', [...measured, ...needed]),
    ...sentence('Đúng một trong', grouped),
    ...sentence('Có thể thêm', [...optional, ...zero]),
    ...sentence('Dòng', rows),
  ]
  return `${said.join('. ')}.`
}

function sentence(start: string, parts: readonly string[]): readonly string[] {
  return parts.length === 0 ? [] : [`${start}: ${parts.join('; ')}`]
}

function fieldName({ at, codec }: RuleField): string {
  return typeof at === 'string'
    ? `“${titleOf(ruleColumns, `rule:${at}`)}”`
    : `tham số “${at.other}: ${codec.choices ? codec.choices.join(' / ') : '…'}”`
}

function titleOf(columns: readonly Column[], key: string): string {
  return columns.find(column => column.key === key)?.title ?? key
}

function columnRows(): readonly GuideRow[] {
  return Object.values(layouts)
    .filter(({ name }) => name !== 'general')
    .flatMap(({ name, title, columns }): readonly GuideRow[] => {
      // The columns of a rule are the same on four sheets.
      const own = columns.filter(({ key }) => name === 'criteria' || !key.startsWith('rule:'))
      return [
        [`Trang “${title}”`, 'Cột', 'Điền gì'],
        ...own.map(columnRow),
        ...(own.length < columns.length
          ? [['', 'Các cột cách tính', `như trang “${layouts.criteria.title}”`] as const]
          : []),
      ]
    })
}

function columnRow({ title, about, isRequired, slugOf, codec }: Column): GuideRow {
  const words = codec.choices ? `; chọn: ${codec.choices.join(' | ')}` : ''
  return ['', title, `${isRequired && !slugOf ? 'bắt buộc; ' : ''}${about}${words}`]
}
