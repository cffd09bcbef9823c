import type { FigureImport } from '../../model/figureImport.ts'
import { readCsv } from '../csv.ts'
import { isForm, readForm } from '../formSheet/readForm.ts'
import { maxFileBytes } from '../maxFileBytes.ts'
import { readPackage } from '../package/readPackage.ts'
import { largestWorkbook } from '../workbookRefusals.ts'
import { type ReadSheet, readWorkbook } from '../xlsx.ts'
import { readZipDirectory } from '../zipDirectory.ts'
import { rolesOf } from './columnRoles.ts'
import { type FieldIndex, indexFields } from './fieldIndex.ts'
import { fromSubmission } from './fromSubmission.ts'
import { type Fault, type ImportProblems, takeOver, tooLarge } from './importProblems.ts'
import { figureImport, type ImportTarget, noSubject, refusedImport } from './importTarget.ts'
import { looksLikePortal, readJsonFigures, readPortalFigures, type TextFile } from './readJsonFigures.ts'
import { readSheets } from './readSheets.ts'
import { fieldColumns } from './readWideTable.ts'
import { withSubjectProblems } from './subjectProblems.ts'

export type ImportFile = { readonly file: string; readonly bytes: Uint8Array }

/** What the reader is busy with. */
export type ImportStep = 'unpacking' | 'matching'

/**
 * Reads what somebody handed in for a form: a form of ours, any table, a submission, a submission file, answers of
 * the national portal. What a file is shows in its content; its name only helps. Never throws, applies nothing.
 */
export async function readFigureFiles(
  files: readonly ImportFile[],
  target: ImportTarget,
  say: (step: ImportStep) => void = () => undefined,
): Promise<FigureImport> {
  const names = files.map(({ file }) => file).join(', ')
  try {
    return withSubjectProblems(await readAny(files, target, say), target)
  } catch {
    return refusedImport(names, 'table', unreadable)
  }
}

async function readAny(
  files: readonly ImportFile[],
  target: ImportTarget,
  say: (step: ImportStep) => void,
): Promise<FigureImport> {
  const [only, second] = files
  if (!only) return refusedImport('', 'table', empty)
  if (!second) return readOne(only, target, say)
  const names = files.map(({ file }) => file).join(', ')
  if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > maxFileBytes)
    return refusedImport(names, 'portal', tooLarge(maxFileBytes))
  const texts = files.map(({ file, bytes }): TextFile => ({ file, text: decodeText(bytes) ?? '' }))
  return texts.every(looksLikePortal)
    ? readPortalFigures(texts, target)
    : refusedImport(names, 'table', oneByOne)
}

async function readOne(
  { file, bytes }: ImportFile,
  target: ImportTarget,
  say: (step: ImportStep) => void,
): Promise<FigureImport> {
  if (bytes.length === 0) return refusedImport(file, 'table', empty)
  const foreign = signatures.find(({ signature }) => startsWith(bytes, signature))
  if (foreign) return refusedImport(file, 'table', foreign.fault)
  const isZip = startsWith(bytes, [0x50, 0x4b])
  if (isZip || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]) || /\.xls[xm]?$/i.test(file)) {
    say('unpacking')
    const names = isZip ? (readZipDirectory(bytes)?.names ?? []) : []
    const isPackage = names.includes('submission.json') || (names.length === 0 && /\.parboard$/i.test(file))
    return isPackage ? readSubmissionFile(bytes, file, target) : readBook(bytes, file, target, say)
  }
  if (bytes.length > maxFileBytes) return refusedImport(file, 'table', tooLarge(maxFileBytes))
  const text = decodeText(bytes)
  say('matching')
  if (text !== null && /^\s*[[{]/.test(text)) return readJsonFigures({ file, text }, target)
  if (text !== null && /^\s*</.test(text)) return refusedImport(file, 'table', webPage)
  if (/\.json$/i.test(file)) return readJsonFigures({ file, text: text ?? '' }, target)
  return readTable(bytes, file, target)
}

async function readBook(
  bytes: Uint8Array,
  file: string,
  target: ImportTarget,
  say: (step: ImportStep) => void,
): Promise<FigureImport> {
  const read = await readWorkbook(bytes, file)
  say('matching')
  if (read.ok)
    return isForm(read.value) ? readForm(read.value, file, target) : readSheets(read.value, file, target)
  const problems: ImportProblems = { all: [] }
  takeOver(problems, read.problems)
  return figureImport(file, 'table', noSubject, [], problems)
}

function readSubmissionFile(bytes: Uint8Array, file: string, target: ImportTarget): FigureImport {
  const read = readPackage(bytes, file)
  const problems: ImportProblems = { all: [] }
  takeOver(problems, read.ok ? read.value.remarks : read.problems)
  if (!read.ok) return figureImport(file, 'package', noSubject, [], problems)
  const taken = fromSubmission(read.value.submission, file, target, 'package', {
    withWords: true,
    skipsMissing: false,
  })
  const named = new Set(
    taken.entries.flatMap(({ edit }) => (edit.kind === 'evidence' ? [edit.item.file?.sha256] : [])),
  )
  const files = new Map([...read.value.evidence].filter(([sha256]) => named.has(sha256)))
  return { ...taken, problems: [...problems.all, ...taken.problems], ...(files.size > 0 && { files }) }
}

function readTable(bytes: Uint8Array, file: string, target: ImportTarget): FigureImport {
  if (bytes.length > largestWorkbook) return refusedImport(file, 'table', tooLarge(largestWorkbook))
  const index = indexFields(target)
  const read = readCsv(bytes, file, fields => knownTitles(fields, index, target))
  if (!read.ok) {
    const problems: ImportProblems = { all: [] }
    takeOver(problems, read.problems)
    return figureImport(file, 'table', noSubject, [], problems)
  }
  return readSheets([sheetOf(read.value.records)], file, target)
}

/** How well a mark explains a row: by its titles, then by cutting it into cells at all. */
function knownTitles(fields: readonly string[], index: FieldIndex, { period }: ImportTarget): number {
  const titles = new Map(
    fields.slice(0, 400).flatMap((text, column) => (text.trim() === '' ? [] : [[column, text]])),
  )
  return rolesOf(titles, period).size + fieldColumns(titles, index).size + Math.min(fields.length, 50) / 100
}

function sheetOf(records: readonly (readonly string[])[]): ReadSheet {
  const rows = records.map((record, row) => {
    const cells = record.flatMap((text, column) =>
      text.trim() === '' ? [] : [[column, { kind: 'text', text } as const] as const],
    )
    return [row + 1, new Map(cells)] as const
  })
  return { name: '', isHidden: false, rows: new Map(rows.filter(([, cells]) => cells.size > 0)), merges: [] }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** UTF-8 or UTF-16 text; null for anything else. */
function decodeText(bytes: Uint8Array): string | null {
  const encoding = startsWith(bytes, [0xff, 0xfe])
    ? 'utf-16le'
    : startsWith(bytes, [0xfe, 0xff])
      ? 'utf-16be'
      : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\u0000') ? null : text
  } catch {
    return null
  }
}

const signatures: readonly { readonly signature: readonly number[]; readonly fault: Fault }[] = [
  { signature: [0x25, 0x50, 0x44, 0x46], fault: notTable('PDF') },
  { signature: [0x89, 0x50, 0x4e, 0x47], fault: notTable('ảnh PNG', 'PNG picture') },
  { signature: [0xff, 0xd8, 0xff], fault: notTable('ảnh JPEG', 'JPEG picture') },
  { signature: [0x1f, 0x8b], fault: notTable('nén GZ', 'GZ archive') },
  { signature: [0x52, 0x61, 0x72, 0x21], fault: notTable('nén RAR', 'RAR archive') },
  { signature: [0x37, 0x7a, 0xbc, 0xaf], fault: notTable('nén 7z', '7z archive') },
  { signature: [0x7b, 0x5c, 0x72, 0x74, 0x66], fault: notTable('RTF') },
]

function notTable(vi: string, en = vi): Fault {
  return {
    code: 'not-figures',
    vi: `đây là tệp ${vi}, không đọc được số liệu; dùng tệp XLSX, CSV, JSON hoặc .parboard`,
    en: `this is a ${en} file, from which no figures can be read; use XLSX, CSV, JSON or .parboard`,
  }
}

const empty: Fault = {
  code: 'empty',
  vi: 'tệp rỗng, không có gì để đọc',
  en: 'the file is empty',
}

const webPage: Fault = {
  code: 'not-figures',
  vi: 'đây là trang web hoặc tệp XML, không phải bảng số liệu; mở bằng Excel rồi lưu lại dạng .xlsx',
  en: 'this is a web page or XML, not a table of figures; open it in Excel and save it as .xlsx',
}

const oneByOne: Fault = {
  code: 'one-file',
  vi: 'mỗi lần nạp một tệp; chỉ các tệp lưu từ Cổng dịch vụ công quốc gia nạp được nhiều tệp cùng lúc',
  en: 'import one file at a time; only files saved from the national portal can be imported together',
}

const unreadable: Fault = {
  code: 'unreadable',
  vi: 'tệp có cấu trúc bất thường, không đọc được; mở bằng Excel rồi lưu lại',
  en: 'the file is built in a way that cannot be read; open it in Excel and save it again',
}
