import type { LedgerEntry } from '../../model/review.ts'
import type { NotCounted, ReviewConflict, RoundState } from '../../model/roundState.ts'
import { foldLedger } from '../../scoring/review/foldLedger.ts'
import { oneOfEach } from '../../scoring/review/twins.ts'

type Uncounted = { readonly entry: LedgerEntry; readonly why: NotCounted }

/** What lines of another machine would do to a round; nothing is taken over yet. */
export type MergePreview = {
  /** Lines that are not here. */
  readonly fresh: readonly LedgerEntry[]
  /** New lines by whom, most first. */
  readonly people: readonly { readonly name: string; readonly lines: number; readonly decisions: number }[]
  readonly agencyIds: readonly string[]
  /** Conflicts there would be that there are not now, and those it would settle. */
  readonly conflicts: readonly ReviewConflict[]
  readonly settled: readonly ReviewConflict[]
  /** New lines that will not count, and lines here that no longer would. */
  readonly notCounted: readonly Uncounted[]
  readonly noLonger: readonly Uncounted[]
}

/** Lines are put together as sets, so the preview is what merging comes to. */
export function mergePreview(state: RoundState, entries: readonly LedgerEntry[]): MergePreview {
  const known = new Set(state.entries.map(({ id }) => id))
  const fresh = entries.filter(({ id }) => !known.has(id))
  const after = foldLedger(state.round, [...oneOfEach([...state.entries, ...entries]).values()])
  const out = after.entries.flatMap((entry): readonly Uncounted[] => {
    const why = after.notCounted.get(entry.id)
    return why === undefined ? [] : [{ entry, why }]
  })
  const before = new Set(state.conflicts.map(matterOf))
  const then = new Set(after.conflicts.map(matterOf))
  return {
    fresh,
    people: peopleOf(fresh),
    agencyIds: [...new Set(fresh.flatMap(agencyOf))],
    conflicts: after.conflicts.filter(each => !before.has(matterOf(each))),
    settled: state.conflicts.filter(each => !then.has(matterOf(each))),
    notCounted: out.filter(({ entry }) => !known.has(entry.id)),
    noLonger: out.filter(({ entry }) => known.has(entry.id) && !state.notCounted.has(entry.id)),
  }
}

/** What a conflict is about; a matter that had two voices and gets a third is no new conflict. */
function matterOf({ agencyId, criterionId, stage, about, entries }: ReviewConflict): string {
  const act = entries[0]?.act
  const task = act?.kind === 'remedy' || act?.kind === 'taskState' ? act.taskId : null
  return JSON.stringify([about, agencyId, criterionId, stage, task])
}

function peopleOf(fresh: readonly LedgerEntry[]): MergePreview['people'] {
  const people = new Map<string, { lines: number; decisions: number }>()
  for (const { by, act } of fresh) {
    const known = people.get(by) ?? { lines: 0, decisions: 0 }
    people.set(by, {
      lines: known.lines + 1,
      decisions: known.decisions + (act.kind === 'decide' ? 1 : 0),
    })
  }
  return [...people].map(([name, rest]) => ({ name, ...rest })).toSorted((a, b) => b.lines - a.lines)
}

function agencyOf({ act }: LedgerEntry): readonly string[] {
  if (act.kind === 'receive') return act.file.agencyId === null ? [] : [act.file.agencyId]
  if (act.kind === 'request') return [act.request.agencyId]
  return 'agencyId' in act ? [act.agencyId] : []
}
