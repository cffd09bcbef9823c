import type { ScoredView } from '../../state/useScoredView.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { sourceLine } from './criteriaNotes.ts'
import { criteriaWords } from './words.ts'

/** What the signs mean, what is subtracted from what, where the figures come from. */
export function CriteriaFoot({ view, difference }: { view: ScoredView; difference: string | null }) {
  const words = useText(criteriaWords)
  const language = useLanguage()
  return (
    <footer className="criteria-foot">
      <span className="signs">
        <span>
          <Mark kind="inferred" />
          {words.inferred}
        </span>
        <span>
          <Mark kind="missing" />
          {words.missing}
        </span>
        <span>
          <Mark kind="notApplicable" />
          {words.notIncurred}, {words.notApplicable}
        </span>
      </span>
      {difference !== null && <span>{difference}</span>}
      <span>{sourceLine(view, language)}</span>
    </footer>
  )
}
