import { appVersion } from '../../../model/appVersion.ts'
import type { Band, RuleSet } from '../../../model/ruleSet.ts'
import type { Assessment } from '../../../state/assessment/assessment.ts'
import { formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { instantText } from '../instantText.ts'
import type { PrintedRow } from './printedRows.ts'
import { signingOf } from './signing.ts'
import { type PrintWords, printWords } from './words.ts'

/** Grade, signs, places to sign, and what the sheet was made of. */
export function PrintedFoot({ assessment, rows }: { assessment: Assessment; rows: readonly PrintedRow[] }) {
  const words = useText(printWords)
  const language = useLanguage()
  const { draft, agency, superior = null, ruleSet, sheet, submission } = assessment
  const leaves = rows.filter(({ kind }) => kind === 'leaf').length
  const signing = signingOf(agency, superior, draft.approval, words)
  const grade = gradeText(assessment, words, language)
  return (
    <>
      <div className="sa-printed-under">
        <p>{grade}</p>
        <Legend rows={rows} words={words} />
      </div>
      <div className="sa-printed-signatures">
        <p>
          <b>{words.writer}</b>
          <i>{words.signHere}</i>
        </p>
        <p>
          <i>{signing.dateLine}</i>
          {signing.onBehalf !== null && <b>{signing.onBehalf}</b>}
          <b>{signing.office}</b>
          <i>{signing.name === null ? words.sealHere : words.sealOnly}</i>
          {signing.name !== null && <strong>{signing.name}</strong>}
        </p>
      </div>
      <p className="sa-printed-line">
        {words.scope(agency?.name ?? draft.agencyId, formatNumber(String(leaves), language))}{' '}
        {words.ruleSet(ruleSet.id, ruleSet.version, draft.ruleSet.sha256.slice(0, 12))}{' '}
        {words.draftAt(instantText(draft.updatedAt), formatNumber(String(draft.revision), language))}{' '}
        {words.made(appVersion, sheet.engineVersion)}
        {submission.provenance.certainty === 'illustrative' && ` ${words.illustrative}.`}
      </p>
    </>
  )
}

/** Only the signs that occur. */
function Legend({ rows, words }: { rows: readonly PrintedRow[]; words: PrintWords }) {
  const marks = new Set(rows.flatMap(({ points, figures }) => [points.mark, figures?.absent ?? null]))
  const isClaimed = rows.some(row => row.isClaimed)
  const isInferred = rows.some(row => row.isInferred)
  const lacks = rows.some(row => row.lack !== null)
  return (
    <p className="sa-printed-legend">
      <span>
        <Mark kind="actual" />
        {words.gained}
      </span>
      <span>
        <Mark kind="lost" />
        {words.lostWord}
      </span>
      {isInferred && (
        <span>
          <Mark kind="actualInferred" />
          {words.inferred}
        </span>
      )}
      {(marks.has('missing') || marks.has('withheld') || lacks) && (
        <span>
          <Mark kind="missing" />
          {words.missingWord}
        </span>
      )}
      {marks.has('notApplicable') && (
        <span>
          <Mark kind="notApplicable" />
          {words.idle}
        </span>
      )}
      {isClaimed && <span>* {words.claimedMark}</span>}
    </p>
  )
}

/** "Xếp loại: Khá (từ 70% đến dưới 80% điểm tối đa)."; several while figures are open. */
function gradeText({ sheet, ruleSet }: Assessment, words: PrintWords, language: Language) {
  const { bandIds, bandOverride } = sheet.total
  const bands = bandIds.flatMap(id => ruleSet.bands.find(band => band.id === id) ?? [])
  const names = bands.map(band => pickName(language, band.name, band.nameEn))
  const [only, other] = bands
  if (!only) return null
  if (other)
    return (
      <>
        {words.notGraded}{' '}
        <b>{names.length > 2 ? `${names[0]}–${names.at(-1)}` : names.join(` ${words.or} `)}</b>.
      </>
    )
  const metric = ruleSet.metrics.find(({ id }) => id === bandOverride?.metricId)
  const why = bandOverride
    ? words.bandForced(metric ? pickName(language, metric.name, metric.nameEn) : bandOverride.metricId)
    : rangeText(only, ruleSet, words, language)
  return (
    <>
      <b>
        {words.band}: {names[0]}
      </b>{' '}
      ({why}).
    </>
  )
}

/** From where to where a grade goes, in percent of the maximum; bands are listed from the best down. */
function rangeText(band: Band, { bands }: RuleSet, words: PrintWords, language: Language): string {
  const better = bands[bands.indexOf(band) - 1]
  const from = formatNumber(band.fromPercent, language)
  if (!better) return words.bandFrom(from)
  const to = formatNumber(better.fromPercent, language)
  return band.fromPercent === '0' ? words.bandBelow(to) : words.bandRange(from, to)
}
