import { writtenDay } from '../../model/period.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { periodText } from '../package/packageReadme.ts'
import { type ReviewManifest, reviewPaths } from './reviewFileFormat.ts'

/** `README.txt`: what the file is, for whoever opens it with something else. */
export function reviewReadme(
  manifest: Omit<ReviewManifest, 'files'>,
  ruleSet: RuleSet,
  { received, originals }: { received: number; originals: number },
): string {
  const { round, period, createdAt, appVersion, madeBy, agencies, lines, reviewers } = manifest
  const line = (name: string, value: string) => `${name}: ${value}`
  const name = (path: string, text: string) => `  ${path.padEnd(22)} ${text}`
  return [
    'TỆP THẨM ĐỊNH (.parboard-review)',
    '',
    line('Đợt', round.name === null ? round.id : `${round.name} (${round.id})`),
    line('Bộ chỉ số', `${ruleSet.title}, phiên bản ${ruleSet.version} (${ruleSet.id})`),
    line('Kỳ', periodText(period)),
    line('Đơn vị phải nộp', String(agencies)),
    line('Sổ ghi', `${lines} dòng`),
    ...reviewers.map(each => `  ${each.name}: ${each.lines} dòng`),
    line('Người xuất tệp', madeBy ?? 'chưa ghi tên'),
    line(
      'Tạo lúc',
      `${writtenDay(createdAt.slice(0, 10))} ${createdAt.slice(11, 16)} giờ quốc tế (UTC), theo đồng hồ của máy tạo tệp`,
    ),
    line('Phần mềm', `ParBoard ${appVersion}`),
    '',
    'Cách mở: mở trang ParBoard, vào “Thẩm định”, bấm “Mở tệp thẩm định”. Trang kiểm tra từng mã băm, nói',
    'tệp mang đến những gì rồi mới nhận. Đợt có sẵn trên máy thì các dòng sổ được ghép lại, không dòng nào mất.',
    'Đây là một tệp nén zip: đổi phần mở rộng thành .zip thì xem được bên trong. Đừng sửa gì bên trong:',
    'sửa một chữ là mã băm không khớp và tệp bị từ chối.',
    '',
    'Trong tệp có:',
    name(reviewPaths.manifest, 'mục lục: tệp này là gì, mã băm SHA-256 của mọi tệp bên trong'),
    name(reviewPaths.round, 'đợt thẩm định: bộ chỉ số, kỳ, các đơn vị phải nộp'),
    name(reviewPaths.ruleSet, 'bộ chỉ số mà đợt chấm theo'),
    name(reviewPaths.ledger, 'sổ ghi: mỗi dòng một việc, có người ghi, giờ, lý do; chỉ thêm, không sửa'),
    ...(received > 0 ? [name('received/', `số liệu đọc được của ${received} hồ sơ đã nhận`)] : []),
    ...(originals > 0
      ? [name('originals/', `${originals} tệp hồ sơ đúng như đơn vị gửi, tên là mã băm của tệp`)]
      : []),
    '',
    'Tên người ghi trong sổ đúng như đã gõ, giờ theo đồng hồ của máy người ghi: phần mềm không kiểm được ai đã gõ.',
    'Mỗi dòng mang mã băm của dòng trước cùng người, nên dòng bị rút hay bị sửa giữa sổ sẽ lộ ra khi mở.',
    'Tệp không có mật khẩu và không có chữ ký số: ai có tệp đều đọc được.',
    '',
  ].join('\n')
}
