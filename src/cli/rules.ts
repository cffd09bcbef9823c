import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { decodeRuleSet } from '../io/decode.ts'
import { decodeRuleSheet, isCsvName } from '../io/ruleSheet/decodeRuleSheet.ts'
import { encodeRuleSheet } from '../io/ruleSheet/encodeRuleSheet.ts'
import { ruleSetText } from '../io/ruleSheet/ruleSetText.ts'
import { atCells } from '../io/ruleSheet/sheetProblem.ts'
import { draftFromCsv, ruleSheetTemplate } from '../io/ruleSheet/template.ts'
import { type Decoded, type Problem, refuses } from '../model/problem.ts'
import { lintRuleSet } from '../scoring/lint/lintRuleSet.ts'
import { printProblems, readNamed, unreadable } from './files.ts'
import { readNames } from './names.ts'

const usage = `usage: npm run -s rules -- to-json <rule set as .xlsx or .csv> [--out <file.json>]
       npm run -s rules -- to-xlsx <rule set as .json, or .csv to go on with> --out <file.xlsx>
       npm run -s rules -- template --out <file.xlsx>`

type Wanted =
  | { readonly command: 'to-json'; readonly file: string; readonly out: string | undefined }
  | { readonly command: 'to-xlsx'; readonly file: string; readonly out: string }
  | { readonly command: 'template'; readonly out: string }

/**
 * Turns a rule set from a spreadsheet into JSON and back, and writes the blank spreadsheet to fill in.
 * Every problem goes to stderr with its cell; JSON goes to stdout where no file is named for it.
 * Documents may be cited by id or number when `data/documents.json` is in the working directory.
 * @returns exit code: 0 written (warnings may be), 1 errors, 2 wrong usage
 */
export async function main(args: readonly string[]): Promise<number> {
  const wanted = readArguments(args)
  if (!wanted) {
    console.error(usage)
    return 2
  }
  switch (wanted.command) {
    case 'to-json':
      return finish(await toJson(wanted.file), wanted.out)
    case 'to-xlsx':
      return finish({ written: await toXlsx(wanted.file), warnings: [] }, wanted.out)
    case 'template':
      return finish({ written: { ok: true, value: await ruleSheetTemplate() }, warnings: [] }, wanted.out)
  }
}

function readArguments(args: readonly string[]): Wanted | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { out: { type: 'string' } },
      allowPositionals: true,
      strict: true,
    })
    const [command, file, ...others] = positionals
    const { out } = values
    if (others.length > 0) return null
    if (command === 'template') return file === undefined && out !== undefined ? { command, out } : null
    if (file === undefined) return null
    if (command === 'to-json') return { command, file, out }
    return command === 'to-xlsx' && out !== undefined ? { command, file, out } : null
  } catch {
    return null
  }
}

type Outcome = {
  readonly written: Decoded<string | Uint8Array>
  /** Said even when everything went well. */
  readonly warnings: readonly Problem[]
}

async function finish({ written, warnings }: Outcome, out: string | undefined): Promise<number> {
  printProblems(warnings)
  if (!written.ok) {
    printProblems(written.problems)
    return 1
  }
  if (out === undefined) {
    process.stdout.write(written.value)
    return 0
  }
  try {
    await writeFile(out, written.value)
    return 0
  } catch (error) {
    printProblems([unwritable(out, error)])
    return 1
  }
}

function unwritable(file: string, error: unknown): Problem {
  const detail = error instanceof Error ? error.message : String(error)
  return {
    file,
    path: '',
    code: 'unwritable',
    severity: 'error',
    message: { vi: `không ghi được tệp (${detail})`, en: `cannot write the file (${detail})` },
  }
}

async function readBytes(file: string): Promise<Decoded<Uint8Array>> {
  try {
    return { ok: true, value: new Uint8Array(await readFile(file)) }
  } catch (error) {
    return { ok: false, problems: [unreadable(file, error)] }
  }
}

async function toJson(file: string): Promise<Outcome> {
  const bytes = await readBytes(file)
  if (!bytes.ok) return { written: bytes, warnings: [] }
  const { documents } = await readNames()
  // Without a registry every id may be cited.
  const known = documents.length > 0 ? documents : undefined
  const { decoded, problems, places } = await decodeRuleSheet(bytes.value, file, known)
  if (!decoded.ok) return { written: decoded, warnings: [] }
  const findings = atCells(lintRuleSet(decoded.value, file), places)
  const all = [...problems, ...findings]
  return refuses(all)
    ? { written: { ok: false, problems: all }, warnings: [] }
    : { written: { ok: true, value: ruleSetText(decoded.value) }, warnings: all }
}

async function toXlsx(file: string): Promise<Decoded<Uint8Array>> {
  if (isCsvName(file)) {
    const bytes = await readBytes(file)
    return bytes.ok ? draftFromCsv(bytes.value, basename(file)) : bytes
  }
  const decoded = await readNamed(file, decodeRuleSet)
  return decoded.ok ? { ok: true, value: await encodeRuleSheet(decoded.value) } : decoded
}
