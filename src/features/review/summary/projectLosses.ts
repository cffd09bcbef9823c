import { column, textCell } from '../../../exports/displayedCells.ts'
import type { DisplayedTable } from '../../../model/displayedTable.ts'
import { numberCell } from '../../../receipt/displayedCell.ts'
import { lossLines } from './lossLines.ts'
import { provinceWords } from './provinceWords.ts'
import type { SummaryViewProps } from './summaryViews.ts'
import { tableNotes } from './tableNotes.ts'
import { lossSentence } from './viewSentence.ts'

type Props = Pick<SummaryViewProps, 'open' | 'review' | 'consolidation' | 'names'>

/** Lost points by criterion or by agency; everybody who lost stands in the row, as when it is opened. */
export function projectLosses(props: Props, by: 'criterion' | 'agency'): DisplayedTable {
  const { consolidation, names } = props
  const { losses } = consolidation
  const words = provinceWords[names.language]
  const { number, name, agency, lost, share, agencies, most } = words.lossColumns
  const isByCriterion = by === 'criterion'
  const figure = (shown: string) => numberCell(shown, names.language)
  const sums = words.lossNote(
    names.points(losses.open),
    names.signed(losses.beside),
    names.points(losses.whole),
  )
  return {
    id: 'losses',
    name: words.annexLoss,
    title: lossSentence(losses, names),
    columns: [
      column('number', number, 6, 'right'),
      column('name', isByCriterion ? name : agency, 48),
      column('lost', lost, 12, 'right'),
      column('share', share, 12, 'right'),
      ...(isByCriterion ? [column('agencies', agencies, 12, 'right')] : []),
      column('most', most, 90),
    ],
    rows: lossLines(losses, by, names).map((line, index) => ({
      id: line.id,
      kind: 'row',
      depth: 0,
      cells: [
        figure(names.count(index + 1)),
        textCell(line.name, line.note),
        figure(line.lost),
        figure(line.share),
        ...(isByCriterion ? [figure(line.count)] : []),
        textCell(
          line.parts.map(part => [part.name, part.lost, part.share].filter(Boolean).join(' ')).join('; '),
        ),
      ],
    })),
    notes: [
      ...(losses.items.length === 0 ? [] : [sums]),
      ...(losses.unknown.length > 0 ? [words.unknown(names.count(losses.unknown.length))] : []),
      ...tableNotes(props, consolidation, names),
    ],
    narrowed: [words.allGroups, isByCriterion ? words.byCriterion : words.byAgency],
    empty: lossSentence(losses, names),
  }
}

/** Who carries what the province lost at each criterion whose figures add up. */
export function projectContribution(props: Props): DisplayedTable {
  const { consolidation, names } = props
  const { contribution } = consolidation.province
  const words = provinceWords[names.language]
  const { name, lost, leading } = words.splitColumns
  const unsplit = contribution?.unsplit.filter(each => each.reason !== 'noLoss') ?? []
  return {
    id: 'split',
    name: words.splitTitle,
    title: words.splitTitle,
    columns: [column('name', name, 48), column('lost', lost, 14, 'right'), column('leading', leading, 70)],
    rows: (contribution?.leaves ?? []).map(leaf => ({
      id: leaf.criterionId,
      kind: 'row',
      depth: 0,
      cells: [
        textCell(names.node(leaf.criterionId)),
        numberCell(names.points(leaf.lost), names.language, { after: `/${names.number(leaf.maxPoints)}` }),
        textCell(
          leaf.leading
            ? words.leading(
                leaf.leading.agencyIds.map(names.agency).join(', '),
                names.share(leaf.leading.contribution),
                names.percent(leaf.leading.percentOfLoss),
              )
            : words.nobodyLeads,
        ),
      ],
    })),
    notes: [
      `${words.inferred}, ${words.splitSub}`,
      ...(unsplit.length > 0 ? [words.unsplit(names.count(unsplit.length))] : []),
      ...tableNotes(props, consolidation, names),
    ],
    narrowed: [],
    empty: words.noLoss,
  }
}
