import type { Metric } from '../../model/ruleSet.ts'
import { isId, textOf } from './codecs.ts'
import { fold, slug } from './fold.ts'
import type { Draft } from './json.ts'
import { rowId } from './readFields.ts'
import type { Row } from './readTable.ts'

export type MetricNames = {
  readonly metric: (text: string, valueType: Metric['valueType']) => string | null
  /** Metrics that were made because the file lists none. */
  readonly made: () => readonly Draft[]
}

/** Units of values that can only have one. */
const units: Readonly<Record<Metric['valueType'], string>> = {
  count: 'số lượng',
  percent: '%',
  number: 'giá trị',
  flag: 'có/không',
  date: 'ngày',
  option: 'mức',
}

/** What names are compared by; one that could be an id must be the same letter by letter. */
function nameKey(name: string): string {
  return isId(name) ? name : ` ${fold(name)}`
}

/** Finds metrics of the sheet for them by id, or by a name that only one of them has. */
export function listedMetrics(rows: readonly Row[]): MetricNames {
  const ids = new Set<string>()
  const byName = new Map<string, string | null>()
  for (const row of rows) {
    const cell = row.cells.get('name')
    const name = nameKey((cell && textOf(cell)) ?? '')
    const id = rowId(row, ['name'])
    ids.add(id)
    byName.set(name, byName.has(name) ? null : id)
  }
  return {
    // An id nobody lists stays as it is: the linter names every such place.
    metric: text => (ids.has(text) ? text : (byName.get(nameKey(text)) ?? (isId(text) ? text : null))),
    made: () => [],
  }
}

/** Takes every text that stands for a metric as the name of one: the file has no sheet for them. */
export function namedMetrics(): MetricNames {
  const made = new Map<string, Draft>()
  return {
    metric: (text, valueType) => {
      const id = isId(text) ? text : slug(text)
      if (id === '') return null
      if (!made.has(id)) made.set(id, { id, name: text, unit: units[valueType], valueType })
      return id
    },
    made: () => [...made.values()],
  }
}
