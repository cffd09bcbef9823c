import { useId } from 'react'
import { useText } from '../../../ui/language.tsx'
import { useCopy } from '../../../ui/useCopy.ts'
import { hashGroups } from './hashText.ts'
import { handInWords } from './words.ts'
import './facts.css'

/** SHA-256 of a file in groups that can be read aloud, and copied as one. */
export function HashLine({ sha256, isReceived }: { sha256: string; isReceived?: boolean }) {
  const words = useText(handInWords)
  // Plain http pages have no clipboard: the hash can be marked and copied by hand.
  const { state, copy } = useCopy()
  const id = useId()
  return (
    <div className="sa-hash">
      <code id={id} translate="no">
        {hashGroups(sha256).map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be alike
          <span key={index}>{group}</span>
        ))}
      </code>
      {'clipboard' in navigator && (
        <button type="button" className="link-button" aria-describedby={id} onClick={() => void copy(sha256)}>
          {words.copy}
        </button>
      )}
      <span role="status" className="visually-hidden">
        {state === 'yes' ? words.copied : ''}
      </span>
      <p>{isReceived ? words.hashReceivedHint : words.hashHint}</p>
    </div>
  )
}
