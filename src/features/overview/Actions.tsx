import type { NextAction } from '../../model/nextActions.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import { pointsFormat } from '../../receipt/pointsFormat.ts'
import type { ScoredPlan } from '../../state/scoreView.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { changeText, reasonText, shortTexts } from './actionText.ts'
import { type MoreWords, moreWords } from './moreWords.ts'
import { lowerFirst } from './overviewSentence.ts'

type Item = {
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

const actionsShown = 3

/** The three things that win most for what they ask: the plan's own tasks where there is one. */
export function Actions({
  sheet,
  ruleSet,
  plan,
  agency = '',
  next = null,
  select,
}: {
  sheet: ScoreSheet
  ruleSet: RuleSet
  plan: ScoredPlan | null
  /** Who is responsible where no plan says. */
  agency?: string | undefined
  /** null while they are being worked out. */
  next?: readonly NextAction[] | 'failed' | null | undefined
  select: (nodeId: string) => void
}) {
  const words = useText(moreWords)
  const language = useLanguage()
  const format = pointsFormat(ruleSet, language)
  const left = leftOut(sheet, format, words, language)
  if (Array.isArray(next) && next.length === 0) return null
  const items =
    next === null || next === 'failed'
      ? []
      : next
          .slice(0, actionsShown)
          .map(action => itemOf(action, { sheet, plan, agency, format, words, language }))
  const planned = plan !== null
  const isUnranked = plan === null && Array.isArray(next) && next.every(isTaken)
  return (
    <section className="actions" aria-labelledby="actions-title">
      <div className="section-head">
        <h2 id="actions-title">{words.actions}</h2>
        <span className="sub" title={planned || isUnranked ? undefined : words.byWorthHow}>
          {planned ? words.planned : isUnranked ? words.unranked : words.byWorth}
        </span>
      </div>
      {next === 'failed' && <p className="footnote shown">{words.failed}</p>}
      {next === null && <p className="computing">{words.computing}</p>}
      {isUnranked && <p className="computing">{words.unrankedHow}</p>}
      <ol>
        {(isUnranked ? [] : items).map((item, index) => (
          <li key={item.id}>
            <button
              type="button"
              disabled={item.nodeId === undefined}
              onClick={() => item.nodeId !== undefined && select(item.nodeId)}
            >
              <span className="order">{index + 1}</span>
              <span className="what">
                <span>{item.name}</span>
                {item.who !== '' && (
                  <span className="who" title={item.who}>
                    {item.who}
                  </span>
                )}
              </span>
              <span className="gain">
                {item.isOpen && <Mark kind="missing" />}
                {item.gain}
              </span>
              <span className="detail" title={[...item.full, item.who].filter(Boolean).join(' · ')}>
                <span>{item.detail.join(' · ')}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      {left.length > 0 && <p className="footnote">{words.outOfReach(left.join('; '))}</p>}
    </section>
  )
}

type Telling = {
  readonly sheet: ScoreSheet
  readonly plan: ScoredPlan | null
  readonly agency: string
  readonly format: (points: string) => string
  readonly words: MoreWords
  readonly language: Language
}

function itemOf(action: NextAction, telling: Telling): Item {
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
  const change = action.change ? [changeText(action.change, words, language)] : []
  const task = plan?.plan.tasks.find(entry => entry.id === action.taskId)
  if (task) {
    const told = [`${codes[0] ?? ''} · ${pickName(language, task.lead, task.leadEn)}`, ...change]
    return {
      ...common,
      id: task.id,
      name: pickName(language, task.shortName, task.shortNameEn),
      detail: told,
      full: [...told, reasonText(action.reason, words, language)],
      who: '',
    }
  }
  return {
    ...common,
    id: nodeId ?? '',
    name: node ? pickName(language, node.shortName, node.shortNameEn) : '',
    detail: [node?.code ?? '', ...shortTexts(action, words, language)],
    full: [...change, reasonText(action.reason, words, language)],
    who: agency,
  }
}

/** Points that rest on a rule nobody knows: no order follows from them. */
const isTaken = ({ kind, change, reason }: NextAction) =>
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
function leftOut(
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
