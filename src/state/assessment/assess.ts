import { ruleSetHash } from '../../io/hash/ruleSetHash.ts'
import type { Agency, AgencyLevel } from '../../model/agency.ts'
import type { Draft, RuleSetMark } from '../../model/draft.ts'
import { precedes } from '../../model/period.ts'
import type { Problem } from '../../model/problem.ts'
import type { SourceDocument } from '../../model/provenance.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { Submission } from '../../model/submission.ts'
import { countFigures } from '../../scoring/actions/countFigures.ts'
import { doubtfulLeaves } from '../../scoring/checks/doubtfulLeaves.ts'
import { runChecks } from '../../scoring/checks/runChecks.ts'
import { askedCompleteness, awaitedOf } from '../../scoring/form/askedCompleteness.ts'
import { asksNothing, formOf } from '../../scoring/form/formOf.ts'
import { progressOf } from '../../scoring/form/progressOf.ts'
import { setAside } from '../../scoring/form/setAside.ts'
import { lintRuleSet } from '../../scoring/lint/lintRuleSet.ts'
import { exemptionsOf } from '../../scoring/scoreLeaves.ts'
import { answerOf } from '../review/answers.ts'
import { askedChecks } from './askedChecks.ts'
import type { Assessment } from './assessment.ts'
import { keepAccepted, keepUnasked } from './keepUnasked.ts'
import { needsOf } from './needsOf.ts'
import { readingsOf } from './readDraft.ts'
import { type Kept, rescore } from './rescore.ts'
import { submissionParts, withAccepted } from './submissionOf.ts'

/** What a draft is assessed with. */
export type AssessInput = {
  readonly draft: Draft
  readonly ruleSet: RuleSet
  /** SHA-256 of the rule set as it is published today; null where it is not known. */
  readonly ruleSetSha256: string | null
  readonly agency: Agency | null
  readonly documents: readonly SourceDocument[]
  /** The period before; `ruleSetTitle` where it answered the rule set that this one replaced. */
  readonly previous: PreviousPeriod | null
  /** The period before that is published and could not be loaded. */
  readonly previousFailed?: string | undefined
  /** What the other agencies of the group sent for the same period. */
  readonly peers: readonly Submission[]
}

export type PreviousPeriod = {
  readonly submission: Submission
  /** The rule set it answered, where it is not the one of the draft: then its figures are only shown. */
  readonly otherRules: { readonly id: string; readonly version: string } | null
  /** It stands in a draft of this machine and was never published. */
  readonly isDraft?: true | undefined
}

/** Reads, scores and checks a draft from the beginning. */
export function assessDraft(input: AssessInput): Assessment {
  return createAssessor()(input)
}

/**
 * Assesses one revision of a draft after the other: only what a change touches is scored again, and everything
 * else of the result stays the very same object.
 */
export function createAssessor(): (input: AssessInput) => Assessment {
  let kept: Kept | null = null
  let doubtful: Assessment['doubtful'] = new Set()
  let forms: {
    readonly ruleSet: RuleSet
    readonly level: string | null
    readonly form: Assessment['form']
  } | null = null
  return input => {
    const { draft, ruleSet, agency, documents, previousFailed, peers, ruleSetSha256 } = input
    const level = agency?.level ?? null
    if (forms?.ruleSet !== ruleSet || forms.level !== level)
      forms = { ruleSet, level, form: formOf(ruleSet, level) }
    const { form } = forms
    const readings = readingsOf(draft, ruleSet, form)
    const parts = submissionParts(draft, ruleSet, readings, form)
    const { refused, claims } = parts
    const { asked } = draft
    const submission = asked ? keepUnasked(asked, parts.submission) : parts.submission
    const previous = asked?.previous ? previousOfRequest(asked.previous) : input.previous
    const comparable = previous && previous.otherRules === null ? previous.submission : null
    // Growth only means the period right before.
    const before = comparable && precedes(comparable.period, draft.period) ? comparable : null
    kept = rescore(kept, ruleSet, submission, draft.updatedAt, before)
    const { scored, nodes } = kept
    const { sheet } = scored
    const progress = progressOf(
      form,
      submission,
      new Set(exemptionsOf(ruleSet.criteria, submission).keys()),
      setAside(sheet).all,
    )
    const report = runChecks({
      draft,
      ruleSet,
      ruleSetSha256,
      form,
      readings,
      claims: claims.readings,
      refused,
      refusedClaims: claims.refused,
      submission,
      sheet,
      previous: comparable,
      previousFailed,
      peers,
    })
    const answers = asked ? answerOf(asked.request, asked.before, submission, ruleSet).answers : null
    const checks = asked && answers ? askedChecks(report, asked, answers, draft, form) : report
    const accepted = withAccepted(submission, draft, checks.findings)
    const inDoubt = doubtfulLeaves(form, checks.findings)
    if (inDoubt.size !== doubtful.size || ![...inDoubt].every(id => doubtful.has(id))) doubtful = inDoubt
    return {
      draft,
      ruleSet,
      agency,
      documents,
      form,
      readings,
      submission: asked ? keepAccepted(asked, accepted) : accepted,
      sheet,
      nodes,
      completeness: askedCompleteness(form, countFigures(ruleSet, submission, sheet), progress, sheet),
      awaited: awaitedOf(form, sheet),
      needs: needsOf(scored, nodes),
      progress,
      checks,
      doubtful,
      asksNothing: asksNothing(form),
      previous: previousOf(previous),
      ...(answers && { answers }),
    }
  }
}

const ofRequests = new WeakMap<Submission, PreviousPeriod>()

/** The reviewer scores with these; the same object as long as the request is, for what hangs on it. */
function previousOfRequest(submission: Submission): PreviousPeriod {
  const known = ofRequests.get(submission) ?? { submission, otherRules: null }
  ofRequests.set(submission, known)
  return known
}

const shown = new WeakMap<PreviousPeriod, NonNullable<Assessment['previous']>>()

function previousOf(previous: PreviousPeriod | null): Assessment['previous'] {
  if (!previous) return null
  const known = shown.get(previous)
  if (known) return known
  const { submission, otherRules, isDraft } = previous
  const made = {
    period: submission.period,
    values: new Map(submission.values.map(value => [value.metricId, value])),
    ...(otherRules && { otherRules }),
    ...(isDraft && { isDraft }),
  }
  shown.set(previous, made)
  return made
}

/** What another draft of the agency would hand in under these rules, to stand beside this one. */
export function draftSubmission(draft: Draft, ruleSet: RuleSet): Submission {
  // For any level: what is not asked of an agency is not in its draft.
  const form = formOf(ruleSet, null)
  return submissionParts(draft, ruleSet, readingsOf(draft, ruleSet, form), form).submission
}

/** Figures a rule set asks of agencies of a level; what is for others alone is none of theirs. */
export function askedFigures(ruleSet: RuleSet, level: AgencyLevel | null): ReadonlySet<string> {
  return new Set(formOf(ruleSet, level).metricIds)
}

/** Which rule set this is, by its content of today. */
export function ruleSetMark(ruleSet: RuleSet): RuleSetMark {
  return { id: ruleSet.id, version: ruleSet.version, sha256: ruleSetHash(ruleSet) }
}

/** Why a rule set cannot be used; nothing where it can. */
export function ruleSetErrors(ruleSet: RuleSet, file: string): readonly Problem[] {
  return lintRuleSet(ruleSet, file).filter(problem => problem.severity === 'error')
}
