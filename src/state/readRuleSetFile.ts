import { decodeRuleSet } from '../io/decode.ts'
import type { KnownDocuments } from '../io/ruleSheet/assembleRuleSet.ts'
import { decodeRuleSheet, isCsvName } from '../io/ruleSheet/decodeRuleSheet.ts'
import { ruleSetText } from '../io/ruleSheet/ruleSetText.ts'
import { atCells, cellAddress, type SheetProblem } from '../io/ruleSheet/sheetProblem.ts'
import { isLeaf, walkCriteria } from '../model/criteria.ts'
import type { Decimal } from '../model/exact.ts'
import { type Problem, refuses } from '../model/problem.ts'
import type { Bilingual } from '../model/provenance.ts'
import type { RuleSet } from '../model/ruleSet.ts'
import { lintRuleSet } from '../scoring/lint/lintRuleSet.ts'

/** One thing that is wrong, as a row of a table shows it. */
export type FoundProblem = {
  readonly severity: Problem['severity']
  readonly code: string
  /** "" in files without sheets. */
  readonly sheet: string
  /** "D12"; in a JSON file its path. */
  readonly cell: string
  /** Title of the column or line. */
  readonly title: string
  /** What stands there. */
  readonly found: string
  /** What should, or what is wrong. */
  readonly needed: Bilingual
}

/** What a file with a rule set comes to. */
export type RuleSetReading = {
  readonly file: string
  /** The table stands alone; a workbook can be made of it to go on with. */
  readonly isCsv: boolean
  readonly problems: readonly FoundProblem[]
  /** Why nothing in the file could be read; null when there are places to speak of. */
  readonly unreadable: Bilingual | null
  /** Of a file without errors. */
  readonly sound: {
    readonly ruleSet: RuleSet
    /** Its JSON file. */
    readonly text: string
    readonly summary: RuleSetSummary
  } | null
}

export type RuleSetSummary = {
  readonly title: string
  readonly titleEn: string | undefined
  readonly areas: number
  readonly criteria: number
  readonly leaves: number
  readonly metrics: number
  readonly totalPoints: Decimal
  /** All of them came out: one that does not is an error. */
  readonly examples: number
}

/**
 * Reads a rule set from XLSX, CSV or JSON and checks everything there is to check.
 * @param documents those that may be cited
 */
export async function readRuleSetFile(
  bytes: Uint8Array,
  file: string,
  documents: KnownDocuments | undefined,
): Promise<RuleSetReading> {
  const isCsv = isCsvName(file)
  if (/\.json$/i.test(file)) {
    const decoded = decodeRuleSet(new TextDecoder().decode(bytes), file)
    if (!decoded.ok) return refused(file, isCsv, decoded.problems.map(inJson))
    const findings = lintRuleSet(decoded.value, file)
    return outcome(file, isCsv, decoded.value, findings, findings.map(inJson))
  }
  const { decoded, problems, places } = await decodeRuleSheet(bytes, file, documents)
  if (!decoded.ok) return refused(file, isCsv, problems.map(inSheet))
  const all = [...problems, ...atCells(lintRuleSet(decoded.value, file), places)]
  return outcome(file, isCsv, decoded.value, all, all.map(inSheet))
}

function refused(file: string, isCsv: boolean, problems: readonly FoundProblem[]): RuleSetReading {
  const [only, second] = problems
  const isWhole = only !== undefined && second === undefined && only.sheet === '' && only.cell === ''
  return { file, isCsv, problems, unreadable: isWhole ? only.needed : null, sound: null }
}

function outcome(
  file: string,
  isCsv: boolean,
  ruleSet: RuleSet,
  problems: readonly Problem[],
  shown: readonly FoundProblem[],
): RuleSetReading {
  const sound = refuses(problems)
    ? null
    : { ruleSet, text: ruleSetText(ruleSet), summary: summarise(ruleSet) }
  return { file, isCsv, problems: shown, unreadable: null, sound }
}

function inJson({ severity, code, path, message }: Problem): FoundProblem {
  return { severity, code, sheet: '', cell: path, title: '', found: '', needed: message }
}

function inSheet({ severity, code, place, expected, path }: SheetProblem): FoundProblem {
  const { sheet, title, found } = place
  // What is wrong with a file as a whole may still name a place.
  const cell = place.row === 0 && sheet === '' ? path : cellAddress(place)
  return { severity, code, sheet, cell, title, found, needed: expected }
}

function summarise(ruleSet: RuleSet): RuleSetSummary {
  const criteria = walkCriteria(ruleSet).map(place => place.criterion)
  return {
    title: ruleSet.shortTitle,
    titleEn: ruleSet.shortTitleEn,
    areas: ruleSet.criteria.length,
    criteria: criteria.length,
    leaves: criteria.filter(isLeaf).length,
    metrics: ruleSet.metrics.length,
    totalPoints: ruleSet.scale,
    examples: ruleSet.examples?.length ?? 0,
  }
}
