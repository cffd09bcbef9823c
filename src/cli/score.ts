import { parseArgs } from 'node:util'
import { sheetTables } from '../receipt/sheetTables.ts'
import { printProblems } from './files.ts'
import { readNames } from './names.ts'
import { scoreFiles } from './scoreFiles.ts'

const usage =
  'usage: npm run -s score -- --rules <file> --submission <file> [--submission <file or folder> …] [--format json|table]'

/**
 * Prints the score sheet of one submission as JSON, of several or of a folder as a list, or all as a
 * Vietnamese table. Problems go to stderr, one per line with file and place.
 * @returns exit code: 0 scored, 1 problems in the files, 2 wrong usage
 */
export async function main(args: readonly string[]): Promise<number> {
  const wanted = readArguments(args)
  if (!wanted) {
    console.error(usage)
    return 2
  }
  const scored = await scoreFiles(wanted.rules, wanted.paths, new Date().toISOString())
  if (!scored.ok) {
    printProblems(scored.problems.filter(problem => problem.severity === 'error'))
    return 1
  }
  const { ruleSet, sheets, isSingle } = scored.value
  if (wanted.format === 'table') {
    const { agencyName } = await readNames()
    console.log(sheetTables(sheets, ruleSet, agencyName, 'vi'))
  } else console.log(JSON.stringify(isSingle ? sheets[0] : sheets, null, 2))
  return 0
}

type Wanted = {
  readonly rules: string
  readonly paths: readonly string[]
  readonly format: 'json' | 'table'
}

function readArguments(args: readonly string[]): Wanted | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        rules: { type: 'string' },
        submission: { type: 'string', multiple: true },
        format: { type: 'string', default: 'json' },
      },
      allowPositionals: true,
      strict: true,
    })
    const { rules, submission = [], format } = values
    // Submissions are named one way or the other; a word too many is a mistake.
    if (submission.length > 0 && positionals.length > 0) return null
    const paths = submission.length > 0 ? submission : positionals
    if (!rules || paths.length === 0 || (format !== 'json' && format !== 'table')) return null
    return { rules, paths, format }
  } catch {
    return null
  }
}
