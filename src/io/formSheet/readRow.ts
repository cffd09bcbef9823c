import { walkCriteria } from '../../model/criteria.ts'
import type { FieldEntry } from '../../model/draft.ts'
import type { ImportedEntry, ImportPlace } from '../../model/figureImport.ts'
import { type FormItem, isFilledByAgency } from '../../model/form.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { type Fault, remark } from '../figureImport/importProblems.ts'
import type { PlacedField } from '../figureImport/importTarget.ts'
import { readAsThousands, readCell } from '../figureImport/readCell.ts'
import { type Gathered, takeClaim } from '../figureImport/rowEntries.ts'
import { readStateWord } from '../figureImport/stateWords.ts'
import { decimalOfNumber, type SheetCell, shownText } from '../sheetCell.ts'
import { dayOfSerial } from './formCells.ts'
import {
  claimReasonAlone,
  notAsked,
  reasonAlone,
  reasonBesideValue,
  stateWithoutValue,
  unknownCriterion,
  unknownExemption,
  unknownMetric,
  unknownState,
  unmarked,
  valueAndState,
} from './formFaults.ts'
import type { FormGridRow, GridOfForm } from './formGrid.ts'
import { type Column, shownAgain } from './formLayout.ts'
import { stateWords } from './formWords.ts'
import type { Registry, RegistryRow } from './registry.ts'

/** What a row is read with. */
export type RowReading = {
  readonly grid: GridOfForm
  /** What stood in the form when it was written; null where nobody knows. */
  readonly registry: Registry | null
  readonly ruleSet: RuleSet
  readonly fields: ReadonlyMap<string, PlacedField>
  readonly items: ReadonlyMap<string, FormItem>
}

/** Takes one row of a form over, or says why not. */
export function readRow(row: FormGridRow, reading: RowReading, into: Gathered): void {
  const id = row.key?.slice(2) ?? ''
  if (row.key === shownAgain) return
  if (row.key === null) readUnmarked(row, reading, into)
  else if (row.key.startsWith('m:')) readFigureRow(row, id, reading, into)
  else readNodeRow(row, id, reading, into)
}

/** A row somebody added: what is typed in it belongs to nothing. */
function readUnmarked(row: FormGridRow, { grid }: RowReading, into: Gathered): void {
  const cell = row.cell('value')
  if (cell === undefined) return
  remark(into.problems, placeAt(row, grid, 'value'), shownText(cell), unmarked, 'warning')
}

function readFigureRow(row: FormGridRow, metricId: string, reading: RowReading, into: Gathered): void {
  const { grid, registry, ruleSet, fields } = reading
  const placed = fields.get(metricId)
  const [cell, state, reason] = [row.cell('value'), row.cell('state'), wordsOf(row.cell('reason'))]
  const place = placeAt(row, grid, 'value')
  const say = (fault: Fault, severity: 'error' | 'warning', at = place, found = shownText(cell)) =>
    remark(into.problems, at, found, fault, severity)
  if (!placed) {
    if (cell === undefined && state === undefined) return
    say(ruleSet.metrics.some(({ id }) => id === metricId) ? notAsked : unknownMetric(metricId), 'error')
    return
  }
  const word = readState(state)
  const statePlace = placeAt(row, grid, 'state')
  if (word === 'unknown') {
    say(unknownState, 'error', statePlace, shownText(state))
    return
  }
  if (word !== null && word !== 'typed') {
    if (cell !== undefined) say(valueAndState(shownText(state)), 'error')
    else push(into, statePlace, metricId, { state: word, ...(reason !== '' && { note: reason }) })
    return
  }
  if (cell === undefined) {
    if (word === 'typed') say(stateWithoutValue, 'warning', statePlace, shownText(state))
    if (reason !== '') say(reasonAlone, 'warning', placeAt(row, grid, 'reason'), reason)
    const was = registry?.rows.get(row.key ?? '')
    if (was && (was.value !== '' || was.state !== '')) push(into, place, metricId, null)
    return
  }
  const { field } = placed
  const { entry, fault } = readCell(asDay(cell, field.metric.valueType), field)
  if (fault) say(fault, entry ? 'warning' : 'error')
  else if (field.metric.valueType === 'count' && cell.kind === 'number' && !Number.isInteger(cell.value))
    say(readAsThousands(shownText(cell)), 'warning')
  if (!entry) return
  if (reason !== '' && entry.state === 'typed')
    say(reasonBesideValue, 'warning', placeAt(row, grid, 'reason'), reason)
  push(into, place, metricId, entry)
}

function push(into: Gathered, place: ImportPlace, metricId: string, entry: FieldEntry | null): void {
  into.entries.push({ place, edit: { kind: 'field', metricId, entry } })
}

function readNodeRow(row: FormGridRow, criterionId: string, reading: RowReading, into: Gathered): void {
  const { grid, registry, ruleSet, items } = reading
  const item = items.get(criterionId)
  const was = registry?.rows.get(row.key ?? '')
  const isKnown = item !== undefined || walkCriteria(ruleSet).some(each => each.criterion.id === criterionId)
  const filled = (['claim', 'claimReason', 'explanation'] as const).filter(
    column => row.cell(column) !== undefined,
  )
  if (!isKnown) {
    for (const column of filled)
      remark(
        into.problems,
        placeAt(row, grid, column),
        shownText(row.cell(column)),
        unknownCriterion(criterionId),
      )
    return
  }
  readExemption(row, criterionId, item, was, reading, into)
  if (!item) return
  readClaim(row, item, was, grid, into)
  const words = wordsOf(row.cell('explanation'))
  if (words !== '' || (was && was.explanation !== ''))
    into.entries.push({
      place: placeAt(row, grid, 'explanation'),
      edit: { kind: 'explanation', criterionId, text: words === '' ? null : words },
    })
}

function readExemption(
  row: FormGridRow,
  criterionId: string,
  item: FormItem | undefined,
  was: RegistryRow | undefined,
  { grid }: RowReading,
  into: Gathered,
): void {
  const place = placeAt(row, grid, 'state')
  const state = row.cell('state')
  const word = readState(state)
  const reason = wordsOf(row.cell('reason'))
  const isClosed = item !== undefined && (item.notForLevel !== null || !isFilledByAgency(item))
  if (word === 'notApplicable') into.entries.push({ place, edit: { kind: 'exempt', criterionId, reason } })
  else if (word !== null) remark(into.problems, place, shownText(state), unknownExemption)
  else {
    if (was && was.state !== '')
      into.entries.push({ place, edit: { kind: 'exempt', criterionId, reason: null } })
    if (reason !== '' && !isClosed && reason !== was?.reason)
      remark(into.problems, placeAt(row, grid, 'reason'), reason, reasonAlone, 'warning')
  }
}

function readClaim(
  row: FormGridRow,
  item: FormItem,
  was: RegistryRow | undefined,
  grid: GridOfForm,
  into: Gathered,
): void {
  const cell = row.cell('claim')
  const place = placeAt(row, grid, 'claim')
  const reason = wordsOf(row.cell('claimReason'))
  if (cell !== undefined) {
    const before = into.entries.length
    takeClaim(into, { cell, place }, item)
    const taken = into.entries[before]
    if (taken?.edit.kind === 'claim' && taken.edit.claim && reason !== '')
      into.entries[before] = withReason(taken, reason)
    return
  }
  if (was && was.claim !== '')
    into.entries.push({ place, edit: { kind: 'claim', criterionId: item.nodeId, claim: null } })
  if (reason !== '')
    remark(into.problems, placeAt(row, grid, 'claimReason'), reason, claimReasonAlone, 'warning')
}

function withReason(entry: ImportedEntry, reason: string): ImportedEntry {
  const { edit } = entry
  if (edit.kind !== 'claim' || !edit.claim) return entry
  return { ...entry, edit: { ...edit, claim: { ...edit.claim, reason } } }
}

/** The state a cell says; null for none. */
function readState(
  cell: SheetCell | undefined,
): 'typed' | 'missing' | 'notApplicable' | 'withheld' | 'unknown' | null {
  if (cell === undefined) return null
  if (cell.kind !== 'text') return 'unknown'
  const text = cell.text.trim()
  if (text.toLowerCase() === stateWords.entered.toLowerCase()) return 'typed'
  const said = readStateWord(text, null)?.entry
  return said && said.state !== 'typed' ? said.state : 'unknown'
}

/** A cell of days that lost its format shows the number of the day. */
function asDay(cell: SheetCell, valueType: string): SheetCell {
  if (valueType !== 'date' || cell.kind !== 'number') return cell
  const { value } = cell
  const isDay = Number.isInteger(value) && value > 61 && value < 2_958_466
  return isDay ? { kind: 'date', date: dayOfSerial(value) } : cell
}

/** Words in a cell; a number typed as a reason is a word as well. */
function wordsOf(cell: SheetCell | undefined): string {
  if (cell === undefined || cell.kind === 'uncalculated') return ''
  if (cell.kind === 'number') return decimalOfNumber(cell.value)?.replace('.', ',') ?? shownText(cell)
  return cell.kind === 'text' ? cell.text : shownText(cell)
}

function placeAt(row: FormGridRow, { sheet }: GridOfForm, column: Column): ImportPlace {
  return { sheet: sheet.name, cell: row.address(column), title: row.title }
}
