import { packageLimits } from '../../../io/package/packageFormat.ts'
import type { EvidenceFile } from '../../../model/submission.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { sizeText } from '../evidence/evidenceOf.ts'
import { handInWords } from './words.ts'

/** Whether the files of evidence go along. Nothing where there are none. */
export function WithFiles({
  files,
  leavesOut,
  choose,
  isTooLarge,
}: {
  files: readonly EvidenceFile[]
  leavesOut: boolean
  choose: (leavesOut: boolean) => void
  isTooLarge: boolean
}) {
  const words = useText(handInWords)
  const language = useLanguage()
  if (files.length === 0) return null
  const bytes = files.reduce((total, file) => total + file.bytes, 0)
  const size = sizeText(bytes, language)
  return (
    <fieldset className="sa-with-files">
      <legend>{words.withFiles}</legend>
      <label>
        <input
          type="radio"
          name="sa-with-files"
          checked={!leavesOut}
          disabled={isTooLarge}
          onChange={() => choose(false)}
        />
        {words.include(formatNumber(String(files.length), language), size)}
      </label>
      <label>
        <input type="radio" name="sa-with-files" checked={leavesOut} onChange={() => choose(true)} />
        {words.leaveOut}
      </label>
      <p className="sa-hand-in-hint">
        {isTooLarge ? (
          <>
            <Mark kind="warning" size={13} />
            {words.tooLarge(size, sizeText(packageLimits.packedBytes, language))}
          </>
        ) : (
          words.leaveOutHint
        )}
      </p>
    </fieldset>
  )
}
