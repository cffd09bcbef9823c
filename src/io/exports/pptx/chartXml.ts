import type { ChartData, ChartSeries } from './chartData.ts'
import type { DeckWords } from './deckWords.ts'
import { paint as colours } from './slideLook.ts'
import { escapeXml } from './slideText.ts'

const namespaces =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

const categoryAxis = 111_111_111
const valueAxis = 222_222_222

/**
 * A stacked bar chart that fills its frame: one band a row, the first on top, nothing but the bars, so that they lie
 * on the rows of a table of the same height. Its figures are those of the embedded workbook.
 * @param thickness share of a row's height that a bar takes
 */
export function chartXml(data: ChartData, words: DeckWords, thickness: number): string {
  const gap = Math.round(((1 - thickness) / thickness) * 100)
  const series = data.series.map((run, index) => seriesXml(run, index, data, words.sheet)).join('')
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<c:chartSpace ${namespaces}><c:date1904 val="0"/><c:lang val="${words.locale}"/><c:roundedCorners val="0"/>`,
    '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>',
    '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>',
    '<c:x val="0"/><c:y val="0"/><c:w val="1"/><c:h val="1"/></c:manualLayout></c:layout>',
    '<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>',
    series,
    `<c:gapWidth val="${Math.min(500, Math.max(0, gap))}"/><c:overlap val="100"/>`,
    `<c:axId val="${categoryAxis}"/><c:axId val="${valueAxis}"/></c:barChart>`,
    `<c:catAx><c:axId val="${categoryAxis}"/><c:scaling><c:orientation val="maxMin"/></c:scaling>`,
    '<c:delete val="1"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>',
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>',
    `<c:crossAx val="${valueAxis}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>`,
    '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>',
    `<c:valAx><c:axId val="${valueAxis}"/><c:scaling><c:orientation val="minMax"/><c:max val="${data.most}"/>`,
    '<c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="t"/>',
    '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>',
    `<c:minorTickMark val="none"/><c:tickLblPos val="none"/><c:crossAx val="${categoryAxis}"/>`,
    '<c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>',
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>',
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1800"/></a:pPr>`,
    `<a:endParaRPr lang="${words.locale}"/></a:p></c:txPr>`,
    '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>',
  ].join('')
}

function seriesXml(run: ChartSeries, index: number, data: ChartData, sheet: string): string {
  const column = columnName(index + 1)
  const last = data.categories.length + 1
  const ref = (of: string, from: number, to: number) => `'${escapeXml(sheet)}'!$${of}$${from}:$${of}$${to}`
  const points = (texts: readonly (string | null)[]) =>
    texts.map((text, at) => (text === null ? '' : `<c:pt idx="${at}"><c:v>${text}</c:v></c:pt>`)).join('')
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>`,
    `<c:tx><c:strRef><c:f>'${escapeXml(sheet)}'!$${column}$1</c:f><c:strCache><c:ptCount val="1"/>`,
    `<c:pt idx="0"><c:v>${escapeXml(run.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`,
    `<c:spPr>${lookOf(run)}</c:spPr><c:invertIfNegative val="0"/>`,
    `<c:cat><c:strRef><c:f>${ref('A', 2, last)}</c:f><c:strCache><c:ptCount val="${data.categories.length}"/>`,
    points(data.categories.map(escapeXml)),
    '</c:strCache></c:strRef></c:cat>',
    `<c:val><c:numRef><c:f>${ref(column, 2, last)}</c:f><c:numCache><c:formatCode>General</c:formatCode>`,
    `<c:ptCount val="${run.values.length}"/>${points(run.values.map(value => (value === null ? null : String(value))))}`,
    '</c:numCache></c:numRef></c:val></c:ser>',
  ].join('')
}

const solid = (colour: string) => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`
const outline = (colour: string, dash = 'solid', width = 1.4) =>
  `<a:ln w="${Math.round(width * 12_700)}">${solid(colour)}<a:prstDash val="${dash}"/></a:ln>`
/** 45° lines in the hue of the part: "suy ra". */
const hatch = (colour: string) =>
  `<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="${colour}"/></a:fgClr>` +
  `<a:bgClr><a:srgbClr val="${colours.paper}"/></a:bgClr></a:pattFill>`

/** Hue says which points, texture how sure: the chart grammar of every other picture. */
function lookOf({ paint, isSure }: ChartSeries): string {
  if (paint === null) return '<a:noFill/><a:ln><a:noFill/></a:ln>'
  if (paint === 'max') return `<a:noFill/>${outline(colours.ink2)}`
  if (paint === 'open' || paint === 'frame') return `<a:noFill/>${outline(colours.ink2, 'sysDash')}`
  if (paint === 'idle') return `${hatch(colours.ink2)}${outline(colours.ink2)}`
  const colour = colours[paint]
  // A thin line in the colour of the paper keeps neighbours apart also in grey.
  return isSure
    ? `${solid(colour)}${outline(colours.paper, 'solid', 1)}`
    : `${hatch(colour)}${outline(colour)}`
}

/** "A" for 0, "AA" for 26. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}
