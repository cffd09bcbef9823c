import { expect, test } from 'vitest'
import { readXlsxExport } from '../../../src/io/exports/readTableXlsx.ts'
import { makeTableFile } from '../../../src/state/exports/makeTableFile.ts'
import { tableFile, tableFormats } from '../../../src/state/exports/tableFile.ts'
import { numberCell, origin, row, table, textCell } from '../../io/exports/exportTables.ts'

const long = table({
  rows: Array.from({ length: 2500 }, (_, at) =>
    row([textCell(`Đơn vị ${at}`), numberCell(`${at % 10}.25`, 2)]),
  ),
})

test.each(tableFormats)('%s is made beside the page, and tells how far it is', async format => {
  const told: number[] = []
  const blob = await tableFile(long, format, { origin, progress: done => told.push(done) })
  const bytes = new Uint8Array(await blob.arrayBuffer())
  const alone = await makeTableFile(long, format, origin)
  if (format === 'xlsx') {
    const [here, there] = [await readXlsxExport(bytes, 'a'), await readXlsxExport(alone, 'b')]
    expect(here).toEqual(there)
  } else expect(bytes).toEqual(alone)
  expect(told.length).toBeGreaterThan(3)
  expect(told).toEqual(told.toSorted((one, other) => one - other))
  expect(told.at(-1)).toBe(1)
})

test('a table without rows is a file with its sentence', async () => {
  const blob = await tableFile(table({ rows: [] }), 'csv-comma', { origin })
  expect(await blob.text()).toContain('Không có đơn vị nào khớp bộ lọc.')
  expect(blob.type).toContain('text/csv')
})

test('is stopped on the way', async () => {
  const stop = new AbortController()
  const making = tableFile(long, 'xlsx', {
    origin,
    signal: stop.signal,
    progress: done => {
      if (done > 0.2) stop.abort(new Error('thôi'))
    },
  })
  await expect(making).rejects.toThrow('thôi')
})
