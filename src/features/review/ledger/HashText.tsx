import { useText } from '../../../ui/language.tsx'
import { useCopy } from '../../../ui/useCopy.ts'
import { stageWords } from './stageWords.ts'
import './hash.css'

/** SHA-256 in groups that can be read aloud, copied as one. */
export function HashText({ sha256, label }: { sha256: string; label?: string }) {
  const words = useText(stageWords)
  // Plain http pages have no clipboard: the hash can be marked and copied by hand.
  const { state, copy } = useCopy()
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
        <button type="button" className="link-button" onClick={() => void copy(sha256)}>
          {words.copy}
        </button>
      )}
      <span role="status">{state === 'yes' ? words.copied : ''}</span>
    </p>
  )
}
