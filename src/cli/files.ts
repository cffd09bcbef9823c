import { readdir, readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { decodePlan, decodeRuleSet, decodeSubmissions } from '../io/decode.ts'
import { maxFileBytes } from '../io/maxFileBytes.ts'
import type { Plan } from '../model/plan.ts'
import type { Decoded, Problem } from '../model/problem.ts'
import type { RuleSet } from '../model/ruleSet.ts'
import type { Submission } from '../model/submission.ts'

/** What a file holds, with the name it was asked for by. */
export type Named<T> = { readonly file: string; readonly value: T }

export type Inputs = {
  readonly ruleSets: readonly Named<RuleSet>[]
  readonly submissions: readonly Named<Submission>[]
  readonly plans: readonly Named<Plan>[]
  /** Files that cannot be opened, are not JSON or do not fit the shape of what they seem to be. */
  readonly problems: readonly Problem[]
  /** JSON files that are none of the three. */
  readonly skipped: readonly string[]
}

type Kind = 'ruleSet' | 'submission' | 'plan'

type ReadFile =
  | {
      readonly kind: Kind
      readonly file: string
      readonly decoded: Decoded<RuleSet | readonly Submission[] | Plan>
    }
  | { readonly kind: 'skipped' | 'unreadable'; readonly file: string; readonly problems: readonly Problem[] }

/**
 * Reads rule sets, submissions and plans, told apart by their content.
 * @param paths files, or folders whose `*.json` are read at any depth
 * @returns everything in the order of the paths, files of a folder by name; a file named twice counts once
 */
export async function readInputs(paths: readonly string[]): Promise<Inputs> {
  const listed = await Promise.all(paths.map(listJson))
  const seen = new Set<string>()
  const files = listed.flat().filter(file => seen.size !== seen.add(resolve(file)).size)
  const read = await Promise.all(files.map(readOne))
  const of = <T>(kind: Kind): readonly Named<T>[] =>
    read.flatMap(each =>
      each.kind === kind && each.decoded.ok
        ? // The kind says which decoder it came through.
          [{ file: each.file, value: each.decoded.value as T }]
        : [],
    )
  return {
    ruleSets: of<RuleSet>('ruleSet'),
    submissions: of<readonly Submission[]>('submission').flatMap(nameEach),
    plans: of<Plan>('plan'),
    problems: read.flatMap(each =>
      'problems' in each ? each.problems : each.decoded.ok ? [] : each.decoded.problems,
    ),
    skipped: read.filter(each => each.kind === 'skipped').map(each => each.file),
  }
}

/** Each submission of a file; those of a table are called by their agency too. */
export function nameEach({ file, value }: Named<readonly Submission[]>): readonly Named<Submission>[] {
  const isTable = value.length > 1
  return value.map(each => ({ file: isTable ? `${file}#${each.agencyId}` : file, value: each }))
}

/** Reads one file whose kind is known. */
export async function readNamed<T>(
  file: string,
  decode: (text: string, file: string) => Decoded<T>,
): Promise<Decoded<T>> {
  try {
    return decode(await readFile(file, 'utf8'), file)
  } catch (error) {
    return { ok: false, problems: [unreadable(file, error)] }
  }
}

/** A problem as one line: file, place, how bad it is, sentence and code. */
export function problemLine({ file, path, severity, code, message }: Problem): string {
  return [file, path, severity, `${message.vi} [${code}]`].filter(part => part !== '').join(': ')
}

/** Prints problems to stderr, one a line, in the order given. */
export function printProblems(problems: readonly Problem[]): void {
  for (const problem of problems) console.error(problemLine(problem))
}

/** A folder's JSON files at any depth; a path that is no folder is taken as a file. */
async function listJson(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => null)
  if (!found?.isDirectory()) return [path]
  const entries = await readdir(path, { withFileTypes: true })
  const inside = await Promise.all(
    entries
      .filter(entry => !entry.name.startsWith('.') && entry.name !== 'node_modules')
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map(entry =>
        entry.isDirectory()
          ? listJson(join(path, entry.name))
          : entry.name.endsWith('.json')
            ? [join(path, entry.name)]
            : [],
      ),
  )
  return inside.flat()
}

async function readOne(file: string): Promise<ReadFile> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    return { kind: 'unreadable', file, problems: [unreadable(file, error)] }
  }
  switch (kindOfContent(text)) {
    case 'ruleSet':
    case 'notJson': // any decoder says where the fault stands
      return { kind: 'ruleSet', file, decoded: decodeRuleSet(text, file) }
    case 'submission':
      return { kind: 'submission', file, decoded: decodeSubmissions(text, file) }
    case 'plan':
      return { kind: 'plan', file, decoded: decodePlan(text, file) }
    case 'other':
      return { kind: 'skipped', file, problems: [] }
  }
}

function kindOfContent(text: string): Kind | 'other' | 'notJson' {
  if (text.length > maxFileBytes) return 'notJson'
  let data: unknown
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return 'notJson'
  }
  if (typeof data !== 'object' || data === null) return 'other'
  if ('criteria' in data) return 'ruleSet'
  if ('ruleSetId' in data && ('values' in data || 'rows' in data)) return 'submission'
  return 'targets' in data ? 'plan' : 'other'
}

/** A file that is not there or cannot be opened. */
export function unreadable(file: string, error: unknown): Problem {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
  const detail = error instanceof Error ? error.message : String(error)
  const message = isMissing
    ? { vi: 'không có tệp này; kiểm tra đường dẫn', en: 'there is no such file; check the path' }
    : { vi: `không mở được tệp (${detail})`, en: `cannot open the file (${detail})` }
  return { file, path: '', code: 'unreadable', severity: 'error', message }
}
