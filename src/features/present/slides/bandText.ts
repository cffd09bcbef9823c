import { toPlotNumber } from '../../../model/exact.ts'
import { bandsFromLowest } from '../../../sentences/bandsFromLowest.ts'
import { pickName } from '../../../ui/language.tsx'
import type { Frame } from './frame.ts'
import { headlineWords } from './headlineWords.ts'

/** "Khá", or "Tốt hoặc Khá" while figures are missing: highest first. */
export function bandText({ ruleSet, language }: Frame, bandIds: readonly string[]): string {
  const { or } = headlineWords[language]
  return bandIds
    .toReversed()
    .map(id =>
      bandName(
        ruleSet.bands.find(band => band.id === id),
        language,
        id,
      ),
    )
    .join(or)
}

/** The grade above the highest one that is held, and from what share on it is given; null at the top. */
export function nextBand({ ruleSet, sheet, language, number }: Frame) {
  const bands = bandsFromLowest(ruleSet.bands)
  const held = Math.max(...sheet.total.bandIds.map(id => bands.findIndex(band => band.id === id)))
  const next = bands[held + 1]
  return next && held >= 0
    ? { id: next.id, name: bandName(next, language, next.id), from: `${number(next.fromPercent)}%` }
    : null
}

/** Lower ends of the grades on a scale of percents, without the lowest, which begins at 0. */
export function bandLines({ ruleSet, number }: Frame, targetId: string | null) {
  return bandsFromLowest(ruleSet.bands).flatMap(band => {
    const at = toPlotNumber(band.fromPercent) / 100
    return at > 0 && at < 1 ? [{ at, text: number(band.fromPercent), isTarget: band.id === targetId }] : []
  })
}

type Named = { readonly name: string; readonly nameEn?: string | undefined }

const bandName = (band: Named | undefined, language: Frame['language'], id: string) =>
  band ? pickName(language, band.name, band.nameEn) : id
