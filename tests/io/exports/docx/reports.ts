import type { DisplayedTable } from '../../../../src/model/displayedTable.ts'
import type { ExportOrigin } from '../../../../src/model/exportOrigin.ts'
import type { Report } from '../../../../src/model/report.ts'

export function aTable(columns = 3, rows = 4): DisplayedTable {
  return {
    id: 'bang',
    name: 'Bảng',
    title: 'Bảng thử',
    columns: Array.from({ length: columns }, (_, index) => ({
      id: `c${index}`,
      head: `Cột ${index + 1}`,
      align: index === 0 ? 'left' : 'right',
      width: index === 0 ? 30 : 12,
    })),
    rows: Array.from({ length: rows }, (_, row) => ({
      id: `r${row}`,
      kind: 'row',
      depth: 0,
      cells: Array.from({ length: columns }, (_, index) => ({ text: `${row + 1}.${index + 1}` })),
    })),
    notes: ['Chú thích của bảng.'],
    narrowed: [],
    empty: 'Không có dòng nào.',
  }
}

export function aReport(changes: Partial<Report> = {}): Report {
  return {
    language: 'vi',
    superior: 'ỦY BAN NHÂN DÂN TỈNH MINH HỌA',
    issuer: 'SỞ NỘI VỤ',
    symbol: 'BC-…',
    place: 'Minh Họa',
    subject: 'Kết quả thực hiện Bộ chỉ số cải cách hành chính tháng 10/2026',
    blocks: [
      { kind: 'text', text: 'Sở Nội vụ báo cáo như sau:' },
      { kind: 'heading', level: 1, text: 'Kết quả' },
      { kind: 'text', text: 'Đạt 65,40/100 điểm.' },
      { kind: 'heading', level: 1, text: 'Điểm mất và nguyên nhân' },
      { kind: 'heading', level: 2, text: 'Tổng hợp' },
      { kind: 'table', table: aTable(), caption: 'Điểm mất theo lĩnh vực' },
      { kind: 'heading', level: 2, text: 'Từng tiêu chí' },
      { kind: 'heading', level: 3, text: 'Tiêu chí 7.1' },
      { kind: 'list', items: ['Mất 1,25/2 điểm', 'Nguyên nhân: ………………………'] },
    ],
    recipients: ['Như trên', 'Lưu: VT'],
    signer: null,
    annexes: [
      { name: 'Phụ lục I', title: 'Bảng điểm chi tiết', table: aTable(3) },
      { name: 'Phụ lục II', title: 'Bảng rộng', table: aTable(14, 60) },
    ],
    warnings: ['Số liệu minh họa'],
    ...changes,
  }
}

export function anOrigin(changes: Partial<ExportOrigin> = {}): ExportOrigin {
  return {
    format: 1,
    kind: 'report',
    offer: 'report',
    path: '/',
    search: { ruleSet: 'mau-tinh-cqs', period: '2026-10', agency: 'mh-so-noi-vu' },
    language: 'vi',
    appVersion: '0.8.0',
    madeAt: '2026-11-22T09:00:00+07:00',
    ruleSet: { id: 'mau-tinh-cqs', version: '1', sha256: 'a'.repeat(64) },
    dataHash: 'b'.repeat(64),
    lines: [
      { label: 'Bộ chỉ số', text: 'Mẫu cơ quan cấp tỉnh, bản 1' },
      { label: 'Kỳ', text: 'tháng 10/2026' },
      { label: 'Mã số liệu', text: 'b'.repeat(12) },
    ],
    ...changes,
  }
}
