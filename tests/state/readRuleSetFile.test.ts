import { expect, test } from 'vitest'
import { encodeRuleSheet, ruleSheets } from '../../src/io/ruleSheet/encodeRuleSheet.ts'
import { ruleSetText } from '../../src/io/ruleSheet/ruleSetText.ts'
import { readRuleSetFile } from '../../src/state/readRuleSetFile.ts'
import { workbook } from '../io/ruleSheet/workbooks.ts'
import { everyKind } from '../scoring/lint/everyKind.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

test('a sound workbook comes with its JSON and what is in it', async () => {
  const reading = await readRuleSetFile(await encodeRuleSheet(everyKind()), 'bo.xlsx', undefined)
  expect(reading.problems).toEqual([])
  expect(reading.sound?.text).toBe(ruleSetText(everyKind()))
  expect(reading.sound?.summary).toEqual({
    title: 'Bộ thử',
    titleEn: undefined,
    areas: 4,
    criteria: 28, // 4 groups; 15 plain, 4 cohort, 4 other leaves and a survey
    leaves: 24,
    metrics: everyKind().metrics.length,
    totalPoints: everyKind().scale,
    examples: 1,
  })
})

test('what the shape of a workbook gets wrong stands at its cell, as does what the linter finds', async () => {
  const read = async (edits: Parameters<typeof workbook>[1]) =>
    readRuleSetFile(await workbook(ruleSheets(everyKind()), edits), 'bo.xlsx', undefined)
  expect(await read({ 'Tiêu chí!F3': 'mười' })).toMatchObject({
    sound: null,
    problems: [
      {
        severity: 'error',
        sheet: 'Tiêu chí',
        cell: 'F3',
        title: 'Điểm tối đa',
        found: 'mười',
        code: 'not-a-number',
      },
    ],
  })
  const { sound, problems } = await read({ 'Tiêu chí!F2': 31 })
  expect(sound).toBeNull()
  expect(problems[0]).toMatchObject({ sheet: 'Tiêu chí', cell: 'F2', found: '31', code: 'sum-of-maxima' })
})

test('JSON keeps its own places', async () => {
  const good = await readRuleSetFile(utf8(ruleSetText(everyKind())), 'bo.json', undefined)
  expect(good.sound?.ruleSet).toMatchObject(everyKind())
  const broken = await readRuleSetFile(utf8('{ "id": 1 }'), 'bo.json', undefined)
  expect(broken.sound).toBeNull()
  expect(broken.problems[0]).toMatchObject({ sheet: '', cell: 'id', title: '', found: '' })
  const unsound = await readRuleSetFile(utf8(ruleSetText(everyKind({ scale: '1' }))), 'bo.json', undefined)
  expect(unsound.problems.map(({ cell, code }) => `${cell} ${code}`)).toContain('scale sum-of-maxima')
})

test('files as a whole: what they are, no cell', async () => {
  const { problems, unreadable } = await readRuleSetFile(utf8('không phải bảng tính'), 'bo.xlsx', undefined)
  expect(unreadable?.vi).toMatch(/không phải tệp XLSX hoặc tệp bị cắt dở/)
  expect(problems).toMatchObject([{ sheet: '', cell: '', code: 'not-xlsx' }])
  const open = await readRuleSetFile(utf8('STT;Tên tiêu chí;Điểm tối đa\n1;"mở'), 'bo.csv', undefined)
  expect(open).toMatchObject({
    isCsv: true,
    unreadable: null,
    problems: [{ sheet: '', cell: 'A2', code: 'open-quote' }],
  })
  const pdf = await readRuleSetFile(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0xe2, 0xe3]), 'bo.csv', undefined)
  expect(pdf).toMatchObject({ sound: null, unreadable: { vi: expect.stringContaining('UTF-8') } })
  const json = await readRuleSetFile(utf8('{'), 'bo.json', undefined)
  expect(json.unreadable).not.toBeNull()
})
