import type { CohortGroup } from '../../model/cohort.ts'
import type { DisplayedTable } from '../../model/displayedTable.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { numberCell, textCell } from '../../receipt/displayedCell.ts'
import { bandsFromLowest } from '../../sentences/bandsFromLowest.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { agenciesWords } from './words.ts'

/** A grade with who holds it. */
export type BandLine = {
  readonly id: string
  readonly name: string
  readonly from: string
  readonly count: string
  readonly who: string
}

/** Grades from the highest, each with the agencies that surely hold it. */
export function bandLines(
  group: CohortGroup,
  ruleSet: RuleSet,
  nameOf: (agencyId: string) => string,
  language: Language,
): readonly BandLine[] {
  return bandsFromLowest(ruleSet.bands)
    .toReversed()
    .map(band => {
      const ids = group.bandCounts.find(each => each.bandId === band.id)?.agencyIds ?? []
      return {
        id: band.id,
        name: pickName(language, band.name, band.nameEn),
        from: `${formatNumber(band.fromPercent, language)}%`,
        count: String(ids.length),
        who: ids.map(nameOf).join('; '),
      }
    })
}

/** How the agencies spread over the grades, for files, print and slides. */
export function projectDistribution(
  lines: readonly BandLine[],
  { title, notes }: { readonly title: string; readonly notes: readonly string[] },
  language: Language,
): DisplayedTable {
  const words = agenciesWords[language]
  return {
    id: 'distribution',
    name: words.distribution,
    title,
    columns: [
      { id: 'band', head: words.bandTable.band, align: 'left', width: 20 },
      { id: 'from', head: words.bandTable.range, align: 'right', width: 10 },
      { id: 'count', head: words.bandTable.count, align: 'right', width: 12 },
      { id: 'who', head: words.bandTable.who, align: 'left', width: 80 },
    ],
    rows: lines.map(line => ({
      id: line.id,
      kind: 'row',
      depth: 0,
      cells: [
        textCell(line.name),
        numberCell(line.from, language),
        numberCell(line.count, language),
        textCell(line.who),
      ],
    })),
    notes,
    narrowed: [],
    empty: words.noneHere,
  }
}
