import { useState } from 'react'
import { useText } from '../../../ui/language.tsx'
import { stageWords } from './stageWords.ts'
import './hash.css'

/** SHA-256 in groups that can be read aloud, copied as one. */
export function HashText({ sha256, label }: { sha256: string; label?: string }) {
  const words = useText(stageWords)
  const [isCopied, setCopied] = useState(false)
  const copy = () => {
    // Plain http pages have no clipboard: the hash can be marked and copied by hand.
    navigator.clipboard?.writeText(sha256).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <p className="rvl-hash">
      {label !== undefined && <span>{label}</span>}
      <code translate="no">
        {(sha256.match(/.{1,8}/g) ?? []).map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be alike
          <span key={index}>{group}</span>
        ))}
      </code>
      {'clipboard' in navigator && (
        <button type="button" className="link-button" onClick={copy}>
          {words.copy}
        </button>
      )}
      <span role="status">{isCopied ? words.copied : ''}</span>
    </p>
  )
}
