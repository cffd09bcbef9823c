import {
  decodeAgencies,
  decodeCatalogue,
  decodeDocuments,
  decodeRuleSet,
  decodeSubmissions,
} from '../../src/io/decode.ts'
import type { CohortView } from '../../src/model/cohort.ts'
import type { Decoded } from '../../src/model/problem.ts'
import type { RuleSet } from '../../src/model/ruleSet.ts'
import { atStage, stagesOf } from '../../src/model/stages.ts'
import type { Stage, Submission } from '../../src/model/submission.ts'
import { scoreGroups } from '../../src/scoring/cohort/scoreGroups.ts'
import { scoreSubmission } from '../../src/scoring/scoreSubmission.ts'
import { comparedGroups } from '../../src/state/useCohortView.ts'
import type { ScoredView } from '../../src/state/useScoredView.ts'
import { scoredAt } from '../scoring/builders.ts'

/** Published files as the page reads them, without the page. */

const texts = import.meta.glob<string>(['../../data/**/*.json', '!../../data/schema/**'], {
  query: '?raw',
  import: 'default',
})

async function read<Value>(
  path: string,
  decode: (text: string, file: string) => Decoded<Value>,
): Promise<Value> {
  const text = await texts[`../../data/${path}`]?.()
  const decoded = decode(text ?? '', path)
  if (!decoded.ok) throw new Error(`${path}: ${decoded.problems.map(each => each.message.en).join('; ')}`)
  return decoded.value
}

export const readCatalogue = () => read('index.json', decodeCatalogue)
export const readDirectory = () => read('agencies.json', decodeAgencies)

export async function readRuleSet(ruleSetId: string): Promise<RuleSet> {
  const entry = (await readCatalogue()).ruleSets.find(each => each.id === ruleSetId)
  return read(entry?.path ?? '', decodeRuleSet)
}

/** Every submission of a rule set in a period. */
export async function readSubmissions(ruleSetId: string, period: string): Promise<readonly Submission[]> {
  const { submissions } = await readCatalogue()
  const paths = new Set(
    submissions.flatMap(each => (each.ruleSetId === ruleSetId && each.period === period ? [each.path] : [])),
  )
  const found = await Promise.all([...paths].map(path => read(path, decodeSubmissions)))
  return found.flat().filter(each => each.period === period)
}

/** One agency in a period, at its last decided stage or at the one asked for. */
export async function scoredView(
  ruleSetId: string,
  period: string,
  agencyId: string,
  stage: Stage | null = null,
): Promise<ScoredView> {
  const [ruleSet, submissions, directory, documents] = await Promise.all([
    readRuleSet(ruleSetId),
    readSubmissions(ruleSetId, period),
    readDirectory(),
    read('documents.json', decodeDocuments),
  ])
  const whole = submissions.find(each => each.agencyId === agencyId)
  if (!whole) throw new Error(`${agencyId} has no submission of ${period}`)
  const submission = atStage(whole, stage) ?? whole
  return {
    ruleSet,
    submission,
    stages: stagesOf(whole),
    sheet: scoreSubmission(ruleSet, submission, scoredAt),
    change: null,
    plan: null,
    agency: directory.agencies.find(each => each.id === agencyId) ?? null,
    documents,
  }
}

/** Every comparison group of a rule set in a period. */
export async function cohortView(
  ruleSetId: string,
  period: string,
  stage: Stage | null = null,
): Promise<CohortView> {
  const [catalogue, directory, ruleSet, submissions] = await Promise.all([
    readCatalogue(),
    readDirectory(),
    readRuleSet(ruleSetId),
    readSubmissions(ruleSetId, period),
  ])
  return scoreGroups(
    {
      ruleSet,
      period,
      stage,
      submissions: submissions.map(submission => ({ file: `${submission.id}.json`, submission })),
      previous: [],
      groups: comparedGroups(catalogue, directory, ruleSetId),
      workloadMetricId: catalogue.ruleSets.find(each => each.id === ruleSetId)?.workloadMetricId ?? null,
    },
    scoredAt,
  )
}
