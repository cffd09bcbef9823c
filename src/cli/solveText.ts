import { writtenDay } from '../model/period.ts'
import type { Metric, RuleSet } from '../model/ruleSet.ts'
import type { Rule } from '../model/rules.ts'
import type { NodePoints } from '../model/scoreSheet.ts'
import type { MetricSolution, Solution, SolveGoal, SolveTarget } from '../model/solution.ts'
import { formatInterval, pointsFormat } from '../receipt/pointsFormat.ts'
import { indexRuleSet } from '../scoring/ruleSetIndex.ts'
import type { Scored } from '../scoring/scoreSubmission.ts'

type Question = { readonly target: SolveTarget; readonly goal: SolveGoal }

/** Counts and other figures, with every decimal they have. */
const number = pointsFormat({}, 'vi')

/** The answers as Vietnamese lines, the question first. */
export function solutionLines(
  scored: Scored,
  question: Question,
  answers: readonly MetricSolution[],
): readonly string[] {
  return [
    `${targetText(scored, question.target)}: ${goalText(scored, question)}`,
    ...answers.map(answer => answerLine(scored, answer)),
  ]
}

function targetText({ ruleSet, sheet }: Scored, target: SolveTarget): string {
  if (target.kind === 'total') return `Tổng điểm, đang ${pointsText(ruleSet, sheet.total.points)}`
  const node = sheet.nodes.find(each => each.criterionId === target.criterionId)
  const now =
    node?.outcome?.kind === 'notApplicable' ? 'không áp dụng' : pointsText(ruleSet, node?.points ?? null)
  return `${node?.code ?? ''} ${node?.name ?? target.criterionId}, đang ${now}`
}

function goalText({ ruleSet, sheet }: Scored, { target, goal }: Question): string {
  switch (goal.kind) {
    case 'fullPoints': {
      const node =
        target.kind === 'leaf' ? sheet.nodes.find(each => each.criterionId === target.criterionId) : null
      const max = target.kind === 'total' ? sheet.total.maxPoints : node?.maxPoints
      return `để đạt điểm tối đa${max ? ` ${number(max)}` : ''}`
    }
    case 'points':
      return `để đạt ${number(goal.points)} điểm`
    case 'nextBand':
      return 'để lên mức xếp loại kế tiếp'
    case 'band':
      return `để đạt mức “${bandName(ruleSet, goal.bandId)}”`
  }
}

function answerLine(scored: Scored, { metricId, solution }: MetricSolution): string {
  const { ruleSet } = scored
  const metric = metricId === null ? undefined : indexRuleSet(ruleSet).metrics.get(metricId)
  const head = metric ? `${metric.name} [${metric.id}]: ` : ''
  switch (solution.status) {
    case 'already':
      return `${head}đã đạt: ${pointsText(ruleSet, solution.points)}${bandText(ruleSet, solution.bandId)}`
    case 'reached':
      return `${head}${metric ? changeText(ruleSet, metric, solution) : ''}; điểm ${plainPoints(ruleSet, solution.pointsBefore)} → ${plainPoints(ruleSet, solution.pointsAfter)}${bandText(ruleSet, solution.bandId)}`
    case 'impossible':
      return `${head}${lowered(solution.reason.vi)}${bestText(ruleSet, metric, solution)}`
    case 'open':
      return `${head}${lowered(solution.reason.vi)}${missingText(scored, solution)}${bestText(ruleSet, metric, solution)}`
  }
}

function changeText(
  ruleSet: RuleSet,
  metric: Metric,
  { value, from, change }: Extract<Solution, { status: 'reached' }>,
): string {
  const to = valueText(ruleSet, metric, value)
  if (from === null) return `cần ${to} (chưa có số liệu)`
  const now = valueText(ruleSet, metric, from)
  if (metric.valueType === 'flag' || metric.valueType === 'option' || change === null)
    return `cần chuyển ${now} → ${to}`
  const size = number(change.replace('-', ''))
  const fewer = change.startsWith('-')
  if (metric.valueType === 'date') return `cần ${fewer ? 'sớm' : 'muộn'} hơn ${size} ngày: ${now} → ${to}`
  return `cần ${fewer ? 'bớt' : 'thêm'} ${size} ${metric.unit}: ${number(from)} → ${number(value)}`
}

function valueText(ruleSet: RuleSet, metric: Metric, value: string): string {
  switch (metric.valueType) {
    case 'flag':
      return value === '0' ? 'không' : 'có'
    case 'date':
      return writtenDay(value)
    case 'option':
      return `“${optionLabel(ruleSet, metric.id, value) ?? value}”`
    case 'count':
    case 'percent':
    case 'number':
      return `${number(value)} ${metric.unit}`
  }
}

function optionLabel(ruleSet: RuleSet, metricId: string, value: string): string | undefined {
  const rules: readonly Rule[] = indexRuleSet(ruleSet).leaves.flatMap(leaf => leaf.rule ?? [])
  const choice = rules.find(rule => rule.kind === 'choice' && rule.metric === metricId)
  return choice?.kind === 'choice' ? choice.options.find(option => option.value === value)?.label : undefined
}

function missingText(
  { ruleSet, sheet }: Scored,
  { metricIds, criterionIds }: Extract<Solution, { status: 'open' }>,
) {
  const codes = sheet.nodes.filter(node => criterionIds.includes(node.criterionId)).map(node => node.code)
  const names = metricIds.map(id => `${indexRuleSet(ruleSet).metrics.get(id)?.name ?? id} [${id}]`)
  const missing = names.length > 0 ? names : codes
  return missing.length === 0 ? '' : `; thiếu: ${missing.join(', ')}`
}

function bestText(ruleSet: RuleSet, metric: Metric | undefined, solution: Solution): string {
  if (!metric || !('best' in solution) || !solution.best) return ''
  const { value, points } = solution.best
  return `; nhiều nhất ${pointsText(ruleSet, points)} khi là ${valueText(ruleSet, metric, value)}`
}

function bandText(ruleSet: RuleSet, bandId: string | null): string {
  return bandId === null ? '' : `, mức “${bandName(ruleSet, bandId)}” trở lên`
}

function bandName({ bands }: RuleSet, bandId: string): string {
  return bands.find(band => band.id === bandId)?.name ?? bandId
}

function pointsText(ruleSet: RuleSet, points: NodePoints | null): string {
  return points === null ? 'không áp dụng' : `${plainPoints(ruleSet, points)} điểm`
}

function plainPoints(ruleSet: RuleSet, points: NodePoints | null): string {
  const format = pointsFormat(ruleSet, 'vi')
  if (points === null) return 'không áp dụng'
  return points.kind === 'unknown' ? `ít nhất ${format(points.atLeast)}` : formatInterval(points, format)
}

function lowered(sentence: string): string {
  return `${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}`
}
