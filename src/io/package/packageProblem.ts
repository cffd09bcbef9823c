import type { Problem } from '../../model/problem.ts'
import type { Bilingual } from '../../model/provenance.ts'
import { packageLimits } from './packageFormat.ts'
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

/** What a file is: what an agency hands in (an answer as well), or what a reviewer asks. */
export type PackageKind = 'submission' | 'request'

/** What a file inside says otherwise than the list of the whole; nothing where both say the same. */
export function differsFromList(
  file: string,
  inside: string,
  what: Bilingual,
  listed: string,
  said: string,
): readonly Problem[] {
  if (listed === said) return []
  return [
    packageProblem(file, inside, 'mismatch', {
      vi: `${what.vi} là “${shortened(said)}”, còn mục lục manifest.json ghi “${shortened(listed)}”`,
      en: `${what.en} is "${shortened(said)}", while the list manifest.json says "${shortened(listed)}"`,
    }),
  ]
}

const megabytes = (bytes: number) => `${bytes / 1_000_000} MB`
const words = {
  submission: {
    again: { vi: 'xin đơn vị gửi lại tệp', en: 'ask the agency to send the file again' },
    what: { vi: 'tệp nộp', en: 'submission file' },
  },
  request: {
    again: { vi: 'xin cơ quan thẩm định gửi lại tệp', en: 'ask the reviewer to send the file again' },
    what: { vi: 'tệp yêu cầu giải trình', en: 'request file' },
  },
} as const satisfies Record<PackageKind, unknown>

/** Why a zip file is not unpacked, in words that say what to do. */
export function describeFault(fault: ZipFault, file: string, kind: PackageKind = 'submission'): Problem {
  const { again, what } = words[kind]
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
        `không phải ${what.vi} .parboard, hoặc tệp bị cắt ngắn khi gửi, chép; ${again.vi}`,
        `this is no .parboard ${what.en}, or it was cut short on its way; ${again.en}`,
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
        `trong tệp có hơn ${packageLimits.entries} tệp; ${what.vi} không có nhiều như thế nên không mở`,
        `there are more than ${packageLimits.entries} files inside; a ${what.en} never has so many`,
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

/** @param known the latest form this page reads */
export function newerFormat(file: string, version: number, known: number): Problem {
  return packageProblem(file, 'manifest.json', 'newer-format', {
    vi: `tệp theo dạng ${version}, mới hơn dạng ${known} mà trang này đọc được; mở bằng bản ParBoard mới hơn`,
    en: `the file is of form ${version}, newer than form ${known} of this page; open it with a newer ParBoard`,
  })
}

/** Where a submission is wanted, somebody chose the questions of a reviewer. */
export function isRequest(file: string): Problem {
  return packageProblem(file, '', 'is-request', {
    vi: 'đây là tệp yêu cầu giải trình, không phải tệp nộp; đơn vị được hỏi mở tệp này ở màn hình “Tự chấm”',
    en: 'this is a request for explanation, no submission; the agency that is asked opens it under "Self-assessment"',
  })
}

/** Where questions are wanted, somebody chose a submission. */
export function isSubmission(file: string): Problem {
  return packageProblem(file, '', 'is-submission', {
    vi: 'đây là tệp nộp của đơn vị, không phải tệp yêu cầu giải trình',
    en: 'this is the submission of an agency, no request for explanation',
  })
}

/** A name out of a file nobody knows, short and without signs that turn the sentence around. */
export function shortened(name: string): string {
  const shown = name.normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, '\u25a1')
  return shown.length > 80 ? `${shown.slice(0, 79)}…` : shown
}
