import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isRealDay } from '../io/fields.ts'
import { refuses } from '../model/problem.ts'
import { checkFolder } from './dataCheck/checkFolder.ts'
import { bytesOf, megabytes } from './dataCheck/checkFormat.ts'
import type { Files } from './dataCheck/readFolder.ts'
import { problemLine } from './files.ts'

const usage = 'usage: npm run -s data:check [-- [--today <yyyy-mm-dd>] [<folder>]]'

/**
 * Checks a folder of published data, `data` unless another is named: every file by itself and with the others.
 * `--today` stands for the day on the clock.
 * Problems go to stdout, one a line, the counts last.
 * @returns exit code: 0 no errors (warnings may be), 1 errors, 2 wrong usage or no such folder
 */
export async function main(args: readonly string[]): Promise<number> {
  const wanted = readArguments(args)
  if (!wanted) {
    console.error(usage)
    return 2
  }
  const { place, today } = wanted
  const files = await readFiles(place).catch(() => null)
  if (!files) {
    console.error(`${place}: không mở được thư mục này; kiểm tra đường dẫn`)
    return 2
  }
  const problems = checkFolder(files, today)
  for (const problem of problems) console.log(problemLine({ ...problem, file: join(place, problem.file) }))
  const errors = problems.filter(problem => problem.severity === 'error').length
  const size = [...files.values()].reduce((bytes, text) => bytes + bytesOf(text), 0)
  console.log(`${files.size} tệp (${megabytes(size)}), ${errors} lỗi, ${problems.length - errors} cảnh báo`)
  return refuses(problems) ? 1 : 0
}

function readArguments(args: readonly string[]): { readonly place: string; readonly today: string } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { today: { type: 'string', default: dayOf(new Date()) } },
      allowPositionals: true,
      strict: true,
    })
    const [place = 'data', ...more] = positionals
    return more.length === 0 && isRealDay(values.today) ? { place, today: values.today } : null
  } catch {
    return null
  }
}

/** Every file of a folder at any depth, by path with forward slashes. */
async function readFiles(place: string): Promise<Files> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true })
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const texts = await Promise.all(paths.map(path => readFile(path, 'utf8')))
  const start = join(place, '/').length
  return new Map(
    paths
      .map((path, index) => [path.slice(start).replaceAll('\\', '/'), texts[index] ?? ''] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** The day on the clock of whoever asks. */
function dayOf(now: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
