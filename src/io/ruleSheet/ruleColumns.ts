import { freeText, metricCodec, wordCodec } from './codecs.ts'
import type { Column } from './column.ts'
import { fromCodec, toCodec } from './compoundCodecs.ts'
import { numberCodec, percentCodec, pointsCodec, weightCodec } from './numberCodecs.ts'
import type { ItemColumn, RuleColumn } from './ruleField.ts'
import { kindLayouts, kindWords } from './ruleLayout.ts'
import { directionWords, policyWords, scalingWords } from './words.ts'

const rule = (
  name: RuleColumn,
  title: string,
  codec: Column['codec'],
  width: number,
  about: string,
  aliases?: readonly string[],
): Column => ({ key: `rule:${name}`, title, codec, width, about, aliases })

/** Columns of a rule. Which of them a kind reads stands in `kindLayouts`; the codecs here only shape the cells. */
export const ruleColumns: readonly Column[] = [
  rule(
    'kind',
    'Cách tính',
    wordCodec(kindWords),
    22,
    `một trong ${Object.keys(kindLayouts).length} cách tính; mục có mục con thì để trống`,
    ['Phương pháp tính', 'Cách tính điểm', 'Cách chấm'],
  ),
  rule('metric', 'Số liệu', metricCodec('number'), 26, 'mã số liệu ở trang “Số liệu”'),
  rule('numerator', 'Tử số', metricCodec('count'), 26, 'mã số liệu làm tử số'),
  rule('denominator', 'Mẫu số', metricCodec('count'), 26, 'mã số liệu làm mẫu số'),
  rule('target', 'Mục tiêu (%)', percentCodec, 11, 'đạt từ mức này thì đủ điểm: 80 hoặc 80%', ['Mục tiêu']),
  rule('floor', 'Ngưỡng (%)', percentCodec, 11, 'dưới mức này không có điểm; không có thì để trống', [
    'Ngưỡng',
  ]),
  rule('direction', 'Chiều', wordCodec(directionWords), 18, 'trống: càng cao càng tốt'),
  rule('scaling', 'Cách quy điểm', wordCodec(scalingWords), 26, 'bắt buộc khi mục tiêu khác 100%'),
  rule('whenZero', 'Khi mẫu số bằng 0', wordCodec(policyWords), 15, 'trống: để ngỏ'),
  rule(
    'whenMissing',
    'Khi thiếu số liệu',
    wordCodec(policyWords),
    15,
    'chỉ cách tính “tỷ lệ”; trống: để ngỏ',
  ),
  rule('whenOpen', 'Khi không tính được', wordCodec(policyWords), 15, 'trống: để ngỏ'),
  rule('perUnit', 'Điểm mỗi đơn vị', pointsCodec, 10, 'của cách tính “điểm mỗi đơn vị”'),
  rule('least', 'Thấp nhất', pointsCodec, 10, 'điểm thấp nhất khi trừ, cộng trừ'),
  rule('most', 'Cao nhất', pointsCodec, 10, 'điểm cao nhất khi cộng'),
  rule('base', 'Điểm gốc', pointsCodec, 10, 'của cách tính “cộng trừ điểm”'),
  rule('scaleFrom', 'Thang từ', numberCodec, 9, 'thang của khảo sát, ví dụ 1'),
  rule('scaleTo', 'Thang đến', numberCodec, 9, 'ví dụ 5 hoặc 100'),
  rule(
    'otherwise',
    'Ngoài các bậc',
    pointsCodec,
    10,
    'điểm khi không thuộc bậc nào; trống thì các bậc phải kín',
  ),
  rule('markPercent', '% tại mốc', percentCodec, 10, '% điểm tối đa tại mục tiêu, hoặc của đơn vị kém nhất'),
  rule('others', 'Tham số khác', freeText, 40, 'mỗi dòng trong ô một tham số, dạng “tên: giá trị”'),
]

const item = (
  name: ItemColumn,
  title: string,
  codec: Column['codec'],
  width: number,
  about: string,
): Column => ({ key: `item:${name}`, title, codec, width, about })

const rowWords = [
  ...new Set(Object.values(kindLayouts).flatMap(({ lists }) => lists.map(({ word }) => word))),
]

/** What the rows of bands, options and items are called. */
export const rowWordCodec = wordCodec(Object.fromEntries(rowWords.map(word => [word, [word]])))

export const itemColumns: readonly Column[] = [
  item('label', 'Nhãn', freeText, 32, 'tên mức, đầu việc, biến, trường hợp'),
  item('labelEn', 'Nhãn tiếng Anh', freeText, 24, 'không bắt buộc'),
  item(
    'metric',
    'Số liệu',
    metricCodec('number'),
    28,
    'mã số liệu; đầu việc thì nhiều mã cách nhau bằng dấu chấm phẩy',
  ),
  item('denominator', 'Mẫu số', metricCodec('count'), 24, 'của dòng “cộng tỷ lệ”, tử số ở cột “Số liệu”'),
  item('value', 'Giá trị', numberCodec, 10, 'số người nhập chọn cho mức này'),
  item('from', 'Từ', fromCodec, 10, 'lấy cả số này; ghi “>4” nếu không lấy'),
  item('to', 'Đến', toCodec, 10, 'không lấy số này; ghi “≤5” nếu lấy'),
  item('points', 'Điểm', pointsCodec, 10, 'điểm của mức, bậc, nội dung, mỗi lần cộng hoặc trừ'),
  item(
    'percent',
    'Tỷ trọng (%)',
    weightCodec,
    12,
    '% của phương án, trọng số, hoặc % điểm tối đa mỗi lần trừ',
  ),
  item('when', 'Điều kiện', freeText, 28, 'của dòng “công thức”; trống là luôn đúng'),
  item('expression', 'Công thức', freeText, 36, 'ví dụ done / all * 2'),
]
