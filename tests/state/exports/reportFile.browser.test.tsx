import { expect, test } from 'vitest'
import { readDocxExport } from '../../../src/io/exports/docx/readReport.ts'
import { reportFile } from '../../../src/state/exports/reportFile.ts'
import { anOrigin, aReport } from '../../io/exports/docx/reports.ts'

test('a worker makes the report and tells how far it is', async () => {
  const told: number[] = []
  const blob = await reportFile(aReport(), { origin: anOrigin(), progress: done => told.push(done) })
  expect(blob.type).toContain('wordprocessingml')
  const read = await readDocxExport(new Uint8Array(await blob.arrayBuffer()), 'bao-cao.docx')
  expect(read.ok && read.value.origin).toEqual(anOrigin())
  expect(read.ok && read.value.cells.some(({ text }) => text === 'Đạt 65,40/100 điểm.')).toBe(true)
  expect(told.length).toBeGreaterThan(1)
  expect(told).toEqual(told.toSorted((a, b) => a - b))
})

test('stopping it ends with the reason', async () => {
  const stop = new AbortController()
  const making = reportFile(aReport(), { origin: anOrigin(), signal: stop.signal })
  stop.abort(new Error('thôi'))
  await expect(making).rejects.toThrow('thôi')
})
