import type { ReadExport } from '../../model/exportOrigin.ts'
import type { Decoded, Problem } from '../../model/problem.ts'
import type { Bilingual } from '../../model/provenance.ts'
import { readZipDirectory } from '../zipDirectory.ts'
import { exportLimits, exportTooLarge } from './exportLimits.ts'

/** What a file is by its content; its name may say anything. */
export type ExportForm = 'csv' | 'xlsx' | 'docx' | 'pptx'

/** Reads a file that left the page: what it is of, and every value in it. */
export async function readExport(bytes: Uint8Array, fileName: string): Promise<Decoded<ReadExport>> {
  const form = exportForm(bytes)
  if (typeof form !== 'string') return { ok: false, problems: [{ ...form, file: fileName }] }
  switch (form) {
    case 'csv':
      return (await import('./readTableCsv.ts')).readCsvExport(bytes, fileName)
    case 'xlsx':
      return (await import('./readTableXlsx.ts')).readXlsxExport(bytes, fileName)
    case 'docx':
      return (await import('./docx/readReport.ts')).readDocxExport(bytes, fileName)
    case 'pptx':
      return (await import('./pptx/readDeck.ts')).readPptxExport(bytes, fileName)
  }
}

/** What bytes are, or why they are not opened. Nothing is unpacked for it. */
export function exportForm(bytes: Uint8Array): ExportForm | Problem {
  if (bytes.length === 0) return refusal('empty', texts.empty)
  if (bytes.length > exportLimits.packedBytes) return refusal('too-large', exportTooLarge)
  if (!isPackage(bytes))
    return bytes.subarray(0, 4096).includes(0) ? refusal('no-export', texts.other) : 'csv'
  const directory = readZipDirectory(bytes)
  if (!directory) return refusal('damaged', texts.damaged)
  if (directory.hidesSizes || directory.unpackedBytes > exportLimits.unpackedBytes)
    return refusal('too-large-unpacked', exportTooLarge)
  const has = (folder: string) => directory.names.some(name => name.startsWith(folder))
  if (has('xl/')) return 'xlsx'
  if (has('word/')) return 'docx'
  if (has('ppt/')) return 'pptx'
  return refusal('no-export', texts.other)
}

/** Zip files begin so; the containers of old Office hold bytes of zero and are told apart by that. */
function isPackage(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

function refusal(code: string, message: Bilingual): Problem {
  return { file: '', path: '', code, severity: 'error', message }
}

const texts = {
  empty: { vi: 'tệp trống', en: 'the file is empty' },
  damaged: {
    vi: 'tệp hỏng hoặc bị cắt dở; lấy lại tệp gốc rồi kiểm tra lại',
    en: 'the file is damaged or cut off; get the original file and check again',
  },
  other: {
    vi: 'không phải tệp XLSX, CSV, DOCX hay PPTX; chọn tệp đã tải về từ ParBoard',
    en: 'not an XLSX, CSV, DOCX or PPTX file; choose one taken away from ParBoard',
  },
}
