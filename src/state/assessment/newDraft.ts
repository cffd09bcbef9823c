import type { Agency, AgencyLevel } from '../../model/agency.ts'
import { type Draft, type DraftOrigin, draftFormat } from '../../model/draft.ts'
import type { Provenance } from '../../model/provenance.ts'
import type { Criterion, RuleSet } from '../../model/ruleSet.ts'
import type { EvidenceItem } from '../../model/submission.ts'
import { notForLevel } from '../../scoring/form/notForLevel.ts'

/** What a draft may begin with. */
export type DraftContent = Pick<
  Draft,
  'fields' | 'exempt' | 'claims' | 'evidence' | 'explanations' | 'accepted' | 'note'
>

/**
 * A draft nobody has touched: criteria that are not for the agency's level are exempt, with the reason.
 * @param sha256 of the rule set, see `ruleSetHash`
 * @param from what it begins with; its exemptions go before those of the level
 */
export function newDraft({
  ruleSet,
  sha256,
  agency,
  period,
  now,
  id,
  origin,
  from = {},
}: {
  ruleSet: RuleSet
  sha256: string
  agency: Agency
  period: string
  /** ISO instant. */
  now: string
  id: string
  origin: DraftOrigin
  from?: Partial<DraftContent>
}): Draft {
  return {
    format: draftFormat,
    id,
    name: null,
    ruleSet: { id: ruleSet.id, version: ruleSet.version, sha256 },
    agencyId: agency.id,
    period,
    createdAt: now,
    updatedAt: now,
    revision: 1,
    origin,
    provenance: draftProvenance(ruleSet, agency),
    fields: from.fields ?? new Map(),
    exempt: new Map([...exemptByLevel(ruleSet, agency.level), ...(from.exempt ?? [])]),
    claims: from.claims ?? new Map(),
    evidence: from.evidence ?? [],
    explanations: from.explanations ?? new Map(),
    accepted: from.accepted ?? [],
    approval: null,
    note: from.note ?? null,
    handedIn: [],
  }
}

/** Figures of a made-up agency, or under made-up rules, are made up; others are what the agency says. */
export function draftProvenance(ruleSet: RuleSet, agency: Agency): Provenance {
  const isMadeUp =
    agency.provenance?.certainty === 'illustrative' ||
    ruleSet.roundingProvenance.certainty === 'illustrative' ||
    ruleSet.criteria.some(({ provenance }) => provenance.certainty === 'illustrative')
  return isMadeUp
    ? { certainty: 'illustrative', source: null, note: 'Số liệu minh họa' }
    : { certainty: 'stated', source: null, note: 'Đơn vị tự nhập' }
}

/** Criteria that are for other levels, the highest of each branch, with the reason in the words of a report. */
export function exemptByLevel(ruleSet: RuleSet, level: AgencyLevel): ReadonlyMap<string, string> {
  const visit = (criteria: readonly Criterion[]): readonly (readonly [string, string])[] =>
    criteria.flatMap(({ id, appliesTo, subCriteria }) => {
      const reason = appliesTo ? notForLevel([appliesTo], level) : null
      return reason ? [[id, reason.vi] as const] : visit(subCriteria ?? [])
    })
  return new Map(visit(ruleSet.criteria))
}

/** The same draft once more, under an id and a name of its own. */
export function copyOf(draft: Draft, { id, now, name }: { id: string; now: string; name?: string }): Draft {
  return {
    ...draft,
    id,
    name: name ?? draft.name,
    createdAt: now,
    updatedAt: now,
    revision: 1,
    origin: { from: 'copy', draftId: draft.id },
    approval: null,
    handedIn: [],
  }
}

/**
 * What a copy takes along: `figures` everything but what was handed in and approved; `exemptions` which
 * criteria do not apply and nothing that was entered, and the titles of the evidence where they are asked for.
 */
export type CopyKeeps =
  | { readonly keep: 'figures' }
  | { readonly keep: 'exemptions'; readonly evidenceTitles: boolean }

/** A copy to go on with in another period. */
export function copyDraft(
  draft: Draft,
  { period, id, now, ...keeps }: { period: string; id: string; now: string } & CopyKeeps,
): Draft {
  // Questions were asked of one hand-in: a draft to go on with elsewhere is a draft of its own.
  const { asked: _, ...own } = copyOf(draft, { id, now })
  const copy = { ...own, period, name: null }
  if (keeps.keep === 'figures') return copy
  return {
    ...copy,
    fields: new Map(),
    claims: new Map(),
    explanations: new Map(),
    accepted: [],
    note: null,
    evidence: keeps.evidenceTitles ? draft.evidence.map(titleOnly) : [],
  }
}

/** What is asked for each time; number, days and file belong to the document of one period. */
function titleOnly({ id, criterionIds, requiredId, title, issuer }: EvidenceItem): EvidenceItem {
  return { id, criterionIds, requiredId, title, issuer }
}
