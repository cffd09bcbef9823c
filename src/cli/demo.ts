import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { decodeRuleSet } from '../io/decode.ts'
import { formatTable } from '../io/formatTable.ts'
import { demoDirectory, demoDocuments } from './demo/directory.ts'
import { generateDemo, tableEntries } from './demo/generateDemo.ts'
import { printProblems, readNamed } from './files.ts'

const usage = 'usage: npm run -s demo -- --out <folder, such as data>'

/** The editions of the template the demonstration answers, oldest first. */
const ruleSetFiles = ['data/rule-sets/mau-tinh-cqs-2025.json', 'data/rule-sets/mau-tinh-cqs.json']

/**
 * Writes the monthly tables of the demonstration province below a folder and prints what the registries
 * and the catalogue say of them, as JSON.
 * @returns exit code: 0 written, 1 problems in the rule sets, 2 wrong usage
 */
export async function main(args: readonly string[]): Promise<number> {
  const out = readArguments(args)
  if (out === null) {
    console.error(usage)
    return 2
  }
  const decoded = await Promise.all(ruleSetFiles.map(file => readNamed(file, decodeRuleSet)))
  const problems = decoded.flatMap(each => (each.ok ? [] : each.problems))
  if (problems.length > 0) {
    printProblems(problems)
    return 1
  }
  const files = generateDemo(decoded.flatMap(each => (each.ok ? [each.value] : [])))
  for (const { path, table } of files) {
    const file = join(out, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, formatTable(table))
  }
  const registries = { ...demoDirectory(), documents: demoDocuments(), tables: tableEntries(files) }
  console.log(JSON.stringify(registries, null, 2))
  return 0
}

function readArguments(args: readonly string[]): string | null {
  try {
    const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' } }, strict: true })
    return values.out || null
  } catch {
    return null
  }
}
