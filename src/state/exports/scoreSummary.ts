import { nothing, text } from '../../io/formSheet/formCells.ts'
import type { CellContent, CellLook, StyledCell, StyledSheet } from '../../io/styledSheet.ts'
import { type Interval, isSettled, toPlotNumber } from '../../model/exact.ts'
import type { NodePoints } from '../../model/scoreSheet.ts'
import { formatExact, negate, parseExact } from '../../scoring/exact.ts'
import type { NodeCells } from '../../scoring/sheetFormulas/totalCells.ts'
import { quoted } from '../../scoring/sheetFormulas/workings.ts'
import { nodeDifference, scoreFills } from './scoreCells.ts'
import { cellAddress, rowNumber, type ScoreColumn } from './scoreLayout.ts'
import type { ScoreScene } from './scoreRows.ts'
import { sheetHead } from './scoreSheets.ts'

const headAt = 6
const widths = [7, 46, 10, 14, 10, 11, 10, 12, 10, 14, 10, 18]

type Line = {
  readonly code: string
  readonly name: string
  readonly node: Pick<NodeCells, 'from' | 'to' | 'hiddenLeafIds' | 'maxPoints'>
  readonly points: NodePoints | null
  readonly maxPoints: string | null
  readonly percent: Interval | null
  readonly gap: Interval | null
  /** It stands as somebody decided or published it. */
  readonly isFixed?: boolean | undefined
}

/** Areas, adjustments, total and grade, each by formulas beside what the app says. */
export function summarySheet(scene: ScoreScene): StyledSheet {
  const { parts, words, layout, formulas, cells } = scene
  const { sheet } = parts
  const { total } = sheet
  const whole: Line = {
    code: '',
    name: words.total,
    node: formulas.total,
    points: total.points,
    maxPoints: total.maxPoints,
    percent: total.percent,
    gap: total.gapToMax,
  }
  const rows = [...partLines(scene), whole].map((line, index) =>
    lineCells(line, headAt + 1 + index, scene, line === whole ? totalLook : {}),
  )
  const ranges = layout.areas.map(({ name, rows: own }) => {
    const at = (column: ScoreColumn, row: number) => cellAddress(name, column, row)
    return `${at('difference', rowNumber(0))}:${at('difference', rowNumber(own.length - 1)).replace(/^.*!/, '')}`
  })
  const firstLine = headAt + 1
  const own = `$L$${firstLine}:$L$${headAt + rows.length}`
  const unlike = [...ranges, own].flatMap(range => [
    `COUNTIF(${range},">0")`,
    `COUNTIF(${range},"<0")`,
    `COUNTIF(${range},"${words.different}")`,
  ])
  const wide = (name: string, content: CellContent, app: CellContent, check: CellContent): StyledCell[] => [
    { content: nothing, look: totalLook },
    { content: text(name), look: totalLook },
    { content: nothing, look: totalLook },
    { content, look: { ...totalLook, align: 'left' } },
    ...Array.from({ length: 5 }, (): StyledCell => ({ content: nothing, look: totalLook })),
    { content: app, look: { ...totalLook, align: 'left' } },
    { content: nothing, look: totalLook },
    { content: check, look: { ...totalLook, ...cells.difference } },
  ]
  const gradeRows =
    formulas.grade === null ? [] : [gradeRow(scene, formulas.grade, headAt + 1 + rows.length, wide)]
  const body = [
    ...rows,
    ...gradeRows,
    wide(words.unequal, nothing, nothing, {
      kind: 'formula',
      formula: unlike.join('+'),
      result: 0,
    }).map((cell, at) => (at === 11 ? { ...cell, look: { ...totalLook, align: 'right' as const } } : cell)),
  ]
  const last = headAt + body.length
  const merges =
    gradeRows.length === 0 ? [] : [3, 9].map(column => across(last - 1, column, column === 3 ? 8 : 10))
  return {
    name: layout.names.summary,
    columns: widths.map(width => ({ width })),
    rows: [...sheetHead(scene, words.summaryTitle, words.summaryHeads), ...body],
    heights: new Map([
      [1, 21],
      [4, 34],
      [headAt, 48],
    ]),
    merges: [...[1, 2, 3, 4].map(row => across(row, 0, 11)), ...merges],
    frozen: { rows: headAt, columns: 2 },
    page: {
      orientation: 'landscape',
      titleRows: [headAt, headAt],
      footer: `&L${words.sheets.summary}&R${words.page} &P/&N`,
    },
  }
}

/** What the total is made of: criteria at the top, points of pools that reach over several, bonus and penalty. */
function partLines({ parts, formulas, nodes, standings }: ScoreScene): readonly Line[] {
  const { sheet, ruleSet, language } = parts
  const named = (each: { readonly name: string; readonly nameEn?: string | undefined }) =>
    language === 'en' ? (each.nameEn ?? each.name) : each.name
  const isFixedLeaf = (id: string) => (standings.get(id)?.fixed ?? null) !== null
  const areas = ruleSet.criteria.flatMap((criterion): Line[] => {
    const node = formulas.nodes.get(criterion.id)
    const score = nodes.get(criterion.id)
    if (!node || !score) return []
    const { points, maxPoints, percent, gapToMax: gap } = score
    const isFixed = isFixedLeaf(criterion.id)
    return [{ code: criterion.code, name: named(criterion), node, points, maxPoints, percent, gap, isFixed }]
  })
  const hidden = new Set(areas.flatMap(({ node }) => node.hiddenLeafIds))
  const outside = { code: '', maxPoints: null, percent: null, gap: null }
  const pools = sheet.pools.flatMap((pool): Line[] => {
    const cells = formulas.pools.get(pool.poolId)
    if (!cells || !pool.criterionIds.every(id => hidden.has(id))) return []
    const node = { from: cells.from, to: cells.to, hiddenLeafIds: [], maxPoints: null }
    const isFixed = pool.pointsProvenance !== null
    return [{ ...outside, name: named(pool), node, points: { kind: 'known', ...pool.points }, isFixed }]
  })
  const adjustments = sheet.adjustments.flatMap((each): Line[] => {
    const leaf = formulas.leaves.get(each.adjustmentId)
    if (!leaf) return []
    const taken = each.effect === 'penalty'
    const node = taken
      ? { from: `-${leaf.to}`, to: `-${leaf.from}`, hiddenLeafIds: [], maxPoints: null }
      : { from: leaf.from, to: leaf.to, hiddenLeafIds: [], maxPoints: null }
    const { from, to } = each.points
    const points = taken ? { from: negated(to), to: negated(from) } : { from, to }
    const isFixed = isFixedLeaf(each.adjustmentId)
    return [{ ...outside, name: named(each), node, points: { kind: 'known', ...points }, isFixed }]
  })
  return [...areas, ...pools, ...adjustments]
}

const negated = (exact: string) => formatExact(negate(parseExact(exact)))

const totalLook: CellLook = { bold: true, fill: scoreFills.total, border: 'box' }

const across = (row: number, firstColumn: number, lastColumn: number) => ({
  firstRow: row,
  lastRow: row,
  firstColumn,
  lastColumn,
})

function lineCells(
  { code, name, node, points, maxPoints, percent, gap, isFixed = false }: Line,
  row: number,
  { cells, layout, words }: ScoreScene,
  look: CellLook,
): StyledCell[] {
  const at = (column: string) => `'${layout.names.summary}'!$${column}$${row}`
  const [from, to] = cells.nodePoints(node, points)
  const [appFrom, appTo] = cells.appPoints(points)
  const max = node.maxPoints
  const share = (column: string, end: 'from' | 'to'): CellContent =>
    max === null
      ? nothing
      : {
          kind: 'formula',
          formula: `IF(ISNUMBER(${at(column)}),IF(ABS(${at('C')})<0.000000001,"",${at(column)}/${at('C')}),"")`,
          result:
            percent === null || (end === 'to' && isSettled(percent)) ? '' : toPlotNumber(percent[end]) / 100,
        }
  const short = (column: string, end: 'from' | 'to', other: string): CellContent =>
    max === null || gap === null
      ? nothing
      : {
          kind: 'formula',
          formula: `IF(ISNUMBER(${at(column)}),${at('C')}-${at(column)},${other})`,
          result: end === 'to' && isSettled(gap) ? '' : toPlotNumber(gap[end]),
        }
  const box = (content: CellContent, own: CellLook = {}): StyledCell => ({
    content,
    look: { border: 'box', ...own, ...look },
  })
  return [
    box(text(code)),
    box(text(name)),
    box(
      max === null
        ? nothing
        : {
            kind: 'formula',
            formula: max,
            result: maxPoints === null ? undefined : toPlotNumber(maxPoints),
          },
      cells.points,
    ),
    box(from, cells.points),
    box(to, cells.points),
    box(share('D', 'from'), cells.percent),
    box(share('E', 'to'), cells.percent),
    // The least that is short goes with the most there may be.
    box(short('E', 'from', `${at('C')}-${at('D')}`), cells.points),
    box(
      gap !== null && max !== null
        ? {
            kind: 'formula',
            formula: `IF(ISNUMBER(${at('E')}),${at('C')}-${at('D')},"")`,
            result: isSettled(gap) ? '' : toPlotNumber(gap.to),
          }
        : nothing,
      cells.points,
    ),
    box(appFrom, cells.points),
    box(appTo, cells.points),
    box(
      isFixed ? text(words.notReckoned) : nodeDifference(node, points, { from: at('J'), to: at('K') }),
      cells.difference,
    ),
  ]
}

/** The grade as the formula finds it, as the app has it, and whether they are the same. */
function gradeRow(
  { parts: { ruleSet, sheet }, words }: ScoreScene,
  grade: string,
  row: number,
  wide: (name: string, content: CellContent, app: CellContent, check: CellContent) => StyledCell[],
): StyledCell[] {
  const names = sheet.total.bandIds.map(id => ruleSet.bands.find(band => band.id === id)?.name ?? id)
  const [only = '', ...others] = names
  const app = others.length === 0 ? only : `${only}${words.to}${others.at(-1) ?? ''}`
  // With flags unanswered more grades are possible than lie between two.
  const isPlain = others.length === 0 || (ruleSet.grading?.overrides ?? []).length === 0
  return wide(
    words.grade,
    { kind: 'formula', formula: grade, result: app },
    text(app),
    isPlain
      ? { kind: 'formula', formula: `IF($D$${row}=${quoted(app)},0,"${words.different}")`, result: 0 }
      : text(words.notReckoned),
  )
}
