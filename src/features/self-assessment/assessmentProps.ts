import type { ReactNode } from 'react'
import type { CheckPlace } from '../../model/checks.ts'
import type { Assessment } from '../../state/assessment/assessment.ts'
import type { OpenDraft } from '../../state/assessment/openDraft.ts'

/** What every part of the screen is given: the draft with its changes, and what it comes to. */
export type AssessmentProps = {
  readonly open: OpenDraft
  readonly assessment: Assessment
}

/** What the address says of this screen. */
export type AssessmentAddress = {
  /** The draft that is open. */
  readonly draft?: string | undefined
  /** Area of the form. */
  readonly area?: string | undefined
  /** Leaf, group or `total` whose receipt is open. */
  readonly criterion?: string | undefined
  /** What lies over the form. */
  readonly panel?: 'checks' | 'import' | 'paste' | 'evidence' | 'handIn' | 'print' | undefined
}

export type ChangeAddress = (next: AssessmentAddress, how?: 'push' | 'replace') => void

/** Brings a field, claim or evidence into sight and gives it the keyboard; without `part`, the field. */
export type GoTo = (place: {
  readonly nodeId: string | null
  readonly metricId: string | null
  readonly part?: CheckPlace['part'] | undefined
}) => void

export type LinkToDocument = (documentId: string, label: string) => ReactNode
