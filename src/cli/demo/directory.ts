import type { Agency, AgencyDirectory } from '../../model/agency.ts'
import type { Provenance, SourceDocument } from '../../model/provenance.ts'

/** Agency of the demonstration with what its figures and papers are made from. */
export type DemoAgency = {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly level: 'department' | 'commune'
  /** Issuer in the number of a paper: "45/BC-SNV". */
  readonly sign: string
  /** Dossiers a month; communes draw theirs. */
  readonly volume?: number | undefined
  readonly hasFees?: false | undefined
}

const provinceId = 'tinh-minh-hoa'
/** Documents the made-up rule sets and figures are cited by. */
export const templateId = 'mau-tinh-cqs'
export const figuresId = 'so-lieu-tinh-minh-hoa'

const departments: readonly (readonly [
  slug: string,
  name: string,
  sign: string,
  volume: number,
  hasFees?: false,
])[] = [
  ['vp-ubnd-tinh', 'Văn phòng UBND tỉnh', 'VPUBND', 14, false],
  ['so-noi-vu', 'Sở Nội vụ', 'SNV', 420],
  ['so-tu-phap', 'Sở Tư pháp', 'STP', 1350],
  ['so-tai-chinh', 'Sở Tài chính', 'STC', 980],
  ['so-cong-thuong', 'Sở Công Thương', 'SCT', 640],
  ['so-nnmt', 'Sở Nông nghiệp và Môi trường', 'SNNMT', 1720],
  ['so-xay-dung', 'Sở Xây dựng', 'SXD', 1460],
  ['so-khcn', 'Sở Khoa học và Công nghệ', 'SKHCN', 130],
  ['so-vhttdl', 'Sở Văn hóa, Thể thao và Du lịch', 'SVHTTDL', 160],
  ['so-gddt', 'Sở Giáo dục và Đào tạo', 'SGDĐT', 310],
  ['so-y-te', 'Sở Y tế', 'SYT', 560],
  ['so-dan-toc-ton-giao', 'Sở Dân tộc và Tôn giáo', 'SDTTG', 18, false],
  ['so-ngoai-vu', 'Sở Ngoại vụ', 'SNgV', 9],
  ['thanh-tra-tinh', 'Thanh tra tỉnh', 'TTr', 4, false],
  ['bql-kcn', 'Ban Quản lý các khu công nghiệp', 'BQLKCN', 85],
  ['bql-kkt', 'Ban Quản lý Khu kinh tế', 'BQLKKT', 60],
  ['tt-phuc-vu-hcc', 'Trung tâm Phục vụ hành chính công tỉnh', 'TTPVHCC', 240, false],
  ['cong-an-tinh', 'Công an tỉnh', 'CAT', 2600],
  ['thue-tinh', 'Thuế tỉnh', 'TT', 1900],
  ['bhxh-tinh', 'Bảo hiểm xã hội tỉnh', 'BHXH', 2100, false],
]

/** Two words that together name a place nobody lives in. */
const firstWords =
  'Trúc Lam Vân Ngân Quỳnh Thạch Hạc Liễu Bạch Nguyệt Phượng Sương Đào Ngọc Mộc Tuyền Hương Diệp Yến Mai'
const secondWords = 'Nham Đàm Trang Dương Lĩnh Điền Lộ Uyên Thanh Minh Tĩnh Nguyên'
const namesEach = 6
/** The first so many names are wards, the rest communes. */
const wards = 28

export const agencies: readonly DemoAgency[] = [
  ...departments.map(
    ([slug, name, sign, volume, hasFees]): DemoAgency => ({
      id: `mh-${slug}`,
      name: `${name}, Tỉnh Minh Họa`,
      shortName: name,
      level: 'department',
      sign,
      volume,
      hasFees,
    }),
  ),
  ...placeNames().map((place, index): DemoAgency => {
    const [kind, slug] = index < wards ? ['phường', 'phuong'] : ['xã', 'xa']
    return {
      id: `mh-${slug}-${unaccented(place)}`,
      name: `UBND ${kind} ${place}, Tỉnh Minh Họa`,
      shortName: `${kind === 'xã' ? 'Xã' : 'Phường'} ${place}`,
      level: 'commune',
      sign: 'UBND',
    }
  }),
]

function placeNames(): readonly string[] {
  const seconds = secondWords.split(' ')
  const all = firstWords
    .split(' ')
    .flatMap((first, row) =>
      Array.from(
        { length: namesEach },
        (_, step) => `${first} ${seconds[(row * 5 + step * 2) % seconds.length]}`,
      ),
    )
  // Every third name in turn, so that names with the same first word are spread over the list.
  return [0, 1, 2].flatMap(turn => all.filter((_, index) => index % 3 === turn))
}

/** Letters without marks, words joined by hyphens. */
export function unaccented(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

function madeUp(note: string): Provenance {
  return { certainty: 'illustrative', source: { documentId: figuresId }, note }
}

/** What `data/agencies.json` says of the province, its agencies and who is compared with whom. */
export function demoDirectory(): AgencyDirectory {
  const province: Agency = {
    id: provinceId,
    code: 'MH',
    name: 'Tỉnh Minh Họa',
    shortName: 'Minh Họa',
    level: 'province',
    aliases: ['UBND Tỉnh Minh Họa'],
    provenance: madeUp('Tỉnh không có thật, đặt ra để trình diễn.'),
    note: 'Tỉnh giả định có 20 sở, ban, ngành và 120 xã, phường, giữ nguyên suốt 24 tháng số liệu.',
  }
  return {
    agencies: [
      province,
      ...agencies.map(
        ({ id, name, shortName, level }, index): Agency => ({
          id,
          code: `MH.${String(index + 1).padStart(3, '0')}`,
          name,
          shortName,
          level,
          parentId: provinceId,
          provenance: madeUp(
            level === 'department'
              ? 'Đơn vị của một tỉnh giả định; cơ cấu theo các sở, ngành thường gặp sau năm 2025.'
              : 'Xã, phường giả định; trùng tên với nơi có thật là ngẫu nhiên.',
          ),
        }),
      ),
    ],
    groups: [
      {
        id: 'minh-hoa-so',
        name: 'Sở, ban, ngành của Tỉnh Minh Họa',
        nameEn: 'Departments of the demonstration province',
        use: 'comparison',
        members: { level: 'department', parentId: provinceId },
        provenance: madeUp('Nhóm so sánh của tỉnh giả định.'),
      },
      {
        id: 'minh-hoa-xa-phuong',
        name: 'Xã, phường của Tỉnh Minh Họa',
        nameEn: 'Communes and wards of the demonstration province',
        use: 'comparison',
        members: { level: 'commune', parentId: provinceId },
        provenance: madeUp('Nhóm so sánh của tỉnh giả định.'),
      },
    ],
  }
}

/** What `data/documents.json` says of the template and of the made-up figures. */
export function demoDocuments(): readonly SourceDocument[] {
  return [
    {
      id: templateId,
      kind: 'example',
      number: null,
      title: 'Mẫu minh họa – điểm số do dự án đặt',
      issuer: 'Dự án ParBoard',
      date: null,
      checkedOn: '2026-11-21',
      read: true,
      note: 'Mẫu để một tỉnh tự xây dựng chỉ số chính quyền số cho sở, xã, phường. Mục tiêu lấy từ các văn bản được dẫn ở từng tiêu chí; điểm, ngưỡng, mức xếp loại do dự án đặt, không cơ quan nào ban hành.',
    },
    {
      id: figuresId,
      kind: 'example',
      number: null,
      title: 'Số liệu minh họa của Tỉnh Minh Họa – sinh bằng chương trình',
      issuer: 'Dự án ParBoard',
      date: null,
      checkedOn: '2026-11-21',
      read: true,
      note: 'Tỉnh, đơn vị, số liệu, minh chứng, ý kiến thẩm định đều do lệnh npm run demo sinh ra từ một số hạt giống cố định, không lấy từ nơi nào có thật.',
    },
  ]
}
