import { type Draft, type DraftEdit, editDraft } from '../../model/draft.ts'

/** A draft with the states it came from and those it was taken back from, the nearest last. */
export type DraftHistory = {
  readonly present: Draft
  readonly past: readonly Draft[]
  readonly future: readonly Draft[]
  /** Mark of the last step; the next one with the same mark joins it. */
  readonly mark: string | null
}

/** Steps that can be taken back. A step shares all it did not change, so hundreds weigh little. */
export const longestHistory = 500

/** A draft as it was opened. */
export function startHistory(present: Draft): DraftHistory {
  return { present, past: [], future: [], mark: null }
}

/** Some changes as one step; joins the step before where both have the same mark. */
export function withChange(
  history: DraftHistory,
  edits: readonly DraftEdit[],
  at: string,
  merge?: string,
): DraftHistory {
  if (edits.length === 0) return history
  const present = editDraft(history.present, edits, at)
  if (present === history.present) return history
  // That a file was made is a fact: there is nothing to take back, and what could be stays so.
  if (edits.every(edit => edit.kind === 'handedIn')) return { ...history, present }
  const joins = merge !== undefined && merge === history.mark
  return {
    present,
    past: joins ? history.past : pushed(history.past, history.present),
    future: [],
    mark: merge ?? null,
  }
}

/** The step before, as a new revision; null where there is none. */
export function undone({ present, past, future }: DraftHistory, at: string): DraftHistory | null {
  const before = past.at(-1)
  if (before === undefined) return null
  return {
    present: asNext(before, present, at),
    past: past.slice(0, -1),
    future: [...future, present],
    mark: null,
  }
}

/** The step taken back last, once more; null where there is none. */
export function redone({ present, past, future }: DraftHistory, at: string): DraftHistory | null {
  const after = future.at(-1)
  if (after === undefined) return null
  return {
    present: asNext(after, present, at),
    past: pushed(past, present),
    future: future.slice(0, -1),
    mark: null,
  }
}

const fromElsewhere = 'elsewhere'

/** Goes on from what another tab saved; one step leads back to what stood here before. */
export function followed(history: DraftHistory, other: Draft): DraftHistory {
  const joins = history.mark === fromElsewhere
  return {
    present: other,
    past: joins ? history.past : pushed(history.past, history.present),
    future: [],
    mark: fromElsewhere,
  }
}

/** An earlier or later state as the newest revision; the files made of the draft stay on record. */
function asNext(state: Draft, present: Draft, at: string): Draft {
  return { ...state, handedIn: present.handedIn, revision: present.revision + 1, updatedAt: at }
}

function pushed(past: readonly Draft[], state: Draft): readonly Draft[] {
  return [...past, state].slice(-longestHistory)
}
