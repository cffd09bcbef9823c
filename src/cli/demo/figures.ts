import type { Calendar } from '../../model/ruleSet.ts'
import { afterWorkingDays, type Month, months } from './months.ts'
import { levelOf, type Profile, slowLevel, storyIn } from './profiles.ts'
import { between, countOf, happens, limited, type Random, spread, wholeBetween } from './random.ts'

/** Figures by metric id; what does not apply or was not sent is decided later. */
export type Figures = ReadonlyMap<string, string>

/** Share reached at level 0 and at level 1; the line between them is followed, past 1 a little further. */
const shares = {
  papersOnline: [0.58, 0.99],
  signed: [0.55, 1.0],
  tasksOnTime: [0.5, 0.98],
  lateTasks: [0.35, 0.95],
  endToEnd: [0.5, 1.0],
  online: [0.1, 0.72],
  newcomers: [0.015, 0.13],
  feesPayable: [0.55, 1.02],
  paidOnline: [0.08, 0.7],
  paidProcedures: [0.12, 0.74],
  digitised: [0.38, 0.99],
  electronicResult: [0.62, 1.0],
  late: [0.13, 0.002],
  explained: [0.4, 1.05],
  fieldsCut: [0.03, 0.26],
  certified: [0.02, 0.42],
  petitions: [0.5, 1.02],
} as const

/** Everything one agency counted in one month, of both editions of the template. */
export function figuresOf(profile: Profile, month: Month, calendar: Calendar): Figures {
  const parts = [working, reporting, services, fees, dossiers, forms, listening, openness]
  const figures = parts.flatMap(part => Object.entries(part(profile, month, calendar)))
  return new Map(figures.map(([id, value]) => [id, String(value)]))
}

type Part = Readonly<Record<string, string | number>>

function streamOf({ random }: Profile, { period }: Month, purpose: string): Random {
  return random(`${period} count ${purpose}`)
}

function shareOf(profile: Profile, month: Month, topic: keyof typeof shares, isSlow = false): number {
  const [low, high] = shares[topic]
  const level = isSlow ? slowLevel(profile, month, topic) : levelOf(profile, month, topic)
  return limited(low + (high - low) * level, 0, 1)
}

function isYes(profile: Profile, month: Month, topic: string, low: number, high: number): 0 | 1 {
  const chance = low + (high - low) * levelOf(profile, month, topic)
  return happens(streamOf(profile, month, topic), chance) ? 1 : 0
}

function working(profile: Profile, month: Month): Part {
  const draw = streamOf(profile, month, 'working')
  const papers = Math.round(profile.papers * month.season * between(draw, 0.9, 1.1))
  const outgoing = Math.round(papers * between(draw, 0.22, 0.34))
  const tasks = wholeBetween(draw, 3, profile.agency.level === 'department' ? 26 : 12)
  const onTime = countOf(draw, tasks, shareOf(profile, month, 'tasksOnTime'))
  return {
    'vb-phai-xu-ly': papers,
    'vb-xu-ly-mang': countOf(draw, papers, shareOf(profile, month, 'papersOnline')),
    'vb-di': outgoing,
    'vb-di-ky-so': countOf(draw, outgoing, shareOf(profile, month, 'signed')),
    'nv-giao': tasks,
    'nv-dung-han': onTime,
    'nv-tre-han': countOf(draw, tasks - onTime, shareOf(profile, month, 'lateTasks')),
  }
}

function reporting(profile: Profile, month: Month, calendar: Calendar): Part {
  const report = (name: string, low: number) => isYes(profile, month, `report ${name}`, low, 1)
  const draw = streamOf(profile, month, 'sending')
  const isLate = happens(draw, 0.24 - 0.22 * levelOf(profile, month, 'sending'))
  const days = isLate ? wholeBetween(draw, 4, 10) : wholeBetween(draw, 1, 3)
  return {
    'bc-tuan-1': report('1', 0.86),
    'bc-tuan-2': report('2', 0.86),
    'bc-tuan-3': report('3', 0.86),
    'bc-tuan-4': report('4', 0.86),
    'bc-thang': report('month', 0.75),
    'bc-quy': report('quarter', 0.75),
    'bc-nam': report('year', 0.8),
    'ngay-chot': month.lastDay,
    'ngay-gui': afterWorkingDays(month.lastDay, days, calendar),
  }
}

function services(profile: Profile, month: Month): Part {
  const fixed = profile.random('services')
  const offered = profile.agency.level === 'department' ? wholeBetween(fixed, 12, 96) : 64
  const draw = streamOf(profile, month, 'services')
  const received = receivedIn(profile, month)
  const online = countOf(draw, received, shareOf(profile, month, 'online'))
  return {
    'dvc-du-dieu-kien': offered,
    'dvc-toan-trinh': Math.floor(offered * shareOf(profile, month, 'endToEnd', true)),
    'hs-tiep-nhan': received,
    'hs-truc-tuyen': online,
    'nd-lan-dau': countOf(
      streamOf(profile, month, 'newcomers'),
      online,
      shareOf(profile, month, 'newcomers'),
    ),
    'tk-nop-truc-tuyen': accountsBy(profile, month),
    'tt-tin-bai': Math.round(1 + 10 * levelOf(profile, month, 'news') * between(draw, 0.6, 1.2)),
    'tt-hoi-nghi': Math.round(4.4 * levelOf(profile, month, 'meetings') * between(draw, 0.2, 1.1)),
  }
}

/** Where few come at all, nobody comes in some months. */
function receivedIn(profile: Profile, month: Month): number {
  const draw = streamOf(profile, month, 'received')
  const none = profile.volume < 12 && happens(draw, 0.22)
  return none ? 0 : Math.max(1, Math.round(profile.volume * month.season * (1 + spread(draw) * 0.16)))
}

function accountsBy(profile: Profile, month: Month): number {
  return months.slice(0, month.index + 1).reduce(
    (accounts, each) => {
      const share = 0.001 + 0.026 * levelOf(profile, each, 'accounts')
      return accounts + Math.round(accounts * share * each.season)
    },
    Math.round(40 + profile.volume * 4),
  )
}

function fees(profile: Profile, month: Month): Part {
  const fixed = profile.random('fees')
  const draw = streamOf(profile, month, 'fees')
  const procedures = wholeBetween(fixed, 5, 34)
  const paying = countOf(draw, receivedIn(profile, month), between(fixed, 0.25, 0.6))
  const active = Math.min(paying, countOf(draw, procedures, between(draw, 0.45, 0.8)))
  const paid = countOf(draw, paying, shareOf(profile, month, 'paidOnline'))
  const used = countOf(draw, active, shareOf(profile, month, 'paidProcedures'))
  return {
    'tthc-phi': procedures,
    'tthc-phi-truc-tuyen': Math.floor(procedures * shareOf(profile, month, 'feesPayable', true)),
    'tthc-phi-phat-sinh': active,
    // A procedure was used online when a dossier was paid online, and by no more dossiers than that.
    'tthc-phi-giao-dich': Math.min(paid, Math.max(used, Math.min(1, paid))),
    'hs-phi': paying,
    'hs-phi-truc-tuyen': paid,
  }
}

function dossiers(profile: Profile, month: Month): Part {
  const draw = streamOf(profile, month, 'dossiers')
  const settled = Math.round(receivedIn(profile, month) * between(draw, 0.92, 1.06))
  const late = countOf(draw, settled, shareOf(profile, month, 'late'))
  const level = levelOf(profile, month, 'discipline')
  const sentBack = Math.round(
    limited(5.5 * (1 - level), 0, 9) * draw() * limited(settled / 120 + 0.3, 0.2, 1.4),
  )
  return {
    'hs-giai-quyet': settled,
    'hs-so-hoa': countOf(draw, settled, shareOf(profile, month, 'digitised')),
    'hs-kq-dien-tu': countOf(draw, settled, shareOf(profile, month, 'electronicResult')),
    'hs-qua-han': late,
    'hs-qua-han-giai-trinh': countOf(draw, late, shareOf(profile, month, 'explained')),
    'hs-bo-sung-lai': Math.min(settled, sentBack),
    'lan-dat-them': happens(draw, 0.16 * (1 - level)) ? 1 : 0,
    'hs-qua-han-khong-xin-loi': Math.min(late, countOf(draw, Math.min(late, 12), 0.5 * (1 - level))),
  }
}

function forms(profile: Profile, month: Month): Part {
  const fixed = profile.random('forms')
  const draw = streamOf(profile, month, 'forms')
  const fields = wholeBetween(fixed, 80, 900)
  const copies = Math.round(receivedIn(profile, month) * between(draw, 0.5, 1.4))
  return {
    'tt-khai-bao': fields,
    'tt-cat-giam': Math.floor(fields * shareOf(profile, month, 'fieldsCut', true)),
    'ct-ban-sao': copies,
    'ct-dien-tu': countOf(draw, copies, shareOf(profile, month, 'certified')),
  }
}

function listening(profile: Profile, month: Month): Part {
  const draw = streamOf(profile, month, 'petitions')
  const due = Math.round(limited(profile.volume / 40, 0.4, 26) * between(draw, 0, 1.6))
  const answers = Math.round(limited(profile.volume * 0.12, 3, 160) * between(draw, 0.5, 1.1))
  const level = levelOf(profile, month, 'satisfaction')
  const very = countOf(draw, answers, 0.08 + 0.5 * level)
  const satisfied = countOf(draw, answers - very, 0.5 + 0.36 * level)
  const neither = countOf(draw, answers - very - satisfied, 0.62)
  const hundredths = Math.round(limited(3.05 + 1.65 * level, 1, 5) * 100)
  return {
    'pakn-den-han': due,
    'pakn-dung-han': countOf(draw, due, shareOf(profile, month, 'petitions')),
    'ks-rat-hai-long': very,
    'ks-hai-long': satisfied,
    'ks-binh-thuong': neither,
    'ks-khong-hai-long': answers - very - satisfied - neither,
    'ks-diem-binh-quan': trimmed(hundredths),
  }
}

/** Hundredths as decimal text: 425 is "4.25", 400 is "4". */
function trimmed(hundredths: number): string {
  const [whole, rest] = [Math.floor(hundredths / 100), String(hundredths % 100).padStart(2, '0')]
  const fraction = rest.replace(/0+$/, '')
  return fraction === '' ? String(whole) : `${whole}.${fraction}`
}

function openness(profile: Profile, month: Month): Part {
  const draw = streamOf(profile, month, 'evidence')
  const level = levelOf(profile, month, 'evidence') + spread(draw) * 0.2
  const initiatives = happens(draw, 0.01 + 0.09 * level) ? (happens(draw, 0.15) ? 2 : 1) : 0
  return {
    'ck-cham-muon': isYes(profile, month, 'late list', 0.35, 1),
    'tr-danh-muc': isYes(profile, month, 'website list', 0.6, 1.05),
    'tr-hoi-dap': isYes(profile, month, 'website answers', 0.3, 1),
    'tr-lich-tiep': isYes(profile, month, 'website schedule', 0.6, 1.05),
    'tr-van-ban-moi': isYes(profile, month, 'website news', 0.3, 0.95),
    'mc-muc-do': level > 0.62 ? 2 : level > 0.3 ? 1 : 0,
    'sang-kien': initiatives,
    'bc-sai-su-that': storyIn(profile, month)?.isFalse ? 1 : 0,
  }
}
