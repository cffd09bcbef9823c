import { type AskedOfDraft, askedCriteria, isEvidenceOfAnswer } from './askedDraft.ts'
import type { Decimal } from './exact.ts'
import type { Provenance } from './provenance.ts'
import type { RuleSetMark } from './ruleSetMark.ts'
import type { Approval, EvidenceItem } from './submission.ts'

export type { RuleSetMark } from './ruleSetMark.ts'

/** Form of a stored draft; older ones are brought up to it when they are read. */
export const draftFormat = 1

/**
 * What its owner left in the field of one figure, to the letter: an unfinished or doubtful text is kept as
 * it stands. A metric without an entry is an empty field, and that is missing, never zero.
 */
export type FieldEntry =
  | {
      readonly state: 'typed'
      readonly text: string
      /** Which reading of a doubtful text its owner chose ("1.464" as "1464" or "1.464"). */
      readonly meant?: Decimal | undefined
    }
  | {
      readonly state: 'missing' | 'notApplicable' | 'withheld'
      readonly note?: string | undefined
    }

/** Points an agency says it earned, as typed. */
export type Claim = { readonly text: string; readonly reason?: string | undefined }

/** A doubt of the checks that its owner lets stand. */
export type AcceptedFinding = { readonly findingId: string; readonly reason: string }

/** Where the first figures of a draft came from. */
export type DraftOrigin =
  | { readonly from: 'blank' }
  | { readonly from: 'copy'; readonly draftId: string }
  | { readonly from: 'file'; readonly file: string }

/** What an agency is filling in: one rule set, one agency, one period. Never changed in place. */
export type Draft = {
  readonly format: typeof draftFormat
  readonly id: string
  /** Name its owner gave it; null: rule set, agency and period say enough. */
  readonly name: string | null
  readonly ruleSet: RuleSetMark
  readonly agencyId: string
  readonly period: string
  /** ISO instants. */
  readonly createdAt: string
  readonly updatedAt: string
  /** Grows with every change; tells two tabs apart. */
  readonly revision: number
  readonly origin: DraftOrigin
  /** Origin of every figure: what the agency itself says, or made up where the agency is. */
  readonly provenance: Provenance
  /** By metric. */
  readonly fields: ReadonlyMap<string, FieldEntry>
  /** Reasons why a criterion, with all below it, does not apply, by criterion. */
  readonly exempt: ReadonlyMap<string, string>
  /** By criterion. */
  readonly claims: ReadonlyMap<string, Claim>
  readonly evidence: readonly EvidenceItem[]
  /** Why there is no evidence, or anything else the reviewer should know, by criterion. */
  readonly explanations: ReadonlyMap<string, string>
  readonly accepted: readonly AcceptedFinding[]
  readonly approval: Approval | null
  readonly note: string | null
  /** Files made of it, the latest last. */
  readonly handedIn: readonly {
    readonly at: string
    readonly fileName: string
    readonly sha256: string
    readonly revision: number
  }[]
  /** It answers questions of a reviewer; absent: a draft of its own. */
  readonly asked?: AskedOfDraft | undefined
}

/** One change of a draft; null takes away what was there. */
export type DraftEdit =
  | { readonly kind: 'field'; readonly metricId: string; readonly entry: FieldEntry | null }
  | { readonly kind: 'exempt'; readonly criterionId: string; readonly reason: string | null }
  | { readonly kind: 'claim'; readonly criterionId: string; readonly claim: Claim | null }
  | { readonly kind: 'explanation'; readonly criterionId: string; readonly text: string | null }
  /** Adds, or replaces the item of the same id. */
  | { readonly kind: 'evidence'; readonly item: EvidenceItem }
  | { readonly kind: 'removeEvidence'; readonly id: string }
  | { readonly kind: 'accept'; readonly findingId: string; readonly reason: string | null }
  | { readonly kind: 'approval'; readonly approval: Approval | null }
  | { readonly kind: 'name'; readonly name: string | null }
  | { readonly kind: 'note'; readonly note: string | null }
  /** The same figures under another version of the rule set. */
  | { readonly kind: 'ruleSet'; readonly ruleSet: RuleSetMark }
  | { readonly kind: 'handedIn'; readonly made: Draft['handedIn'][number] }

/**
 * A draft with some changes made, as one new revision.
 * @param at ISO instant of the change
 */
export function editDraft(draft: Draft, edits: readonly DraftEdit[], at: string): Draft {
  const { asked } = draft
  const possible = asked ? edits.filter(edit => isWithinAsked(asked, edit)) : edits
  if (possible.length === 0) return draft
  return { ...possible.reduce(withEdit, draft), updatedAt: at, revision: draft.revision + 1 }
}

/**
 * Whether a draft that answers questions may be changed so. Every way into a draft (typing, pasting, importing)
 * comes by here, so that nothing outside what was asked can change.
 */
export function isWithinAsked(asked: AskedOfDraft, edit: DraftEdit): boolean {
  switch (edit.kind) {
    case 'field':
      return asked.metricIds.includes(edit.metricId)
    case 'claim':
    case 'explanation':
      return askedCriteria(asked.request).has(edit.criterionId)
    case 'evidence':
      return isEvidenceOfAnswer(asked, edit.item)
    case 'removeEvidence':
      return !(asked.before.evidence ?? []).some(({ id }) => id === edit.id)
    // That a criterion does not apply is said in words: the reviewer decides it.
    case 'exempt':
    case 'note':
    case 'ruleSet':
      return false
    case 'accept':
    case 'approval':
    case 'name':
    case 'handedIn':
      return true
  }
}

function withEdit(draft: Draft, edit: DraftEdit): Draft {
  switch (edit.kind) {
    case 'field':
      return { ...draft, fields: withEntry(draft.fields, edit.metricId, edit.entry) }
    case 'exempt':
      return { ...draft, exempt: withEntry(draft.exempt, edit.criterionId, edit.reason) }
    case 'claim':
      return { ...draft, claims: withEntry(draft.claims, edit.criterionId, edit.claim) }
    case 'explanation':
      return { ...draft, explanations: withEntry(draft.explanations, edit.criterionId, edit.text) }
    case 'evidence': {
      const known = draft.evidence.some(item => item.id === edit.item.id)
      return {
        ...draft,
        evidence: known
          ? draft.evidence.map(item => (item.id === edit.item.id ? edit.item : item))
          : [...draft.evidence, edit.item],
      }
    }
    case 'removeEvidence':
      return { ...draft, evidence: draft.evidence.filter(item => item.id !== edit.id) }
    case 'accept': {
      const others = draft.accepted.filter(each => each.findingId !== edit.findingId)
      const { findingId, reason } = edit
      return { ...draft, accepted: reason === null ? others : [...others, { findingId, reason }] }
    }
    case 'approval':
      return { ...draft, approval: edit.approval }
    case 'name':
      return { ...draft, name: edit.name }
    case 'note':
      return { ...draft, note: edit.note }
    case 'ruleSet':
      return { ...draft, ruleSet: edit.ruleSet }
    case 'handedIn':
      return { ...draft, handedIn: [...draft.handedIn, edit.made] }
  }
}

/** Keeps the order in which keys came; an entry that is null goes. */
function withEntry<Value>(
  entries: ReadonlyMap<string, Value>,
  key: string,
  value: Value | null,
): ReadonlyMap<string, Value> {
  const changed = new Map(entries)
  if (value === null) changed.delete(key)
  else changed.set(key, value)
  return changed
}
