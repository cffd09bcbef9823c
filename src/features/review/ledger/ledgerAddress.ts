import { type LedgerAct, type RoundStage, roundStages } from '../../../model/review.ts'
import type { ReviewAddress } from '../reviewProps.ts'

/** Views of the ledger, in the order of their buttons; `trail` is one criterion of one agency. */
export const ledgerViews = ['stages', 'history', 'reviewers'] as const
export type LedgerView = (typeof ledgerViews)[number] | 'trail'

export const actKinds = [
  'decide',
  'withdraw',
  'survey',
  'request',
  'answer',
  'receive',
  'receivedAt',
  'setAside',
  'use',
  'deadline',
  'close',
  'reopen',
  'assign',
  'publish',
  'remedy',
  'taskState',
] as const satisfies readonly LedgerAct['kind'][]

/** Which lines are shown; null: all. */
export type LedgerFilter = {
  readonly agencyId: string | null
  readonly criterionId: string | null
  readonly kind: LedgerAct['kind'] | null
  readonly stage: RoundStage | null
  /** `nameMark` of who wrote. */
  readonly by: string | null
  /** ISO day in Asia/Ho_Chi_Minh. */
  readonly day: string | null
  /** Only lines that do not count. */
  readonly isOut: boolean
  readonly query: string
}

export type LedgerAddress = {
  readonly view: LedgerView
  readonly filter: LedgerFilter
  readonly newestFirst: boolean
}

/** What the address says of the ledger; words nobody knows are passed over. */
export function readLedgerAddress(address: ReviewAddress): LedgerAddress {
  const parts = (address.filter ?? '').split('_')
  const [first] = parts
  const view = first === 'trail' ? 'trail' : (ledgerViews.find(each => each === first) ?? 'stages')
  const said = (name: string) =>
    parts.find(part => part.startsWith(`${name}-`))?.slice(name.length + 1) ?? null
  const kind = said('kind')
  const stage = said('stage')
  const day = said('day')
  const agencyId = address.agency ?? null
  const criterionId = address.criterion ?? null
  return {
    view: view === 'trail' && (agencyId === null || criterionId === null) ? 'history' : view,
    filter: {
      agencyId,
      criterionId,
      kind: actKinds.find(each => each === kind) ?? null,
      stage: roundStages.find(each => each === stage) ?? null,
      by: said('by'),
      day: day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null,
      isOut: parts.includes('out'),
      query: address.q ?? '',
    },
    newestFirst: address.sort !== 'time',
  }
}

/** The address that shows it. */
export function writeLedgerAddress({ view, filter, newestFirst }: LedgerAddress): ReviewAddress {
  const { kind, stage, by, day, isOut } = filter
  const parts = [
    view,
    ...(kind === null ? [] : [`kind-${kind}`]),
    ...(stage === null ? [] : [`stage-${stage}`]),
    ...(by === null ? [] : [`by-${by}`]),
    ...(day === null ? [] : [`day-${day}`]),
    ...(isOut ? ['out'] : []),
  ]
  return {
    filter: parts.length === 1 && view === 'stages' ? undefined : parts.join('_'),
    agency: filter.agencyId ?? undefined,
    criterion: filter.criterionId ?? undefined,
    q: filter.query === '' ? undefined : filter.query,
    sort: newestFirst ? undefined : 'time',
  }
}

/** Eight digits that stand for a name in an address, where a name itself may not. */
export function nameMark(name: string): string {
  let hash = 0x811c9dc5
  for (const sign of name.normalize('NFC'))
    hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}

/** Whether anything is left out. */
export function isFiltered(filter: LedgerFilter): boolean {
  return Object.values(filter).some(value => value !== null && value !== false && value !== '')
}

export const noFilter: LedgerFilter = {
  agencyId: null,
  criterionId: null,
  kind: null,
  stage: null,
  by: null,
  day: null,
  isOut: false,
  query: '',
}
