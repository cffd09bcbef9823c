import type { LedgerEntry, ReviewRound, VersionChoice } from '../../model/review.ts'
import type { AgencyState, EntryOf, FileState, ItemState } from '../../model/roundState.ts'
import type { LinesOf } from './byKind.ts'
import type { Files } from './filesOf.ts'
import { byMatter, standingOf } from './standing.ts'

type Parts = {
  readonly round: ReviewRound
  readonly linesOf: LinesOf
  readonly files: Files
  readonly items: ReadonlyMap<string, ReadonlyMap<string, ItemState>>
  readonly counts: (entry: LedgerEntry) => boolean
}

/** Every agency of the round in its order, then those that nobody expected and that something is said of. */
export function agenciesOf(parts: Parts): ReadonlyMap<string, AgencyState> {
  const { round, linesOf, files, items, counts } = parts
  const groups = new Map(
    round.groups.flatMap(group => group.agencyIds.map(id => [id, group.groupId] as const)),
  )
  const uses = byMatter(linesOf('use'), each => each.act.agencyId)
  const published = byMatter(linesOf('publish'), each => each.act.agencyId)
  const requests = byMatter(linesOf('request').filter(counts), each => each.act.request.agencyId)
  const answers = byMatter(linesOf('answer').filter(counts), each => each.act.agencyId)
  const known = [files.ofAgency, items, uses, published, requests].flatMap(each => [...each.keys()])
  const unexpected = new Set(known.filter(id => !groups.has(id)))
  return new Map(
    [...groups, ...[...unexpected].toSorted().map(id => [id, ''] as const)].map(([agencyId, groupId]) => {
      const own = files.ofAgency.get(agencyId) ?? []
      const chosenBy = standingOf(uses.get(agencyId) ?? [], counts)
      const state: AgencyState = {
        agencyId,
        groupId,
        files: own,
        ...choiceOf(own, chosenBy, counts),
        chosenBy,
        items: items.get(agencyId) ?? new Map(),
        requests: (requests.get(agencyId) ?? []).map(entry => ({
          entry,
          request: entry.act.request,
          answer:
            answers.get(agencyId)?.findLast(each => each.act.requestId === entry.act.request.id) ?? null,
        })),
        published: standingOf(published.get(agencyId) ?? [], counts),
      }
      return [agencyId, state]
    }),
  )
}

/** Which version of an agency is read. */
export function choiceOf(
  files: readonly FileState[],
  chosenBy: AgencyState['chosenBy'],
  counts: (entry: LedgerEntry) => boolean,
): Pick<AgencyState, 'state' | 'choice'> {
  if (files.length === 0) return { state: 'notReceived', choice: null }
  const readable = files.filter(
    ({ entry, file, setAside }) => file.outcome === 'read' && setAside === null && counts(entry),
  )
  if (chosenBy.kind === 'settled' && canBeRead(chosenBy.entry, readable))
    return { state: 'chosen', choice: chosenBy.entry.act.choice }
  const usable = readable.filter(each => !each.isOtherRules)
  if (chosenBy.kind === 'conflict') return { state: 'undecided', choice: null }
  const [only, ...others] = usable
  if (!only) return { state: 'unusable', choice: null }
  if (others.length > 0) return { state: 'undecided', choice: null }
  const choice: VersionChoice = { base: only.file.sha256, picks: [] }
  return { state: 'chosen', choice }
}

/** Whether everything a choice names is still there; files of other rules are read only where it says so. */
function canBeRead({ act: { choice } }: EntryOf<'use'>, readable: readonly FileState[]): boolean {
  const known = new Map(readable.map(each => [each.file.sha256, each]))
  return [choice.base, ...choice.picks.map(each => each.from)].every(sha256 => {
    const file = known.get(sha256)
    return file !== undefined && (!file.isOtherRules || choice.carried === true)
  })
}
