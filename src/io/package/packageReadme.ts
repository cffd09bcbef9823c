import { parsePeriod, writtenDay } from '../../model/period.ts'
import type { Manifest } from './packageFormat.ts'

/** `README.txt`: what the file is, for whoever opens it with something else. */
export function packageReadme(
  manifest: Omit<Manifest, 'files'>,
  hasPrevious: boolean,
  evidence: readonly string[],
): string {
  const { ruleSet, agency, period, createdAt, approval, leftOut, appVersion, engineVersion, answersTo } =
    manifest
  const line = (name: string, value: string) => `${name}: ${value}`
  return [
    answersTo ? 'TỆP GIẢI TRÌNH (.parboard)' : 'TỆP NỘP TỰ CHẤM (.parboard)',
    '',
    ...(answersTo
      ? [
          'Đơn vị trả lời câu hỏi của cơ quan thẩm định. Số liệu và điểm sửa ở đây là đề nghị: người thẩm định quyết.',
          line('Trả lời yêu cầu', answersTo.requestId),
        ]
      : []),
    line('Đơn vị', agency.name === null ? agency.id : `${agency.name} (${agency.id})`),
    line('Bộ chỉ số', `${ruleSet.title}, phiên bản ${ruleSet.version} (${ruleSet.id})`),
    line('Kỳ', periodText(period)),
    line(
      'Người duyệt',
      approval
        ? [approval.name, approval.title, writtenDay(approval.on)].filter(Boolean).join(', ')
        : 'chưa ghi',
    ),
    line('Tạo lúc', madeText(createdAt)),
    line('Phần mềm', `ParBoard ${appVersion}, bộ tính điểm ${engineVersion}`),
    '',
    answersTo
      ? 'Cách mở: mở trang ParBoard, vào “Thẩm định”, thả tệp này vào đợt đã hỏi. Trang kiểm tra từng mã băm, chấm lại'
      : 'Cách mở: mở trang ParBoard, vào “Tự chấm”, chọn tệp này. Trang kiểm tra từng mã băm, chấm lại',
    'và nói rõ nếu có gì khác. Đây là một tệp nén zip: đổi phần mở rộng thành .zip thì xem được bên trong.',
    'Đừng sửa gì bên trong: sửa một chữ là mã băm không khớp và tệp bị từ chối.',
    '',
    'Trong tệp có:',
    '  manifest.json      mục lục: tệp này là gì, mã băm SHA-256 của mọi tệp bên trong',
    '  submission.json    số liệu, minh chứng, giải trình và người duyệt',
    '  rule-set.json      bộ chỉ số đã dùng để chấm',
    '  score-sheet.json   kết quả chấm: từng tiêu chí, từng bước tính',
    ...(hasPrevious ? ['  previous.json      số liệu kỳ trước mà cách tính cần so sánh'] : []),
    ...evidence.map(path => `  ${path}`),
    ...(leftOut.length > 0
      ? [
          '',
          'Tài liệu kiểm chứng không kèm theo, chỉ ghi mã băm (đơn vị giữ tệp):',
          ...leftOut.map(({ name, sha256 }) => `  ${sha256}  ${name}`),
        ]
      : []),
    '',
    'Tệp không có mật khẩu và không có chữ ký số: ai có tệp đều đọc được. Muốn chắc tệp nhận được đúng là tệp đã',
    'gửi thì đọc cho nhau mã băm SHA-256 của cả tệp, trang hiện mã ấy khi xuất và khi mở.',
    '',
  ].join('\n')
}

/** "21/11/2026 09:30 giờ quốc tế (UTC), …" */
export function madeText(createdAt: string): string {
  return `${writtenDay(createdAt.slice(0, 10))} ${createdAt.slice(11, 16)} giờ quốc tế (UTC), theo đồng hồ của máy tạo tệp`
}

/** "tháng 10/2026" */
export function periodText(id: string): string {
  const period = parsePeriod(id)
  switch (period?.kind) {
    case 'month':
      return `tháng ${period.month}/${period.year}`
    case 'quarter':
      return `quý ${period.quarter}/${period.year}`
    case 'date':
      return writtenDay(id)
    default:
      return id
  }
}
