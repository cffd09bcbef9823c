import type { Draft, DraftEdit } from '../../model/draft.ts'

/** Where a draft stands between this page and the disk. */
export type SaveState =
  | {
      readonly status: 'saved'
      /** ISO instant. */
      readonly at: string
      /** Another tab saved since, and what stands here went along. */
      readonly followed?: true | undefined
    }
  | { readonly status: 'saving' }
  /**
   * Not on the disk: `full` no room, `blocked` the browser keeps nothing for this page, `failed` anything else.
   * The draft lives in this page alone and must be offered as a file.
   */
  | { readonly status: 'unsaved'; readonly why: 'full' | 'blocked' | 'failed'; readonly retry: () => void }
  /** Another tab saved a later revision of the same draft; nothing of either is lost until its owner chooses. */
  | {
      readonly status: 'elsewhere'
      readonly other: Draft
      /** Keeps what stands here and goes on from the other's revision. */
      readonly keepMine: () => void
      readonly takeOther: () => void
      /** Keeps both: what stands here becomes a draft of its own. */
      readonly keepBoth: () => void
    }

/** A draft being worked on. Every change is on its way to the disk before it is painted. */
export type OpenDraft = {
  readonly draft: Draft
  readonly saving: SaveState
  /**
   * Makes some changes as one step of undo.
   * @param merge steps with the same mark, right after each other, are undone together: typing in one field
   */
  readonly change: (edits: readonly DraftEdit[], merge?: string) => void
  /** null: nothing to undo or redo. */
  readonly undo: (() => void) | null
  readonly redo: (() => void) | null
}
