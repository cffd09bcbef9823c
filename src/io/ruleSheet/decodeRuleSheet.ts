import type { Decoded } from '../../model/problem.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { ruleSetSchema } from '../ruleSetSchema.ts'
import { assembleRuleSet, type KnownDocuments } from './assembleRuleSet.ts'
import { reportIssues } from './checkShape.ts'
import { fold } from './fold.ts'
import { layouts } from './layout.ts'
import { nameSheets, openCsv, openWorkbook } from './openSheets.ts'
import { type CellPlace, type Reader, type SheetProblem, sheetRemark, wholeFile } from './sheetProblem.ts'

/** What a spreadsheet comes to. */
export type RuleSheet = {
  /** The rule set, or every problem, in the order of the cells. */
  readonly decoded: Decoded<RuleSet>
  /** Everything that was noticed, warnings too, with its cell. */
  readonly problems: readonly SheetProblem[]
  /** Cell of each place in the rule set, for what is found later; see `placeOf`. */
  readonly places: ReadonlyMap<string, CellPlace>
}

/**
 * Reads a rule set from a workbook in the layout of the template, or its sheet of criteria alone as CSV.
 * @param file its name; the ending tells CSV from XLSX
 * @param documents those that may be cited; without them every id will do
 */
export async function decodeRuleSheet(
  bytes: Uint8Array,
  file: string,
  documents?: KnownDocuments,
): Promise<RuleSheet> {
  const isCsv = isCsvName(file)
  const base = newReader(file, isCsv)
  const opened = isCsv ? openCsv(bytes, file) : await openWorkbook(bytes, file)
  if (!opened.ok)
    return {
      decoded: opened,
      problems: opened.problems.map(({ code, message, path }) => ({
        ...sheetRemark(file, wholeFile, code, message),
        path,
      })),
      places: base.places,
    }
  const sheets = nameSheets(opened.value.sheets, base)
  const { draft, reader } = assembleRuleSet(sheets, base, opened.value.doubtsComma, documents)
  const checked = ruleSetSchema.safeParse(draft)
  if (!checked.success) reportIssues(reader, checked.error.issues)
  const isSound = checked.success && reader.problems.every(problem => problem.severity !== 'error')
  const all = isSound ? reader.problems : [...reader.problems, ...reader.forLinter]
  const problems = all.toSorted(isCsv ? byCellOfTable : byCell)
  return {
    decoded: isSound ? { ok: true, value: checked.data } : { ok: false, problems },
    problems,
    places: reader.places,
  }
}

/** Has read nothing yet and knows no names. */
export function newReader(file: string, isCsv: boolean): Reader {
  return {
    file,
    isCsv,
    names: { metric: () => null, criterion: () => null, document: () => null, doubtsComma: false },
    problems: [],
    places: new Map(),
    failed: new Set(),
    forLinter: [],
  }
}

export function isCsvName(file: string): boolean {
  return /\.(csv|tsv|txt)$/i.test(file)
}

const sheetOrder = Object.values(layouts).map(({ title }) => fold(title))

/** Whole files first, then sheet by sheet, row by row; sheets that are none of ours last. */
function byCell(one: SheetProblem, other: SheetProblem): number {
  const [a, b] = [one.place, other.place]
  return sheetNumber(a) - sheetNumber(b) || a.row - b.row || (a.column ?? -1) - (b.column ?? -1)
}

/** The table has no name; what is said of its columns names the sheet it stands for. */
function byCellOfTable(one: SheetProblem, other: SheetProblem): number {
  const unnamed = (problem: SheetProblem): SheetProblem =>
    problem.code === 'missing-column' ? { ...problem, place: { ...problem.place, sheet: '' } } : problem
  return byCell(unnamed(one), unnamed(other))
}

function sheetNumber({ sheet }: CellPlace): number {
  if (sheet === '') return -1
  const number = sheetOrder.indexOf(fold(sheet))
  return number < 0 ? sheetOrder.length : number
}
