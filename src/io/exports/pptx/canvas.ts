import type PptxGenJS from 'pptxgenjs'
import type { ChartData } from './chartData.ts'
import type { DeckWords } from './deckWords.ts'
import { paint } from './slideLook.ts'
import { slideText } from './slideText.ts'

/** A slide while it is drawn, with what the package cannot hold and is put in afterwards. */
export type Canvas = {
  readonly slide: PptxGenJS.Slide
  readonly words: DeckWords
  /** Where the body ends and the foot begins, in inches. */
  readonly bottom: number
  /** What is said of a table or chart to those who do not see it, by the name of the object. */
  readonly spoken: Map<string, string>
  /** Charts in the order they were put on the slide. */
  readonly charts: { readonly data: ChartData; readonly thickness: number }[]
}

export type Box = {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export type Border = {
  readonly colour: string
  readonly points: number
  readonly isDashed?: boolean | undefined
}

export type CellLook = {
  readonly size: number
  readonly align?: 'left' | 'right' | 'center' | undefined
  readonly anchor?: 'top' | 'middle' | 'bottom' | undefined
  readonly colour?: string | undefined
  readonly isBold?: boolean | undefined
  readonly fill?: string | undefined
  readonly span?: number | undefined
  /** Inches at the left and right. */
  readonly padding?: readonly [number, number] | undefined
  readonly top?: Border | undefined
  readonly bottom?: Border | undefined
  readonly sides?: Border | undefined
}

export type DrawnCell = { readonly text: string; readonly look: CellLook }

/**
 * A native table; every cell says how it looks, so that no style of a template changes it.
 * @param alt said to those who do not see it
 */
export function drawTable(
  { slide, words, spoken }: Canvas,
  rows: readonly (readonly DrawnCell[])[],
  place: Pick<Box, 'x' | 'y'> & { readonly widths: readonly number[]; readonly heights: readonly number[] },
  alt: string,
  name: string = words.table,
): void {
  spoken.set(name, slideText(alt))
  slide.addTable(
    rows.map(row =>
      row.map(cell => ({ text: slideText(cell.text), options: cellOptions(cell.look, words) })),
    ),
    {
      x: place.x,
      y: place.y,
      w: sum(place.widths),
      h: sum(place.heights),
      colW: [...place.widths],
      rowH: [...place.heights],
      autoPage: false,
      objectName: name,
    },
  )
}

function cellOptions(look: CellLook, words: DeckWords): PptxGenJS.TableCellProps {
  const [left, right] = look.padding ?? [0.08, 0.08]
  return {
    fontSize: look.size,
    bold: look.isBold === true,
    color: look.colour ?? paint.ink,
    align: look.align ?? 'left',
    valign: look.anchor ?? 'middle',
    margin: [0.01, right, 0.01, left],
    lang: words.locale,
    border: [look.top, look.sides, look.bottom, look.sides].map(borderOptions),
    ...(look.fill !== undefined && { fill: { color: look.fill } }),
    ...(look.span !== undefined && look.span > 1 && { colspan: look.span }),
  } as PptxGenJS.TableCellProps
}

function borderOptions(border: Border | undefined): PptxGenJS.BorderProps {
  return border
    ? { type: border.isDashed === true ? 'dash' : 'solid', color: border.colour, pt: border.points }
    : { type: 'none' }
}

export type TextLook = {
  readonly size: number
  readonly name: string
  readonly colour?: string | undefined
  readonly isBold?: boolean | undefined
  readonly align?: 'left' | 'right' | 'center' | undefined
  readonly anchor?: 'top' | 'middle' | 'bottom' | undefined
  readonly fill?: string | undefined
  /** Points after each paragraph. */
  readonly after?: number | undefined
  /** Points at the left and right; 0 without it. */
  readonly inset?: number | undefined
}

export type Run = {
  readonly text: string
  readonly size?: number | undefined
  readonly colour?: string | undefined
  readonly isBold?: boolean | undefined
}

/** A text box; each paragraph is a list of runs. */
export function drawText(
  { slide, words }: Canvas,
  paragraphs: readonly (readonly Run[])[],
  box: Box,
  look: TextLook,
): void {
  const runs = paragraphs.flatMap(paragraph =>
    paragraph.map((run, index) => ({
      text: slideText(run.text),
      options: {
        fontSize: run.size ?? look.size,
        bold: run.isBold ?? look.isBold ?? false,
        color: run.colour ?? look.colour ?? paint.ink,
        lang: words.locale,
        breakLine: index === paragraph.length - 1,
      },
    })),
  )
  slide.addText(runs, {
    ...box,
    objectName: look.name,
    isTextBox: true,
    margin: [look.inset ?? 0, look.inset ?? 0, 0, 0],
    fontSize: look.size,
    color: look.colour ?? paint.ink,
    align: look.align ?? 'left',
    valign: look.anchor ?? 'top',
    lang: words.locale,
    ...(look.after !== undefined && { paraSpaceAfter: look.after }),
    ...(look.fill !== undefined && { fill: { color: look.fill } }),
  })
}

/** A straight line, level or upright. */
export function drawLine(
  { slide }: Canvas,
  box: Box,
  look: {
    readonly name: string
    readonly colour: string
    readonly points: number
    readonly isDashed?: boolean
  },
): void {
  slide.addShape('line', {
    ...box,
    objectName: look.name,
    line: { color: look.colour, width: look.points, dashType: look.isDashed === true ? 'sysDash' : 'solid' },
  })
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
