import type { BarRow, Deck, Slide } from '../../src/model/deck.ts'
import type { DisplayedTable } from '../../src/model/displayedTable.ts'

const longName = 'Ban Quản lý các khu kinh tế và các khu công nghiệp Đắk Lắk'

/** A table behind a chart: a group, a long name, a figure that is missing, a gap and a total. */
export function sampleTable(id: string, rows = 4): DisplayedTable {
  return {
    id,
    name: 'Điểm mất',
    title: 'Điểm mất theo tiêu chí',
    columns: [
      { id: 'code', head: 'STT', align: 'left', width: 6 },
      { id: 'name', head: 'Tiêu chí', align: 'left', width: 44 },
      { id: 'self', above: 'Điểm', head: 'Tự chấm', align: 'right', width: 10 },
      { id: 'done', above: 'Điểm', head: 'Thẩm định', align: 'right', width: 10 },
    ],
    rows: [
      {
        id: 'I',
        kind: 'group',
        depth: 0,
        cells: [{ text: 'I' }, { text: 'Công khai, minh bạch' }, { text: '11,85' }, { text: '11,85' }],
      },
      ...Array.from({ length: rows }, (_, at) => ({
        // As the rows of its chart.
        id: `w${at}`,
        kind: 'row' as const,
        depth: 1,
        cells: [
          { text: `1.${at + 1}` },
          { text: at === 0 ? longName : `Tỷ lệ thủ tục công bố đúng hạn, mục ${at + 1}` },
          { text: at === 1 ? 'thiếu' : '0,00' },
          { text: 'suy ra 5,75' },
        ],
      })),
      { id: 'gap', kind: 'gap', depth: 0, cells: [{ text: '4 đơn vị chưa nạp số liệu' }] },
      {
        id: 'total',
        kind: 'total',
        depth: 0,
        cells: [{ text: '' }, { text: 'Tổng' }, { text: '11,85' }, { text: '17,60' }],
      },
    ],
    notes: ['“suy ra”: tính ngược từ điểm công bố.'],
    narrowed: [],
    empty: 'Không có tiêu chí nào.',
  }
}

function row(id: string, name: string, numbers: readonly string[], more: Partial<BarRow> = {}): BarRow {
  return { id, kind: 'row', lead: '', name, numbers, segments: [], tail: '', isStrong: false, ...more }
}

function slide(id: string, kind: Slide['kind'], name: string, title: string, body: Slide['body']): Slide {
  return {
    id,
    kind,
    name,
    title,
    body,
    source: 'Nguồn: Kế hoạch 37/KH-STTTT-VP ngày 11/07/2023.',
    table: body.kind === 'cover' || body.kind === 'text' ? null : sampleTable(id),
    notes: ['Nói trước: đây là số liệu thử.', 'Sẽ hỏi: vì sao mất điểm ở hồ sơ trực tuyến toàn trình?'],
  }
}

/** Falls from a maximum to a score; where the losses hang decides whether the words stand over the bars. */
function waterfall(id: string, score: number): Slide {
  const step = (1 - score) / 4
  const fall = (at: number, name: string, loss: string, more: Partial<BarRow> = {}): BarRow =>
    row(`w${at}`, name, [`0,${at}734/1,5`, loss], {
      segments: [{ from: 1 - step * at, to: 1 - step * (at - 1), paint: 'lost', isSure: true }],
      receiptId: `c${at}`,
      ...more,
    })
  return slide(
    id,
    'waterfall',
    'Thác điểm mất',
    'Hơn một phần ba số điểm mất của Lĩnh vực 7 nằm ở hồ sơ trực tuyến toàn trình',
    {
      kind: 'bars',
      heads: {
        lead: null,
        name: 'Tiêu chí thành phần',
        numbers: ['Đạt/tối đa', 'Mất'],
        bar: 'Thang 0–13,5',
        tail: null,
      },
      rows: [
        row('max', 'Điểm tối đa', ['13,5', ''], {
          kind: 'max',
          segments: [{ from: 0, to: 1, paint: 'max', isSure: true }],
        }),
        fall(1, 'Hồ sơ trực tuyến toàn trình', '−1,2266', { isStrong: true }),
        fall(2, longName, '−0,5'),
        fall(3, 'Chưa rõ nguyên nhân (8 tiêu chí)', '−0,4996', {
          mark: 'inferred',
          segments: [{ from: 1 - step * 3, to: 1 - step * 2, paint: 'lost', isSure: false }],
        }),
        fall(4, 'Thiếu số liệu', '0–1,5', {
          mark: 'missing',
          segments: [{ from: score, to: 1 - step * 3, paint: 'open', isSure: false }],
        }),
        row('score', 'Điểm đạt, hạng 39/63', ['10,1352', '−3,3648'], {
          kind: 'score',
          segments: [{ from: 0, to: score, paint: 'actual', isSure: true }],
          receiptId: 'total',
        }),
      ],
      lines: [],
    },
  )
}

const league = slide(
  'league',
  'league',
  'Xếp hạng',
  'Không đơn vị nào trong 116 đạt mức Tốt, từ 80 điểm; cao nhất là Sở Văn hóa, Thể thao và Du lịch: 76,37',
  {
    kind: 'bars',
    heads: { lead: 'Hạng', name: 'Sở, ban, ngành', numbers: ['Điểm/100'], bar: '', tail: 'Xếp loại' },
    lines: [
      { at: 0.5, text: '50', isTarget: false },
      { at: 0.7, text: '70', isTarget: false },
      { at: 0.8, text: '80', isTarget: true },
    ],
    rows: [
      ...[76.37, 74.13, 70.55, 68.16, 61.73].map((points, at) =>
        row(
          `l${at}`,
          at === 3 ? longName : 'Sở Văn hóa, Thể thao và Du lịch',
          [points.toFixed(2).replace('.', ',')],
          {
            lead: String(at + 1),
            tail: at < 3 ? 'Khá' : 'Trung bình',
            isStrong: at === 0,
            segments: [
              { from: 0, to: points / 100, paint: 'actual', isSure: true },
              { from: points / 100, to: 1, paint: 'lost', isSure: at !== 2 },
            ],
            agencyId: 'h15-01',
          },
        ),
      ),
      row('gap', '4 đơn vị chưa nạp số liệu', [''], { kind: 'gap', lead: '6–9', mark: 'missing' }),
      row('idle', 'Công an tỉnh', ['7,85'], {
        kind: 'idle',
        mark: 'notIncurred',
        tail: 'không phát sinh',
        segments: [{ from: 0, to: 0.0785, paint: 'idle', isSure: false }],
      }),
    ],
  },
)

const slides: readonly Slide[] = [
  slide('cover', 'cover', 'Trang đầu', `${longName}: Bộ chỉ số 766`, {
    kind: 'cover',
    lines: ['Kỳ 10/10/2026 · Cổng Dịch vụ công quốc gia công bố', 'Số liệu chốt lúc 09:15 22/11/2026'],
    warnings: ['Số liệu minh họa', 'Thiếu 3 số liệu: điểm là khoảng từ … đến …'],
  }),
  slide('headline', 'headline', 'Kết quả chung', 'Đạt 10,1352/13,5 điểm (75,08%), hạng 39/63', {
    kind: 'facts',
    facts: [
      { label: 'Điểm đạt', value: '10,1352', of: '13,5', receiptId: 'total' },
      { label: 'Tỷ lệ', value: '75,08%', note: 'suy ra từ điểm', mark: 'inferred' },
      { label: 'Xếp hạng', value: '39', of: '63', note: 'do nguồn công bố' },
    ],
    remarks: ['Đối chiếu với số công bố: lệch ở 1 chỗ'],
  }),
  waterfall('waterfall', 0.75),
  waterfall('waterfall.2', 0.3),
  league,
  slide('heat', 'heat', 'Bảng nhiệt', `Mất nhiều nhất ở số hóa hồ sơ; ${longName} thấp nhất`, {
    kind: 'heat',
    corner: 'Đơn vị',
    columns: ['Công khai', 'Tiến độ', 'Trực tuyến', 'Thanh toán', 'Số hóa', 'Hài lòng'],
    rows: [longName, 'Sở Nội vụ', 'UBND xã Liên Sơn Lắk'].map((name, at) => ({
      id: `h${at}`,
      name,
      agencyId: 'h15-01',
      cells: ([1, 2, 3, 4, 5, null] as const).map(step => ({
        text: step === null ? 'thiếu' : String(40 + step * 11),
        step,
        isMostLost: step === 1 && at === 0,
      })),
    })),
    legend: 'Phần trăm điểm tối đa: dưới 50, 50–70, 70–80, 80–90, từ 90; ▼ nhóm mất nhiều nhất',
  }),
  slide('actions', 'actions', 'Việc nên làm trước', 'Ba việc được 1,9 điểm', {
    kind: 'list',
    heads: ['Việc', 'Đơn vị', 'Hạn'],
    rows: [
      {
        id: 'a1',
        cells: ['Thêm 1.464 hồ sơ nộp trực tuyến toàn trình', longName, '30/11/2026'],
        mark: 'warning',
        receiptId: 'c1',
      },
      { id: 'a2', cells: ['Số hóa 120 hồ sơ', 'Sở Tư pháp', '15/12/2026'], mark: 'reached' },
    ],
  }),
  slide('sources', 'sources', 'Nguồn', 'Số liệu lấy từ ba văn bản', {
    kind: 'text',
    lines: ['Quyết định số 766/QĐ-TTg ngày 23/06/2022', 'Kế hoạch 37/KH-STTTT-VP ngày 11/07/2023'],
  }),
]

/** A deck with every kind of slide. */
export const sampleDeck: Deck = {
  title: 'Tỉnh Trà Vinh: PAR Index 2022',
  language: 'vi',
  frozenAt: '2026-11-22T09:15:00+07:00',
  scope: 'Tỉnh Trà Vinh · PAR Index 2022, Lĩnh vực 7',
  slides,
}
