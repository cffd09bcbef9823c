import type { RuleSet } from '../../model/ruleSet.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import { pointsFormat } from '../../receipt/pointsFormat.ts'
import type { ScoredPlan } from '../../state/scoreView.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { shortOf } from './TargetTiles.tsx'
import { type OverviewWords, overviewWords } from './words.ts'

type Action = {
  readonly id: string
  readonly name: string
  readonly points: string
  readonly detail: string
  readonly nodeId: string
}

const actionsShown = 3

/** The three things that win most back: the plan's own tasks where there is one. */
export function Actions({
  sheet,
  ruleSet,
  plan,
  select,
}: {
  sheet: ScoreSheet
  ruleSet: RuleSet
  plan: ScoredPlan | null
  select: (nodeId: string) => void
}) {
  const words = useText(overviewWords)
  const language = useLanguage()
  const format = pointsFormat(ruleSet, language)
  const actions = plan
    ? plannedActions(plan, sheet, format, language)
    : largestLosses(sheet, format, words, language)
  const left = leftOut(sheet, format, words, language)
  if (actions.length === 0) return null
  return (
    <section className="actions" aria-labelledby="actions-title">
      <div className="section-head">
        <h2 id="actions-title">{words.actions}</h2>
        <span className="sub">{plan ? words.actionsSub : words.noPlan}</span>
      </div>
      <ol>
        {actions.slice(0, actionsShown).map((action, index) => (
          <li key={action.id}>
            <button type="button" onClick={() => select(action.nodeId)}>
              <span className="order">{index + 1}</span>
              <span className="what">{action.name}</span>
              <span className="gain">{action.points}</span>
              <span className="detail" title={action.detail}>
                {action.detail}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {left.length > 0 && <p className="footnote">{words.outOfReach(left.join('; '))}</p>}
    </section>
  )
}

function plannedActions(
  { plan, actions }: ScoredPlan,
  sheet: ScoreSheet,
  format: (points: string) => string,
  language: Language,
): readonly Action[] {
  return actions.flatMap(({ taskId, recoverable }) => {
    const task = plan.tasks.find(entry => entry.id === taskId)
    const node = sheet.nodes.find(entry => entry.criterionId === task?.criterionIds[0])
    if (!task || !node) return []
    return [
      {
        id: taskId,
        name: pickName(language, task.shortName, task.shortNameEn),
        points: `+${format(recoverable)}`,
        detail: `${node.code} · ${pickName(language, task.lead, task.leadEn)}`,
        nodeId: node.criterionId,
      },
    ]
  })
}

function largestLosses(
  sheet: ScoreSheet,
  format: (points: string) => string,
  words: OverviewWords,
  language: Language,
): readonly Action[] {
  return sheet.losses.flatMap(step => {
    const node = sheet.nodes.find(entry => entry.criterionId === step.nodeId)
    // Where nothing was incurred there is nothing to do better.
    if (!node || step.kind !== 'lost' || step.notIncurred || node.outOfReach !== null) return []
    const short =
      node.gapToTarget?.count == null || node.gapToTarget.count === '0'
        ? node.ruleKind === 'reported'
          ? ` · ${words.ruleUnknown}`
          : ''
        : ` · ${shortOf(node.gapToTarget.direction, words)(formatNumber(node.gapToTarget.count, language), pickName(language, node.gapToTarget.unit, node.gapToTarget.unitEn))}`
    return [
      {
        id: node.criterionId,
        name: pickName(language, node.shortName, node.shortNameEn),
        points: `+${format(step.lost)}`,
        detail: `${node.code}${short}`,
        nodeId: node.criterionId,
      },
    ]
  })
}

/** What the list leaves out on purpose, and why. */
function leftOut(
  sheet: ScoreSheet,
  format: (points: string) => string,
  words: OverviewWords,
  language: Language,
): readonly string[] {
  return sheet.losses.flatMap(step => {
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
}
