import type { BarBody, SlideKind } from '../../../model/deck.ts'
import { barSeries, type SeriesPaint } from './barSeries.ts'
import type { DeckWords } from './deckWords.ts'
import { slideText } from './slideText.ts'

/** A chart as its workbook holds it: a row a bar, a column a run of bars, then the numbers beside the bars. */
export type ChartData = {
  readonly corner: string
  readonly categories: readonly string[]
  readonly series: readonly ChartSeries[]
  /** Largest value of the axis. */
  readonly most: number
  /** Numbers of the table as they are displayed; not drawn. */
  readonly beside: readonly { readonly head: string; readonly texts: readonly string[] }[]
}

export type ChartSeries = {
  readonly name: string
  readonly paint: SeriesPaint | null
  readonly isSure: boolean
  readonly values: readonly (number | null)[]
}

/** Lengths are exact to a millionth of the scale. */
const places = 6

/** The figures behind the bars of a slide; null where no row has a bar. */
export function chartData(body: BarBody, kind: SlideKind, words: DeckWords): ChartData | null {
  const called = { ...words.segments, ...words.segmentsOf[kind] }
  const runs = barSeries(body)
  if (runs.every(({ paint }) => paint === null)) return null
  const scale = Number(body.scale ?? '100')
  const most = Number.isFinite(scale) && scale > 0 ? scale : 100
  const named = new Set<string>()
  const nameOf = (name: string): string => {
    let free = name
    for (let count = 2; named.has(free); count++) free = `${name} (${count})`
    named.add(free)
    return free
  }
  return {
    corner: slideText(body.heads.name),
    categories: body.rows.map(({ lead, name }) => slideText(lead === '' ? name : `${lead}. ${name}`)),
    series: runs.map(({ paint, isSure, lengths }) => ({
      name: nameOf(
        paint === null
          ? words.offset
          : `${called[paint]}${isSure ? '' : ` (${words.inferred})`}${
              body.scale === undefined ? `, ${words.shareOfScale}` : ''
            }`,
      ),
      paint,
      isSure,
      values: lengths.map(length => (length === null ? null : Number((length * most).toFixed(places)))),
    })),
    most,
    beside: body.heads.numbers.map((head, column) => ({
      head: nameOf(slideText(head)),
      texts: body.rows.map(({ numbers }) => slideText(numbers[column] ?? '')),
    })),
  }
}
