import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalogueSchema, fileSchemas } from '../../src/io/schema.ts'
import { kindOf, listDataFiles, readJson, readText } from './dataFiles.ts'

const files = listDataFiles()
const jsonFiles = files.filter(path => kindOf(path) !== null)

describe('catalogue', () => {
  const catalogue = catalogueSchema.parse(readJson('index.json'))
  const listed = [
    catalogue.documents,
    catalogue.agencies,
    catalogue.figures,
    ...catalogue.ruleSets.map(entry => entry.path),
    ...catalogue.submissions.map(entry => entry.path),
    ...catalogue.tables.flatMap(entry => entry.periods.map(period => entry.path.replace('{period}', period))),
    ...catalogue.plans.map(entry => entry.path),
  ]

  test('names every file of the folder, except itself, the guide and the generated schemas', () => {
    const known = ['index.json', 'README.md']
    const unlisted = files.filter(
      path =>
        !listed.includes(path) && !known.includes(path) && !/^schema\/[a-z-]+\.schema\.json$/.test(path),
    )
    expect(unlisted).toEqual([])
  })

  test('names no file that is not there and none twice', () => {
    expect(listed.filter(path => !files.includes(path))).toEqual([])
    expect(new Set(listed).size).toBe(listed.length)
  })

  test('lists the newest period first', () => {
    const periods = catalogue.submissions.map(entry => entry.period)
    expect(periods).toEqual(periods.toSorted().toReversed())
  })
})

describe.each(jsonFiles)('%s', path => {
  const kind = kindOf(path)
  const text = readText(path)

  test('fits its schema', () => {
    if (kind === null) throw new Error(`${path} is of no known kind`)
    expect(fileSchemas[kind].safeParse(JSON.parse(text)).error?.issues ?? []).toEqual([])
  })

  test('names its own JSON Schema', () => {
    const own = /"\$schema": "([^"]+)"/.exec(text)?.[1] ?? ''
    expect(posix.join(posix.dirname(path), own)).toBe(`schema/${kind}.schema.json`)
  })

  test('is written as JSON.stringify writes it, with two spaces and a last newline', () => {
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`)
  })
})

describe.each(files.filter(path => !path.startsWith('schema/')))('text of %s', path => {
  const text = readText(path)

  test('is composed Unicode (NFC)', () => {
    expect(text).toBe(text.normalize('NFC'))
  })

  // OCR of the seeds leaves Thai and Cyrillic look-alikes in Vietnamese words.
  test('has letters of the Latin script only', () => {
    expect(text.match(/[^\p{Script=Latin}\P{L}]/gu) ?? []).toEqual([])
    expect(text.match(/\p{M}|[\u00AD\u200B-\u200F\u2060\uFEFF\uFFFD]/gu) ?? []).toEqual([])
  })
})
