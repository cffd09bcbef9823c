import type { FieldEntry } from '../../model/draft.ts'
import type { Decimal } from '../../model/exact.ts'
import type { Metric } from '../../model/ruleSet.ts'
import { shownDate } from '../sheetCell.ts'
import { plainDecimal } from './plainDecimal.ts'
import { type FigureOptions, readFigure } from './readFigure.ts'

/**
 * What an official would type for a known figure: bare digits with a decimal comma, dd/mm/yyyy, "Có", the name
 * of an option. What could be taken for another number carries the reading that is meant.
 */
export function writeFigure(
  value: Decimal,
  metric: Pick<Metric, 'valueType' | 'unit'>,
  options: FigureOptions = [],
): Extract<FieldEntry, { state: 'typed' }> {
  const text = textOf(value, metric, options)
  const read = readFigure(text, metric, options)
  return read.kind === 'unclear'
    ? { state: 'typed', text, meant: plainDecimal(value) }
    : { state: 'typed', text }
}

function textOf(value: Decimal, metric: Pick<Metric, 'valueType' | 'unit'>, options: FigureOptions): string {
  switch (metric.valueType) {
    case 'date':
      return shownDate(value)
    case 'flag':
      return value === '1' ? 'Có' : value === '0' ? 'Không' : value
    case 'option': {
      const label = options.find(option => option.value === value)?.label ?? value
      const read = readFigure(label, metric, options)
      return read.kind === 'value' && read.value === value ? label : value
    }
    default:
      return plainDecimal(value).replace('.', ',')
  }
}
