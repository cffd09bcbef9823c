import type { Certainty } from '../../model/provenance.ts'
import { useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { sourcesWords } from './words.ts'

/** Says of what a document does not state itself that it was deduced or made up, and how. */
export function Unsure({ certainty, note }: { certainty: Certainty; note: string | undefined }) {
  const words = useText(sourcesWords)
  if (certainty === 'stated' && note === undefined) return null
  return (
    <p className="note">
      {certainty !== 'stated' && (
        <>
          <Mark kind={certainty} />
          {words.certainty[certainty]}
          {note !== undefined && ': '}
        </>
      )}
      {note}
    </p>
  )
}
