import { readFigure } from '../../../io/figures/readFigure.ts'
import type { Metric } from '../../../model/ruleSet.ts'
import { isWithin } from '../../../state/review/isWithin.ts'
import { entryWords } from './entryWords.ts'
import type { SummaryNames } from './summaryNames.ts'

/** What the text of a field of results says. */
export type EntryReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'wrong'; readonly message: string }

/** Reads a number with its bounds; what may be two numbers is asked about, never guessed. */
export function readEntry(
  text: string,
  metric: Pick<Metric, 'valueType' | 'unit'>,
  bounds: { readonly least: string; readonly most: string } | null,
  names: SummaryNames,
): EntryReading {
  const words = entryWords[names.language]
  const reading = readFigure(text, metric)
  switch (reading.kind) {
    case 'empty':
      return reading
    case 'wrong':
      return { kind: 'wrong', message: reading.message[names.language] }
    case 'unclear': {
      const [one, other] = reading.choices
      return {
        kind: 'wrong',
        message: words.unclear(names.number(one?.value ?? ''), names.number(other?.value ?? '')),
      }
    }
    default:
      return bounds && !isWithin(reading.value, bounds.least, bounds.most)
        ? { kind: 'wrong', message: words.bounds(names.number(bounds.least), names.number(bounds.most)) }
        : { kind: 'value', value: reading.value }
  }
}
