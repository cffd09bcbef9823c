import { isSettled } from '../model/exact.ts'
import type { RuleSet } from '../model/ruleSet.ts'
import type { ScoreSheet } from '../model/scoreSheet.ts'
import { formatNumber, formatPercent, type Language } from '../ui/formatNumber.ts'
import { pickName } from '../ui/language.tsx'
import { formatInterval, pointsFormat } from './pointsFormat.ts'
import { scopeText } from './scopeText.ts'
import { receiptWords } from './words.ts'

/**
 * Score sheets as aligned text: a table for each period and stage, agencies in the order of their names.
 * An open total is an interval that says how many figures are missing.
 */
export function sheetTables(
  sheets: readonly ScoreSheet[],
  ruleSet: RuleSet,
  agencyName: (agencyId: string) => string,
  language: Language,
): string {
  const scopeOf = (sheet: ScoreSheet) => scopeText(sheet, ruleSet, null, language)
  const { columns } = receiptWords[language]
  const collator = new Intl.Collator(language, { numeric: true })
  return [...new Set(sheets.map(scopeOf))]
    .map(scope => {
      const rows = sheets
        .filter(sheet => scopeOf(sheet) === scope)
        .toSorted((a, b) => collator.compare(agencyName(a.agencyId), agencyName(b.agencyId)))
        .map(sheet => [agencyName(sheet.agencyId), ...cells(sheet, ruleSet, language)])
      return [scope, '', ...aligned([columns, ...rows])].join('\n')
    })
    .join('\n\n')
}

function cells({ total }: ScoreSheet, ruleSet: RuleSet, language: Language): readonly string[] {
  const words = receiptWords[language]
  const { points, maxPoints, percent, missingLeaves } = total
  const format = pointsFormat(ruleSet, language)
  const open = points.kind === 'known' && isSettled(points) ? '' : ` (${words.missingCount(missingLeaves)})`
  const share = (value: string) => formatPercent(value, language).slice(0, -1)
  return [
    points.kind === 'known' ? `${formatInterval(points, format)}${open}` : words.unknown,
    formatNumber(maxPoints, language),
    percent ? formatInterval(percent, share) : words.unknown,
    total.bandIds
      .map(id => ruleSet.bands.find(band => band.id === id))
      .map(band => (band ? pickName(language, band.name, band.nameEn) : ''))
      .join(words.or),
    missingLeaves === 0 ? '' : String(missingLeaves),
  ]
}

/** Names to the left, numbers to the right. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map(row => [...(row[column] ?? '')].length)),
  )
  const isName = [true, false, false, false, true, false]
  return rows.map(row =>
    row
      .map((cell, column) => {
        const gap = ' '.repeat((widths[column] ?? 0) - [...cell].length)
        return isName[column] ? cell + gap : gap + cell
      })
      .join('  ')
      .trimEnd(),
  )
}
