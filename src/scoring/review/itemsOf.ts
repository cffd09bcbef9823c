import type { LedgerEntry, ReviewStage } from '../../model/review.ts'
import type { EntryOf, ItemState, Standing } from '../../model/roundState.ts'
import type { LinesOf } from './byKind.ts'
import type { Freeze } from './freezes.ts'
import { standingOf } from './standing.ts'
import type { TakenBack } from './takenBack.ts'

type Draft = {
  readonly decided: Record<ReviewStage, EntryOf<'decide'>[]>
  readonly surveys: EntryOf<'survey'>[]
  readonly answers: ItemState['answers'][number][]
  readonly history: LedgerEntry[]
}

export type ItemsInput = {
  readonly linesOf: LinesOf
  readonly takenBack: TakenBack
  /** Place of a line in the order of the ledger. */
  readonly placeOf: ReadonlyMap<string, number>
  readonly counts: (entry: LedgerEntry) => boolean
  /** What the closings of the first review hold; null: it is open. */
  readonly first: Freeze | null
}

/** Everything said about single leaves and adjustments, by agency and then by criterion. */
export function itemsOf({
  linesOf,
  takenBack,
  placeOf,
  counts,
  first,
}: ItemsInput): ReadonlyMap<string, ReadonlyMap<string, ItemState>> {
  const agencies = new Map<string, Map<string, Draft>>()
  const draftOf = (agencyId: string, criterionId: string): Draft => {
    let items = agencies.get(agencyId)
    if (!items) {
      items = new Map()
      agencies.set(agencyId, items)
    }
    let draft = items.get(criterionId)
    if (!draft) {
      draft = { decided: { firstReview: [], secondReview: [] }, surveys: [], answers: [], history: [] }
      items.set(criterionId, draft)
    }
    return draft
  }
  for (const entry of linesOf('decide')) {
    const draft = draftOf(entry.act.agencyId, entry.act.criterionId)
    draft.decided[entry.act.stage].push(entry)
    draft.history.push(entry)
  }
  for (const entry of linesOf('survey')) {
    const draft = draftOf(entry.act.agencyId, entry.act.criterionId)
    draft.surveys.push(entry)
    draft.history.push(entry)
  }
  const askedOf = askedIn(linesOf, counts)
  for (const entry of linesOf('answer')) {
    const { requestId, agencyId, answers } = entry.act
    const asked = counts(entry) ? askedOf(agencyId, requestId) : null
    for (const answer of answers)
      if (asked?.has(answer.criterionId))
        draftOf(agencyId, answer.criterionId).answers.push({ entry, answer })
    for (const id of namedIn(answers)) draftOf(agencyId, id).history.push(entry)
  }
  for (const entry of linesOf('request')) {
    const { agencyId, questions } = entry.act.request
    for (const id of namedIn(questions)) draftOf(agencyId, id).history.push(entry)
  }
  for (const entry of linesOf('withdraw')) {
    const about = takenBack.rootOf(entry)
    if (!about) continue
    for (const [agencyId, id] of placesOf(about)) draftOf(agencyId, id).history.push(entry)
  }
  const placed = ({ id }: LedgerEntry) => placeOf.get(id) ?? 0
  const stateOf = ({ decided, surveys, answers, history }: Draft, agencyId: string): ItemState => {
    const survey = standingOf(surveys, counts)
    const atFirst = first?.agencyIds.has(agencyId)
      ? standingOf(surveys, ({ id }) => first.named.has(id))
      : survey
    return {
      firstReview: standingOf(decided.firstReview, counts),
      secondReview: standingOf(decided.secondReview, counts),
      survey,
      ...(!isSameStanding(atFirst, survey) && { surveyAtFirst: atFirst }),
      answers,
      history: history.length > 1 ? history.toSorted((a, b) => placed(a) - placed(b)) : history,
    }
  }
  return new Map(
    [...agencies].map(([agencyId, items]) => [
      agencyId,
      new Map([...items].map(([criterionId, draft]) => [criterionId, stateOf(draft, agencyId)])),
    ]),
  )
}

function namedIn(parts: readonly { readonly criterionId: string }[]): ReadonlySet<string> {
  return new Set(parts.map(each => each.criterionId))
}

/** Criteria that requests which count ask an agency about: what nobody asked is no answer. */
function askedIn(linesOf: LinesOf, counts: (entry: LedgerEntry) => boolean) {
  const agencies = new Map<string, Map<string, Set<string>>>()
  for (const entry of linesOf('request')) {
    if (!counts(entry)) continue
    const { id, agencyId, questions } = entry.act.request
    const requests = agencies.get(agencyId) ?? new Map<string, Set<string>>()
    agencies.set(agencyId, requests)
    requests.set(id, new Set([...(requests.get(id) ?? []), ...namedIn(questions)]))
  }
  return (agencyId: string, requestId: string): ReadonlySet<string> | null =>
    agencies.get(agencyId)?.get(requestId) ?? null
}

function isSameStanding(a: Standing<LedgerEntry>, b: Standing<LedgerEntry>): boolean {
  const idsOf = (standing: Standing<LedgerEntry>) =>
    standing.kind === 'none' ? [] : standing.kind === 'settled' ? [standing.entry] : standing.entries
  const others = idsOf(b)
  return a.kind === b.kind && idsOf(a).every((each, index) => each === others[index])
}

function placesOf({ act }: LedgerEntry): readonly (readonly [agencyId: string, criterionId: string])[] {
  switch (act.kind) {
    case 'decide':
    case 'survey':
      return [[act.agencyId, act.criterionId]]
    case 'answer':
      return [...namedIn(act.answers)].map(id => [act.agencyId, id])
    case 'request':
      return [...namedIn(act.request.questions)].map(id => [act.request.agencyId, id])
    default:
      return []
  }
}
