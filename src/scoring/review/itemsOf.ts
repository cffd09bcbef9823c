import type { LedgerEntry, ReviewStage } from '../../model/review.ts'
import { compareEntries } from '../../model/review.ts'
import type { EntryOf, ItemState } from '../../model/roundState.ts'
import type { LinesOf } from './byKind.ts'
import { isAct } from './isAct.ts'
import { standingOf } from './standing.ts'

type Draft = {
  readonly decided: Record<ReviewStage, EntryOf<'decide'>[]>
  readonly surveys: EntryOf<'survey'>[]
  readonly answers: ItemState['answers'][number][]
  readonly history: LedgerEntry[]
}

/** Everything said about single leaves and adjustments, by agency and then by criterion. */
export function itemsOf(
  linesOf: LinesOf,
  byId: ReadonlyMap<string, LedgerEntry>,
  counts: (entry: LedgerEntry) => boolean,
): ReadonlyMap<string, ReadonlyMap<string, ItemState>> {
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
  for (const entry of linesOf('answer')) {
    const { agencyId, answers } = entry.act
    if (counts(entry))
      for (const answer of answers) draftOf(agencyId, answer.criterionId).answers.push({ entry, answer })
    for (const id of namedIn(answers)) draftOf(agencyId, id).history.push(entry)
  }
  for (const entry of linesOf('request')) {
    const { agencyId, questions } = entry.act.request
    for (const id of namedIn(questions)) draftOf(agencyId, id).history.push(entry)
  }
  for (const entry of linesOf('withdraw')) {
    const about = takenBackBy(entry, byId)
    if (!about) continue
    for (const [agencyId, id] of placesOf(about)) draftOf(agencyId, id).history.push(entry)
  }
  const stateOf = ({ decided, surveys, answers, history }: Draft): ItemState => ({
    firstReview: standingOf(decided.firstReview, counts),
    secondReview: standingOf(decided.secondReview, counts),
    survey: standingOf(surveys, counts),
    answers,
    history: history.length > 1 ? history.toSorted(compareEntries) : history,
  })
  return new Map(
    [...agencies].map(([agencyId, items]) => [
      agencyId,
      new Map([...items].map(([criterionId, draft]) => [criterionId, stateOf(draft)])),
    ]),
  )
}

function namedIn(parts: readonly { readonly criterionId: string }[]): ReadonlySet<string> {
  return new Set(parts.map(each => each.criterionId))
}

/** What taking back is about in the end: an undone undo is about the line itself. */
function takenBackBy(entry: EntryOf<'withdraw'>, byId: ReadonlyMap<string, LedgerEntry>): LedgerEntry | null {
  const seen = new Set<LedgerEntry>()
  let about: LedgerEntry | undefined = entry
  while (about && isAct(about, 'withdraw') && !seen.has(about)) {
    seen.add(about)
    about = byId.get(about.act.entryId)
  }
  return about ?? null
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
