import type { ContributionLeaf, ContributionSplit } from '../../../model/attribution.ts'
import type { DisplayedRow, DisplayedTable } from '../../../model/displayedTable.ts'
import type { Exact } from '../../../model/exact.ts'
import type { RuleSet } from '../../../model/ruleSet.ts'
import { numberCell, oneLine, textCell } from '../../../receipt/displayedCell.ts'
import { lossText, shareText } from '../../../sentences/lossText.ts'
import { formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { pickName } from '../../../ui/language.tsx'
import { contributionWords } from './words.ts'

/** The split of a loss as its table shows it. */
export type ShownShares = {
  readonly split: ContributionSplit
  /** null: all criteria together, whose units differ. */
  readonly leaf: ContributionLeaf | null
  readonly ruleSet: RuleSet
  /** Who holds what no agency explains. */
  readonly nobody: string
  readonly fullNameOf: (agencyId: string) => string
}

/** One line of the table; `because` in place of figures where there are none. */
export type ShareLine = {
  readonly id: string
  readonly kind: 'share' | 'absent' | 'sum'
  readonly name: string
  /** How far from the target; empty where the criteria have no unit in common. */
  readonly shortfall: string
  readonly points: string
  readonly percent: string
  readonly isLost: boolean
  readonly because: string
}

/** Every agency, whoever has no figures, what nobody explains, and the sum. */
export function shareLines(
  { split, leaf, ruleSet, nobody, fullNameOf }: ShownShares,
  language: Language,
): readonly ShareLine[] {
  const words = contributionWords[language]
  const units = (shortfall: Exact | null) =>
    shortfall === null ? '' : formatNumber(shortfall, language, { places: 1 })
  const share = (
    id: string,
    name: string,
    of: {
      readonly shortfall: Exact | null
      readonly contribution: Exact
      readonly percentOfLoss: Exact
    },
  ): ShareLine => ({
    id,
    kind: 'share',
    name,
    shortfall: leaf ? units(of.shortfall) : '',
    points: lossText(of.contribution, ruleSet, language),
    percent: shareText(of.percentOfLoss, language),
    isLost: !/^-|^0$/.test(of.contribution),
    because: '',
  })
  return [
    ...split.rows.map(row => share(row.agencyId, fullNameOf(row.agencyId), row)),
    ...(leaf?.absent ?? []).map(
      (each): ShareLine => ({
        id: each.agencyId,
        kind: 'absent',
        name: fullNameOf(each.agencyId),
        shortfall: '',
        points: '',
        percent: '',
        isLost: false,
        because: words.absent[each.because],
      }),
    ),
    ...(split.unallocated ? [share('unallocated', nobody, split.unallocated)] : []),
    {
      id: 'sum',
      kind: 'sum',
      name: words.total,
      shortfall: units(leaf?.shortfall ?? null),
      points: `\u2212${formatNumber(split.lost, language, { minPlaces: ruleSet.pointsPlaces })}`,
      percent: '100%',
      isLost: true,
      because: '',
    },
  ]
}

/** Heads in order; without a criterion there is no column of units. */
export function shareHeads(leaf: ContributionLeaf | null, language: Language) {
  const words = contributionWords[language]
  return {
    agency: words.agency,
    shortfall: leaf ? words.shortfallHead[leaf.direction](pickName(language, leaf.unit, leaf.unitEn)) : null,
    points: words.points,
    percent: words.percentHead,
  }
}

/** Who carries a loss, for files, print and slides. */
export function projectContribution(
  shown: ShownShares,
  { title, notes }: { readonly title: string; readonly notes: readonly string[] },
  language: Language,
): DisplayedTable {
  const words = contributionWords[language]
  const heads = shareHeads(shown.leaf, language)
  const hasUnits = heads.shortfall !== null
  const rowOf = (line: ShareLine): DisplayedRow => ({
    id: line.id,
    kind: line.kind === 'sum' ? 'total' : 'row',
    depth: 0,
    cells:
      line.kind === 'absent'
        ? [textCell(line.name), textCell(line.because), ...(hasUnits ? [{ text: '' }] : []), { text: '' }]
        : [
            textCell(line.name),
            ...(hasUnits ? [numberCell(line.shortfall, language)] : []),
            numberCell(line.points, language),
            numberCell(line.percent, language),
          ],
  })
  return {
    id: 'contribution',
    name: words.tableName,
    title,
    columns: [
      { id: 'agency', head: oneLine(heads.agency), align: 'left', width: 48 },
      ...(heads.shortfall === null
        ? []
        : [{ id: 'shortfall', head: oneLine(heads.shortfall), align: 'right' as const, width: 20 }]),
      { id: 'points', head: oneLine(heads.points), align: 'right', width: 14 },
      { id: 'percent', head: oneLine(heads.percent), align: 'right', width: 12 },
    ],
    rows: shareLines(shown, language).map(rowOf),
    notes,
    narrowed: [],
    empty: words.nothing,
  }
}
