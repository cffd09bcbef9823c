import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { decodeAgencies, decodeRuleSet } from '../io/decode.ts'
import { importPortalFiles } from '../io/dvcqg766/importPortalFiles.ts'
import { isDay } from '../io/dvcqg766/portalPeriod.ts'
import { portalRuleSetIds } from '../io/dvcqg766/portalShape.ts'
import { portalDocumentId } from '../io/dvcqg766/portalSubmission.ts'
import type { PortalSource } from '../io/dvcqg766/readPortalFile.ts'
import { submissionTableText, submissionText } from '../io/encodeSubmissions.ts'
import { maxFileBytes } from '../io/maxFileBytes.ts'
import type { AgencyDirectory } from '../model/agency.ts'
import type { PortalImport, ReconciledSet } from '../model/portalImport.ts'
import { type Decoded, type Problem, refuses } from '../model/problem.ts'
import type { RuleSet } from '../model/ruleSet.ts'
import { lintRuleSet } from '../scoring/lint/lintRuleSet.ts'
import { reconcileImport } from '../scoring/reconcileSubmissions.ts'
import { printProblems, readNamed } from './files.ts'
import { importLines } from './importText.ts'
import { readNames } from './names.ts'

const usage =
  'usage: npm run -s import -- dvcqg-766 <JSON files saved from the national portal> … [--date 2026-10-10] [--out <folder>]'

/**
 * Turns JSON saved from the national portal into submissions and prints how they agree with its points.
 * With `--out` writes `<rule set>/<day>/<unit>.json` below the folder, as they stand in `data/submissions`;
 * a file that is there already and says something else is left alone. Rule sets and the agency directory
 * are those of `data/` in the working directory.
 * @returns exit code: 0 imported, 1 problems in the files (whatever is good was imported), 2 wrong usage
 */
export async function main(args: readonly string[]): Promise<number> {
  const wanted = readArguments(args)
  if (!wanted) {
    console.error(usage)
    return 2
  }
  const published = await readPublished()
  if (!published.ok) {
    printProblems(published.problems)
    return 1
  }
  const { ruleSet, rankingRuleSet, directory } = published.value
  const read = await Promise.all(wanted.files.map(readSource))
  const sources = read.flatMap(each => (each.ok ? [each.value] : []))
  const imported = importPortalFiles(sources, { ruleSet, rankingRuleSet, directory, day: wanted.date })

  const scoredAt = new Date().toISOString()
  const sets = reconcileImport(imported, { ruleSet, rankingRuleSet }, scoredAt)
  const units = sets.find(each => each.ruleSet === ruleSet)?.set.units ?? []
  const written = wanted.out === null ? null : await writeAll(wanted.out, imported, units)
  const problems = [
    ...read.flatMap(each => (each.ok ? [] : each.problems)),
    ...imported.files.flatMap(file => file.problems),
    ...sets.flatMap(({ set }) => set.problems).filter(problem => problem.severity === 'error'),
    ...(written?.problems ?? []),
  ]
  printProblems(problems)
  const names = new Map(
    [...imported.newAgencies, ...directory.agencies].map(agency => [
      agency.id,
      ('shortName' in agency ? agency.shortName : undefined) ?? agency.name,
    ]),
  )
  for (const line of importLines(imported, sets, id => names.get(id) ?? id)) console.log(line)
  if (written) {
    const { documents } = await readNames()
    const cited = new Set(
      [...imported.submissions, ...imported.tables].map(each => portalDocumentId(each.period)),
    )
    console.log(`\nĐã ghi ${written.files.length} tệp vào ${wanted.out}`)
    for (const id of cited)
      if (!documents.some(document => document.id === id))
        console.log(
          `Nguồn “${id}” chưa có trong data/documents.json: ghi thêm trước khi đưa số liệu vào data/`,
        )
  }
  return refuses(problems) ? 1 : 0
}

type Wanted = {
  readonly files: readonly string[]
  readonly date: string | null
  readonly out: string | null
}

function readArguments(args: readonly string[]): Wanted | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { out: { type: 'string' }, date: { type: 'string' } },
      allowPositionals: true,
      strict: true,
    })
    const [format, ...files] = positionals
    if (format !== 'dvcqg-766' || files.length === 0) return null
    if (values.date !== undefined && !isDay(values.date)) return null
    return { files, date: values.date ?? null, out: values.out ?? null }
  } catch {
    return null
  }
}

type Published = {
  readonly ruleSet: RuleSet
  readonly rankingRuleSet: RuleSet
  readonly directory: AgencyDirectory
}

async function readPublished(): Promise<Decoded<Published>> {
  const fileOf = (id: string) => `data/rule-sets/${id}.json`
  const [ruleSet, rankingRuleSet, directory] = await Promise.all([
    readNamed(fileOf(portalRuleSetIds.units), decodeRuleSet),
    readNamed(fileOf(portalRuleSetIds.ranking), decodeRuleSet),
    readNamed('data/agencies.json', decodeAgencies),
  ])
  if (!ruleSet.ok || !rankingRuleSet.ok || !directory.ok) {
    const problems = [ruleSet, rankingRuleSet, directory].flatMap(each => (each.ok ? [] : each.problems))
    return { ok: false, problems }
  }
  const faults = [ruleSet.value, rankingRuleSet.value]
    .flatMap(each => lintRuleSet(each, fileOf(each.id)))
    .filter(problem => problem.severity === 'error')
  if (faults.length > 0) return { ok: false, problems: faults }
  return {
    ok: true,
    value: {
      ruleSet: ruleSet.value,
      rankingRuleSet: rankingRuleSet.value,
      directory: directory.value,
    },
  }
}

/** A file that is too large is not even read. */
async function readSource(name: string): Promise<Decoded<PortalSource>> {
  const size = await stat(name).then(
    found => found.size,
    () => 0,
  )
  if (size > maxFileBytes) return { ok: true, value: { name, unread: 'tooLarge' } }
  return readNamed(name, text => ({ ok: true, value: { name, text } }))
}

type Written = { readonly files: readonly string[]; readonly problems: readonly Problem[] }

async function writeAll(
  out: string,
  { tables }: PortalImport,
  units: ReconciledSet['units'],
): Promise<Written> {
  const wanted = [
    ...units.map(({ submission }) => ({
      file: join(out, submission.ruleSetId, submission.period, `${submission.agencyId}.json`),
      text: submissionText(submission),
    })),
    ...tables.map(table => ({
      file: join(out, table.ruleSetId, `${table.period}.json`),
      text: submissionTableText(table),
    })),
  ]
  const files: string[] = []
  const problems: Problem[] = []
  for (const { file, text } of wanted) {
    const existing = await readFile(file, 'utf8').catch(() => null)
    if (existing !== null && existing !== text) {
      problems.push(alreadyThere(file))
      continue
    }
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
    files.push(file)
  }
  return { files, problems }
}

function alreadyThere(file: string): Problem {
  return {
    file,
    path: '',
    code: 'file-exists',
    severity: 'error',
    message: {
      vi: 'đã có tệp này với nội dung khác nên không ghi đè; chọn thư mục khác hoặc xóa tệp cũ',
      en: 'this file is there with other content and is not overwritten; choose another folder or remove it',
    },
  }
}
