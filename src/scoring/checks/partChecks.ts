import type { FormItem } from '../../model/form.ts'
import type { Metric } from '../../model/ruleSet.ts'
import type { FormulaRule, Rule, SurveyOptionsRule } from '../../model/rules.ts'
import { compare, formatExact, hundred, parseExact, sum } from '../exact.ts'
import { type Condition, type Expression, parseCondition, parseExpression } from '../formula/parseFormula.ts'
import { type CheckContext, type CheckRun, found, run } from './checkContext.ts'
import { figureText, nameText, numberText } from './checkTexts.ts'
import { onceFor } from './onceFor.ts'

/** Parts against their whole, where a rule says which figures are parts of which. */
export function partChecks(context: CheckContext): readonly CheckRun[] {
  return [...partsAboveWhole(context), ...answersInPercent(context)]
}

/**
 * A formula that takes figures from another and divides what is left by that other one says that they are parts
 * of it: `(giao - dung_han - tre_han) / giao`. Nothing else of a formula tells what belongs to what.
 */
function partsAboveWhole({ items, entered, metrics }: CheckContext): readonly CheckRun[] {
  const wholes = items.flatMap(item =>
    formulasOf(item.rule).flatMap(rule => {
      const metricOf = new Map(rule.variables.map(({ name, metric }) => [name, metric]))
      const seen = new Set<string>()
      return remaindersOf(rule).flatMap(({ whole, parts }) => {
        const all = [whole, ...parts].flatMap(name => {
          const metric = metrics.get(metricOf.get(name) ?? '')
          const value = metric && entered.get(metric.id)
          return metric && value !== undefined ? [{ metric, value }] : []
        })
        const [first, ...others] = all
        const key = [whole, ...parts].join('|')
        if (!first || others.length !== parts.length || others.length === 0 || seen.has(key)) return []
        seen.add(key)
        return [{ item, whole: first, parts: others }]
      })
    }),
  )
  return run('part-above-whole', wholes, ({ item, whole, parts }) => {
    const together = formatExact(sum(parts.map(part => parseExact(part.value))))
    if (compare(parseExact(together), parseExact(whole.value)) <= 0) return null
    const [above, below] = [figureText(together, whole.metric), figureText(whole.value, whole.metric)]
    const names = parts.map(part => nameText(part.metric))
    return found(
      {
        code: 'part-above-whole',
        severity: 'doubt',
        text: {
          vi: `${names.map(each => each.vi).join(' và ')} cộng lại là ${above.vi}, nhiều hơn ${nameText(whole.metric).vi} là ${below.vi}`,
          en: `${names.map(each => each.en).join(' and ')} come to ${above.en}, more than ${nameText(whole.metric).en}, which is ${below.en}`,
        },
      },
      { nodeId: item.nodeId, metricId: parts[0]?.metric.id ?? whole.metric.id, part: 'field' },
      [whole.value, ...parts.map(part => part.value)],
    )
  })
}

function formulasOf(rule: Rule): readonly FormulaRule[] {
  if (rule.kind === 'sum') return rule.parts.flatMap(part => formulasOf(part.rule))
  if (rule.kind === 'bestOf') return rule.cases.flatMap(each => formulasOf(each.rule))
  return rule.kind === 'formula' ? [rule] : []
}

type Remainder = { readonly whole: string; readonly parts: readonly string[] }

const remaindersOf = onceFor((rule: FormulaRule): readonly Remainder[] =>
  rule.cases.flatMap(({ when, expression }) => {
    const condition = when === undefined ? null : parseCondition(when)
    const parsed = parseExpression(expression)
    return [
      ...(condition?.ok ? inCondition(condition.value) : []),
      ...(parsed.ok ? inExpression(parsed.value) : []),
    ]
  }),
)

function inCondition(condition: Condition): readonly Remainder[] {
  switch (condition.kind) {
    case 'comparison':
      return [...inExpression(condition.left), ...inExpression(condition.right)]
    case 'not':
      return inCondition(condition.term)
    default:
      return [...inCondition(condition.left), ...inCondition(condition.right)]
  }
}

function inExpression(expression: Expression): readonly Remainder[] {
  switch (expression.kind) {
    case 'number':
    case 'name':
      return []
    case 'negate':
      return inExpression(expression.term)
    case 'call':
      return expression.terms.flatMap(inExpression)
    case 'if':
      return [
        ...inCondition(expression.condition),
        ...inExpression(expression.then),
        ...inExpression(expression.otherwise),
      ]
    case 'binary': {
      const { operator, left, right } = expression
      const below = [...inExpression(left), ...inExpression(right)]
      const parts = operator === '/' && right.kind === 'name' ? takenFrom(left, right.name) : null
      return parts && right.kind === 'name' ? [{ whole: right.name, parts }, ...below] : below
    }
  }
}

/** Names taken one after the other from a whole; null where the expression is something else. */
function takenFrom(expression: Expression, whole: string): readonly string[] | null {
  if (expression.kind !== 'binary' || expression.operator !== '-' || expression.right.kind !== 'name')
    return null
  const { left, right } = expression
  if (left.kind === 'name') return left.name === whole ? [right.name] : null
  const others = takenFrom(left, whole)
  return others && [...others, right.name]
}

/** Answers of a survey stated in percent: together they are all answers. */
function answersInPercent({ items, entered, metrics }: CheckContext): readonly CheckRun[] {
  const surveys = items.flatMap(item =>
    surveysOf(item.rule).flatMap(rule => {
      const answers = rule.options.flatMap(({ metric: id }) => {
        const [metric, value] = [metrics.get(id), entered.get(id)]
        return metric && isPercentage(metric) && value !== undefined ? [{ metric, value }] : []
      })
      const [first] = answers
      return first && answers.length === rule.options.length ? [{ item, first, answers }] : []
    }),
  )
  const together = (survey: (typeof surveys)[number]) =>
    sum(survey.answers.map(answer => parseExact(answer.value)))
  return [
    ...run('share-above-100', surveys, survey =>
      compare(together(survey), hundred) > 0 ? notAll(survey, 'share-above-100') : null,
    ),
    ...run('parts-do-not-sum', surveys, survey =>
      compare(together(survey), hundred) < 0 ? notAll(survey, 'parts-do-not-sum') : null,
    ),
  ]

  function notAll(survey: (typeof surveys)[number], code: 'share-above-100' | 'parts-do-not-sum') {
    const text = numberText(formatExact(together(survey)))
    const isAbove = code === 'share-above-100'
    return found(
      {
        code,
        severity: 'doubt',
        text: {
          vi: `các câu trả lời cộng lại được ${text.vi}%, ${isAbove ? 'quá' : 'chưa đủ'} 100%`,
          en: `the answers come to ${text.en}% together, ${isAbove ? 'above' : 'below'} 100%`,
        },
      },
      placeIn(survey.item, survey.first.metric),
      survey.answers.map(answer => answer.value),
    )
  }
}

function placeIn({ nodeId }: FormItem, { id }: Metric) {
  return { nodeId, metricId: id, part: 'field' } as const
}

function isPercentage({ valueType, unit }: Metric): boolean {
  return valueType === 'percent' || (valueType === 'number' && unit.trim() === '%')
}

function surveysOf(rule: Rule): readonly SurveyOptionsRule[] {
  if (rule.kind === 'sum') return rule.parts.flatMap(part => surveysOf(part.rule))
  if (rule.kind === 'bestOf') return rule.cases.flatMap(each => surveysOf(each.rule))
  return rule.kind === 'surveyOptions' ? [rule] : []
}
