import './saving.css'
import { useEffect, useRef } from 'react'
import type { RuleSet } from '../../../model/ruleSet.ts'
import type { OpenDraft } from '../../../state/assessment/openDraft.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { draftDifferences } from './draftDifferences.ts'
import { savingWords } from './savingWords.ts'

/** Differences that are listed; the rest is counted. */
const mostListed = 6

/**
 * Another tab saved the same draft while something was changed here: what differs, and three ways on.
 * Draws nothing while the tabs agree.
 * @param ruleSet names the figures; null while it is not loaded
 */
export function OtherTab({
  open: { draft, saving },
  ruleSet,
}: {
  open: Pick<OpenDraft, 'draft' | 'saving'>
  ruleSet: RuleSet | null
}) {
  const words = useText(savingWords)
  const language = useLanguage()
  const banner = useRef<HTMLElement>(null)
  const isAsked = saving.status === 'elsewhere'
  // Whoever types far down the form must see it; the focus stays where it is.
  useEffect(() => {
    if (isAsked) banner.current?.scrollIntoView({ block: 'nearest' })
  }, [isAsked])
  if (saving.status !== 'elsewhere') return null
  const differences = draftDifferences(draft, saving.other, ruleSet, words, language)
  const rest = differences.length - mostListed
  return (
    <section ref={banner} className="sa-other-tab" role="alert" aria-labelledby="sa-other-tab">
      <Mark kind="warning" size={18} />
      <div>
        <h2 id="sa-other-tab">{words.otherTab}</h2>
        <p>{words.otherTabHint}</p>
        {differences.length === 0 ? (
          <p>{words.noDifference}</p>
        ) : (
          <table className="figures">
            <thead>
              <tr>
                <th scope="col">{words.where}</th>
                <th scope="col">{words.here}</th>
                <th scope="col">{words.there}</th>
              </tr>
            </thead>
            <tbody>
              {differences.slice(0, mostListed).map(({ where, mine, other }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two figures may have one name
                <tr key={`${where} ${index}`}>
                  <th scope="row">{where}</th>
                  <td data-label={words.here}>{mine ?? <em>{words.empty}</em>}</td>
                  <td data-label={words.there}>{other ?? <em>{words.empty}</em>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {rest > 0 && <p>{words.more(formatNumber(String(rest), language))}</p>}
        <ul>
          <li>
            <button type="button" className="button primary" onClick={saving.keepBoth}>
              {words.keepBoth}
            </button>
            <small>{words.keepBothHint}</small>
          </li>
          <li>
            <button type="button" className="button" onClick={saving.takeOther}>
              {words.takeOther}
            </button>
            <small>{words.takeOtherHint}</small>
          </li>
          <li>
            <button type="button" className="button" onClick={saving.keepMine}>
              {words.keepMine}
            </button>
            <small>{words.keepMineHint}</small>
          </li>
        </ul>
      </div>
    </section>
  )
}
