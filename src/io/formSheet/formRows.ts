import type { CellLook, StyledCell } from '../styledSheet.ts'
import { decimalContent, figureContent, formatOfFigure, nothing, text } from './formCells.ts'
import { type Column, columns, type FormLayout, keyOf, shownAgain } from './formLayout.ts'
import { inks, lookOfPoints, shown } from './formLooks.ts'
import type { FigureRow, FormFormulas, FormRow, FormTable, GroupRow, ItemRow } from './formTable.ts'
import { sheetWords, stateWords } from './formWords.ts'

type Cells = { readonly [C in Column]?: StyledCell }

/** One row of the form as cells, every column with its line. */
export function formRow(
  row: FormRow,
  at: number,
  table: FormTable,
  layout: FormLayout,
  formulas: FormFormulas,
): readonly (StyledCell | null)[] {
  const cells = cellsOf(row, at, table, layout, formulas)
  const base: CellLook = { border: 'box', ...(row.kind === 'figure' ? {} : { fill: inks[row.kind] }) }
  return columns.map(column => {
    const { content, look, isOpen } = cells[column] ?? { content: nothing }
    if (column === 'key') return { content, look: { noWrap: true } }
    return { content, look: { ...base, ...look, ...(isOpen && { fill: inks.input }) }, isOpen }
  })
}

function cellsOf(
  row: FormRow,
  at: number,
  table: FormTable,
  layout: FormLayout,
  formulas: FormFormulas,
): Cells {
  switch (row.kind) {
    case 'item':
      return itemCells(row, table, formulas)
    case 'figure':
      return figureCells(row, at, layout, formulas)
    default:
      return groupCells(row, table, formulas)
  }
}

function groupCells(
  { kind, nodeId, code, name, exempt }: GroupRow,
  { places }: FormTable,
  formulas: FormFormulas,
): Cells {
  const look = { bold: true, ...(kind === 'area' && { size: 12 }) }
  const node = nodeId === null ? undefined : formulas.nodes.get(nodeId)
  const points = lookOfPoints(places, look)
  return {
    key: { content: text(nodeId === null ? shownAgain : keyOf('node', nodeId)) },
    code: { content: text(code), look },
    name: { content: text(name), look },
    ...(node && {
      maximum: { content: shown(node.maximum), look: points },
      points: { content: shown(node.points), look: points },
      upTo: { content: shown(node.upTo), look: points },
    }),
    // A whole group is exempt only where somebody said so before; then it can be taken back.
    ...(exempt !== null && exemptCells(exempt)),
  }
}

function exemptCells(reason: string | null): Cells {
  return {
    state: { content: reason === null ? nothing : text(stateWords.notApplicable), isOpen: true },
    reason: { content: text(reason ?? ''), isOpen: true, look: { format: 'text' } },
  }
}

function itemCells(row: ItemRow, { places }: FormTable, formulas: FormFormulas): Cells {
  const { nodeId, code, name, maxPoints, maximumText, canClaim, canExempt, claim, claimed, closed } = row
  const node = formulas.nodes.get(nodeId)
  const bold = { bold: true }
  const words: CellLook = { format: 'text' }
  return {
    key: { content: text(keyOf('node', nodeId)) },
    code: { content: text(code), look: bold },
    name: { content: text(name), look: bold },
    maximum: {
      content: maxPoints === null ? text(maximumText) : decimalContent(maxPoints),
      look: maxPoints === null ? { align: 'right' } : lookOfPoints(places, bold),
    },
    points: { content: shown(node?.points ?? null), look: lookOfPoints(places, bold) },
    upTo: { content: shown(node?.upTo ?? null), look: lookOfPoints(places) },
    ...(closed !== null && { reason: { content: text(closed), look: { italic: true, color: inks.quiet } } }),
    ...(canExempt && exemptCells(row.exempt)),
    ...(canClaim && {
      claim: {
        content: claimed === null ? text(claim?.text ?? '') : decimalContent(claimed),
        isOpen: true,
        look: { align: 'right', format: 'general' },
      },
      claimReason: { content: text(claim?.reason ?? ''), isOpen: true, look: words },
    }),
    ...(closed === null && {
      explanation: { content: text(row.explanation), isOpen: true, look: words },
    }),
    how: { content: text(row.how) },
  }
}

function figureCells(row: FigureRow, at: number, layout: FormLayout, formulas: FormFormulas): Cells {
  const { field, name, entry, isClosed } = row
  const { id, unit, definition = '' } = field.metric
  const first = layout.figureRow.get(id) ?? at
  const format = formatOfFigure(row)
  const common: Cells = {
    key: { content: text(shownAgain) },
    name: { content: text(name), look: { indent: 1 } },
    unit: { content: text(unit) },
    how: { content: text(definition), look: { color: inks.quiet } },
  }
  if (first !== at) {
    const above = layout.address('value', first)
    return {
      ...common,
      value: {
        content: { kind: 'formula', formula: `IF(LEN(${above})=0,"",${above})` },
        look: { format, fill: inks.taken, align: 'right' },
      },
      state: { content: text(sheetWords.sameAs), look: { fill: inks.taken, color: inks.quiet } },
    }
  }
  const answers = layout.answers.find(list => list.metricId === id)?.answers ?? []
  const value = figureContent(row, answers)
  // Text that begins with = + - @ would become a formula once it is edited; other text gives way to a number.
  const isRisky = value.kind === 'text' && /^[=+\-@]/.test(value.text)
  const look: CellLook = { format: isRisky ? 'text' : format, align: 'right' }
  if (isClosed) return { ...common, value: { content: value, look: { ...look, fill: inks.taken } } }
  const isState = entry !== null && entry.state !== 'typed'
  return {
    ...common,
    key: { content: text(keyOf('figure', id)) },
    value: { content: value, isOpen: true, look },
    state: { content: isState ? text(stateWords[entry.state]) : nothing, isOpen: true },
    reason: { content: text(isState ? (entry.note ?? '') : ''), isOpen: true, look: { format: 'text' } },
    points: {
      content: shown({ formula: formulas.figures.get(id) ?? '""', result: undefined }),
      look: { italic: true, color: inks.quiet, align: 'right' },
    },
  }
}
