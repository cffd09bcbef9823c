import type { ScoredView } from '../../state/useScoredView.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { criteriaWords } from './words.ts'

/** Points or figures of ours are said before anything is read from them; so is a stage that is not the last. */
export function CriteriaRemarks({
  view: { ruleSet, submission, documents, stages, sheet },
}: {
  view: ScoredView
}) {
  const words = useText(criteriaWords)
  const language = useLanguage()
  const rests = documents.find(document => document.id === ruleSet.decisionId)
  const made = [
    ...(rests?.kind === 'example' ? [words.exampleSet] : []),
    ...(submission.provenance.certainty === 'illustrative' ? [words.illustrative] : []),
  ]
  const isEarlier = stages.at(-1) !== sheet.stage
  const { bandOverride } = sheet.total
  const metric = ruleSet.metrics.find(each => each.id === bandOverride?.metricId)
  if (made.length === 0 && !isEarlier && !bandOverride) return null
  return (
    <p className="criteria-remarks">
      {made.map(text => (
        <span key={text}>
          <Mark kind="illustrative" />
          {text}
        </span>
      ))}
      {bandOverride && (
        <span title={bandOverride.provenance.note}>
          <Mark kind="warning" />
          {words.forcedBy(metric ? pickName(language, metric.name, metric.nameEn) : bandOverride.metricId)}
        </span>
      )}
      {isEarlier && <span>{words.stageShown(words.stageFull[sheet.stage])}</span>}
    </p>
  )
}
