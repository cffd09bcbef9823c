import { walkCriteria } from '../../model/criteria.ts'
import type { Criterion, RuleSet } from '../../model/ruleSet.ts'
import { type WrittenCell, type WrittenSheet, writeWorkbook } from '../xlsx.ts'
import { writeAddress } from './address.ts'
import { bookSheets } from './bookSheets.ts'
import { type Json, valueAt } from './json.ts'
import { layouts } from './layout.ts'
import { dateCodec, exampleResultCodec, exampleValueCodec, pointsCodec } from './numberCodecs.ts'
import { bareCode, codeAbove, topMark } from './numbering.ts'
import { calendarWords, exampleWords, gradingWords, totalWord, wordOf } from './words.ts'
import { type Book, filled, type RowCells, writeFields, writeRule } from './writeRule.ts'

/** The workbook of a rule set: everything in it, in the layout of the template. */
export function encodeRuleSheet(ruleSet: RuleSet): Promise<Uint8Array> {
  return writeWorkbook(ruleSheets(ruleSet))
}

/** The same as sheets of cells. */
export function ruleSheets(ruleSet: RuleSet): readonly WrittenSheet[] {
  const book = emptyBook()
  writeCriteria(ruleSet, book)
  const plain = (list: readonly Json[], name: 'metrics' | 'bands' | 'pools') => {
    book[name].push(...list.map(each => writeFields(each, layouts[name].columns)))
  }
  plain(ruleSet.metrics, 'metrics')
  plain(ruleSet.bands, 'bands')
  plain(ruleSet.pools, 'pools')
  for (const adjustment of ruleSet.adjustments ?? [])
    book.adjustments.push({
      ...writeFields(adjustment, layouts.adjustments.columns),
      ...writeRule(adjustment.rule, { owner: adjustment.id }, book),
    })
  writeGradings(ruleSet, book)
  writeCalendars(ruleSet, book)
  writeExamples(ruleSet, book)
  return bookSheets(writeFields(ruleSet, layouts.general.columns), book)
}

export function emptyBook(): Book {
  return {
    criteria: [],
    items: [],
    parts: [],
    metrics: [],
    evidence: [],
    bands: [],
    gradings: [],
    pools: [],
    adjustments: [],
    readings: [],
    calendars: [],
    examples: [],
  }
}

/** Writes the tree row by row, with the rules of its leaves. */
export function writeCriteria(ruleSet: Pick<RuleSet, 'criteria'>, book: Book): void {
  const places = walkCriteria(ruleSet)
  const byCode = new Map<string, string>()
  for (const { criterion } of places)
    if (!byCode.has(bareCode(criterion.code))) byCode.set(bareCode(criterion.code), criterion.id)
  for (const { criterion, parentId } of places) {
    book.criteria.push({
      ...writeFields(criterion, layouts.criteria.columns),
      ...filled([['#parent', parentCell(criterion, parentId, byCode)]]),
      ...writeRule(criterion.rule, { owner: criterion.id }, book),
    })
    for (const evidence of criterion.requiredEvidence ?? [])
      book.evidence.push({ '#owner': criterion.id, ...writeFields(evidence, layouts.evidence.columns) })
    criterion.readings?.forEach(({ rule, note }, index) => {
      const reading = index + 1
      book.readings.push({
        '#owner': writeAddress({ owner: criterion.id }),
        '#number': reading,
        ...filled([['note', note ?? null]]),
        ...writeRule(rule, { owner: criterion.id, reading }, book),
      })
    })
  }
}

/** Nothing where the number says it already. */
function parentCell(
  { code }: Criterion,
  parentId: string | null,
  byCode: ReadonlyMap<string, string>,
): string | null {
  const above = codeAbove(code)
  if (above === null) return parentId
  return byCode.get(above) === parentId ? null : (parentId ?? topMark)
}

function writeGradings({ grading }: RuleSet, book: Book): void {
  for (const list of ['overrides', 'quotas'] as const)
    for (const entry of grading?.[list] ?? [])
      book.gradings.push({
        '#row': wordOf(gradingWords, list),
        '#band': entry.bandId,
        ...writeFields(entry, layouts.gradings.columns),
      })
}

function writeCalendars({ calendars = [] }: RuleSet, book: Book): void {
  for (const calendar of calendars) {
    const row = (word: string, cells: RowCells) =>
      book.calendars.push({ '#calendar': calendar.id, '#row': wordOf(calendarWords, word), ...cells })
    row('calendar', writeFields(calendar, layouts.calendars.columns))
    for (const { date, name } of calendar.holidays) row('holidays', { from: dateCodec.write(date), name })
    for (const date of calendar.workedDays) row('workedDays', { from: dateCodec.write(date) })
  }
}

function writeExamples({ examples = [] }: RuleSet, book: Book): void {
  for (const example of examples) {
    const row = (word: string, cells: RowCells) =>
      book.examples.push({ '#example': example.id, '#row': wordOf(exampleWords, word), ...cells })
    const points = (word: string, nodeId: string, value: WrittenCell) =>
      row(word, { '#of': nodeId, '#value': value })
    const values = (word: string, list: readonly Json[], cells: RowCells = {}) => {
      for (const value of list)
        row(word, {
          ...cells,
          '#of': String(valueAt(value, 'metricId')),
          '#value': exampleValueCodec.write(valueAt(value, 'value') ?? null),
        })
      // The list is there all the same.
      if (list.length === 0) row(word, cells)
    }
    row('example', writeFields(example, layouts.examples.columns))
    if (example.values.length > 0) values('values', example.values)
    if (example.previous) values('previous', example.previous)
    if (example.published?.length === 0) row('published', {})
    for (const { nodeId, points: value } of example.published ?? [])
      points('published', nodeId, pointsCodec.write(value))
    example.peers?.forEach((peer, index) => {
      values('peers', peer, { '#peer': index + 1 })
    })
    for (const { nodeId, points: value } of example.expect)
      points('expect', nodeId === 'total' ? totalWord : nodeId, exampleResultCodec.write(value))
  }
}
