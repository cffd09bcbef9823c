import type { Catalogue } from '../../../model/catalogue.ts'
import {
  type RemovedRound,
  type RoundLibrary,
  restoreRound,
  retryRoundStore,
} from '../../../state/review/roundLibrary.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { roundName } from './roundName.ts'
import { roundsWords } from './words.ts'

/** The browser keeps nothing for this page: what that means and the way to try again. */
export function Blocked() {
  const words = useText(roundsWords)
  return (
    <div className="rvr-blocked" role="alert">
      <Mark kind="error" size={18} />
      <div>
        <p>
          <b>{words.blockedTitle}</b>
        </p>
        <p>{words.blockedHint}</p>
      </div>
      <button type="button" className="button" onClick={() => void retryRoundStore()}>
        {words.retry}
      </button>
    </div>
  )
}

/** Rounds deleted since the page was loaded, each with the way back. */
export function Removed({ removed, catalogue }: { removed: readonly RemovedRound[]; catalogue: Catalogue }) {
  const words = useText(roundsWords)
  const language = useLanguage()
  return (
    <ul className="rvr-removed" role="status">
      {removed.toReversed().map(each => {
        const name = roundName(each.round, catalogue, words, language)
        return (
          <li key={each.round.id}>
            <span>
              <b>{words.removed(name)}</b> {words.removedHint}
            </span>
            <button type="button" className="link-button" onClick={() => restoreRound(each)}>
              <Icon name="undo" size={16} /> {words.undo}
              <span className="visually-hidden"> {name}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** Records that are left as they are. */
export function Unreadable({ rounds }: { rounds: RoundLibrary['unreadable'] }) {
  const words = useText(roundsWords)
  if (rounds.length === 0) return null
  return (
    <ul className="rvr-unreadable">
      {rounds.map(({ id, why }) => (
        <li key={id}>
          <Mark kind="warning" size={14} />
          {why === 'newer' ? words.unreadableNewer(id) : words.unreadable(id)}
        </li>
      ))}
    </ul>
  )
}

/** Where rounds are kept, and what nobody can promise of them. */
export function Keeping() {
  const words = useText(roundsWords)
  return (
    <section className="rvr-keeping" aria-labelledby="rvr-keeping">
      <div className="section-head">
        <h2 id="rvr-keeping">{words.keeping}</h2>
      </div>
      <p>{words.keepingWhere}</p>
      <p>{words.keepingName}</p>
      <p>{words.keepingFile}</p>
    </section>
  )
}
