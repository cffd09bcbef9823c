import type { Provenance } from '../../../model/provenance.ts'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { handInWords } from './words.ts'

/** Said where the figures were made up for demonstration. */
export function MadeUp({ provenance }: { provenance: Provenance }) {
  const words = useText(handInWords)
  return provenance.certainty === 'illustrative' ? (
    <small>
      <Mark kind="illustrative" />
      {words.illustrative}
    </small>
  ) : null
}
