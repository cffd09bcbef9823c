import type * as z from 'zod'
import type { Decoded, Problem } from '../../model/problem.ts'
import { compareEntries, type LedgerEntry } from '../../model/review.ts'
import { formatPath } from '../decode.ts'
import { describeIssue } from '../describeIssue.ts'
import { entrySchema } from './ledgerSchema.ts'
import { roundLimits } from './roundSchema.ts'

/** Problems that are worth telling of one ledger: a file with more is not mended by hand. */
const mostProblems = 20

/** Reads `ledger.json`, line by line; in the order of the ledger. Texts are brought to NFC. */
export function readLedger(text: string, file: string): Decoded<readonly LedgerEntry[]> {
  const lines = parsed(text)
  if (!Array.isArray(lines))
    return refused(file, 'not-json', {
      vi: 'không phải JSON đọc được, hoặc không phải danh sách dòng sổ',
      en: 'is not readable JSON, or no list of lines',
    })
  if (lines.length > roundLimits.lines)
    return refused(file, 'too-large', {
      vi: `sổ có hơn ${roundLimits.lines} dòng nên không đọc`,
      en: `the ledger has more than ${roundLimits.lines} lines and is not read`,
    })
  const entries: LedgerEntry[] = []
  const problems: Problem[] = []
  for (const [index, line] of lines.entries()) {
    const result = entrySchema.safeParse(line)
    if (result.success) entries.push(result.data)
    else problems.push(...result.error.issues.map(issue => problemOf(issue, index, file)))
    if (problems.length >= mostProblems) break
  }
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, mostProblems) }
  return { ok: true, value: entries.toSorted(compareEntries) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.normalize('NFC'))
  } catch {
    return null
  }
}

function refused(file: string, code: string, message: Problem['message']): Decoded<never> {
  return { ok: false, problems: [{ file, path: '', code, severity: 'error', message }] }
}

function problemOf(issue: z.core.$ZodIssue, index: number, file: string): Problem {
  return {
    file,
    path: formatPath([index, ...issue.path]),
    code: issue.code.replaceAll('_', '-'),
    severity: 'error',
    message: describeIssue(issue),
  }
}
