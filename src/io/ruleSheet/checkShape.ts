import type * as z from 'zod'
import type { Bilingual } from '../../model/provenance.ts'
import { formatPath } from '../decode.ts'
import { describeIssue } from '../describeIssue.ts'
import {
  type CellPlace,
  placeOf,
  type Reader,
  reportAbsent,
  sheetProblem,
  sheetRemark,
} from './sheetProblem.ts'

/** What the schema finds wrong, said of the cell it was read from; places already complained about stay quiet. */
export function reportIssues(reader: Reader, issues: readonly z.core.$ZodIssue[]): void {
  for (const issue of issues) {
    const path = formatPath(issue.path)
    if (isKnown(reader.failed, path)) continue
    const place: CellPlace = placeOf(reader.places, path)
    if (place.absentFrom && isEmpty(issue)) {
      reportAbsent(reader, place)
      continue
    }
    const code = issue.code.replaceAll('_', '-')
    const expected = expectation(issue, place)
    reader.problems.push(
      expected
        ? sheetProblem(reader.file, place, code, expected)
        : sheetRemark(reader.file, place, code, describeIssue(issue)),
    )
  }
}

/** Whether the place, something in it or something around it has been complained about. */
function isKnown(failed: ReadonlySet<string>, path: string): boolean {
  for (const each of failed) if (covers(each, path) || covers(path, each)) return true
  return false
}

function covers(around: string, path: string): boolean {
  return path === around || path.startsWith(`${around}.`) || path.startsWith(`${around}[`)
}

/** Whether nothing at all stands where something must. */
function isEmpty(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'invalid_type' && issue.message.endsWith('undefined')
}

function expectation(issue: z.core.$ZodIssue, { title, found }: CellPlace): Bilingual | null {
  if (issue.code === 'too_big' && issue.origin === 'string')
    return { vi: `nhiều nhất ${issue.maximum} ký tự`, en: `at most ${issue.maximum} characters` }
  if (issue.code === 'too_big') return { vi: `nhiều nhất ${issue.maximum}`, en: `at most ${issue.maximum}` }
  if (issue.code === 'too_small' && issue.origin === 'array')
    return { vi: `ít nhất ${issue.minimum} mục`, en: `at least ${issue.minimum} entries` }
  if (isEmpty(issue))
    return title !== '' && found === ''
      ? { vi: `điền “${title}”`, en: `“${title}” to be filled in` }
      : { vi: 'điền ô này', en: 'this cell to be filled in' }
  return null
}
