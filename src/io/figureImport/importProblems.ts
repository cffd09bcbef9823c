import type { ImportPlace, ImportProblem } from '../../model/figureImport.ts'
import type { Problem } from '../../model/problem.ts'

/** What is wrong, in both languages, with its stable name. */
export type Fault = { readonly code: string; readonly vi: string; readonly en: string }

/** What was found wrong so far; the same thing is not said a thousand times. */
export type ImportProblems = { readonly all: ImportProblem[] }

/** More lines than this help nobody. */
export const mostProblems = 500
/** What stands in a cell is quoted up to this length. */
const longestQuote = 80

/** The file as a whole. */
export const inFile: ImportPlace = { sheet: '', cell: '', title: '' }

/** Notes something that is not taken over, or taken over all the same where it is a warning. */
export function remark(
  { all }: ImportProblems,
  place: ImportPlace,
  found: string,
  { code, vi, en }: Fault,
  severity: ImportProblem['severity'] = 'error',
): void {
  if (all.length > mostProblems) return
  if (all.length === mostProblems) all.push(tooMany)
  else
    all.push({
      severity,
      code,
      place: { sheet: quoted(place.sheet), cell: quoted(place.cell), title: quoted(place.title) },
      found: quoted(found),
      message: { vi: seen(vi), en: seen(en) },
    })
}

const tooMany: ImportProblem = {
  severity: 'error',
  code: 'more-problems',
  place: inFile,
  found: '',
  message: {
    vi: `còn nhiều chỗ khác nữa; sửa ${mostProblems} chỗ trên rồi nạp lại`,
    en: `there are more; mend these ${mostProblems} and import again`,
  },
}

/** Text of a file as it may stand in a sentence: of bearable length, without signs that are not seen. */
export function quoted(text: string): string {
  const shown = seen(text.slice(0, 1000)).trim()
  return shown.length > longestQuote ? `${shown.slice(0, longestQuote)}…` : shown
}

/** Signs that nobody sees may turn the order of the others around. */
function seen(text: string): string {
  return text.replace(/[\p{Cf}\p{Cc}]+/gu, ' ')
}

/** Problems of our decoders, whose places are paths. */
export function takeOver(problems: ImportProblems, found: readonly Problem[]): void {
  for (const { severity, code, path, message } of found)
    remark(problems, { ...inFile, cell: path }, '', { code, ...message }, severity)
}

/** Said before anything of a file is read. */
export function tooLarge(bytes: number): Fault {
  return {
    code: 'too-large',
    vi: `tệp quá lớn (trên ${bytes / 1_000_000} MB)`,
    en: `the file is too large (over ${bytes / 1_000_000} MB)`,
  }
}
