import type { CheckCode, Finding } from '../../../src/model/checks.ts'
import type { Draft, FieldEntry } from '../../../src/model/draft.ts'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import type { Submission } from '../../../src/model/submission.ts'
import type { CheckInput, ReadText } from '../../../src/scoring/checks/checkInput.ts'
import { runChecks } from '../../../src/scoring/checks/runChecks.ts'
import { formOf } from '../../../src/scoring/form/formOf.ts'
import { aDraft } from '../../state/draftBuilders.ts'
import { aSubmission, score } from '../builders.ts'

type CheckParts = {
  readonly figures?: Readonly<Record<string, string>>
  readonly period?: string
  /** Figures of the period before. */
  readonly before?: { readonly period: string; readonly figures: Readonly<Record<string, string>> }
  /** Figures of the other agencies of the group. */
  readonly peers?: readonly Readonly<Record<string, string>>[]
  readonly submission?: Partial<Submission>
  readonly draft?: Partial<Draft>
  readonly readings?: readonly (readonly [string, ReadText])[]
  readonly claims?: CheckInput['claims']
} & Partial<Pick<CheckInput, 'refused' | 'refusedClaims' | 'ruleSetSha256' | 'previousFailed'>>

/** The checks of a draft in which the figures were typed as they stand. */
export function checked(ruleSet: RuleSet, parts: CheckParts) {
  const { figures = {}, period = '2026-11', before, peers = [] } = parts
  const fields: readonly (readonly [string, FieldEntry])[] = Object.entries(figures).map(
    ([metricId, text]) => [metricId, { state: 'typed', text }],
  )
  const draft = aDraft({
    period,
    ...parts.draft,
    fields: new Map([...fields, ...(parts.draft?.fields ?? [])]),
  })
  const submission = aSubmission({ period, figures, ...parts.submission })
  const readings = ruleSet.metrics.map(({ id }): readonly [string, ReadText] => {
    const value = figures[id]
    return [id, value === undefined ? { kind: 'empty' } : { kind: 'value', value }]
  })
  return runChecks({
    draft,
    ruleSet,
    ruleSetSha256: parts.ruleSetSha256 ?? null,
    form: formOf(ruleSet, null),
    readings: new Map([...readings, ...(parts.readings ?? [])]),
    claims: parts.claims ?? new Map(),
    refused: parts.refused ?? [],
    refusedClaims: parts.refusedClaims ?? [],
    submission,
    sheet: score(ruleSet, submission),
    previous: before ? aSubmission(before) : null,
    previousFailed: parts.previousFailed,
    peers: peers.map(each => aSubmission({ period, figures: each })),
  })
}

/** Findings of one code, as the list shows them. */
export function found(ruleSet: RuleSet, code: CheckCode, parts: CheckParts): readonly Finding[] {
  return checked(ruleSet, parts).findings.filter(each => each.code === code)
}

/** What findings of one code say. */
export function said(ruleSet: RuleSet, code: CheckCode, parts: CheckParts): readonly string[] {
  return found(ruleSet, code, parts).map(each => each.text.vi.replaceAll('\u00a0', ' '))
}

/** Whether a check was run and found nothing. */
export function passes(ruleSet: RuleSet, code: CheckCode, parts: CheckParts): boolean {
  return checked(ruleSet, parts).passed.some(each => each.code === code)
}
