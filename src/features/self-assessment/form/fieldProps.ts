import type { FieldEntry } from '../../../model/draft.ts'
import type { FormField } from '../../../model/form.ts'
import type { FormActs } from './acts.ts'
import type { FieldFault } from './itemData.ts'
import type { StateChoices } from './StateMenu.tsx'

/** What was said last period in the place of a figure. */
export type PreviousState = { readonly state: 'notApplicable'; readonly note?: string }

/** What every kind of field is given. */
export type FieldProps = {
  readonly nodeId: string
  readonly field: FormField
  readonly entry: FieldEntry | undefined
  readonly acts: FormActs
  /** What the checks say of the figure. */
  readonly fault: FieldFault | null
  readonly choices: StateChoices
  /** Figure of the period before as the files have it; null where there is none. */
  readonly previousValue: string | null
  readonly previousState: PreviousState | null
  readonly previousPeriod: string | null
  /** Code of the criterion that asks for the same figure earlier in the form. */
  readonly sameAsCode: string | null
  /** "Không phát sinh" for the whole share. */
  readonly setNone: () => void
}
