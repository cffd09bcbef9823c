import type { Bilingual, Provenance } from '../../model/provenance.ts'
import { compareEntries } from '../../model/review.ts'
import type { ItemState } from '../../model/roundState.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { Decision, MetricValue, Submission } from '../../model/submission.ts'
import { checkSurvey, checkVerdict } from './checkVerdict.ts'
import { correctFigures } from './correctFigures.ts'
import { type Exemptions, withExemption, withoutExemption } from './exemptions.ts'
import { correctionsIn, figureClashes } from './figureClashes.ts'
import { inOrder } from './lineOrder.ts'
import { restOn } from './restOn.ts'
import { type Refused, type ReviewStep, reviewSteps, type Said, saidAt } from './said.ts'
import { refusals } from './verdictTexts.ts'

/** What one step of a review does to figures and exemptions, before anything is scored. */
export type Layer = {
  readonly step: ReviewStep
  /** What decides, by leaf or adjustment; whether there is anything to agree with is known after scoring. */
  readonly said: ReadonlyMap<string, Said>
  readonly refused: Refused
  /** Leaves whose points follow anew from figures that this step corrected, with the last line that did. */
  readonly again: ReadonlyMap<string, Said>
  /** Figures and exemptions after the step; decisions are those of the agency alone. */
  readonly submission: Submission
  /** Whether figures or exemptions changed. */
  readonly isOther: boolean
}

export type Laid = {
  /** As handed in, without what anybody decided elsewhere before. */
  readonly base: Submission
  readonly layers: readonly Layer[]
}

export type LayInput = {
  readonly ruleSet: RuleSet
  /** As it is read: one file, or one with parts of others. */
  readonly received: Submission
  readonly items: ReadonlyMap<string, ItemState>
  /** Of the round: what its reviewers correct and decide. */
  readonly provenance: Provenance
  /** Why a leaf is not for agencies of this level. */
  readonly notForLevel: (nodeId: string) => Bilingual | null
}

/**
 * Lays what reviewers corrected and exempted over a submission, step after step, in the order of the ledger. Lines
 * that contradict the rule set are left out and named.
 */
export function layFigures(input: LayInput): Laid {
  const { received, items } = input
  const claims = (received.decisions ?? []).filter(each => each.stage === 'selfAssessment')
  const base: Submission = {
    ...received,
    stage: 'selfAssessment',
    decisions: claims.length > 0 ? claims : undefined,
  }
  const layers: Layer[] = []
  let submission = base
  for (const step of reviewSteps) {
    const said = inLineOrder(
      [...items].flatMap(([criterionId, state]) => saidAt(step, criterionId, state) ?? []),
    )
    const layer = layStep(step, said, submission, claims, input)
    layers.push(layer)
    submission = layer.submission
  }
  return { base, layers }
}

function inLineOrder(lines: readonly Said[]): readonly Said[] {
  const byId = new Map(lines.map(line => [line.entry.id, line]))
  return inOrder(lines.map(each => each.entry)).flatMap(({ id }) => byId.get(id) ?? [])
}

function layStep(
  step: ReviewStep,
  lines: readonly Said[],
  before: Submission,
  claims: readonly Decision[],
  { ruleSet, items, provenance, notForLevel }: LayInput,
): Layer {
  const refused = new Map<string, Bilingual>()
  const clashing = new Set(
    figureClashes(lines.map(each => each.entry)).flatMap(clash => clash.entries.map(each => each.id)),
  )
  const said = new Map<string, Said>()
  const again = new Map<string, Said>()
  let values: ReadonlyMap<string, MetricValue> = new Map(before.values.map(each => [each.metricId, each]))
  let exempt: Exemptions = before.notApplicable ?? []
  const faultOf = ({ criterionId: nodeId, entry, verdict, reason }: Said): Bilingual | null => {
    if (clashing.has(entry.id)) return refusals.clash
    const context = { ruleSet, nodeId, values, notForLevel: notForLevel(nodeId) }
    if (entry.act.kind === 'survey') return checkSurvey(entry.act.given, entry.act.source, context)
    const asked = [
      ...claims.flatMap(each => (each.criterionId === nodeId ? [each.points] : [])),
      // What the agency asked for after the verdict was no claim that it could follow.
      ...(items.get(nodeId)?.answers ?? []).flatMap(({ entry: said, answer }) =>
        answer.claim !== null && compareEntries(said, entry) < 0 ? [answer.claim] : [],
      ),
    ]
    return checkVerdict(verdict, reason, { ...context, claims: asked, canAgree: null })
  }
  for (const line of lines) {
    const { criterionId, verdict, reason } = line
    const fault = faultOf(line)
    if (fault) {
      refused.set(criterionId, fault)
      continue
    }
    said.set(criterionId, line)
    if (verdict.kind === 'notApplicable') {
      exempt = withExemption(exempt, criterionId, reason ?? '')
      continue
    }
    if (verdict.kind === 'agree') continue
    exempt = withoutExemption(ruleSet, exempt, criterionId)
    if (verdict.kind !== 'figures') continue
    values = correctFigures(values, line, provenance)
    for (const { metricId } of correctionsIn(line.entry))
      for (const id of restOn(ruleSet, metricId)) again.set(id, line)
  }
  const isOther =
    again.size > 0 ||
    exempt.length !== (before.notApplicable ?? []).length ||
    exempt.some((each, index) => each !== before.notApplicable?.[index])
  return {
    step,
    said,
    refused,
    again,
    isOther,
    submission: isOther
      ? { ...before, values: [...values.values()], notApplicable: exempt.length > 0 ? exempt : undefined }
      : before,
  }
}
