import type { Problem } from '../../model/problem.ts'
import { describeFault, packageProblem, shortened } from '../package/packageProblem.ts'
import type { ZipFault } from '../package/zip.ts'
import { reviewFileLimits, reviewFileVersion, reviewPaths } from './reviewFileFormat.ts'

const megabytes = (bytes: number) => `${bytes / 1_000_000} MB`
const again = {
  vi: 'xin người gửi xuất và gửi lại tệp',
  en: 'ask its sender to export and send it again',
} as const

/** Why a review file is not unpacked, in words that say what to do. */
export function describeReviewFault(fault: ZipFault, file: string): Problem {
  const say = (code: string, vi: string, en: string) => packageProblem(file, '', code, { vi, en })
  switch (fault.kind) {
    case 'tooLarge':
      return say(
        'too-large',
        `tệp quá lớn: trên ${megabytes(reviewFileLimits.packedBytes)}`,
        `the file is too large: over ${megabytes(reviewFileLimits.packedBytes)}`,
      )
    case 'notZip':
      return say(
        'not-review-file',
        `không phải tệp thẩm định .parboard-review, hoặc tệp bị cắt ngắn khi gửi, chép; ${again.vi}`,
        `this is no .parboard-review file, or it was cut short on its way; ${again.en}`,
      )
    case 'broken':
      return say(
        'broken',
        `tệp bị hỏng bên trong, không giải nén được; ${again.vi}`,
        `the file is damaged inside and cannot be unpacked; ${again.en}`,
      )
    case 'tooManyEntries':
      return say(
        'too-many-files',
        `trong tệp có quá nhiều tệp (trên ${reviewFileLimits.entries}) nên không mở`,
        `there are too many files inside (over ${reviewFileLimits.entries}), so it is not opened`,
      )
    case 'unpacksTooLarge':
      return say(
        'unpacks-too-large',
        `giải nén ra quá lớn (trên ${megabytes(reviewFileLimits.unpackedBytes)}) hoặc giấu kích thước thật nên không mở`,
        `it unpacks to too much (over ${megabytes(reviewFileLimits.unpackedBytes)}) or hides its real size, so it is not opened`,
      )
    case 'unsafePath':
    case 'doubledPath':
      return describeFault(fault, file)
  }
}

/** What can be wrong with a file inside. */
export type InsideFault =
  | 'missing'
  | 'altered'
  | 'notListed'
  | 'listedTwice'
  | 'tooLarge'
  | 'notText'
  | 'otherHash'
  | 'otherRound'
  | 'otherRules'
  | 'lineTwice'
  | 'otherCount'

/** A fault of one file inside, named, with what to do. */
export function insideProblem(fault: InsideFault, inside: string, file: string): Problem {
  if (fault === 'missing' && inside === reviewPaths.manifest)
    return packageProblem(file, '', 'not-review-file', {
      vi: `tệp zip này không có mục lục manifest.json nên không phải tệp thẩm định .parboard-review`,
      en: 'this zip file has no list manifest.json, so it is no .parboard-review file',
    })
  const { code, vi, en } = insideTexts[fault]
  return packageProblem(file, shortened(inside), code, { vi: `${vi}; ${again.vi}`, en: `${en}; ${again.en}` })
}

const insideTexts: Readonly<
  Record<InsideFault, { readonly code: string; readonly vi: string; readonly en: string }>
> = {
  missing: {
    code: 'file-missing',
    vi: 'có trong mục lục mà thiếu trong tệp thẩm định',
    en: 'is missing in the review file',
  },
  altered: {
    code: 'wrong-hash',
    vi: 'nội dung không đúng mã băm SHA-256 trong mục lục: đã bị sửa hoặc bị hỏng sau khi xuất',
    en: 'does not match its SHA-256 hash in the list: changed or damaged after it was exported',
  },
  notListed: {
    code: 'not-listed',
    vi: 'không có trong mục lục manifest.json: đã được thêm sau khi xuất',
    en: 'is not in the list manifest.json: it was added after the export',
  },
  listedTwice: {
    code: 'listed-twice',
    vi: 'mục lục ghi một tệp hai lần; không biết dòng nào đúng',
    en: 'the list names a file twice; nobody knows which line is right',
  },
  tooLarge: { code: 'too-large', vi: 'tệp bên trong quá lớn', en: 'this file inside is too large' },
  notText: {
    code: 'not-text',
    vi: 'không phải chữ đọc được (UTF-8); tệp bị hỏng hoặc đã bị sửa',
    en: 'is no readable text (UTF-8); the file is damaged or was changed',
  },
  otherHash: {
    code: 'other-hash',
    vi: 'tên tệp và nội dung nói hai mã băm khác nhau',
    en: 'its name and its content tell different hashes',
  },
  otherRound: {
    code: 'other-round',
    vi: 'không cùng đợt, kỳ hoặc bộ chỉ số với mục lục',
    en: 'is of another round, period or rule set than the list says',
  },
  otherRules: {
    code: 'other-rules',
    vi: 'bộ chỉ số trong tệp không đúng là bộ mà đợt lập theo',
    en: 'the rule set inside is not the one the round was made with',
  },
  lineTwice: {
    code: 'line-twice',
    vi: 'có hai dòng sổ cùng mã; không biết dòng nào đúng',
    en: 'has two lines of the same id; nobody knows which is right',
  },
  otherCount: {
    code: 'other-count',
    vi: 'số dòng sổ không đúng như mục lục ghi',
    en: 'has another number of lines than the list says',
  },
}

export function newerReviewFile(file: string, version: number): Problem {
  return packageProblem(file, reviewPaths.manifest, 'newer-format', {
    vi: `tệp theo dạng ${version}, mới hơn dạng ${reviewFileVersion} mà trang này đọc được; mở bằng bản ParBoard mới hơn`,
    en: `the file is of form ${version}, newer than form ${reviewFileVersion} of this page; open it with a newer ParBoard`,
  })
}

/** A line says it was written after far more lines than there are. */
export function impossibleClock(file: string): Problem {
  return packageProblem(file, reviewPaths.ledger, 'impossible-clock', {
    vi: 'có dòng sổ mang số thứ tự chung lớn hơn hẳn số dòng có thật: sổ trong tệp đã bị sửa nên không mở; xin người gửi xuất lại từ máy của họ',
    en: 'a line has a clock far beyond the number of lines there are: the ledger in the file was altered and is not opened; ask its sender to export it again',
  })
}
