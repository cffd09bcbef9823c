import type { RuleSet } from '../../model/ruleSet.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import type { Submission } from '../../model/submission.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { criteriaWords } from './words.ts'

type Graded = {
  readonly sheet: ScoreSheet
  readonly ruleSet: RuleSet
  readonly submission: Submission
}

/** Grade and published rank beside the sentence; several grades while figures are missing, and then no rank. */
export function Standing({ sheet, ruleSet, submission }: Graded) {
  const words = useText(criteriaWords)
  const language = useLanguage()
  const rank = rankOf({ sheet, ruleSet, submission })
  const bands = gradesOf({ sheet, ruleSet })
  const [lowest] = bands
  // Bands are listed from the best down: the more stand at or below, the better the grade.
  const placeOf = (band: typeof lowest) => (band ? ruleSet.bands.length - ruleSet.bands.indexOf(band) : 0)
  const [place, possible] = [placeOf(lowest), placeOf(bands.at(-1))]
  const { bandOverride } = sheet.total
  if (bands.length === 0 && !rank) return null
  return (
    <p className="standing">
      {bands.length > 0 && (
        <>
          <span className="pips" aria-hidden="true">
            {ruleSet.bands.map((band, index) => (
              <i key={band.id} className={index < place ? 'on' : index < possible ? 'open' : 'off'} />
            ))}
          </span>
          <b>{gradeText({ sheet, ruleSet }, language)}</b>
          {bandOverride && (
            <small className="forced" title={bandOverride.provenance.note}>
              <Mark kind="warning" />
              {words.forced}
            </small>
          )}
          {ruleSet.bandsProvenance?.certainty === 'inferred' && (
            <small title={ruleSet.bandsProvenance.note}>
              <Mark kind="inferred" />
              {words.inferred}
            </small>
          )}
        </>
      )}
      {rank && (
        <span title={rank.provenance?.note}>
          {words.rank(
            formatNumber(String(rank.rank), language),
            formatNumber(String(rank.of), language),
            pickName(language, rank.among, rank.amongEn),
          )}
          {rank.provenance?.certainty === 'inferred' && (
            <small>
              {' '}
              <Mark kind="inferred" />
              {words.inferred}
            </small>
          )}
        </span>
      )}
    </p>
  )
}

/** A provisional total has no rank, whatever was published for another state of the figures. */
export function rankOf({ sheet, submission }: Graded) {
  return sheet.total.missingLeaves > 0 ? undefined : submission.published?.rank
}

function gradesOf({ sheet, ruleSet }: Pick<Graded, 'sheet' | 'ruleSet'>) {
  return sheet.total.bandIds.flatMap(id => ruleSet.bands.find(band => band.id === id) ?? [])
}

/** "Khá", "Khá hoặc Tốt", "Yếu–Tốt"; empty where the rule set has no grades. */
export function gradeText(graded: Pick<Graded, 'sheet' | 'ruleSet'>, language: Language): string {
  const names = gradesOf(graded).map(band => pickName(language, band.name, band.nameEn))
  return names.length > 2 ? `${names[0]}–${names.at(-1)}` : names.join(` ${criteriaWords[language].orBand} `)
}
