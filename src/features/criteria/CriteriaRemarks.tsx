import type { ScoredView } from '../../state/useScoredView.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { remarksOf } from './criteriaNotes.ts'

/** Points or figures of ours are said before anything is read from them; so is a stage that is not the last. */
export function CriteriaRemarks({ view }: { view: ScoredView }) {
  const { made, forced, stage } = remarksOf(view, useLanguage())
  if (made.length === 0 && stage === null && forced === null) return null
  return (
    <p className="criteria-remarks">
      {made.map(text => (
        <span key={text}>
          <Mark kind="illustrative" />
          {text}
        </span>
      ))}
      {forced !== null && (
        <span title={view.sheet.total.bandOverride?.provenance.note}>
          <Mark kind="warning" />
          {forced}
        </span>
      )}
      {stage !== null && <span>{stage}</span>}
    </p>
  )
}
