import type { DemoAgency } from './directory.ts'
import { agencies } from './directory.ts'
import type { Month } from './months.ts'
import { between, limited, pick, type Random, randomFor, spread } from './random.ts'

/** What an agency is like: how much it has to do and how well it does it. */
export type Profile = {
  readonly agency: DemoAgency
  /** Dossiers in an ordinary month. */
  readonly volume: number
  /** Documents and case files in an ordinary month. */
  readonly papers: number
  readonly hasFees: boolean
  /** About 0 (poor) to 1 (good) in the first month. */
  readonly quality: number
  /** Added to the quality every month. */
  readonly trend: number
  readonly stories: readonly Story[]
  /** The agency's own stream for a purpose. */
  readonly random: (purpose: string) => Random
}

/** Something that happened to one agency, so that a trend has something to tell. */
type Story = {
  readonly periods: readonly string[]
  /** Added to how well it does in those months. */
  readonly effect: number
  readonly note: string
  /** Its reports were found to be false. */
  readonly isFalse?: true | undefined
}

const stories: Readonly<Record<string, readonly Story[]>> = {
  'mh-xa-thach-minh': [
    {
      periods: ['2026-03', '2026-04'],
      effect: -0.6,
      note: 'Chuyển trụ sở, hệ thống một cửa mất kết nối nhiều ngày trong tháng.',
    },
  ],
  'mh-so-xay-dung': [
    {
      periods: ['2025-03', '2025-04', '2025-05'],
      effect: -0.22,
      note: 'Đang sắp xếp lại bộ máy, dồn hồ sơ của hai đơn vị cũ.',
    },
  ],
  'mh-phuong-ngan-minh': [
    {
      periods: ['2026-05'],
      effect: 0,
      note: 'Kiểm tra đột xuất kết luận số liệu báo cáo không đúng thực tế.',
      isFalse: true,
    },
  ],
}

/** Communes without procedures that charge fees. */
const withoutFees = 14

/** Every agency of the demonstration, in the order of the directory. */
export function profilesOf(seed: number): readonly Profile[] {
  const communes = agencies.filter(agency => agency.level === 'commune')
  const order = communes
    .map(({ id }) => ({ id, draw: randomFor(seed, `${id} fees`)() }))
    .toSorted((a, b) => a.draw - b.draw)
  const free = new Set(order.slice(0, withoutFees).map(({ id }) => id))
  return agencies.map(agency => profileOf(agency, seed, agency.hasFees ?? !free.has(agency.id)))
}

function profileOf(agency: DemoAgency, seed: number, hasFees: boolean): Profile {
  const random = (purpose: string) => randomFor(seed, `${agency.id} ${purpose}`)
  const own = random('profile')
  const volume = agency.volume ?? communeVolume(agency, own)
  const isGrowing = own() < 0.06
  return {
    agency,
    volume,
    papers: Math.round(between(own, 90, 260) + volume * between(own, 0.25, 0.6)),
    hasFees,
    quality: qualityOf(own),
    trend: isGrowing ? between(own, 0.016, 0.024) : between(own, -0.002, 0.009),
    stories: stories[agency.id] ?? [],
    random,
  }
}

/** Wards are busy; a third of the communes are small, some of them very small. */
function communeVolume({ id }: DemoAgency, random: Random): number {
  if (id.startsWith('mh-phuong-')) return Math.round(between(random, 420, 1350))
  return random() < 0.3 ? Math.round(between(random, 3, 28)) : Math.round(between(random, 60, 380))
}

/** Three in ten are good, half middling, two in ten poor. */
function qualityOf(random: Random): number {
  const [low, high] = pick(random, [
    [0.6, 0.84],
    [0.6, 0.84],
    [0.6, 0.84],
    [0.34, 0.6],
    [0.34, 0.6],
    [0.34, 0.6],
    [0.34, 0.6],
    [0.34, 0.6],
    [0.06, 0.32],
    [0.06, 0.32],
  ] as const)
  return between(random, low, high)
}

/** How well an agency does something in a month: about 0 to 1, with a knack of its own and some chance. */
export function levelOf(profile: Profile, { index, season, period }: Month, topic: string): number {
  const knack = spread(profile.random(`knack ${topic}`)) * 0.22
  const chance = spread(profile.random(`${period} ${topic}`)) * 0.08
  return limited(steadyLevel(profile, index) + knack + chance + (season < 0.7 ? -0.05 : 0) + event(), 0, 1.1)

  function event() {
    return profile.stories
      .filter(story => story.periods.includes(period))
      .reduce((sum, story) => sum + story.effect, 0)
  }
}

/** The level of what changes slowly and never falls back by chance: services offered, forms shortened. */
export function slowLevel(profile: Profile, { index }: Month, topic: string): number {
  const knack = spread(profile.random(`knack ${topic}`)) * 0.2
  return limited(steadyLevel(profile, index) + knack, 0, 1.1)
}

function steadyLevel({ quality, trend }: Profile, index: number): number {
  return quality + trend * index
}

/** What happened to an agency in a month. */
export function storyIn({ stories: own }: Profile, { period }: Month): Story | undefined {
  return own.find(story => story.periods.includes(period))
}
