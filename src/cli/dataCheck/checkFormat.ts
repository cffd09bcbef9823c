import { posix } from 'node:path'
import { formatTable } from '../../io/formatTable.ts'
import type { SubmissionTable } from '../../model/submission.ts'
import type { On } from './findings.ts'
import { shown } from './findings.ts'
import type { Folder, Kind } from './readFolder.ts'
import { valueAt } from './walkJson.ts'

/** Largest file we ship: a page must open on a slow line. */
const largestBytes = 1_000_000

/** How files are written: their schema named, two spaces a level, no file too large. */
export function checkFormat(folder: Folder, on: On): void {
  const { files, json, listings } = folder
  const kinds = new Map<string, Kind>([
    ['index.json', 'index'],
    ...listings.map(({ file, kind }) => [file, kind] as const),
  ])
  const tables = new Set(folder.tables.map(({ file }) => file))
  for (const [file, data] of json) {
    const text = files.get(file)
    const kind = kinds.get(file)
    if (text === undefined || kind === undefined) continue
    const wanted = posix.relative(posix.dirname(file), `schema/${kind}.schema.json`)
    const schema = wanted.startsWith('.') ? wanted : `./${wanted}`
    const named = valueAt(data, '$schema')
    if (named !== schema)
      on(file).error('$schema', 'schema-name', {
        vi: `lược đồ ${named === undefined ? 'không ghi' : `đang là ${shown(named)}`}; cần “${schema}”`,
        en: `the schema is ${shown(named ?? null)}; "${schema}" is needed`,
      })
    // It was decoded: its own JSON has the same shape, with its fields in the order of the file.
    const isTable = (_: unknown): _ is SubmissionTable => tables.has(file)
    reportFormat(file, text, isTable(data) ? formatTable(data) : `${JSON.stringify(data, null, 2)}\n`, on)
  }
  for (const [file, text] of files) {
    const bytes = bytesOf(text)
    if (bytes > largestBytes)
      on(file).error('', 'file-too-large', {
        vi: `tệp có ${bytes} byte; nhiều nhất ${largestBytes} byte (${megabytes(largestBytes)})`,
        en: `the file has ${bytes} bytes; ${largestBytes} are the most`,
      })
  }
}

/** Size of a text as a file. */
export function bytesOf(text: string): number {
  return Buffer.byteLength(text)
}

/** "1,2 MB", as a folder's properties say it. */
export function megabytes(bytes: number): string {
  return `${new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }).format(bytes / 1_000_000)} MB`
}

function reportFormat(file: string, text: string, wanted: string, on: On): void {
  if (text === wanted) return
  const [found, right] = [text.split('\n'), wanted.split('\n')]
  const differs = right.findIndex((each, index) => each !== found[index])
  const line = differs < 0 ? right.length : differs
  const [is, must] = linesFrom(found[line], right[line])
  on(file).error(`dòng ${line + 1}`, 'formatting', {
    vi: `đang là ${is}; cần ${must}`,
    en: `has ${is}; ${must} is needed`,
  })
}

/** Two lines from shortly before they differ; undefined stands past the last line. */
function linesFrom(found: string | undefined, right: string | undefined): readonly string[] {
  const letters = [...(right ?? '')]
  const column = letters.findIndex((letter, index) => letter !== found?.[index])
  const start = Math.max(0, column - shownBefore)
  return [found, right].map(line => {
    if (line === undefined) return '(hết tệp)'
    return line === '' ? '(dòng trống)' : shown(`${start > 0 ? '…' : ''}${line.slice(start)}`)
  })
}

/** Characters of a line that are shown before the first wrong one. */
const shownBefore = 20
