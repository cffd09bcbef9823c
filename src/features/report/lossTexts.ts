import type { LossStep, NodeScore } from '../../model/scoreSheet.ts'
import { receiptFor } from '../../receipt/receiptFor.ts'
import { changeText, reasonText } from '../../sentences/actionText.ts'
import { formatDate } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import type { ReportRemedy } from './reportInput.ts'
import { oneLine } from './simpleTable.ts'
import type { Telling } from './telling.ts'

/** Why points are not there, what it rests on, and what full points would take. */
export function whyTexts(step: LossStep, telling: Telling): readonly string[] {
  const { words } = telling
  const node = telling.node(step.nodeId)
  if (!node) return poolTexts(step, telling)
  const action = leafOf(step, telling)
  const why = reasonOf(step, node, telling)
  const full = fullText(step, node, telling)
  return [
    ...(why === '' ? [] : [words.why(why)]),
    ...(step.kind === 'missing' ? [] : [...figureTexts(node, telling), ...formulaTexts(node, telling)]),
    ...(full !== '' && !(action === undefined && step.notIncurred) ? [words.full(full)] : []),
  ]
}

function leafOf({ nodeId }: LossStep, { input }: Telling) {
  return input.leaves.find(each => each.kind === 'leaf' && each.criterionIds[0] === nodeId)
}

function reasonOf(step: LossStep, node: NodeScore, telling: Telling): string {
  const { words, language, metricName } = telling
  if (node.outcome?.kind === 'pendingReview')
    return node.outcome.assessedBy === 'survey' ? words.waitsSurvey : words.waitsReview
  if (step.kind === 'missing')
    return node.outcome?.kind === 'missing' && node.outcome.metricIds.length > 0
      ? words.missingFigures(node.outcome.metricIds.map(metricName).join('; '))
      : reasonText({ kind: 'missing' }, language)
  if (step.notIncurred) return words.idle
  if (node.outOfReach !== null) return words.outOfReach(plain(node.outOfReach))
  const action = leafOf(step, telling)
  if (action?.reason.kind === 'published') return words.ruleUnknown
  if (action?.reason.kind === 'separate') return words.separate
  if (action) return reasonText(action.reason, language)
  return node.ruleKind === 'reported' ? words.ruleUnknown : ''
}

/** Figures of the leaf, each with its name. */
function figureTexts(node: NodeScore, { context, words }: Telling): readonly string[] {
  const figures =
    receiptFor(node.criterionId, context)?.sections.filter(
      each => each.id === 'figures' && each.title !== null,
    ) ?? []
  const said = figures
    .flatMap(({ lines }) => lines)
    .flatMap(({ kind, label, value }) =>
      label !== undefined && value !== undefined && kind !== 'note' ? [`${label}: ${value}`] : [],
    )
  return said.length === 0 ? [] : [words.figuresOf(oneLine(said.join('; ')))]
}

/** The formula with the numbers put in, where the points follow from figures. */
function formulaTexts(node: NodeScore, { context, words }: Telling): readonly string[] {
  if (node.ruleKind === 'reported') return []
  const lines = receiptFor(node.criterionId, context)?.sections.flatMap(each => each.lines) ?? []
  const formula = lines.find(({ kind, value }) => kind === 'formula' && value !== undefined)?.value
  return formula === undefined ? [] : [words.formula(ended(formula.split('\n').join('; ')))]
}

/** What full points would take, in units where they can be told. */
function fullText(step: LossStep, node: NodeScore, telling: Telling): string {
  const { words, language, number, percent } = telling
  const action = leafOf(step, telling)
  if (action?.change) return changeText(action.change, language)
  const gap = node.gapToTarget
  if (gap === null || gap.percentPoints === '0') return ''
  const say = gap.direction === 'higherIsBetter' ? words.fullShare : words.fullShareDown
  const short = say(percent(gap.percentPoints).replace('%', ''), percent(gap.targetPercent))
  const unit = pickName(language, gap.unit, gap.unitEn)
  return gap.count === null || gap.count === '0' ? short : `${number(gap.count)} ${unit}; ${short}`
}

function poolTexts(step: LossStep, { sheet, words }: Telling): readonly string[] {
  return sheet.pools.some(pool => pool.poolId === step.nodeId) ? [words.why(words.pooled)] : []
}

/** Causes as somebody wrote them; where nobody did, a line to fill in and no cause of our making. */
export function causeTexts(step: LossStep, { view, words }: Telling): readonly string[] {
  if (!isExplainable(step)) return []
  const { published, decisions = [], explanations = [] } = view.submission
  const cause = published?.points.find(each => each.nodeId === step.nodeId)?.cause
  const reason = decisions.findLast(each => each.criterionId === step.nodeId)?.reason
  const own = explanations.filter(each => each.criterionId === step.nodeId)
  const said = [
    ...(cause === undefined ? [] : [words.cause(ended(cause))]),
    ...(reason === undefined || reason === '' ? [] : [words.causeReview(ended(reason))]),
    ...own.map(each => words.causeAgency(ended(each.text))),
  ]
  return said.length > 0 ? said : [words.causeOpen]
}

/** Remedial tasks that were entered for the criterion, or a line to fill in. */
export function remedyTexts(step: LossStep, telling: Telling): readonly string[] {
  if (!isExplainable(step)) return []
  const { input, words } = telling
  const own = input.remedies.filter(({ task }) => task.criterionIds.includes(step.nodeId))
  return own.length > 0 ? own.map(each => words.remedy(remedyText(each, telling))) : [words.remedyOpen]
}

function remedyText({ task, lead }: ReportRemedy, { words }: Telling): string {
  return [
    plain(oneLine(task.name)),
    ...(task.product === null ? [] : [words.product(plain(oneLine(task.product)))]),
    words.lead(lead === '' ? words.noLead : lead),
    words.due(task.due === null ? words.noDue : formatDate(task.due)),
  ].join('; ')
}

/** What somebody did or left undone; rounding, bonuses and 0/0 have no cause to look for. */
function isExplainable(step: LossStep): boolean {
  return !step.notIncurred && step.kind !== 'rounding' && !step.lost.startsWith('-')
}

/** Without the full stop at its end. */
const plain = (text: string) => text.trim().replace(/[.;]+$/, '')
const ended = (text: string) => {
  const said = plain(oneLine(text))
  return said.endsWith('…') ? said : `${said}.`
}
