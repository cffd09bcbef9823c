import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decodeRuleSheet } from '../../../src/io/ruleSheet/decodeRuleSheet.ts'
import { ruleSheets } from '../../../src/io/ruleSheet/encodeRuleSheet.ts'
import { kindLayouts } from '../../../src/io/ruleSheet/ruleLayout.ts'
import { ruleSheetTemplate, templateSheets } from '../../../src/io/ruleSheet/template.ts'
import { shownText } from '../../../src/io/sheetCell.ts'
import { readWorkbook } from '../../../src/io/xlsx.ts'
import { lintRuleSet } from '../../../src/scoring/lint/lintRuleSet.ts'
import { aRuleSet } from '../../scoring/builders.ts'
import { workbook } from './workbooks.ts'

const golden = join(import.meta.dirname, '../../golden/rule-sheet-template.snap')

test('every cell of the template', async () => {
  const read = await readWorkbook(await ruleSheetTemplate(), 'mau.xlsx')
  if (!read.ok) throw new Error('the template was refused')
  const text = read.value
    .flatMap(({ name, rows }) => [
      `# ${name}`,
      ...[...rows].map(([row, cells]) => {
        const texts = [...cells].map(
          ([column, cell]) => `[${column}] ${shownText(cell).replaceAll('\n', '⏎')}`,
        )
        return `${row}: ${texts.join(' ')}`
      }),
    ])
    .join('\n')
  await expect(`${text}\n`).toMatchFileSnapshot(golden)
})

test('it asks for the general fields and nothing else', async () => {
  const { decoded, problems } = await decodeRuleSheet(await ruleSheetTemplate(), 'mau.xlsx')
  expect(decoded.ok).toBe(false)
  expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual(
    [2, 3, 4, 6, 8, 9, 12, 13, 15, 21, 32].map(row => `Thông tin chung!B${row} missing`),
  )
})

test('with them it is a rule set without errors, two criteria that say they are examples', async () => {
  const general = ruleSheets(aRuleSet({ scale: '10' }))[1]?.rows ?? []
  const edits = Object.fromEntries(
    general.slice(1).map((row, index) => [`Thông tin chung!B${index + 2}`, row[1] ?? null]),
  )
  const { decoded } = await decodeRuleSheet(await workbook(templateSheets(), edits), 'mau.xlsx')
  if (!decoded.ok) throw new Error('the template was refused')
  const { criteria } = decoded.value
  expect(criteria.map(({ provenance }) => provenance.certainty)).toEqual(['illustrative', 'illustrative'])
  expect(criteria.every(({ name }) => name.startsWith('Ví dụ'))).toBe(true)
  const findings = lintRuleSet(decoded.value, 'mau.xlsx')
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
})

describe('the guide', () => {
  const guide = (templateSheets()[0]?.rows ?? []).map(row => row.join(' '))

  test.each(Object.values(kindLayouts).map(({ word }) => word))('says how to fill in “%s”', word => {
    expect(guide.some(line => line.startsWith(` ${word} `))).toBe(true)
  })
})
