import { column, textCell } from '../../exports/displayedCells.ts'
import type { DisplayedTable } from '../../model/displayedTable.ts'
import type { SourceDocument } from '../../model/provenance.ts'
import { citation } from '../../receipt/citation.ts'
import { numberCell } from '../../receipt/displayedCell.ts'
import type { Tile } from '../../sentences/tilesOf.ts'
import type { ScoredPlan } from '../../state/scoreView.ts'
import type { Language } from '../../ui/formatNumber.ts'
import { bodyWords } from './bodyWords.ts'

/** Every target or threshold of the tiles and their table, also those the tiles have no room for. */
export function projectTargets(
  {
    tiles,
    plan,
    documents,
    title,
  }: {
    readonly tiles: readonly Tile[]
    readonly plan: ScoredPlan | null
    readonly documents: readonly SourceDocument[]
    readonly title: string
  },
  language: Language,
): DisplayedTable {
  const words = bodyWords[language]
  return {
    id: 'targets',
    name: plan ? words.targets(String(plan.plan.year)) : words.thresholds,
    title,
    columns: [
      column('target', words.targetName, 46),
      column('percent', words.target, 16, 'right'),
      column('actual', words.actual, 52),
      ...(plan ? [column('due', words.due, 36), column('source', words.source, 48)] : []),
    ],
    rows: tiles.map(tile => ({
      id: tile.id,
      kind: 'row',
      depth: 0,
      cells: [
        textCell(tile.name),
        numberCell(tile.percent, language, { words: [tile.comparison] }),
        textCell(`${tile.strong}${tile.rest}`),
        ...(plan
          ? [textCell(tile.pace || tile.due), textCell(targetSource(tile.id, plan, documents, language))]
          : []),
      ],
    })),
    notes: plan ? [] : [words.thresholdsSub],
    narrowed: [],
    empty: title,
  }
}

/** Document and place a target stands in; empty for thresholds. */
export function targetSource(
  id: string,
  plan: ScoredPlan | null,
  documents: readonly SourceDocument[],
  language: Language,
): string {
  const source = plan?.plan.targets.find(target => target.id === id)?.provenance.source
  const document = documents.find(entry => entry.id === source?.documentId)
  return document ? citation(document, source?.place, language) : ''
}
