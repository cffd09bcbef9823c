import type { DraftEdit, FieldEntry } from '../../../model/draft.ts'

/** What fields do to the draft. The same object for as long as the draft is open, so that nothing is drawn for it. */
export type FormActs = {
  /** One field; typing in one field is undone as one step. */
  readonly setField: (metricId: string, entry: FieldEntry | null, merge?: string) => void
  readonly change: (edits: readonly DraftEdit[], merge?: string) => void
  /** Text of several cells was pasted into a field: shown before anything is taken over. */
  readonly paste: (text: string, at: { readonly nodeId: string; readonly metricId: string | null }) => void
  readonly openReceipt: (nodeId: string) => void
}
