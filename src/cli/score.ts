import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { decodeRuleSet, decodeSubmission } from '../io/decode.ts'
import type { Decoded, Problem } from '../model/problem.ts'
import { lintRuleSet } from '../scoring/lint/lintRuleSet.ts'
import { lintSubmission } from '../scoring/lint/lintSubmission.ts'
import { scoreSubmission } from '../scoring/scoreSubmission.ts'

const usage = 'usage: npm run -s score -- --rules <file> --submission <file>'

/**
 * Prints the score sheet of one submission as JSON.
 * Problems go to stderr, one per line with file and place.
 * @returns exit code: 0 scored, 1 problems in the files, 2 wrong usage
 */
export async function main(args: readonly string[]): Promise<number> {
  const files = readArguments(args)
  if (!files) {
    console.error(usage)
    return 2
  }
  const [ruleSet, submission] = await Promise.all([
    load(files.rules, decodeRuleSet),
    load(files.submission, decodeSubmission),
  ])
  if (!ruleSet.ok || !submission.ok)
    return fail([ruleSet, submission].flatMap(decoded => (decoded.ok ? [] : decoded.problems)))

  const problems = lintRuleSet(ruleSet.value, files.rules)
  if (problems.length > 0) return fail(problems)
  const mismatches = lintSubmission(submission.value, ruleSet.value, files.submission)
  if (mismatches.length > 0) return fail(mismatches)

  console.log(
    JSON.stringify(scoreSubmission(ruleSet.value, submission.value, new Date().toISOString()), null, 2),
  )
  return 0
}

function readArguments(args: readonly string[]): { rules: string; submission: string } | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { rules: { type: 'string' }, submission: { type: 'string' } },
      strict: true,
    })
    return values.rules && values.submission ? { rules: values.rules, submission: values.submission } : null
  } catch {
    return null
  }
}

async function load<T>(
  file: string,
  decode: (text: string, file: string) => Decoded<T>,
): Promise<Decoded<T>> {
  try {
    return decode(await readFile(file, 'utf8'), file)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    const message = { vi: `không mở được tệp (${detail})`, en: `cannot open the file (${detail})` }
    return { ok: false, problems: [{ file, path: '', code: 'unreadable', severity: 'error', message }] }
  }
}

function fail(problems: readonly Problem[]): number {
  for (const { file, path, code, message } of problems)
    console.error([file, path, `${message.vi} [${code}]`].filter(part => part !== '').join(': '))
  return 1
}
