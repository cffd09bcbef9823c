import { toPlotNumber } from '../../../model/exact.ts'
import type { RuleSet } from '../../../model/ruleSet.ts'
import { formatInterval, pointsFormat } from '../../../receipt/pointsFormat.ts'
import type { Assessment } from '../../../state/assessment/assessment.ts'
import { formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { Key } from '../../../ui/Key.tsx'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { type ScreenWords, screenWords } from '../words.ts'
import { PointsBar } from './PointsBar.tsx'
import { barOf } from './pointsBar.ts'

/** What everything comes to so far: points of their maximum, grades on the bar, the grade or those still possible. */
export function TotalPanel({
  assessment,
  openReceipt,
  goNextMissing,
}: {
  assessment: Pick<Assessment, 'draft' | 'sheet' | 'ruleSet' | 'completeness' | 'awaited'>
  openReceipt: () => void
  goNextMissing: () => void
}) {
  const words = useText(screenWords)
  const language = useLanguage()
  const { sheet, ruleSet, draft } = assessment
  const isStated = draft.provenance.certainty === 'stated'
  const { points, maxPoints, missingLeaves } = sheet.total
  const bar = points.kind === 'known' ? barOf(points, maxPoints, isStated) : null
  const text = totalText(assessment, language, words)
  return (
    <div className="sa-total">
      <p>
        {points.kind === 'known' && points.from === points.to && missingLeaves === 0
          ? words.totalDone
          : words.total}
      </p>
      <button
        type="button"
        className="sa-total-points"
        title={words.openReceipt}
        aria-label={`${text}/${formatNumber(maxPoints, language)}, ${words.openReceipt}`}
        data-receipt=""
        onClick={openReceipt}
      >
        <b>{text}</b>
        <span>/{formatNumber(maxPoints, language)}</span>
      </button>
      {bar && (
        <div className="sa-total-bar">
          <PointsBar bar={bar} size="large" />
          <BandMarks ruleSet={ruleSet} language={language} isOfHundred={maxPoints === '100'} />
        </div>
      )}
      {points.kind === 'unknown' ? (
        <p className="sa-band">{words.unknownTotal}</p>
      ) : (
        <BandLine assessment={assessment} />
      )}
      <OpenLines assessment={assessment} />
      {draft.provenance.certainty === 'illustrative' && (
        <p className="sa-band">
          <Mark kind="illustrative" />
          {words.illustrative}
        </p>
      )}
      {assessment.completeness.missing > 0 && (
        <button
          type="button"
          className="link-button"
          aria-keyshortcuts="Control+M"
          title={words.nextMissingTitle}
          onClick={goNextMissing}
        >
          {words.nextMissing}
          <Key>Ctrl M</Key>
          <Icon name="next" size={14} />
        </button>
      )}
    </div>
  )
}

/** "67,49–73,49"; "?" where a maximum is stated nowhere. */
export function totalText(
  { sheet, ruleSet }: Pick<Assessment, 'sheet' | 'ruleSet'>,
  language: Language,
  words: ScreenWords,
): string {
  const format = pointsFormat(ruleSet, language)
  const { points } = sheet.total
  return points.kind === 'known' ? formatInterval(points, format) : words.atLeast(format(points.atLeast))
}

/** Where the grades begin. */
function BandMarks({
  ruleSet,
  language,
  isOfHundred,
}: {
  ruleSet: RuleSet
  language: Language
  isOfHundred: boolean
}) {
  const edges = ruleSet.bands.filter(({ fromPercent }) => fromPercent !== '0').toReversed()
  return (
    <div className="sa-scale" aria-hidden="true">
      {edges.map(({ id, name, nameEn, fromPercent }, index) => (
        <i
          key={id}
          title={pickName(language, name, nameEn)}
          style={{ left: `${toPlotNumber(fromPercent)}%` }}
        >
          {formatNumber(fromPercent, language)}
          {isOfHundred || index > 0 ? '' : '%'}
        </i>
      ))}
    </div>
  )
}

function BandLine({ assessment }: { assessment: Pick<Assessment, 'sheet' | 'ruleSet' | 'completeness'> }) {
  const words = useText(screenWords)
  const language = useLanguage()
  const { sheet, ruleSet, completeness } = assessment
  const names = bandNames(sheet, ruleSet, language)
  if (names.length === 0) return null
  const isSettled = names.length === 1
  const { missing } = completeness
  return (
    <p className="sa-band">
      {!isSettled && <Mark kind="missing" size={13} />}
      <span>
        {isSettled ? words.band : missing > 0 ? words.openBand(missing) : words.waitsBand}{' '}
        <b>{joined(names, words.or)}</b>
      </span>
    </p>
  )
}

/** What is still open, where the line of the grade does not say it. */
function OpenLines({
  assessment: { sheet, ruleSet, completeness, awaited = [] },
}: {
  assessment: Pick<Assessment, 'sheet' | 'ruleSet' | 'completeness' | 'awaited'>
}) {
  const words = useText(screenWords)
  const language = useLanguage()
  const { missing } = completeness
  const isSaid = sheet.total.points.kind === 'known' && bandNames(sheet, ruleSet, language).length > 1
  return (
    <>
      {missing > 0 && !isSaid && (
        <p className="sa-band">
          <Mark kind="missing" size={13} />
          {words.missingFigures(missing)}
        </p>
      )}
      {awaited.length > 0 && (
        <p className="sa-band">
          <Mark kind="missing" size={13} />
          {words.awaited(awaited.length)}
        </p>
      )}
    </>
  )
}

function bandNames(
  { total }: Assessment['sheet'],
  { bands }: RuleSet,
  language: Language,
): readonly string[] {
  return total.bandIds.flatMap(id => {
    const band = bands.find(each => each.id === id)
    return band ? [pickName(language, band.name, band.nameEn)] : []
  })
}

/** "Trung bình hoặc Khá"; of many the lowest and the highest stand with those between. */
function joined(names: readonly string[], or: string): string {
  const last = names.at(-1) ?? ''
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} ${or} ${last}`
}
