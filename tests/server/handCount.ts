import type { MetricValue } from '../../src/model/submission.ts'

// The demonstration rule set once more, counted the way an office would with paper and a calculator: whole
// numbers of hundredths, one line a criterion, nothing of the engine. What it says is held against the screen.

/** Figures of one agency; whoever is not in it is missing. */
export type Figures = ReadonlyMap<string, MetricValue>

/** Hundredths of a point; null: does not apply; "missing": nobody knows. */
export type Hundredths = number | null | 'missing'

type Read = (metricId: string) => number

/** Half a hundredth goes up. */
const roundUp = (top: number, bottom: number) => Math.floor((2 * top + bottom) / (2 * bottom))

/** Points by criterion, for a month that asks for no yearly report. */
export function countByHand(figures: Figures, exempt: ReadonlySet<string>): ReadonlyMap<string, Hundredths> {
  const stateOf = (id: string) => figures.get(id)?.state ?? 'missing'
  const read: Read = id => {
    const value = figures.get(id)
    return value?.state === 'entered' ? Number(value.value) : Number.NaN
  }
  return new Map(
    Object.entries(lines).map(([id, { uses, points }]) => {
      if (exempt.has(id)) return [id, null]
      const asked = uses.filter(metric => stateOf(metric) !== 'notApplicable')
      if (asked.length === 0) return [id, null]
      if (asked.some(metric => stateOf(metric) !== 'entered')) return [id, 'missing']
      return [id, points(read, figures)]
    }),
  )
}

/** Total and maximum of what applies, in hundredths; null where anything is missing. */
export function totalByHand(points: ReadonlyMap<string, Hundredths>): { points: number; max: number } | null {
  let sum = 0
  let max = 0
  for (const [id, value] of points) {
    if (value === 'missing') return null
    if (value === null) continue
    if (id === 'tru-khong-xin-loi') sum -= value
    else sum += value
    max += maxima[id] ?? 0
  }
  return { points: sum, max }
}

const maxima: Readonly<Record<string, number>> = {
  'van-ban-mang': 600,
  'nhiem-vu-giao': 600,
  'bao-cao-dung-han': 600,
  'gui-so-lieu': 400,
  'dvc-toan-trinh': 600,
  'ho-so-truc-tuyen': 1000,
  'nguoi-dung-moi': 200,
  'phi-truc-tuyen': 400,
  'thanh-toan-truc-tuyen': 800,
  'truyen-thong': 400,
  'so-hoa-ho-so': 600,
  'ket-qua-dien-tu': 400,
  'ho-so-dung-han': 700,
  'giai-trinh-cham': 200,
  'ky-luat-tiep-nhan': 300,
  'cat-giam-thong-tin': 200,
  'chung-thuc-dien-tu': 200,
  'phan-anh-dung-han': 500,
  'muc-do-hai-long': 600,
  'cong-khai-cham-muon': 200,
  'trang-thong-tin': 200,
  'minh-chung': 300,
}

/** Full points from a share of the target on, in proportion below. */
const toTarget = (id: string, top: string, bottom: string, percent: number) => ({
  uses: [top, bottom],
  points: (read: Read) => {
    const [n, d, max] = [read(top), read(bottom), maxima[id] ?? 0]
    if (d === 0) return null
    return n * 100 >= d * percent ? max : roundUp(n * 100 * max, d * percent)
  },
})

type Line = {
  readonly uses: readonly string[]
  readonly points: (read: Read, figures: Figures) => Hundredths
}

const lines: Readonly<Record<string, Line>> = {
  'van-ban-mang': toTarget('van-ban-mang', 'vb-xu-ly-mang', 'vb-phai-xu-ly', 80),
  'nhiem-vu-giao': {
    uses: ['nv-giao', 'nv-dung-han', 'nv-tre-han'],
    points: read => {
      const [all, onTime, late] = [read('nv-giao'), read('nv-dung-han'), read('nv-tre-han')]
      if (all === 0) return null
      if ((all - onTime - late) * 5 > all) return 0
      return Math.min(600, roundUp((2 * onTime + late) * 600, 2 * all))
    },
  },
  'bao-cao-dung-han': {
    uses: ['bc-tuan-1', 'bc-tuan-2', 'bc-tuan-3', 'bc-tuan-4', 'bc-thang', 'bc-quy', 'bc-nam'],
    // Weekly, monthly, quarterly and yearly reports weigh the same, as far as they fall into the month.
    points: (read, figures) => {
      const kinds = [
        ['bc-tuan-1', 'bc-tuan-2', 'bc-tuan-3', 'bc-tuan-4'],
        ['bc-thang'],
        ['bc-quy'],
        ['bc-nam'],
      ]
      const asked = kinds.filter(kind => kind.some(id => figures.get(id)?.state !== 'notApplicable'))
      const kept = asked.filter(kind => kind.every(id => read(id) === 1))
      return roundUp(kept.length * 600, asked.length)
    },
  },
  'gui-so-lieu': {
    uses: ['ngay-chot', 'ngay-gui'],
    points: (_, figures) => {
      const day = (id: string) => {
        const value = figures.get(id)
        return value?.state === 'entered' ? value.value : ''
      }
      const late = Math.max(0, workingDays(day('ngay-chot'), day('ngay-gui')) - 3)
      return late < 1 ? 400 : late < 4 ? 200 : 0
    },
  },
  'dvc-toan-trinh': toTarget('dvc-toan-trinh', 'dvc-toan-trinh', 'dvc-du-dieu-kien', 100),
  'ho-so-truc-tuyen': toTarget('ho-so-truc-tuyen', 'hs-truc-tuyen', 'hs-tiep-nhan', 50),
  'nguoi-dung-moi': {
    uses: ['nd-lan-dau', 'hs-truc-tuyen'],
    points: read => {
      const [n, d] = [read('nd-lan-dau'), read('hs-truc-tuyen')]
      if (d === 0) return null
      return n * 100 >= d * 8 ? 200 : n * 100 >= d * 4 ? 100 : 0
    },
  },
  'phi-truc-tuyen': toTarget('phi-truc-tuyen', 'tthc-phi-truc-tuyen', 'tthc-phi', 100),
  'thanh-toan-truc-tuyen': {
    uses: ['tthc-phi-giao-dich', 'tthc-phi-phat-sinh', 'hs-phi-truc-tuyen', 'hs-phi'],
    points: read => {
      const [a, b] = [read('tthc-phi-giao-dich'), read('tthc-phi-phat-sinh')]
      const [c, d] = [read('hs-phi-truc-tuyen'), read('hs-phi')]
      // From 20% (nothing) to 60% (4 points); up to 60% (4 points). Added before they are rounded.
      const first = b === 0 || a * 100 <= b * 20 ? 0 : a * 100 >= b * 60 ? 400 : ((a / b - 0.2) / 0.4) * 400
      const second = d === 0 ? 0 : c * 100 >= d * 60 ? 400 : (c / d / 0.6) * 400
      return Math.floor(first + second + 0.5 + 1e-9)
    },
  },
  'truyen-thong': {
    uses: ['tt-tin-bai', 'tt-hoi-nghi'],
    points: read => {
      const [news, meetings] = [read('tt-tin-bai'), read('tt-hoi-nghi')]
      return Math.max(news >= 10 ? 400 : news >= 5 ? 200 : 0, Math.min(400, meetings * 100))
    },
  },
  'so-hoa-ho-so': {
    uses: ['hs-so-hoa', 'hs-giai-quyet'],
    points: read => {
      const [n, d] = [read('hs-so-hoa'), read('hs-giai-quyet')]
      if (d === 0) return null
      return n * 2 < d ? 0 : Math.min(600, roundUp(n * 600, d))
    },
  },
  'ket-qua-dien-tu': {
    uses: ['hs-kq-dien-tu', 'hs-giai-quyet'],
    points: read => {
      const [n, d] = [read('hs-kq-dien-tu'), read('hs-giai-quyet')]
      if (d === 0) return null
      return n >= d ? 400 : n * 100 >= d * 95 ? 300 : n * 100 >= d * 80 ? 200 : 0
    },
  },
  'ho-so-dung-han': {
    uses: ['hs-qua-han', 'hs-giai-quyet'],
    // 90% on time: nothing, 100%: 7 points.
    points: read => {
      const [late, all] = [read('hs-qua-han'), read('hs-giai-quyet')]
      if (all === 0) return null
      return late * 10 >= all ? 0 : roundUp((all - 10 * late) * 700, all)
    },
  },
  'giai-trinh-cham': {
    uses: ['hs-qua-han-giai-trinh', 'hs-qua-han'],
    points: read => {
      const [n, d] = [read('hs-qua-han-giai-trinh'), read('hs-qua-han')]
      return d === 0 ? 200 : Math.min(200, roundUp(n * 200, d))
    },
  },
  'ky-luat-tiep-nhan': {
    uses: ['hs-bo-sung-lai', 'lan-dat-them'],
    points: read => Math.max(0, 300 - 25 * read('hs-bo-sung-lai') - 150 * read('lan-dat-them')),
  },
  'cat-giam-thong-tin': toTarget('cat-giam-thong-tin', 'tt-cat-giam', 'tt-khai-bao', 20),
  'chung-thuc-dien-tu': toTarget('chung-thuc-dien-tu', 'ct-dien-tu', 'ct-ban-sao', 30),
  'phan-anh-dung-han': {
    uses: ['pakn-dung-han', 'pakn-den-han'],
    // 70% on time: nothing, 100%: 5 points.
    points: read => {
      const [n, d] = [read('pakn-dung-han'), read('pakn-den-han')]
      if (d === 0) return 500
      return n * 10 <= d * 7 ? 0 : n >= d ? 500 : roundUp((10 * n - 7 * d) * 500, 3 * d)
    },
  },
  'muc-do-hai-long': {
    uses: ['ks-rat-hai-long', 'ks-hai-long', 'ks-binh-thuong', 'ks-khong-hai-long'],
    points: read => {
      const [a, b, c, d] = [
        read('ks-rat-hai-long'),
        read('ks-hai-long'),
        read('ks-binh-thuong'),
        read('ks-khong-hai-long'),
      ]
      const all = a + b + c + d
      return all === 0 ? null : roundUp((100 * a + 60 * b + 20 * c) * 6, all)
    },
  },
  'cong-khai-cham-muon': { uses: ['ck-cham-muon'], points: read => read('ck-cham-muon') * 200 },
  'trang-thong-tin': {
    uses: ['tr-danh-muc', 'tr-hoi-dap', 'tr-lich-tiep', 'tr-van-ban-moi'],
    points: read =>
      50 * (read('tr-danh-muc') + read('tr-hoi-dap') + read('tr-lich-tiep') + read('tr-van-ban-moi')),
  },
  'minh-chung': { uses: ['mc-muc-do'], points: read => read('mc-muc-do') * 150 },
  'thuong-sang-kien': { uses: ['sang-kien'], points: read => Math.min(300, read('sang-kien') * 100) },
  'tru-khong-xin-loi': {
    uses: ['hs-qua-han-khong-xin-loi'],
    points: read => Math.min(500, read('hs-qua-han-khong-xin-loi') * 50),
  },
}

/** Mondays to Fridays after the first day up to the second; there is no holiday in the autumn of 2026. */
function workingDays(from: string, to: string): number {
  let days = 0
  for (let at = Date.parse(from) + 86_400_000; at <= Date.parse(to); at += 86_400_000) {
    const day = new Date(at).getUTCDay()
    if (day !== 0 && day !== 6) days += 1
  }
  return days
}

/** Places of scores, the best first: equals share one, and the next place is left out. */
export function placesByHand(
  totals: ReadonlyMap<string, { readonly points: number; readonly max: number }>,
): ReadonlyMap<string, number> {
  const all = [...totals]
  return new Map(
    all.map(([id, own]) => [
      id,
      1 + all.filter(([, other]) => other.points * own.max > own.points * other.max).length,
    ]),
  )
}
