import type { CohortGroup } from '../../model/cohort.ts'
import { stageOrder } from '../../model/stages.ts'
import type { Stage } from '../../model/submission.ts'
import { stageNames } from '../../receipt/stageNames.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { agenciesWords } from './words.ts'

/** What the points of a group are: its stages by name, and a sentence where that is not plain. */
export type RowStages = {
  /** Null while no row has points. */
  readonly names: string | null
  readonly note: string | null
}

/**
 * Stages the rows of a group are read at, in order. A row that never stood at the stage that was asked for
 * is read as it stands now, and the note says so; without a wish it says how the rows differ, where they do.
 */
export function rowStages(
  { rows }: Pick<CohortGroup, 'rows'>,
  asked: Stage | null,
  language: Language,
): RowStages {
  const words = agenciesWords[language]
  const found = stageOrder.flatMap(stage => {
    const count = rows.filter(row => row.stage === stage).length
    return count === 0 ? [] : [{ stage, name: stageNames[language][stage], count }]
  })
  const names = found.length === 0 ? null : found.map(each => each.name).join(', ')
  const say = (count: number) => formatNumber(String(count), language)
  if (asked === null) {
    const parts = found.map(each => words.atStage(say(each.count), each.name)).join(', ')
    return { names, note: found.length > 1 ? words.stagesDiffer(parts) : null }
  }
  const others = found.filter(each => each.stage !== asked)
  const without = rows.filter(row => row.stage !== asked).length
  if (without === 0) return { names, note: null }
  const instead = others.map(each => each.name).join(', ')
  return { names, note: words.asItStands(say(without), stageNames[language][asked], instead) }
}
