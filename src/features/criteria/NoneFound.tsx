import { useText } from '../../ui/language.tsx'
import { noneText } from './projectCriteria.ts'
import { criteriaWords } from './words.ts'

/** No row is left: says what hides them, and one press brings them back. */
export function NoneFound({ hiding, lift }: { hiding: readonly string[]; lift: () => void }) {
  const words = useText(criteriaWords)
  return (
    <div className="none-found" role="status">
      <h2>{words.noneTitle}</h2>
      <p>{noneText(hiding, words)}</p>
      <button type="button" className="button" onClick={lift}>
        {words.lift}
      </button>
    </div>
  )
}
