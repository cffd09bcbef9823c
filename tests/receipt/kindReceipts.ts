import type { SourceDocument } from '../../src/model/provenance.ts'
import type { Metric, RuleSet } from '../../src/model/ruleSet.ts'
import type { Rule } from '../../src/model/rules.ts'
import type { ScoreSheet } from '../../src/model/scoreSheet.ts'
import type { Submission } from '../../src/model/submission.ts'
import type { ReceiptContext } from '../../src/receipt/receipt.ts'
import { receiptFor } from '../../src/receipt/receiptFor.ts'
import { receiptText } from '../../src/receipt/receiptText.ts'
import { scoreCohort } from '../../src/scoring/scoreCohort.ts'
import type { Language } from '../../src/ui/formatNumber.ts'
import { aCriterion, aRuleSet, aSubmission, scoredAt } from '../scoring/builders.ts'
import { linesOf } from './receipts.ts'

/** The decision every built rule and figure cites. */
export const decision: SourceDocument = {
  id: 'quyet-dinh-thu',
  kind: 'decision',
  number: '12/QĐ-UBND',
  title: 'Ban hành Bộ chỉ số thử',
  issuer: 'UBND tỉnh',
  date: '2026-01-05',
  checkedOn: '2026-11-21',
  read: true,
}

const agencyNames: Readonly<Record<string, string>> = {
  'don-vi': 'Sở Nội vụ',
  'so-y-te': 'Sở Y tế',
  'so-tu-phap': 'Sở Tư pháp',
  'so-tai-chinh': 'Sở Tài chính',
}

export function aMetric(id: string, name: string, parts: Partial<Metric> = {}): Metric {
  return { id, name, unit: 'hồ sơ', unitEn: 'dossiers', valueType: 'count', ...parts }
}

export function aFlag(id: string, name: string, nameEn: string): Metric {
  return aMetric(id, name, { nameEn, unit: 'có/không', valueType: 'flag' })
}

/** Figures by metric id; null is missing. */
export type Figures = Readonly<Record<string, string | null>>

export type Scene = {
  readonly rule: Rule
  readonly metrics: readonly Metric[]
  readonly figures?: Figures
  readonly maxPoints?: string
  /** Figures of other agencies of the cohort, by agency id. */
  readonly peers?: Readonly<Record<string, Figures>>
  readonly previous?: Figures
  readonly ruleSet?: Partial<RuleSet>
  readonly leaf?: Parameters<typeof aCriterion>[0]
  readonly submission?: Partial<Submission>
}

/** One leaf "2.1 Tiêu chí thử", scored under one rule, and what its receipt is described from. */
export function sceneContext(scene: Scene, language: Language): ReceiptContext {
  const { rule, metrics, figures = {}, maxPoints = '2', peers, previous } = scene
  const leaf = aCriterion({
    id: 'leaf',
    code: '2.1',
    name: 'Tiêu chí thử',
    nameEn: 'Test criterion',
    maxPoints,
    rule,
    ...scene.leaf,
  })
  const ruleSet = aRuleSet({ criteria: [leaf], metrics, ...scene.ruleSet })
  const own = aSubmission({ figures, ...scene.submission })
  const others = Object.entries(peers ?? {}).map(([agencyId, theirs]) =>
    aSubmission({ agencyId, figures: theirs }),
  )
  const before = previous && aSubmission({ figures: previous, period: '2025' })
  const cohort = scoreCohort(ruleSet, [own, ...others], scoredAt, () => before ?? null)
  const [sheet] = cohort
  if (!sheet) throw new Error('nothing was scored')
  return contextFor(sheet, ruleSet, language)
}

export function contextFor(sheet: ScoreSheet, ruleSet: RuleSet, language: Language): ReceiptContext {
  return {
    sheet,
    ruleSet,
    documents: [decision],
    targets: [],
    language,
    scope: language === 'vi' ? 'Sở Nội vụ · Bộ thử' : 'Sở Nội vụ · Test set',
    agencyName: id => agencyNames[id] ?? id,
  }
}

/** The copied receipt of any node, a line each. */
export function textLines(context: ReceiptContext, nodeId = 'leaf'): readonly string[] {
  const receipt = receiptFor(nodeId, context)
  if (!receipt) throw new Error(`no receipt of "${nodeId}"`)
  return receiptText(receipt, context.language).split('\n')
}

/** Receipt of a scene's leaf in Vietnamese, without indents, without the lines every built leaf ends with. */
export function vietnamese(scene: Scene): readonly string[] {
  const lines = textLines(sceneContext(scene, 'vi')).filter(line => line !== '')
  return lines.map(line => line.trim()).slice(0, -4)
}

/** The calculation of a scene's leaf in English. */
export function english(scene: Scene): readonly string[] {
  const receipt = receiptFor('leaf', sceneContext(scene, 'en'))
  if (!receipt) throw new Error('no receipt')
  return linesOf(receipt, 'method')
    .slice(1)
    .flatMap(line => line.split('\n'))
}
