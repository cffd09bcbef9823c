import type { ReportBlock } from '../../model/report.ts'
import { tilesOf } from '../../sentences/tilesOf.ts'
import { pickName } from '../../ui/language.tsx'
import { simpleTable } from './simpleTable.ts'
import type { Telling } from './telling.ts'

/** III. Targets of the plan, or what full points take where there is none. */
export function targetBlocks(telling: Telling): readonly ReportBlock[] {
  const { view, words, sheet, language, input } = telling
  const { plan } = view
  const tiles = tilesOf(sheet, plan, language, input.leaves)
  const { targetColumns } = words
  const caption = plan ? words.planCaption : words.thresholdCaption
  const intro =
    tiles.length === 0
      ? words.noTargets
      : plan
        ? words.planTargets(pickName(language, plan.plan.title, plan.plan.titleEn))
        : words.thresholds
  const table = simpleTable(
    'targets',
    caption,
    [
      [targetColumns.name, 40],
      [targetColumns.wanted, 18],
      [targetColumns.now, 32],
      [targetColumns.due, 20],
    ],
    tiles.map(tile => ({
      cells: [
        tile.name,
        `${tile.comparison} ${tile.percent}`,
        `${tile.strong}${tile.rest}`,
        [tile.due, tile.pace].filter(Boolean).join('; '),
      ],
    })),
    { empty: words.noTargets },
  )
  return [
    { kind: 'heading', level: 1, text: words.targets },
    { kind: 'text', text: intro },
    ...(tiles.length === 0 ? [] : [{ kind: 'table' as const, table, caption }]),
    ...(plan ? [] : [{ kind: 'text' as const, text: words.ownTargets }]),
  ]
}
