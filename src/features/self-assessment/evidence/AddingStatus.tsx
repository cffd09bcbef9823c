import { largestEvidenceBytes } from '../../../state/assessment/hashFile.ts'
import { formatPercent, type Language } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { sizeText } from './evidenceOf.ts'
import type { FileTrouble, useAddFiles } from './useAddFiles.ts'
import { type EvidenceWords, evidenceWords } from './words.ts'

/** The file that is being hashed, and what did not go well with the last ones. */
export function AddingStatus({
  files: { current, troubles, cancel },
}: {
  files: Pick<ReturnType<typeof useAddFiles>, 'current' | 'troubles' | 'cancel'>
}) {
  const words = useText(evidenceWords)
  const language = useLanguage()
  return (
    <>
      {current && (
        <p className="sa-evidence-hashing">
          <progress max={1} value={current.share} aria-label={current.name} />
          <span>
            {words.hashing(current.name, formatPercent(String(Math.floor(current.share * 100)), language))}
          </span>
          <button type="button" className="link-button" onClick={cancel}>
            {words.cancel}
          </button>
        </p>
      )}
      {troubles.length > 0 && (
        <ul className="sa-evidence-troubles" role="alert">
          {troubles.map((trouble, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same file may fail twice in the same way
            <li key={index} className={trouble.kind === 'unkept' ? 'warned' : undefined}>
              <Mark kind={trouble.kind === 'unkept' ? 'warning' : 'error'} size={14} />
              {troubleText(trouble, words, language)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** What happened to the file and what to do about it. */
export function troubleText(trouble: FileTrouble, words: EvidenceWords, language: Language): string {
  switch (trouble.kind) {
    case 'empty':
    case 'unreadable':
      return words[trouble.kind](trouble.name)
    case 'tooLarge':
      return words.tooLarge(
        trouble.name,
        sizeText(trouble.bytes, language),
        sizeText(largestEvidenceBytes, language),
      )
    case 'unkept':
      return words.unkept[trouble.why](trouble.name)
  }
}
