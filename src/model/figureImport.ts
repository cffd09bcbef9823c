import type { DraftEdit, FieldEntry } from './draft.ts'
import type { Bilingual } from './provenance.ts'
import type { EvidenceItem } from './submission.ts'

/** Where in a file, or in what was pasted, something stands. */
export type ImportPlace = {
  /** "" where there are no sheets. */
  readonly sheet: string
  /** "D12"; a path in JSON ("values[3]"). */
  readonly cell: string
  /** Title of the row or field as the file has it. */
  readonly title: string
}

/** One figure, claim or other field a file would set. */
export type ImportedEntry = {
  readonly place: ImportPlace
  readonly edit: Extract<DraftEdit, { kind: 'field' | 'exempt' | 'claim' | 'explanation' | 'evidence' }>
}

/** Something in a file that is not taken over, or taken over with a remark, and why. */
export type ImportProblem = {
  readonly severity: 'error' | 'warning'
  readonly code: string
  readonly place: ImportPlace
  /** What stands there. */
  readonly found: string
  /** What was expected, in words a clerk understands. */
  readonly message: Bilingual
}

export type ImportKind = 'form' | 'table' | 'submission' | 'package' | 'portal' | 'paste'

/** What a file says about itself; null where it does not. */
export type ImportSubject = {
  readonly ruleSetId: string | null
  readonly ruleSetVersion: string | null
  readonly agencyId: string | null
  /** The agency as written, when no id could be found for it. */
  readonly agencyText: string | null
  readonly period: string | null
}

/** A file read for a draft. Nothing is applied yet. */
export type FigureImport = {
  readonly file: string
  readonly kind: ImportKind
  readonly subject: ImportSubject
  readonly entries: readonly ImportedEntry[]
  readonly problems: readonly ImportProblem[]
  /** Evidence that came along, by SHA-256. */
  readonly files?: ReadonlyMap<string, Uint8Array> | undefined
}

/** What else differs: the reason of a claim, one part of a piece of evidence. */
export type DifferentPart = {
  readonly part: 'reason' | Exclude<keyof EvidenceItem, 'id'>
  /** null: nothing. */
  readonly was: string | null
  readonly will: string | null
}

/** What would change: one line a field, in the order of the form. */
export type ImportDifference = {
  /** As it would be applied: what the file does not bring stays as it stands in the draft. */
  readonly entry: ImportedEntry
  /** Field as it stands; null: empty. */
  readonly was: FieldEntry | null
  readonly will: FieldEntry | null
  readonly change: 'new' | 'other' | 'same' | 'clears'
  /** Beside the field itself. */
  readonly parts: readonly DifferentPart[]
}
