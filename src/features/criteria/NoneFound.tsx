import { useText } from '../../ui/language.tsx'
import { criteriaWords } from './words.ts'

/** No row is left: says what hides them, and one press brings them back. */
export function NoneFound({ hiding, lift }: { hiding: readonly string[]; lift: () => void }) {
  const words = useText(criteriaWords)
  const [first = '', ...others] = hiding
  const text = [first, ...others.map(each => each.slice(0, 1).toLocaleLowerCase('vi') + each.slice(1))]
  return (
    <div className="none-found" role="status">
      <h2>{words.noneTitle}</h2>
      <p>
        {text.join(words.and)}
        {words.noneTail}
      </p>
      <button type="button" className="button" onClick={lift}>
        {words.lift}
      </button>
    </div>
  )
}
