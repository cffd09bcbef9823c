import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ruleSetSchema } from '../../../src/io/ruleSetSchema.ts'
import { decodeRuleSheet } from '../../../src/io/ruleSheet/decodeRuleSheet.ts'
import { encodeRuleSheet, ruleSheets } from '../../../src/io/ruleSheet/encodeRuleSheet.ts'
import { ruleSetText } from '../../../src/io/ruleSheet/ruleSetText.ts'
import { readWorkbook } from '../../../src/io/xlsx.ts'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import { loadData, readText } from '../../data/dataFiles.ts'
import { everyKind } from '../../scoring/lint/everyKind.ts'
import { anyRuleSet } from './fromSchema.ts'

async function throughXlsx(ruleSet: RuleSet): Promise<RuleSet> {
  const { decoded, problems } = await decodeRuleSheet(await encodeRuleSheet(ruleSet), 'bo.xlsx')
  if (decoded.ok) return decoded.value
  throw new Error(problems.map(({ path, message }) => `${path}: ${message.vi}`).join('\n'))
}

const withoutSchema = ({ $schema: _, ...ruleSet }: RuleSet & { $schema?: string | undefined }): RuleSet =>
  ruleSet

const { catalogue } = loadData()

describe('JSON to XLSX to JSON loses nothing', () => {
  test.each(catalogue.ruleSets.map(({ id, path }) => [id, path]))('%s', async (_, path) => {
    const ruleSet = withoutSchema(ruleSetSchema.parse(JSON.parse(readText(path))))
    const back = await throughXlsx(ruleSet)
    expect(back).toEqual(ruleSet)
    // To the letter, up to the order in which a file may list its fields.
    const inOrder = ruleSetText(ruleSetSchema.parse(JSON.parse(readText(path))))
    expect(ruleSetText(back)).toBe(inOrder)
  })

  test('every kind of rule and every part of a rule set', async () => {
    expect(await throughXlsx(everyKind())).toEqual(everyKind())
  })

  // A field that is added to the schema is in these at once.
  test('whatever the schema takes', async () => {
    await fc.assert(
      fc.asyncProperty(anyRuleSet, async ruleSet => {
        expect(await throughXlsx(ruleSet)).toEqual(ruleSet)
      }),
      { numRuns: 60, seed: 20_261_121 },
    )
  })
})

describe('XLSX to JSON to XLSX gives the same cells', () => {
  test.each([
    ...loadData().ruleSets.map(ruleSet => [ruleSet.id, ruleSet] as const),
    ['every kind', everyKind()] as const,
  ])('%s', async (_, ruleSet) => {
    const first = await encodeRuleSheet(ruleSet)
    const { decoded } = await decodeRuleSheet(first, 'bo.xlsx')
    if (!decoded.ok) throw new Error('the workbook was refused')
    const second = await encodeRuleSheet(decoded.value)
    expect(await readWorkbook(second, 'bo.xlsx')).toEqual(await readWorkbook(first, 'bo.xlsx'))
  })
})

test('what is written is what is read: no cell is lost in the file', async () => {
  const sheets = ruleSheets(everyKind())
  const read = await readWorkbook(await encodeRuleSheet(everyKind()), 'bo.xlsx')
  if (!read.ok) throw new Error('the workbook was refused')
  const cellsOf = (rows: Iterable<readonly (readonly [string, string | number])[]>) => [...rows].flat()
  const written = sheets.map(({ name, rows }) => [
    name,
    cellsOf(
      rows.map((row, rowIndex) =>
        row.flatMap((value, column) =>
          value === null || value === '' ? [] : [[`${rowIndex + 1},${column}`, value] as const],
        ),
      ),
    ),
  ])
  const found = read.value.map(({ name, rows }) => [
    name,
    cellsOf(
      [...rows].map(([row, cells]) =>
        [...cells].map(
          ([column, cell]) =>
            [
              `${row},${column}`,
              cell.kind === 'number' ? cell.value : cell.kind === 'text' ? cell.text : '',
            ] as const,
        ),
      ),
    ),
  ])
  expect(found).toEqual(written)
})
