import { expect, test } from 'vitest'
import { mostProblems } from '../../../src/io/figureImport/importProblems.ts'
import { readFigureFiles } from '../../../src/io/figureImport/readFigureFiles.ts'
import { malformedFiles } from './malformed.ts'
import { commune, ward } from './targets.ts'

const before = Object.getOwnPropertyNames(Object.prototype).toSorted()

const made = malformedFiles(20261121)

test('two hundred malformed files: two hundred clear errors, nothing taken over, nothing harmed', async () => {
  const files = await made
  expect(files).toHaveLength(200)
  for (const { what, file, bytes } of files) {
    const target = file.length % 2 === 0 ? ward : commune
    // Of the second rule set no figure has these names: that is one more thing wrong with them.
    const read = await readFigureFiles([{ file, bytes }], what.startsWith('a workbook with') ? ward : target)
    const told = `${file} (${what}): ${JSON.stringify(read).slice(0, 400)}`
    expect(read.file, told).toBe(file)
    expect(read.entries, told).toEqual([])
    const errors = read.problems.filter(({ severity }) => severity === 'error')
    expect(errors.length, told).toBeGreaterThan(0)
    expect(read.problems.length, told).toBeLessThanOrEqual(mostProblems + 1)
    for (const { message, place, found } of read.problems) {
      expect(message.vi, told).not.toMatch(/undefined|\[object|NaN/)
      expect(message.vi.length, told).toBeGreaterThan(8)
      expect(message.en.length, told).toBeGreaterThan(8)
      expect(message.vi, told).toBe(message.vi.normalize('NFC'))
      expect(found.length + place.title.length, told).toBeLessThan(200)
      expect(`${message.vi}${found}${place.title}${place.sheet}`, told).not.toContain('\u202e')
    }
  }
  expect(Object.getOwnPropertyNames(Object.prototype).toSorted()).toEqual(before)
  expect({}).not.toHaveProperty('polluted')
})

test('what is wrong in a table is named with its sheet and cell', async () => {
  const files = await made
  const inCells = files.filter(({ what }) =>
    /hostile text|formulas in|count that|day that|names of figures/.test(what),
  )
  expect(inCells.length).toBeGreaterThan(40)
  for (const { file, bytes } of inCells) {
    const { problems } = await readFigureFiles([{ file, bytes }], ward)
    for (const { place } of problems) {
      expect(place.cell).toMatch(/^[A-Z]+\d+$/)
      if (file.endsWith('.xlsx')) expect(place.sheet).toBe('Số liệu')
    }
  }
})
