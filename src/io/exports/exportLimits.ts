import { maxFileBytes } from '../maxFileBytes.ts'

/** What a file that is checked may come to, in every format; ours are far smaller. */
export const exportLimits = { packedBytes: maxFileBytes, unpackedBytes: 120_000_000, entries: 3_000 } as const

const mb = (bytes: number) => bytes / 1_000_000
const { packedBytes, unpackedBytes } = exportLimits

export const exportTooLarge = {
  vi: `tệp quá lớn (trên ${mb(packedBytes)} MB, hoặc giải nén ra trên ${mb(unpackedBytes)} MB) nên không mở; tệp tải từ ParBoard nhỏ hơn nhiều`,
  en: `the file is too large (over ${mb(packedBytes)} MB, or over ${mb(unpackedBytes)} MB unpacked) and is not opened; files taken from ParBoard are far smaller`,
} as const
