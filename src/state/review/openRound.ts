import type { LedgerAct, LedgerEntry, ReceivedSubmission, ReviewRound } from '../../model/review.ts'
import type { RoundState } from '../../model/roundState.ts'
import type { RuleSet } from '../../model/ruleSet.ts'

/** Where the lines of a round stand between this page and the disk. */
export type RoundSaving =
  | { readonly status: 'saved' }
  | { readonly status: 'saving' }
  /** The lines live in this page alone and must be offered as a file. */
  | { readonly status: 'unsaved'; readonly why: 'full' | 'blocked' | 'failed'; readonly retry: () => void }

/**
 * A line that something is wrong with. `missing`, `altered`: it does not follow on from its pen's line before;
 * `twins`: there is another of the same id that says something else; `otherReading`: the figures kept of the file it
 * tells of are not those it was written about, and are not used.
 */
export type BrokenChain = {
  readonly pen: string
  readonly by: string
  readonly atSeq: number
  readonly why: 'missing' | 'altered' | 'twins' | 'otherReading'
  /** Of `otherReading`. */
  readonly fileName?: string | undefined
}

/** A round being worked on. Lines are on their way to the disk before they are painted; other tabs are followed. */
export type OpenRound = {
  readonly round: ReviewRound
  /** The rules the round is scored by. */
  readonly ruleSet: RuleSet
  readonly state: RoundState
  /** Files that were read, by SHA-256. */
  readonly received: ReadonlyMap<string, ReceivedSubmission>
  /** Name that new lines carry; "" until somebody typed one, and then nothing can be written. */
  readonly me: string
  readonly setMe: (name: string) => void
  /**
   * Adds lines to the ledger, at once.
   * @param files what `receive` lines are about: what was read of each, and the file as it came
   * @returns the lines; empty while nobody typed a name
   */
  readonly append: (
    acts: readonly LedgerAct[],
    files?: readonly {
      readonly submission: ReceivedSubmission | null
      readonly sha256: string
      readonly blob: Blob | null
    }[],
  ) => readonly LedgerEntry[]
  /** Puts lines and submissions of another machine in; what is known already stays as it is. */
  readonly merge: (entries: readonly LedgerEntry[], received: readonly ReceivedSubmission[]) => void
  /** The file as it came, for evidence; null where only what was read of it is here. May reject. */
  readonly fileOf: (sha256: string) => Promise<Blob | null>
  readonly saving: RoundSaving
  readonly broken: readonly BrokenChain[]
}
