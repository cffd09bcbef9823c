import type { NextAction } from '../../model/nextActions.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import { changeText, reasonText, shortTexts } from '../../sentences/actionText.ts'
import { lowerFirst } from '../../sentences/lowerFirst.ts'
import type { ScoredPlan } from '../../state/scoreView.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import type { MoreWords } from './moreWords.ts'

/** Something to do next, as its line says it. */
export type ActionItem = {
  readonly id: string
  readonly name: string
  readonly gain: string
  readonly isOpen: boolean
  /** What is to change, then why the points are not there; as short as a line, and in full. */
  readonly detail: readonly string[]
  readonly full: readonly string[]
  readonly who: string
  readonly nodeId: string | undefined
}

/** What lines are made of. */
export type Telling = {
  readonly sheet: ScoreSheet
  readonly plan: ScoredPlan | null
  readonly agency: string
  readonly format: (points: string) => string
  readonly words: MoreWords
  readonly language: Language
}

/** One action in words: short as its line has room for, and in full. */
export function actionItem(action: NextAction, telling: Telling): ActionItem {
  const { sheet, plan, agency, format, words, language } = telling
  const { from, to } = action.points
  const [nodeId] = action.criterionIds
  const node = sheet.nodes.find(entry => entry.criterionId === nodeId)
  const common = {
    gain: from === to ? `+${format(to)}` : words.between(from === '0' ? '0' : format(from), format(to)),
    isOpen: from !== to,
    nodeId,
  }
  const codes = action.criterionIds.flatMap(
    id => sheet.nodes.find(entry => entry.criterionId === id)?.code ?? [],
  )
  if (action.kind === 'missing') {
    const waiting = [words.missingOf(codes.join(', ')), ...besideTheTree(telling)]
    return {
      ...common,
      id: 'missing',
      name: words.handIn(formatNumber(String(action.metricIds.length), language)),
      // What can be taken away comes before a long list of codes.
      detail: waiting.toReversed(),
      full: waiting,
      who: agency,
    }
  }
  const change = action.change ? [changeText(action.change, language)] : []
  const task = plan?.plan.tasks.find(entry => entry.id === action.taskId)
  if (task) {
    const told = [`${codes[0] ?? ''} · ${pickName(language, task.lead, task.leadEn)}`, ...change]
    return {
      ...common,
      id: task.id,
      name: pickName(language, task.shortName, task.shortNameEn),
      detail: told,
      full: [...told, reasonText(action.reason, language)],
      who: '',
    }
  }
  return {
    ...common,
    id: nodeId ?? '',
    name: node ? pickName(language, node.shortName, node.shortNameEn) : '',
    detail: [node?.code ?? '', ...shortTexts(action, language)],
    full: [...change, reasonText(action.reason, language)],
    who: agency,
  }
}

/** Points that rest on a rule nobody knows: no order follows from them. */
export const isTaken = ({ kind, change, reason }: NextAction) =>
  kind === 'leaf' && change === null && reason.kind === 'published'

/** What missing figures leave open outside the tree, which the points of the leaves do not hold. */
function besideTheTree({ sheet, format, words, language }: Telling): readonly string[] {
  return sheet.adjustments.flatMap(({ outcome, points, effect, shortName, shortNameEn }) => {
    if (outcome.kind !== 'missing' || points.to === '0') return []
    const name = lowerFirst(pickName(language, shortName, shortNameEn))
    return [(effect === 'penalty' ? words.mayLose : words.mayAdd)(format(points.to), name)]
  })
}

/** What the list leaves out on purpose, and why. */
export function leftOut(
  sheet: ScoreSheet,
  format: (points: string) => string,
  words: MoreWords,
  language: Language,
): readonly string[] {
  const named = sheet.losses.flatMap(step => {
    if (step.kind === 'unexplained') return [words.unexplainedItem(format(step.lost))]
    const node = sheet.nodes.find(entry => entry.criterionId === step.nodeId)
    return node && node.outOfReach !== null
      ? [
          words.outOfReachItem(
            node.code,
            pickName(language, node.shortName, node.shortNameEn),
            format(step.lost),
          ),
        ]
      : []
  })
  const idle = sheet.losses.filter(step => step.notIncurred).length
  return idle > 0 ? [...named, words.notIncurredItems(formatNumber(String(idle), language))] : named
}
