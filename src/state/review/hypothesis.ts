import type { ReviewStage } from '../../model/review.ts'
import type { EntryOf, ReviewedAgency } from '../../model/roundState.ts'
import { isComparing } from '../../scoring/review/isComparing.ts'
import type { Laid } from '../../scoring/review/layFigures.ts'
import { nothingSaid } from '../../scoring/review/reviewItem.ts'
import { reviewSteps } from '../../scoring/review/said.ts'
import { cohortOf } from '../../scoring/scoreCohort.ts'
import type { OpenRound } from './openRound.ts'
import { agencyOf, type CellInput, type Cohorts, layCell, scoreCell } from './reviewedCell.ts'
import type { ReviewView } from './reviewView.ts'

type Around = { readonly open: OpenRound; readonly review: ReviewView }

/**
 * An agency as it would stand with one line more, scored by the same engine.
 * @returns null where the page cannot say: what the engine knows of other periods or agencies is not at hand here
 */
export function withLine(
  around: Around,
  agency: ReviewedAgency,
  entry: EntryOf<'decide'>,
): ReviewedAgency | null {
  if (!canBeRepeated(around, agency)) return null
  const { stage, criterionId } = entry.act
  const item = agency.state.items.get(criterionId) ?? nothingSaid
  const items = new Map(agency.state.items).set(criterionId, {
    ...item,
    [stage]: { kind: 'settled', entry },
  })
  return scored(around, agency, { ...agency.state, items }, around.review.stage)
}

/** Whether scoring the agency here, without the line, comes to what stands: known once for each result. */
function canBeRepeated(around: Around, agency: ReviewedAgency): boolean {
  const known = repeated.get(agency)
  if (known !== undefined) return known
  const again = scored(around, agency, agency.state, around.review.stage)
  const isSame =
    JSON.stringify(again.sheet.total.points) === JSON.stringify(agency.sheet.total.points) &&
    [...agency.items].every(([id, { standing }]) => {
      const other = again.items.get(id)?.standing ?? null
      return other?.from === standing?.from && other?.to === standing?.to
    })
  repeated.set(agency, isSame)
  return isSame
}

const repeated = new WeakMap<ReviewedAgency, boolean>()

function scored(
  { open, review }: Around,
  agency: ReviewedAgency,
  state: ReviewedAgency['state'],
  stage: ReviewStage,
): ReviewedAgency {
  const { ruleSet, round } = open
  const input: CellInput = {
    ruleSet,
    provenance: round.provenance,
    state,
    received: agency.received,
    previous: agency.previous ?? null,
    agency: review.agencyOf(agency.agencyId),
    form: review.formOf(agency.agencyId),
    isClosed: open.state.stages.closed.closed !== null,
    scoredAt: agency.sheet.scoredAt,
  }
  const laid = layCell(input)
  const cohorts = isComparing(ruleSet) ? cohortsWith(open, review, agency, laid) : null
  return agencyOf(input, scoreCell(input, laid, cohorts), agency.checks, stage, agency)
}

/** What the others measure stays as it stands. */
function cohortsWith(
  { ruleSet }: OpenRound,
  review: ReviewView,
  agency: ReviewedAgency,
  laid: Laid,
): Cohorts {
  const others = [...review.agencies.values()].filter(
    each => each.groupId === agency.groupId && each.agencyId !== agency.agencyId,
  )
  return new Map([
    ['self' as const, cohortOf(ruleSet, [...others.map(each => each.received), laid.base])],
    ...reviewSteps.map(
      (step, place) =>
        [
          step,
          cohortOf(ruleSet, [
            ...others.map(each => each.submission),
            laid.layers[place]?.submission ?? laid.base,
          ]),
        ] as const,
    ),
  ])
}
