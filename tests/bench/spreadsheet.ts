import { HyperFormula } from 'hyperformula'
import type { RuleSet } from '../../src/model/ruleSet.ts'
import type { BulkTable } from '../../src/scoring/bulk/table.ts'
import { type BenchKind, mix } from './scene.ts'

/** Cells of one leaf: formula over the letters of its two figures in a row. */
const formulas: Partial<Record<BenchKind, (a: string, b: string) => string>> = {
  share: (a, b) => `=IF(${b}="","",IF(${b}=0,0,ROUND(MIN(${a}/${b},1)*2,2)))`,
  shareOfTarget: (a, b) => `=IF(${b}="","",IF(${b}=0,0,IF(${a}/${b}>=0.8,2,ROUND(${a}/${b}/0.8*2,2))))`,
  fromFloor: (a, b) =>
    `=IF(${b}="","",IF(${b}=0,0,IF(${a}/${b}>=0.9,2,IF(${a}/${b}<=0.3,0,ROUND((${a}/${b}-0.3)/0.6*2,2)))))`,
  yesNo: a => `=IF(${a}="","",${a}*2)`,
  choice: a => `=IF(${a}="","",CHOOSE(${a},0,0.5,1.25,2))`,
  valueBands: a => `=IF(${a}="","",IF(${a}>=600,2,IF(${a}>=200,1,IF(${a}>=50,0.5,0))))`,
  percentBands: (a, b) =>
    `=IF(${b}="","",IF(${a}/${b}>=0.9,2,IF(${a}/${b}>=0.7,1,IF(${a}/${b}>=0.5,0.5,0))))`,
  perUnit: a => `=IF(${a}="","",MIN(${a}*0.01,2))`,
  deduction: a => `=IF(${a}="","",MAX(2-${a}*0.005,0))`,
  surveyMean: a => `=IF(${a}="","",ROUND(${a}/100*2,2))`,
}

const suffixes: Partial<Record<BenchKind, readonly string[]>> = {
  yesNo: ['-1-flag'],
  choice: ['-1-option'],
  surveyMean: ['-1-percent'],
}

/**
 * The kinds a spreadsheet user writes as a cell formula, an agency a row: figures beside scores beside a sum.
 * @returns milliseconds per score to open the workbook, and to enter every figure anew (best of the runs)
 */
export function scoreBySpreadsheet(
  ruleSet: RuleSet,
  table: BulkTable,
  rows: number,
): { open: number; enter: number; scores: number } {
  if (ruleSet.criteria.length === 0) throw new Error('a rule set has criteria')
  const leaves = (Object.keys(formulas) as BenchKind[]).flatMap(kind =>
    Array.from({ length: mix[kind] }, (_, index) => [kind, `${kind}${index}`] as const),
  )
  const figures = leaves.flatMap(([kind, id]) => {
    const [first, second] = suffixes[kind] ?? ['-1', '-2']
    return [`${id}${first}`, ...(second === undefined ? [''] : [`${id}${second}`])]
  })
  const valuesAt = (row: number) =>
    figures.map(id => {
      const value = table.columns.get(id)?.values[row] ?? Number.NaN
      return Number.isNaN(value) ? '' : value
    })
  const cells = Array.from({ length: rows }, (_, row) => {
    const scores = leaves.map(
      ([kind], index) =>
        formulas[kind]?.(`${letters(index * 2)}${row + 1}`, `${letters(index * 2 + 1)}${row + 1}`) ?? '',
    )
    const [from, to] = [letters(figures.length), letters(figures.length + leaves.length - 1)]
    return [...valuesAt(row), ...scores, `=SUM(${from}${row + 1}:${to}${row + 1})`]
  })
  const opened = performance.now()
  const engine = HyperFormula.buildFromArray(cells, { licenseKey: 'gpl-v3' })
  const open = performance.now() - opened
  const scores = rows * leaves.length
  let best = Number.POSITIVE_INFINITY
  for (let run = 1; run <= 3; run += 1) {
    const entered = Array.from({ length: rows }, (_, row) => valuesAt(row + run * rows))
    const started = performance.now()
    engine.batch(() => {
      engine.setCellContents({ sheet: 0, row: 0, col: 0 }, entered)
    })
    best = Math.min(best, performance.now() - started)
  }
  engine.destroy()
  return { open: open / scores, enter: best / scores, scores }
}

/** A, B … Z, AA … */
function letters(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : letters(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26))
}
