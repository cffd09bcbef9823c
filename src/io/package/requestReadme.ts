import { walkCriteria } from '../../model/criteria.ts'
import type { ReviewRequest } from '../../model/review.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { madeText, periodText } from './packageReadme.ts'
import type { RequestManifest } from './requestFormat.ts'

const hours = 7 * 3_600_000

/** `README.txt`: what the file is and what it asks, for whoever opens it with something else. */
export function requestReadme(
  { ruleSet, agency, period, createdAt, appVersion }: Omit<RequestManifest, 'files'>,
  { by, dueAt, questions, id }: ReviewRequest,
  rules: RuleSet,
  hasPrevious: boolean,
): string {
  const line = (name: string, value: string) => `${name}: ${value}`
  const names = new Map([
    ...walkCriteria(rules).map(
      ({ criterion }) => [criterion.id, `${criterion.code} ${criterion.name}`] as const,
    ),
    ...(rules.adjustments ?? []).map(each => [each.id, each.name] as const),
  ])
  return [
    'TỆP YÊU CẦU GIẢI TRÌNH (.parboard)',
    '',
    line('Gửi đơn vị', agency.name === null ? agency.id : `${agency.name} (${agency.id})`),
    line('Bộ chỉ số', `${ruleSet.title}, phiên bản ${ruleSet.version} (${ruleSet.id})`),
    line('Kỳ', periodText(period)),
    line('Người hỏi', by === '' ? 'chưa ghi' : by),
    line('Trả lời trước', dueAt === null ? 'không ghi thời hạn' : vietnamTime(dueAt)),
    line('Mã yêu cầu', id),
    line('Tạo lúc', madeText(createdAt)),
    line('Phần mềm', `ParBoard ${appVersion}`),
    '',
    `Câu hỏi (${questions.length}):`,
    ...questions.map(
      ({ criterionId, question }, index) =>
        `  ${index + 1}. ${names.get(criterionId) ?? criterionId}: ${question.replace(/\s+/g, ' ').trim()}`,
    ),
    '',
    'Cách trả lời: mở trang ParBoard, vào “Tự chấm”, chọn tệp này. Biểu chỉ mở các mục được hỏi; ghi giải trình,',
    'sửa số liệu nếu cần, thêm tài liệu kiểm chứng, rồi xuất tệp giải trình và gửi lại cơ quan thẩm định.',
    'Đừng sửa gì bên trong: sửa một chữ là mã băm không khớp và tệp bị từ chối.',
    '',
    'Trong tệp có:',
    '  manifest.json      mục lục: tệp này là gì, mã băm SHA-256 của mọi tệp bên trong',
    '  request.json       ai hỏi, hỏi gì, trả lời trước lúc nào',
    '  submission.json    hồ sơ tự chấm như cơ quan thẩm định đã nhận',
    '  rule-set.json      bộ chỉ số dùng để chấm',
    ...(hasPrevious ? ['  previous.json      số liệu kỳ trước mà cách tính cần so sánh'] : []),
    '',
    'Tệp không có mật khẩu và không có chữ ký số: tên người hỏi là tên tự ghi. Muốn chắc tệp đến từ cơ quan thẩm định',
    'thì hỏi lại và đọc cho nhau mã băm SHA-256 của cả tệp.',
    '',
  ].join('\n')
}

/** "17 giờ 00 ngày 28/11/2026 (giờ Việt Nam)", whatever offset the instant is written with. */
function vietnamTime(instant: string): string {
  const time = Date.parse(instant)
  if (Number.isNaN(time)) return instant
  const [day = '', clock = ''] = new Date(time + hours).toISOString().split('T')
  const [year, month, date] = day.split('-')
  return `${clock.slice(0, 2)} giờ ${clock.slice(3, 5)} ngày ${date}/${month}/${year} (giờ Việt Nam)`
}
