import type { Problem } from '../../model/problem.ts'
import type { Bilingual } from '../../model/provenance.ts'
import { packageFormatVersion, packageLimits } from './packageFormat.ts'
import type { ZipFault } from './zip.ts'

/** A problem of a submission file; `inside` is the file in it, "" the file as a whole. */
export function packageProblem(
  file: string,
  inside: string,
  code: string,
  message: Bilingual,
  severity: Problem['severity'] = 'error',
): Problem {
  return { file: placeIn(file, inside), path: '', code, severity, message }
}

/** "tu-cham_2026-11.parboard › submission.json" */
export function placeIn(file: string, inside: string): string {
  return inside === '' ? file : `${file} › ${inside}`
}

const megabytes = (bytes: number) => `${bytes / 1_000_000} MB`
const again = {
  vi: 'xin đơn vị gửi lại tệp',
  en: 'ask the agency to send the file again',
} as const

/** Why a zip file is not unpacked, in words that say what to do. */
export function describeFault(fault: ZipFault, file: string): Problem {
  const say = (code: string, vi: string, en: string) => packageProblem(file, '', code, { vi, en })
  switch (fault.kind) {
    case 'tooLarge':
      return say(
        'too-large',
        `tệp quá lớn: trên ${megabytes(packageLimits.packedBytes)}; xin đơn vị xuất lại không kèm tệp minh chứng`,
        `the file is too large: over ${megabytes(packageLimits.packedBytes)}; ask for one without the evidence files`,
      )
    case 'notZip':
      return say(
        'not-package',
        `không phải tệp nộp .parboard, hoặc tệp bị cắt ngắn khi gửi, chép; ${again.vi}`,
        `this is no .parboard submission file, or it was cut short on its way; ${again.en}`,
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
        `trong tệp có hơn ${packageLimits.entries} tệp; tệp nộp không có nhiều như thế nên không mở`,
        `there are more than ${packageLimits.entries} files inside; a submission file never has so many`,
      )
    case 'unpacksTooLarge':
      return say(
        'unpacks-too-large',
        `giải nén ra quá lớn (trên ${megabytes(packageLimits.unpackedBytes)}) hoặc giấu kích thước thật nên không mở`,
        `it unpacks to too much (over ${megabytes(packageLimits.unpackedBytes)}) or hides its real size, so it is not opened`,
      )
    case 'unsafePath':
      return say(
        'unsafe-path',
        `bên trong có tên tệp “${shortened(fault.path)}” trỏ ra ngoài hoặc có ký tự lạ; không mở tệp này`,
        `a file inside is named "${shortened(fault.path)}", which leads outside or has odd signs; it is not opened`,
      )
    case 'doubledPath':
      return say(
        'doubled-path',
        `bên trong có hai tệp cùng tên “${shortened(fault.path)}”; không biết tệp nào đúng nên không mở`,
        `two files inside are named "${shortened(fault.path)}"; nobody knows which is right, so it is not opened`,
      )
  }
}

export function newerFormat(file: string, version: number): Problem {
  return packageProblem(file, 'manifest.json', 'newer-format', {
    vi: `tệp theo dạng ${version}, mới hơn dạng ${packageFormatVersion} mà trang này đọc được; mở bằng bản ParBoard mới hơn`,
    en: `the file is of form ${version}, newer than form ${packageFormatVersion} of this page; open it with a newer ParBoard`,
  })
}

/** A name out of a file nobody knows, short and without signs that turn the sentence around. */
export function shortened(name: string): string {
  const shown = name.normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, '\u25a1')
  return shown.length > 80 ? `${shown.slice(0, 79)}…` : shown
}
