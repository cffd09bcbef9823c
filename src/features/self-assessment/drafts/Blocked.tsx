import { retryStore } from '../../../state/assessment/draftLibrary.ts'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { draftsWords } from './words.ts'

/** The browser keeps nothing for this page: what that means and the way to try again. */
export function Blocked() {
  const words = useText(draftsWords)
  return (
    <div className="sa-blocked" role="alert">
      <Mark kind="error" size={18} />
      <div>
        <p>
          <b>{words.blockedTitle}</b>
        </p>
        <p>{words.blockedHint}</p>
      </div>
      <button type="button" className="button" onClick={() => void retryStore()}>
        {words.retry}
      </button>
    </div>
  )
}
