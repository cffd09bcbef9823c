import { useId, useState } from 'react'
import { useText } from '../../../ui/language.tsx'
import { hashGroups } from './hashText.ts'
import { handInWords } from './words.ts'
import './facts.css'

/** SHA-256 of a file in groups that can be read aloud, and copied as one. */
export function HashLine({ sha256, isReceived }: { sha256: string; isReceived?: boolean }) {
  const words = useText(handInWords)
  const [isCopied, setCopied] = useState(false)
  const id = useId()
  const copy = () => {
    // Plain http pages have no clipboard: the hash can be marked and copied by hand.
    navigator.clipboard?.writeText(sha256).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <div className="sa-hash">
      <code id={id} translate="no">
        {hashGroups(sha256).map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be alike
          <span key={index}>{group}</span>
        ))}
      </code>
      {'clipboard' in navigator && (
        <button type="button" className="link-button" aria-describedby={id} onClick={copy}>
          {words.copy}
        </button>
      )}
      <span role="status" className="visually-hidden">
        {isCopied ? words.copied : ''}
      </span>
      <p>{isReceived ? words.hashReceivedHint : words.hashHint}</p>
    </div>
  )
}
