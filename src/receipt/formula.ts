import type {
  ExplainedCohort,
  ExplainedComposite,
  ExplainedLateness,
  ExplainedPart,
  ExplainedRule,
  FormulaStep,
  FormulaTerm,
} from '../model/explanation.ts'
import { formatDate } from '../ui/formatNumber.ts'
import { pickName } from '../ui/language.tsx'
import type { Speech } from './speech.ts'
import { termText } from './terms.ts'

/** The rule with the numbers put in, a line a step; why there is nothing to compute where there is nothing. */
export function formulaLines(rule: ExplainedRule, say: Speech): readonly string[] {
  switch (rule.kind) {
    case 'reported':
      return []
    case 'sum':
    case 'bestOf':
      return compositeLines(rule, say)
    default:
      return rule.empty
        ? [
            ...rule.steps.filter(step => step.of !== 'points').map(step => stepLine(step, rule, say)),
            emptyLine(rule, say),
          ]
        : measuredLines(rule, say)
  }
}

/** What a calculation rests on beside the agency's own figures: the other agencies, a calendar. */
export function formulaNotes(rule: ExplainedRule, say: Speech): readonly string[] {
  if (rule.kind === 'lateness') return [`${say.formula.calendar(rule.calendar)}.`]
  return 'cohort' in rule && rule.cohort ? [cohortNote(rule, rule.cohort, say)] : []
}

/** "So với 14/15 đơn vị có số liệu; cao nhất 80 Mbps: Sở Y tế." */
function cohortNote(rule: ExplainedRule, cohort: ExplainedCohort, say: Speech): string {
  const { formula } = say
  const { known, agencies, leaderIds } = cohort
  const isPercent = rule.steps.some(step => step.of === 'share')
  const unit = unitOf(rule, say)
  const value = (exact: string) => formula.edge(isPercent ? 'percent' : 'value', say.number(exact), unit)
  const named = leaderIds.slice(0, 3).map(say.agencyName)
  const rest = leaderIds.length - named.length
  const leaders = [named.join(', '), ...(rest > 0 ? [formula.others(rest)] : [])].join(' ')
  const isRelative = rule.kind === 'minMax' || rule.kind === 'rank'
  const ends = [
    (isRelative ? formula.bestIs : formula.highestIs)(value(cohort.best), leaders),
    ...(rule.kind === 'minMax' ? [formula.worstIs(value(cohort.worst))] : []),
  ]
  // Where all are equal nobody is ahead.
  const said = rule.empty ? [] : ends
  return `${[formula.comparedWith(String(known), String(agencies)), ...said].join('; ')}.`
}

function measuredLines(rule: ExplainedRule, say: Speech): readonly string[] {
  const cap = rule.cap ? [say.formula.cap(rule.cap.side, say.number(rule.cap.limit))] : []
  switch (rule.kind) {
    case 'yesNo':
    case 'choice':
      return [
        `${answerText(rule, say) ?? ''}: ${say.number(rule.points ?? '0')}/${say.number(rule.maxPoints)}`,
      ]
    case 'lateness':
      return latenessLines(rule, say)
    case 'everyOccurrence':
      return [onTimeLine(rule, say), ...rule.steps.map(step => stepLine(step, rule, say))]
    case 'bonusPenalty':
      return [
        ...rule.steps.map(step => stepLine({ ...step, term: withoutZeroBase(step.term) }, rule, say)),
        ...cap,
      ]
    default:
      return [...rule.steps.map(step => stepLine(step, rule, say)), ...cap]
  }
}

/** Why a rule measured nothing, and what it gives all the same. */
function emptyLine(rule: ExplainedRule, say: Speech): string {
  const { formula } = say
  const { empty, points } = rule
  if (!empty) return formula.open
  const reason =
    empty.because === 'state'
      ? empty.state === 'notApplicable' && empty.policy === 'missing'
        ? formula.partlyNotApplicable
        : formula.states[empty.state]
      : formula.emptiness(empty.because, rule.kind)
  return points === null ? reason : `${reason}: ${formula.ruleGives(say.number(points))}`
}

function stepLine(step: FormulaStep, rule: ExplainedRule, say: Speech): string {
  const { formula, language } = say
  const term = termText(step.term, language)
  if (step.of === 'rank' && 'cohort' in rule && rule.cohort)
    return formula.rankOf(say.number(step.result), String(rule.cohort.known))
  if (step.relation === 'earns')
    return `${capitalised(subjectText(term, step.term, rule, say))}: ${formula.points(say.number(step.result))}`
  if (step.of === 'denominator' && step.term.kind === 'call')
    return formula.largerDenominator(
      step.term.terms.map(each => termText(each, language)).join(formula.and),
      say.number(step.result),
    )
  const name = stepName(step, rule, say)
  const head = name === '' ? '' : `${name}: `
  const result = `${say.number(step.result)}${step.percent ? '%' : ''}`
  return `${head}${term === result ? term : `${term} = ${result}`}`
}

function stepName(step: FormulaStep, rule: ExplainedRule, say: Speech): string {
  if (step.of === 'denominator') return say.formula.fallbackDenominator
  if (step.of === 'coefficient' && rule.kind === 'ratio' && rule.coefficientId !== undefined)
    return say.formula.coefficientOf(say.nodeName(rule.coefficientId))
  if (rule.kind === 'surveyOptions' && step.of === 'mean') return say.formula.meanAnswer
  return say.formula.stepNames[step.of]
}

/** What earned the points: "95%", "3 cuộc họp", "hạng 3". */
function subjectText(text: string, term: FormulaTerm, rule: ExplainedRule, say: Speech): string {
  if (rule.kind === 'rank') return say.formula.rank(text)
  if (rule.kind === 'growth' && term.kind === 'number' && term.value !== '0')
    return term.value.startsWith('-')
      ? say.formula.fell(termText({ ...term, value: term.value.slice(1) }, say.language))
      : say.formula.grew(text)
  const isPercent = term.kind === 'number' && term.percent === true
  return isPercent ? text : say.formula.edge('value', text, unitOf(rule, say))
}

/** Unit of the one figure a rule looks at. */
export function unitOf(rule: ExplainedRule, say: Speech): string {
  const [input, ...others] = rule.inputs
  return input && others.length === 0 ? pickName(say.language, input.unit, input.unitEn) : ''
}

/** The answer that was given to a question; null where there was none. */
function answerText(rule: ExplainedRule, say: Speech): string | null {
  const taken = rule.branches.find(branch => branch.taken)
  if (!taken || (rule.kind !== 'yesNo' && rule.kind !== 'choice')) return null
  if (taken.when.kind === 'answer') return pickName(say.language, taken.when.label, taken.when.labelEn)
  return taken.when.kind === 'yes' ? say.words.yes : say.words.no
}

function latenessLines(rule: ExplainedLateness, say: Speech): readonly string[] {
  const { formula } = say
  const { since, workedDays, allowedDays } = rule
  const done = rule.inputs.at(-1)?.value
  const late = rule.steps.find(step => step.of === 'daysLate')
  const points = rule.points === null ? [] : [say.number(rule.points)]
  if (!since || !done || workedDays === null || !late) return []
  const [worked, allowed] = [String(workedDays), String(allowedDays)]
  const isLate = late.result !== '0'
  const sum = allowedDays === 0 ? late.result : `${worked} − ${allowed} = ${late.result}`
  return [
    done <= since
      ? formula.doneBefore(formatDate(since))
      : formula.workedDays(formatDate(since), formatDate(done), worked),
    ...(isLate
      ? [formula.daysLate(sum, allowed)]
      : allowedDays === 0
        ? []
        : [formula.withinAllowed(allowed)]),
    ...points.map(earned => {
      const subject = isLate ? formula.late(formula.edge('daysLate', late.result, '')) : formula.inTime
      return `${capitalised(subject)}: ${formula.points(earned)}`
    }),
  ]
}

function onTimeLine(rule: ExplainedRule, say: Speech): string {
  const applying = rule.branches.filter(branch => branch.state !== 'notApplicable')
  const done = applying.filter(branch => branch.taken)
  return say.formula.onTimeEveryTime(String(done.length), String(applying.length))
}

/** "0 + 2 × 1 − 1 × 0,5" without the base nobody stated. */
function withoutZeroBase(term: FormulaTerm): FormulaTerm {
  if (term.kind !== 'operation') return term
  const [first, ...rest] = term.terms
  if (!first || rest.length === 0) return term
  const [second] = rest
  if (term.operator === '+' && first.kind === 'number' && first.value === '0' && second && rest.length === 1)
    return second
  return { ...term, terms: [withoutZeroBase(first), ...rest] }
}

/** A sum as one line of its terms, then its parts; of several cases the one that counts. */
function compositeLines(rule: ExplainedComposite, say: Speech): readonly string[] {
  const { points } = rule
  if (rule.kind === 'bestOf')
    return [
      points === null ? emptyLine(rule, say) : `${say.formula.highest}: ${say.number(points)}`,
      ...rule.parts.map(part => partLine(part, true, true, say)),
    ]
  const terms = rule.parts.map(({ detail }) => termText(summand(detail), say.language))
  return [
    points === null ? emptyLine(rule, say) : `${terms.join(' + ')} = ${say.number(points)}`,
    ...rule.parts.map(part =>
      partLine(part, points === null || summand(part.detail).kind === 'number', false, say),
    ),
  ]
}

/**
 * "Tên phần: 6 − 2 × 0,5 = 5 (5/6)".
 * @param withFormula false where the line of the sum shows the calculation already
 * @param chooses whether only one of the parts counts
 */
function partLine(part: ExplainedPart, withFormula: boolean, chooses: boolean, say: Speech): string {
  const { detail, counts } = part
  const worth =
    detail.points === null
      ? openText(detail, say)
      : `${say.number(detail.points)}/${say.number(detail.maxPoints)}`
  const chosen = chooses && counts ? [say.formula.chosen] : []
  // An answer carries its points already.
  const answer = answerText(detail, say)
  const lines = withFormula && answer === null ? formulaLines(detail, say) : []
  const name = pickName(say.language, part.label, part.labelEn)
  if (lines.length === 0)
    return `${name}: ${[...(answer === null ? [] : [answer]), worth, ...chosen].join(', ')}`
  return `${name}: ${lines.join('; ')} (${[worth, ...chosen].join(', ')})`
}

/** A ratio part shows its counts (1 × 27 ÷ 30); anything else what it earned. */
function summand(detail: ExplainedRule): FormulaTerm {
  if (detail.kind !== 'ratio' || !detail.isPlain || detail.scaling !== 'share' || detail.atTarget)
    return { kind: 'number', value: detail.points ?? '0' }
  const share = detail.steps.find(step => step.of === 'share')
  return share && detail.points !== '0'
    ? {
        kind: 'operation',
        operator: '×',
        terms: [{ kind: 'number', value: detail.maxPoints }, share.term],
      }
    : { kind: 'number', value: detail.points ?? '0' }
}

/** "chưa tính, còn có thể từ 0 đến 2" */
function openText(detail: ExplainedRule, say: Speech): string {
  const { formula } = say
  if (detail.empty?.policy === 'notApplicable') return formula.notApplicable
  const { from, to } = detail.range
  return from === to
    ? formula.open
    : `${formula.open}, ${formula.stillPossible(say.number(from), say.number(to))}`
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
