import { useText } from '../../../ui/language.tsx'
import { playerWords } from './words.ts'

/** The keys of the player, in large type. */
export function KeyHelp({ close }: { close: () => void }) {
  const words = useText(playerWords)
  return (
    <section className="ps-keys" aria-label={words.keysTitle}>
      <h2>{words.keysTitle}</h2>
      <KeyLines />
      <button type="button" className="button" onClick={close}>
        {words.close}
      </button>
    </section>
  )
}

/** Every key with what it does. */
export function KeyLines() {
  const words = useText(playerWords)
  return (
    <dl className="ps-key-lines">
      {words.keyLines.map(([keys, what]) => (
        <div key={keys}>
          <dt>{keys}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  )
}
