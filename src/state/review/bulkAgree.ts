import { isSettled } from '../../model/exact.ts'
import type { Form, FormItem } from '../../model/form.ts'
import type { LedgerAct, LedgerEntry } from '../../model/review.ts'
import type { ReviewedAgency, ReviewItem } from '../../model/roundState.ts'
import type { EvidenceItem } from '../../model/submission.ts'
import { inSlices } from './inSlices.ts'
import type { OpenRound } from './openRound.ts'
import type { ReviewView } from './reviewView.ts'
import { decideAct } from './verdicts.ts'

/** Which items are agreed to at once. */
export type BulkScope =
  | { readonly kind: 'agency'; readonly agencyId: string }
  /** Of every agency of the round. */
  | { readonly kind: 'leaf'; readonly nodeId: string }
  | { readonly kind: 'area'; readonly areaId: string }

/** What agreeing at once would do. */
export type BulkPlan = {
  readonly agencies: readonly { readonly agencyId: string; readonly nodeIds: readonly string[] }[]
  readonly count: number
  /** Open items in reach that somebody has to look at alone. */
  readonly left: number
}

/**
 * Whether nothing about an item asks for an eye: nobody said anything yet, its points are known, the checks found
 * nothing, every document the rules ask for is there, and the agency claims nothing but what its figures make.
 */
export function isPlain(
  item: ReviewItem,
  { requiredEvidence }: Pick<FormItem, 'requiredEvidence'>,
  evidence: readonly EvidenceItem[],
): boolean {
  const { standing, claimed, computed } = item
  if (item.status !== 'open' || item.isDone || item.exempt !== null || item.freedom.kind === 'survey')
    return false
  if (standing === null || !isSettled(standing) || item.findings.length > 0) return false
  const isAsClaimed =
    claimed === null || computed === null || (isSettled(computed) && computed.to === claimed)
  return (
    isAsClaimed && requiredEvidence.every(({ id }) => evidence.some(({ requiredId }) => requiredId === id))
  )
}

/** Looks for everything in reach that can be agreed to without looking at it alone. */
export function planBulk(
  review: Pick<ReviewView, 'agencies' | 'formOf'>,
  scope: BulkScope,
  isWanted: (areaId: string, nodeId: string) => boolean = () => true,
): BulkPlan {
  const inReach =
    scope.kind === 'agency'
      ? [review.agencies.get(scope.agencyId)].filter(each => each !== undefined)
      : [...review.agencies.values()]
  let left = 0
  const agencies = inReach.flatMap(agency => {
    const items = itemsIn(review.formOf(agency.agencyId), scope).filter(({ areaId, item }) =>
      isWanted(areaId, item.nodeId),
    )
    const evidence = evidenceOf(agency)
    const nodeIds = items.flatMap(({ item }) => {
      const reviewed = agency.items.get(item.nodeId)
      if (!reviewed) return []
      if (isPlain(reviewed, item, evidence.get(item.nodeId) ?? [])) return [item.nodeId]
      const isDecidable = reviewed.freedom.kind !== 'survey' && item.notForLevel === null
      if (reviewed.status === 'open' && !reviewed.isDone && isDecidable) left += 1
      return []
    })
    return nodeIds.length === 0 ? [] : [{ agencyId: agency.agencyId, nodeIds }]
  })
  return { agencies, count: agencies.reduce((sum, { nodeIds }) => sum + nodeIds.length, 0), left }
}

/** Lines that are written at a time: few enough that the page stays free between them. */
export const bulkChunk = 200

/**
 * Writes the lines of a plan, in chunks that leave the page its turns.
 * @param append adds lines to the ledger and hands them back, none where it cannot; told whether chunks came before
 * @returns lines that were written; fewer than planned where the ledger took no more
 */
export async function writeBulk(
  { open, review }: { readonly open: OpenRound; readonly review: ReviewView },
  plan: BulkPlan,
  append: (acts: readonly LedgerAct[], goesOn: boolean) => readonly LedgerEntry[],
  progress: (done: number) => void,
): Promise<number> {
  const wanted = plan.agencies.flatMap(({ agencyId, nodeIds }) =>
    nodeIds.map(criterionId => ({ agencyId, criterionId })),
  )
  const chunks = Array.from({ length: Math.ceil(wanted.length / bulkChunk) }, (_, place) =>
    wanted.slice(place * bulkChunk, (place + 1) * bulkChunk),
  )
  let written = 0
  let isRefused = false
  await inSlices(chunks, chunk => {
    if (isRefused) return
    const acts = chunk.flatMap(
      each => decideAct({ open, review, ...each }, { verdict: { kind: 'agree' }, reason: null }) ?? [],
    )
    const lines = append(acts, written > 0)
    isRefused = lines.length < acts.length
    written += lines.length
    progress(written)
  })
  return written
}

function itemsIn(form: Form, scope: BulkScope) {
  return form.areas.flatMap(area =>
    scope.kind === 'area' && area.id !== scope.areaId
      ? []
      : area.items
          .filter(item => scope.kind !== 'leaf' || item.nodeId === scope.nodeId)
          .map(item => ({ areaId: area.id, item })),
  )
}

function evidenceOf({ submission }: ReviewedAgency): ReadonlyMap<string, readonly EvidenceItem[]> {
  const found = new Map<string, EvidenceItem[]>()
  for (const each of submission.evidence ?? [])
    for (const id of each.criterionIds) {
      const own = found.get(id)
      if (own) own.push(each)
      else found.set(id, [each])
    }
  return found
}
