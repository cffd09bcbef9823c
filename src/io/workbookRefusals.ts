import type { Problem } from '../model/problem.ts'
import { readZipDirectory } from './zipDirectory.ts'

export const largestWorkbook = 5_000_000
export const largestUnpacked = 50_000_000
export const mostSheets = 60

/** Why a workbook is not opened. */
export type Refusal = { readonly code: string; readonly message: Problem['message'] }

export const refusals = {
  tooLarge: {
    code: 'too-large',
    message: {
      vi: `tệp quá lớn (trên ${largestWorkbook / 1_000_000} MB); bỏ bớt hình và trang không dùng rồi lưu lại`,
      en: `the file is too large (over ${largestWorkbook / 1_000_000} MB); remove pictures and unused sheets`,
    },
  },
  bomb: {
    code: 'too-large-unpacked',
    message: {
      vi: `tệp giải nén ra quá lớn (trên ${largestUnpacked / 1_000_000} MB) nên không mở; chép các trang cần dùng sang một tệp mới`,
      en: `the file would unpack to too much (over ${largestUnpacked / 1_000_000} MB), so it is not opened; copy the sheets that are needed to a new file`,
    },
  },
  manySheets: {
    code: 'too-many-sheets',
    message: {
      vi: `tệp có trên ${mostSheets} trang; chỉ để lại các trang của mẫu`,
      en: `the file has over ${mostSheets} sheets; keep only those of the template`,
    },
  },
  locked: {
    code: 'password',
    message: {
      vi: 'tệp đặt mật khẩu mở; bỏ mật khẩu trong Excel rồi lưu lại',
      en: 'the file needs a password to open; remove it in Excel and save again',
    },
  },
  old: {
    code: 'old-xls',
    message: {
      vi: 'tệp .xls của Excel cũ; mở bằng Excel rồi lưu lại dạng .xlsx',
      en: 'an .xls file of old Excel; open it in Excel and save it as .xlsx',
    },
  },
  notWorkbook: {
    code: 'not-xlsx',
    message: {
      vi: 'không phải tệp XLSX (là loại tệp nén khác, như DOCX hoặc ODS); lưu lại dạng .xlsx',
      en: 'not an XLSX file but another kind of package, such as DOCX or ODS; save it as .xlsx',
    },
  },
  notZip: {
    code: 'not-xlsx',
    message: {
      vi: 'không phải tệp XLSX hoặc tệp bị cắt dở; mở bằng Excel rồi lưu lại dạng .xlsx',
      en: 'not an XLSX file, or one that is cut off; open it in Excel and save it as .xlsx',
    },
  },
  broken: {
    code: 'broken-xlsx',
    message: {
      vi: 'tệp XLSX hỏng, không đọc được; mở bằng Excel, sửa nếu Excel hỏi rồi lưu lại',
      en: 'the XLSX file is damaged and cannot be read; open it in Excel, let Excel repair it and save it again',
    },
  },
} as const satisfies Record<string, Refusal>

/**
 * What speaks against unpacking some bytes as a workbook; null for nothing.
 * @param isSized whoever asks has held the size against limits of its own
 */
export function refusalOf(bytes: Uint8Array, isSized = false): Refusal | null {
  if (!isSized && bytes.length > largestWorkbook) return refusals.tooLarge
  // Old Excel and passwords use the same container.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return contains(bytes, 'EncryptedPackage') ? refusals.locked : refusals.old
  const directory = readZipDirectory(bytes)
  if (!directory) return refusals.notZip
  if (directory.hidesSizes || (!isSized && directory.unpackedBytes > largestUnpacked)) return refusals.bomb
  return directory.names.some(name => name.startsWith('xl/')) ? null : refusals.notWorkbook
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** Whether a name stands in the directory of the container, two bytes a letter. */
function contains(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap(letter => [letter.charCodeAt(0), 0])
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true
  return false
}
