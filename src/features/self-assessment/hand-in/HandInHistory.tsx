import type { Draft } from '../../../model/draft.ts'
import { useText } from '../../../ui/language.tsx'
import { instantText } from '../instantText.ts'
import { handInWords } from './words.ts'

/** Files made of a draft, the latest first. */
export function HandInHistory({ draft }: { draft: Draft }) {
  const words = useText(handInWords)
  const [latest] = draft.handedIn.slice(-1)
  if (!latest) return null
  // Keeping the file in the draft is one revision itself.
  const isChanged = draft.revision > latest.revision + 1
  return (
    <section aria-labelledby="sa-hand-in-history">
      <div className="section-head">
        <h3 id="sa-hand-in-history">{words.history}</h3>
        <p className="sub">{isChanged ? words.changedSince : words.unchangedSince}</p>
      </div>
      <ol className="sa-hand-in-history">
        {draft.handedIn.toReversed().map(({ at, fileName, sha256 }) => (
          <li key={`${at} ${sha256}`}>
            <time dateTime={at}>{instantText(at)}</time>
            <span>{fileName}</span>
            <code translate="no">
              {sha256.slice(0, 8)}…{sha256.slice(-8)}
            </code>
          </li>
        ))}
      </ol>
    </section>
  )
}
