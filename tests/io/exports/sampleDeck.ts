import type { BarRow, Deck, Slide } from '../../../src/model/deck.ts'
import type { DisplayedTable } from '../../../src/model/displayedTable.ts'
import type { ExportOrigin } from '../../../src/model/exportOrigin.ts'

/** What a file of the sample deck says of itself. */
export const sampleOrigin: ExportOrigin = {
  format: 1,
  kind: 'deck',
  offer: 'deck',
  path: '/present',
  search: { ruleSet: 'par-index-2022', period: '2022', agency: 'tra-vinh' },
  language: 'vi',
  appVersion: '1.0.0',
  madeAt: '2026-11-22T08:30:00+07:00',
  ruleSet: { id: 'par-index-2022', version: '1', sha256: 'ab'.repeat(32) },
  dataHash: 'cd'.repeat(32),
  lines: [
    { label: 'Bộ chỉ số', text: 'PAR Index 2022, bản 1' },
    { label: 'Phạm vi', text: 'Tỉnh Trà Vinh, năm 2022' },
    { label: 'Mã dữ liệu', text: 'cdcdcdcd' },
    { label: 'Lúc làm tệp', text: '22/11/2026 08:30' },
  ],
}

const loss = (
  id: string,
  name: string,
  numbers: readonly [string, string],
  from: number,
  to: number,
): BarRow => ({
  id,
  kind: 'row',
  lead: '',
  name,
  numbers,
  segments: [{ from, to, paint: 'lost', isSure: true }],
  tail: '',
  isStrong: false,
})

const table: DisplayedTable = {
  id: 'waterfall',
  name: 'Thác điểm mất',
  title: 'Điểm mất theo tiêu chí',
  columns: [
    { id: 'name', head: 'Tiêu chí', align: 'left', width: 40 },
    { id: 'points', head: 'Đạt/tối đa', align: 'right', width: 14 },
    { id: 'lost', head: 'Mất', align: 'right', width: 10 },
  ],
  rows: [
    {
      id: '1',
      kind: 'row',
      depth: 0,
      cells: [{ text: 'Hồ sơ trực tuyến toàn trình' }, { text: '0,2734/1,5' }, { text: '−1,2266' }],
    },
    {
      id: '2',
      kind: 'row',
      depth: 0,
      cells: [{ text: 'Trung tâm dữ liệu, điện toán đám mây' }, { text: '0,5/1' }, { text: '−0,5' }],
    },
  ],
  notes: ['Suy ra: tính từ tổng đã công bố.'],
  narrowed: [],
  empty: 'Không mất điểm nào.',
}

/** Points lost, from 13.5 down to 10.1352; every length is points by 13.5. */
export const waterfallSlide: Slide = {
  id: 'waterfall',
  kind: 'waterfall',
  name: 'Thác điểm mất',
  title: 'Hơn một phần ba số điểm mất của Lĩnh vực 7 nằm ở hồ sơ trực tuyến toàn trình',
  body: {
    kind: 'bars',
    scale: '13.5',
    heads: { lead: null, name: 'Tiêu chí thành phần', numbers: ['Đạt/tối đa', 'Mất'], bar: '', tail: null },
    rows: [
      {
        id: 'max',
        kind: 'max',
        lead: '',
        name: 'Điểm tối đa',
        numbers: ['13,5', ''],
        segments: [{ from: 0, to: 1, paint: 'max', isSure: true }],
        tail: '',
        isStrong: false,
      },
      { ...loss('1', 'Hồ sơ trực tuyến toàn trình', ['0,2734/1,5', '−1,2266'], 0.9091, 1), isStrong: true },
      loss('2', 'Trung tâm dữ liệu, điện toán đám mây', ['0,5/1', '−0,5'], 0.8721, 0.9091),
      loss('3', 'Dịch vụ dữ liệu NDXP chính thức', ['0,5333/1', '−0,4667'], 0.8375, 0.8721),
      loss('4', 'TTHC có thanh toán trực tuyến', ['0,29/0,5', '−0,21'], 0.822, 0.8375),
      loss('5', 'Chất lượng thông tin trên Cổng', ['0,7981/1', '−0,2019'], 0.807, 0.822),
      loss('6', 'Hồ sơ thanh toán trực tuyến', ['0,34/0,5', '−0,16'], 0.7952, 0.807),
      loss('7', 'Hệ thống thông tin báo cáo', ['1,4/1,5', '−0,1'], 0.7878, 0.7952),
      {
        ...loss('8', 'Chưa rõ nguyên nhân (8 tiêu chí)', ['6,0004/6,5', '−0,4996'], 0.7508, 0.7878),
        segments: [{ from: 0.7508, to: 0.7878, paint: 'lost', isSure: false }],
        mark: 'inferred',
      },
      {
        id: 'score',
        kind: 'score',
        lead: '',
        name: 'Điểm đạt, hạng 39/63',
        numbers: ['10,1352', '−3,3648'],
        segments: [{ from: 0, to: 0.7508, paint: 'actual', isSure: true }],
        tail: '',
        isStrong: false,
      },
    ],
    lines: [],
  },
  source: 'Kế hoạch 37/KH-STTTT-VP ngày 11/07/2023; phần suy ra được gạch chéo',
  table,
  notes: ['Mở đầu bằng điểm mất lớn nhất.', 'Sẽ hỏi: vì sao chưa rõ nguyên nhân?'],
}

const place = (lead: string, name: string, points: string, share: number, tail: string): BarRow => ({
  id: lead + name,
  kind: 'row',
  lead,
  name,
  numbers: [points],
  segments: [
    { from: 0, to: share, paint: 'actual', isSure: true },
    { from: share, to: 1, paint: 'lost', isSure: true },
  ],
  tail,
  isStrong: lead === '1',
})

export const leagueSlide: Slide = {
  id: 'league',
  kind: 'league',
  name: 'Xếp hạng',
  title:
    'Không đơn vị nào trong 116 đạt mức Tốt, từ 80 điểm; cao nhất là Sở Văn hóa, Thể thao và Du lịch: 76,37',
  body: {
    kind: 'bars',
    scale: '100',
    heads: { lead: '', name: 'Sở, ban, ngành', numbers: ['Điểm/100'], bar: '', tail: 'Xếp loại' },
    rows: [
      place('1', 'Sở Văn hóa, Thể thao và Du lịch', '76,37', 0.7637, 'Khá'),
      place('2', 'Sở Xây dựng', '74,13', 0.7413, 'Khá'),
      place('3', 'Sở Tư pháp', '70,55', 0.7055, 'Khá'),
      place('4', 'Sở Công Thương', '68,16', 0.6816, 'Trung bình'),
      place('5', 'Sở Dân tộc và Tôn giáo', '61,73', 0.6173, 'Trung bình'),
      {
        ...place('6–9', '4 đơn vị chưa nạp số liệu', '', 0, ''),
        kind: 'gap',
        segments: [],
      },
      place('10', 'Sở Khoa học và Công nghệ', '55,43', 0.5543, 'Trung bình'),
      place('11', 'Văn phòng UBND tỉnh', '55,42', 0.5542, 'Trung bình'),
      { ...place('12', 'Sở Giáo dục và Đào tạo', '44,97', 0.4497, 'Yếu'), target: 0.6 },
      {
        ...place(
          '',
          'Ban Quản lý các khu kinh tế và các khu công nghiệp Đắk Lắk',
          '19,85',
          0.1985,
          'không phát sinh',
        ),
        kind: 'idle',
        segments: [
          { from: 0, to: 0.1985, paint: 'idle', isSure: true },
          { from: 0.1985, to: 1, paint: 'idle', isSure: false },
        ],
        mark: 'notIncurred',
      },
    ],
    lines: [
      { at: 0.5, text: '50', isTarget: false },
      { at: 0.7, text: '70', isTarget: false },
      { at: 0.8, text: '80', isTarget: true },
    ],
  },
  source: 'Cổng Dịch vụ công quốc gia 10/10/2026',
  table: null,
  notes: [],
}

const facts: Slide = {
  id: 'headline',
  kind: 'headline',
  name: 'Kết quả',
  title: 'Tỉnh Trà Vinh đạt 10,1352/13,5 điểm, hạng 39/63',
  body: {
    kind: 'facts',
    facts: [
      { label: 'Điểm Lĩnh vực 7', value: '10,1352', of: '13,5', note: '75,08% điểm tối đa' },
      { label: 'Xếp hạng', value: '39', of: '63', note: 'trong các tỉnh, thành phố' },
      { label: 'Hồ sơ trực tuyến', value: '18,23%', note: 'mục tiêu tối thiểu 50%', mark: 'inferred' },
      { label: 'Số liệu còn thiếu', value: '3', mark: 'missing' },
    ],
    remarks: ['Điểm suy ra được ghi “suy ra”.', 'Chưa có số liệu không phải là 0 điểm.'],
  },
  source: 'Quyết định 1148/QĐ-BNV',
  table,
  notes: ['Nói điểm trước, hạng sau.'],
}

const steps = [5, 4, 3, 2, 1, null] as const

const heat: Slide = {
  id: 'heat',
  kind: 'heat',
  name: 'Bảng nhiệt',
  title: 'Thanh toán trực tuyến là nhóm mất nhiều nhất ở 3/6 đơn vị',
  body: {
    kind: 'heat',
    corner: 'Đơn vị',
    columns: [
      'Công khai, minh bạch',
      'Tiến độ giải quyết',
      'Dịch vụ công trực tuyến',
      'Thanh toán trực tuyến',
      'Số hóa hồ sơ',
      'Mức độ hài lòng',
    ],
    rows: ['Sở Xây dựng', 'Sở Tư pháp', 'Ban Quản lý các khu kinh tế và các khu công nghiệp Đắk Lắk'].map(
      (name, row) => ({
        id: String(row),
        name,
        cells: steps.map((_, column) => {
          const step = steps[(row + column) % steps.length] ?? null
          return { text: step === null ? 'thiếu' : `${step * 18}%`, step, isMostLost: step === 1 }
        }),
      }),
    ),
    legend: 'Phần trăm điểm tối đa: dưới 50, từ 50, 70, 80, 90',
  },
  source: 'Cổng Dịch vụ công quốc gia 10/10/2026',
  table: null,
  notes: [],
}

const list: Slide = {
  id: 'actions',
  kind: 'actions',
  name: 'Việc nên làm trước',
  title: 'Ba việc lấy lại 2,1933 điểm',
  body: {
    kind: 'list',
    heads: ['Việc', 'Đơn vị chủ trì', 'Hạn', 'Điểm lấy lại'],
    rows: [
      {
        id: '1',
        cells: [
          'Thêm 1.024 hồ sơ trực tuyến toàn trình trong tổng số 5.617 hồ sơ của năm',
          'Văn phòng UBND tỉnh',
          '30/11/2026',
          '1,2266/1,5',
        ],
      },
      {
        id: '2',
        cells: ['Kết nối dịch vụ dữ liệu NDXP', 'Sở Khoa học và Công nghệ', 'quý IV/2026', '0,4667/1'],
        mark: 'warning',
      },
      {
        id: '3',
        cells: [
          'Chuyển trung tâm dữ liệu lên điện toán đám mây',
          'Sở Khoa học và Công nghệ',
          '31/12/2026',
          '0,5/1',
        ],
      },
    ],
  },
  source: '',
  table: null,
  notes: [],
}

/** Every kind of body once; names and signs that files break on among them. */
export const sampleDeck: Deck = {
  title: 'Tỉnh Trà Vinh, PAR Index 2022',
  language: 'vi',
  frozenAt: '2026-11-21T12:05:00+07:00',
  scope: 'Tỉnh Trà Vinh, PAR Index 2022, Lĩnh vực 7',
  slides: [
    {
      id: 'cover',
      kind: 'cover',
      name: 'Bìa',
      title: 'Kết quả chấm điểm Lĩnh vực 7, PAR Index 2022',
      body: {
        kind: 'cover',
        lines: ['Tỉnh Trà Vinh', 'Năm 2022, đã công bố'],
        warnings: ['Thiếu 3 số liệu', 'Số liệu minh họa'],
      },
      source: '',
      table: null,
      notes: ['Chào.'],
    },
    facts,
    waterfallSlide,
    leagueSlide,
    heat,
    list,
    {
      id: 'sources',
      kind: 'sources',
      name: 'Nguồn',
      title: 'Dấu & < > " \' và chữ dài nhất',
      body: {
        kind: 'text',
        lines: [
          'Quyết định số 766/QĐ-TTg ngày 23/06/2022 & phụ lục <I>',
          '=1+1 là chữ, không phải công thức',
        ],
      },
      source: '',
      table: null,
      notes: ['a < b & c > d'],
    },
  ],
}
