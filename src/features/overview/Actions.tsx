import type { NextAction } from '../../model/nextActions.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import { pointsFormat } from '../../receipt/pointsFormat.ts'
import { useOffer } from '../../state/exports/offers.ts'
import type { ScoredPlan } from '../../state/scoreView.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { actionItem, isTaken, leftOut } from './actionItems.ts'
import { moreWords } from './moreWords.ts'
import { projectActions } from './projectActions.ts'

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
  const telling = { sheet, plan, agency, format, words, language }
  const planned = plan !== null
  const isUnranked = plan === null && Array.isArray(next) && next.every(isTaken)
  useOffer(
    next === null || next === 'failed' || next.length === 0
      ? null
      : {
          kind: 'table',
          id: 'actions',
          name: words.actions,
          make: () => projectActions(isUnranked ? [] : next.slice(0, actionsShown), left, telling),
        },
  )
  if (Array.isArray(next) && next.length === 0) return null
  const items =
    next === null || next === 'failed'
      ? []
      : next.slice(0, actionsShown).map(action => actionItem(action, telling))
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
