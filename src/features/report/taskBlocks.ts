import type { NextAction } from '../../model/nextActions.ts'
import type { ReportBlock } from '../../model/report.ts'
import { changeText, reasonText } from '../../sentences/actionText.ts'
import { formatDate } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import type { ReportRemedy } from './reportInput.ts'
import { simpleTable } from './simpleTable.ts'
import type { Telling } from './telling.ts'

/** Actions a report lists; the rest is counted. */
const mostActions = 12

/** IV. What to do next, and what was given to somebody to do. */
export function taskBlocks(telling: Telling): readonly ReportBlock[] {
  const { words, input } = telling
  return [
    { kind: 'heading', level: 1, text: words.tasks },
    { kind: 'heading', level: 2, text: words.actions },
    ...actionBlocks(telling),
    { kind: 'heading', level: 2, text: words.remedies },
    ...(input.remedies.length === 0
      ? [{ kind: 'text' as const, text: words.noRemedies }]
      : [
          {
            kind: 'table' as const,
            table: remedyTable(input.remedies, telling),
            caption: words.remediesCaption,
          },
        ]),
    { kind: 'text', text: words.ownRemedies },
  ]
}

function actionBlocks(telling: Telling): readonly ReportBlock[] {
  const { words, input, view, count } = telling
  const { next } = input
  if (next.length === 0) return [{ kind: 'text', text: words.noActions }]
  if (view.plan === null && next.every(isTaken)) return [{ kind: 'text', text: words.unranked }]
  const left = next.length - mostActions
  const { actionColumns } = words
  const table = simpleTable(
    'actions',
    words.actionsCaption,
    [
      [actionColumns.number, 5, 'center'],
      [actionColumns.what, 34],
      [actionColumns.gain, 12, 'right'],
      [actionColumns.how, 40],
      [actionColumns.lead, 20],
    ],
    next.slice(0, mostActions).map((action, index) => ({
      cells: [count(index + 1), ...actionCells(action, telling)],
    })),
    { empty: words.noActions, notes: left > 0 ? [words.actionsMore(count(left))] : [] },
  )
  return [
    { kind: 'text', text: view.plan ? words.actionsByPlan : words.actionsHow },
    { kind: 'table', table, caption: words.actionsCaption },
  ]
}

/** Points that rest on a rule nobody knows: no order follows from them. */
const isTaken = ({ kind, change, reason }: NextAction) =>
  kind === 'leaf' && change === null && reason.kind === 'published'

function actionCells(action: NextAction, telling: Telling): readonly string[] {
  const { words, language, format, view, codesOf, nodeName, count } = telling
  const { from, to } = action.points
  const gain = from === to ? `+${format(to)}` : words.between(from === '0' ? '0' : format(from), format(to))
  const codes = codesOf(action.criterionIds)
  const where = codes === '' ? [] : [words.of(codes)]
  const agency = telling.issuer
  if (action.kind === 'missing')
    return [words.handIn(count(action.metricIds.length)), gain, where.join(''), agency]
  const how = [
    ...(action.change ? [changeText(action.change, language)] : []),
    reasonText(action.reason, language),
  ]
  const task = view.plan?.plan.tasks.find(each => each.id === action.taskId)
  if (task)
    return [
      pickName(language, task.shortName, task.shortNameEn),
      gain,
      [...where, ...how].join('; '),
      pickName(language, task.lead, task.leadEn),
    ]
  const [nodeId = ''] = action.criterionIds
  return [`${codes} ${nodeName(nodeId)}`.trim(), gain, how.join('; '), agency]
}

/** Remedial tasks with criterion, lead, product and deadline. */
export function remedyTable(remedies: readonly ReportRemedy[], telling: Telling) {
  const { words, codesOf } = telling
  const { remedyColumns } = words
  return simpleTable(
    'remedies',
    words.remediesCaption,
    [
      [remedyColumns.name, 40],
      [remedyColumns.criteria, 10],
      [remedyColumns.lead, 24],
      [remedyColumns.product, 20],
      [remedyColumns.due, 12, 'center'],
      [remedyColumns.state, 12],
    ],
    remedies.map(({ task, lead, state }) => ({
      cells: [
        task.name,
        codesOf(task.criterionIds),
        lead === '' ? words.noLead : lead,
        task.product ?? words.noProduct,
        task.due === null ? words.noDue : formatDate(task.due),
        state === null ? words.stateTorn : words.state[state],
      ],
    })),
    { empty: words.noRemedies },
  )
}
