import { nothing } from '../../io/formSheet/formCells.ts'
import type { CellContent, CellLook, StyledCell } from '../../io/styledSheet.ts'
import { type Exact, type Interval, isSettled, toPlotNumber } from '../../model/exact.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { NodePoints } from '../../model/scoreSheet.ts'
import type { NodeCells } from '../../scoring/sheetFormulas/totalCells.ts'
import type { ScoreWords } from './scoreWords.ts'

/** Fills by what a cell is: yellow was entered. */
export const scoreFills = {
  head: 'DCE6F2',
  total: 'EAF1DD',
  group: 'EEF3F8',
  leaf: 'F7F9FB',
  input: 'FFF8D6',
} as const

/** Decimals of points where the rule set shows as many as there are. */
const anyPlaces = 4
/** Nearer than this, two numbers of a sheet are the same: cells hold binary fractions. */
const same = '0.0000001'

export type ScoreCells = ReturnType<typeof scoreCells>

type ShownNode = Pick<NodeCells, 'from' | 'to' | 'hiddenLeafIds'>

/** How cells of points are written, with the words and places of one rule set. */
export function scoreCells({ pointsPlaces, rounding }: RuleSet, words: ScoreWords) {
  const places = pointsPlaces ?? rounding.total?.places ?? rounding.leaf?.places ?? anyPlaces
  const digits = `#,##0${places > 0 ? `.${'0'.repeat(places)}` : ''}`
  const points: CellLook = { border: 'box', align: 'right', format: { code: `${digits};"\u2212"${digits}` } }
  const percent: CellLook = { border: 'box', align: 'right', format: { code: '0.00%' } }
  const difference: CellLook = {
    border: 'box',
    align: 'right',
    format: { code: `"+"0.0000" ${words.different}";"\u2212"0.0000" ${words.different}";0" ${words.equal}"` },
  }
  const number = (exact: Exact): CellContent => ({ kind: 'number', value: toPlotNumber(exact) })
  const word = (text: string): CellContent => (text === '' ? nothing : { kind: 'text', text })
  /** Both ends of an interval; the second only where they differ. */
  const ends = ({ from, to }: Interval): readonly [CellContent, CellContent] => [
    number(from),
    isSettled({ from, to }) ? nothing : number(to),
  ]
  const appPoints = (node: NodePoints | null): readonly [CellContent, CellContent] =>
    node === null
      ? [nothing, nothing]
      : node.kind === 'known'
        ? ends(node)
        : [number(node.atLeast), word(words.open.unknown)]
  /** Points of a group by formulas, shown with what the app has until they are reckoned. */
  const nodePoints = (node: ShownNode, known: NodePoints | null): readonly [CellContent, CellContent] => {
    const [from, to] = appPoints(known)
    const result = (content: CellContent) =>
      content.kind === 'number' ? content.value : content.kind === 'text' ? content.text : ''
    return [
      { kind: 'formula', formula: node.from, result: result(from) },
      node.hiddenLeafIds.length > 0
        ? { kind: 'text', text: words.open.unknown }
        : {
            kind: 'formula',
            formula: `IF(ABS((${node.to})-(${node.from}))<0.000000001,"",${node.to})`,
            result: result(to),
          },
    ]
  }
  return {
    points,
    percent,
    difference,
    number,
    word,
    ends,
    appPoints,
    nodePoints,
    wide: (text: string, look: CellLook): StyledCell => ({ content: word(text), look }),
  }
}

/** Formula − app, exactly 0 where they are the same. */
export function differenceOf(formula: string, app: string): string {
  return `IF(ABS(${formula}-${app})<${same},0,${formula}-${app})`
}

/** The larger difference of two ends. */
export function differenceOfEnds(
  node: { from: string; to: string },
  app: { from: string; to: string },
): string {
  const [low, high] = [`(${node.from})-${app.from}`, `(${node.to})-${app.to}`]
  return `IF(ABS(${low})+ABS(${high})<${same},0,IF(ABS(${high})>ABS(${low}),${high},${low}))`
}

/** The difference of what a group comes to, against the cells that hold what the app has. */
export function nodeDifference(
  node: ShownNode,
  known: NodePoints | null,
  app: { readonly from: string; readonly to: string },
): CellContent {
  if (known === null) return nothing
  const formula =
    known.kind === 'known' && !isSettled(known) && node.hiddenLeafIds.length === 0
      ? differenceOfEnds(node, app)
      : known.kind === 'known' && node.hiddenLeafIds.length === 0
        ? differenceOfEnds(node, { from: app.from, to: app.from })
        : differenceOf(node.from, app.from)
  return { kind: 'formula', formula, result: 0 }
}
