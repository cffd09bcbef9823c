import type { RoundLosses } from '../../../model/consolidation.ts'
import { toPlotNumber } from '../../../model/exact.ts'
import { provinceWords } from './provinceWords.ts'
import type { SummaryNames } from './summaryNames.ts'

/** A criterion with who lost at it, or an agency with where it lost. */
export type LossLine = {
  readonly id: string
  readonly name: string
  readonly note: string | null
  readonly lost: string
  readonly share: string
  /** How many agencies, or criteria, it is of. */
  readonly count: string
  /** 0–100, of the longest bar. */
  readonly bar: number
  readonly parts: readonly {
    readonly id: string
    readonly name: string
    readonly lost: string
    readonly share: string
  }[]
}

/** Every loss by criterion or by agency, the largest first. */
export function lossLines(
  losses: RoundLosses,
  by: 'criterion' | 'agency',
  names: SummaryNames,
): readonly LossLine[] {
  const words = provinceWords[names.language]
  const noteOf = { lost: null, unexplained: words.pool, adjusted: words.penalty } as const
  if (by === 'agency') {
    const longest = toPlotNumber(losses.agencies[0]?.lost ?? '0')
    return losses.agencies.map(({ agencyId, lost, percentOfLoss, items }) => ({
      id: agencyId,
      name: names.agency(agencyId),
      note: null,
      lost: names.points(lost),
      share: percentOfLoss === null ? '' : names.share(percentOfLoss),
      count: names.count(items.length),
      bar: longest === 0 ? 0 : (toPlotNumber(lost) / longest) * 100,
      parts: items.map(each => ({
        id: `${each.kind} ${each.nodeId}`,
        name: names.node(each.nodeId),
        lost: `${names.points(each.lost)}/${names.number(each.maxPoints)}`,
        share: '',
      })),
    }))
  }
  const longest = toPlotNumber(losses.items[0]?.lost ?? '0')
  return losses.items.map(({ nodeId, kind, lost, percentOfAll, by: agencies }) => ({
    id: `${kind} ${nodeId}`,
    name: names.node(nodeId),
    note: noteOf[kind],
    lost: names.points(lost),
    share: names.share(percentOfAll),
    count: names.count(agencies.length),
    bar: longest === 0 ? 0 : (toPlotNumber(lost) / longest) * 100,
    parts: agencies.map(each => ({
      id: each.agencyId,
      name: names.agency(each.agencyId),
      lost: `${names.points(each.lost)}/${names.number(each.maxPoints)}`,
      share: names.percent(each.percentOfLoss),
    })),
  }))
}
