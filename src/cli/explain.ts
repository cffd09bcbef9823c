import { parseArgs } from 'node:util'
import type { RuleSet } from '../model/ruleSet.ts'
import type { ScoreSheet } from '../model/scoreSheet.ts'
import type { Receipt } from '../receipt/receipt.ts'
import { receiptFor } from '../receipt/receiptFor.ts'
import { receiptText } from '../receipt/receiptText.ts'
import { scopeText } from '../receipt/scopeText.ts'
import { printProblems } from './files.ts'
import { type Names, readNames } from './names.ts'
import { scoreFiles } from './scoreFiles.ts'

const usage =
  'usage: npm run -s explain -- --rules <file> --submission <file or folder> [--agency <id or code>] [--language vi|en] [--format text|json] [--documents <file>] <criterion id or code | total>'

/**
 * Prints the receipt of a criterion, group, pool, bonus, penalty or the total, for every submission given.
 * A folder's submissions of one period are compared with each other.
 * @returns exit code: 0 explained, 1 problems in the files, 2 wrong usage, also a criterion or agency nobody knows
 */
export async function main(args: readonly string[]): Promise<number> {
  const wanted = readArguments(args)
  if (!wanted) {
    console.error(usage)
    return 2
  }
  const [scored, names] = await Promise.all([
    scoreFiles(wanted.rules, wanted.paths, new Date().toISOString()),
    readNames(wanted.documents),
  ])
  const problems = [...names.problems, ...(scored.ok ? [] : scored.problems)]
  if (!scored.ok || problems.length > 0) {
    printProblems(problems.filter(problem => problem.severity === 'error'))
    return 1
  }
  const { ruleSet, sheets, isSingle } = scored.value
  const chosen = wanted.agency === undefined ? sheets : ofAgency(wanted.agency, sheets, names)
  const ids = findNodes(wanted.node, chosen[0])
  const [nodeId] = ids
  if (nodeId === undefined || ids.length > 1) {
    console.error(faultOf(wanted, chosen, ids))
    return 2
  }
  const receipts = chosen.flatMap(sheet => describe(nodeId, sheet, ruleSet, names, wanted.language) ?? [])
  if (wanted.format === 'json') console.log(JSON.stringify(isSingle ? receipts[0] : receipts, null, 2))
  else console.log(receipts.map(receipt => receiptText(receipt, wanted.language)).join('\n\n\n'))
  return 0
}

function describe(
  nodeId: string,
  sheet: ScoreSheet,
  ruleSet: RuleSet,
  { documents, agencyName }: Names,
  language: 'vi' | 'en',
): Receipt | null {
  const scope = scopeText(sheet, ruleSet, agencyName(sheet.agencyId), language)
  return receiptFor(nodeId, { sheet, ruleSet, documents, targets: [], language, scope, agencyName })
}

function ofAgency(wanted: string, sheets: readonly ScoreSheet[], { agencies }: Names): readonly ScoreSheet[] {
  const byCode = agencies.find(agency => agency.code?.toLowerCase() === wanted.toLowerCase())
  return sheets.filter(sheet => sheet.agencyId === wanted || sheet.agencyId === byCode?.id)
}

/** What an id or an official number names; several where a number is used twice. */
function findNodes(wanted: string, sheet: ScoreSheet | undefined): readonly string[] {
  if (!sheet) return []
  const ids = [
    'total',
    ...sheet.nodes.map(node => node.criterionId),
    ...sheet.pools.map(pool => pool.poolId),
    ...sheet.adjustments.map(adjustment => adjustment.adjustmentId),
  ]
  if (ids.includes(wanted)) return [wanted]
  const numbered = sheet.nodes.filter(node => node.code.toLowerCase() === wanted.toLowerCase())
  // Parts without a number of their own carry their parent's: the number means the parent.
  const within = new Set(numbered.map(node => node.criterionId))
  return numbered
    .filter(node => node.parentId === null || !within.has(node.parentId))
    .map(node => node.criterionId)
}

function faultOf(wanted: Wanted, chosen: readonly ScoreSheet[], ids: readonly string[]): string {
  if (chosen.length === 0) return `không có đơn vị “${wanted.agency}” trong các tệp đã đưa`
  return ids.length > 1
    ? `số “${wanted.node}” chỉ nhiều tiêu chí: ${ids.join(', ')}; hãy dùng id`
    : `không có tiêu chí “${wanted.node}”; dùng id, số thứ tự của tiêu chí hoặc total`
}

type Wanted = {
  readonly rules: string
  readonly paths: readonly string[]
  readonly node: string
  readonly agency: string | undefined
  readonly documents: string | undefined
  readonly language: 'vi' | 'en'
  readonly format: 'text' | 'json'
}

function readArguments(args: readonly string[]): Wanted | null {
  try {
    const text = { type: 'string' } as const
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        rules: text,
        submission: { type: 'string', multiple: true },
        agency: text,
        documents: text,
        language: { type: 'string', default: 'vi' },
        format: { type: 'string', default: 'text' },
      },
      allowPositionals: true,
      strict: true,
    })
    const { rules, submission: paths = [], agency, documents, language, format } = values
    const [node, ...more] = positionals
    if (!rules || paths.length === 0 || !node || more.length > 0) return null
    if ((language !== 'vi' && language !== 'en') || (format !== 'text' && format !== 'json')) return null
    return { rules, paths, node, agency, documents, language, format }
  } catch {
    return null
  }
}
