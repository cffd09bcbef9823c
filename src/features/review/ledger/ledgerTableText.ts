import { fileNameOf } from '../../../io/fileName.ts'
import { writeCsv } from '../../../io/writeCsv.ts'
import { appVersion } from '../../../model/appVersion.ts'
import { periodName } from '../../../receipt/periodName.ts'
import { inSlices } from '../../../state/review/inSlices.ts'
import type { OpenRound } from '../../../state/review/openRound.ts'
import type { PlainTable } from '../../../state/review/plainTable.ts'
import { formatDate, formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { exactInstantText, instantText } from '../../../ui/instants.ts'
import { pickName } from '../../../ui/language.tsx'
import { criterionLabel, type EntryNames } from './entryNames.ts'
import { entryTexts } from './entryTexts.ts'
import { isFiltered, type LedgerFilter, nameMark } from './ledgerAddress.ts'
import { type LedgerRow, rowCells } from './ledgerRows.ts'
import { ledgerWords } from './words.ts'

/** Lines as they stand on the screen, to be taken away: what they are of, a head, and the rows. */
export type LedgerTableText = Omit<PlainTable, 'widths'>

/** Widths of the columns in a workbook, in signs. */
export const columnWidths = [6, 18, 18, 14, 30, 26, 16, 34, 40, 10, 10, 9, 44, 22, 16] as const

/** The lines as they stand on the screen, in slices: ten thousand take longer than a key press. */
export async function ledgerTableText(
  rows: readonly LedgerRow[],
  names: EntryNames,
  notes: readonly string[],
): Promise<LedgerTableText> {
  const words = ledgerWords[names.language]
  const made: (readonly string[])[] = []
  await inSlices(rows, row => void made.push(fieldsOf(row, made.length + 1, names)))
  return { title: words.fileTitle, notes, head: Object.values(words.columns), rows: made }
}

function fieldsOf(row: LedgerRow, order: number, names: EntryNames): readonly string[] {
  const cells = rowCells(row, names)
  return [
    String(order),
    exactInstantText(row.entry.at),
    cells.by,
    cells.stage,
    cells.agency,
    cells.criterion,
    cells.kind,
    cells.title,
    cells.detail ?? '',
    cells.change?.from ?? '',
    cells.change?.to ?? '',
    cells.change?.max ?? '',
    cells.reason ?? '',
    cells.out ?? ledgerWords[names.language].counts,
    row.entry.id,
  ]
}

/** What some lines are of: round, rules, scope, when and by what it was made, what names and times are worth. */
export function ledgerNotes({
  open: { round, ruleSet },
  names,
  filter,
  shown,
  all,
  now,
}: {
  open: Pick<OpenRound, 'round' | 'ruleSet'>
  names: EntryNames
  filter: LedgerFilter
  shown: number
  all: number
  now: Date
}): readonly string[] {
  const { language } = names
  const words = ledgerWords[language]
  const count = (number: number) => formatNumber(String(number), language)
  const { of, made } = roundNotes({ round, ruleSet }, language, now)
  return [
    ...of,
    words.scope(filterText(filter, names, language), count(shown), count(all)),
    ...made,
    words.cannotProve,
  ]
}

/** Which round and rules something printed or exported is of; whether it is made up, when and by what it was made. */
export function roundNotes(
  { round, ruleSet }: Pick<OpenRound, 'round' | 'ruleSet'>,
  language: Language,
  now: Date,
): { readonly of: readonly string[]; readonly made: readonly string[] } {
  const words = ledgerWords[language]
  return {
    of: [
      round.name === null
        ? words.roundId(round.id)
        : `${words.roundNamed(round.name)}. ${words.roundId(round.id)}`,
      `${words.ruleSet(
        pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn),
        round.ruleSet.version,
        round.ruleSet.sha256.slice(0, 12),
      )}. ${words.period(periodName(round.period, language))}`,
    ],
    made: [
      ...(round.provenance.certainty === 'illustrative' ? [words.illustrative] : []),
      words.madeAt(instantText(now.toISOString()), appVersion),
    ],
  }
}

/** "lọc theo đơn vị Sở Y tế, bước thẩm định lần 1"; "toàn bộ sổ". */
export function filterText(filter: LedgerFilter, names: EntryNames, language: Language): string {
  const words = ledgerWords[language]
  if (!isFiltered(filter)) return words.allLines
  const { agencyId, criterionId, kind, stage, by, day, isOut, query } = filter
  const person = [...names.byId.values()].find(entry => by !== null && nameMark(entry.by) === by)?.by ?? by
  const named = (label: string, value: string) => `${label.toLowerCase()} ${value}`
  return words.filteredBy(
    [
      ...(agencyId === null ? [] : [named(words.agency, names.agency(agencyId))]),
      ...(criterionId === null ? [] : [named(words.criterion, criterionLabel(names, criterionId))]),
      ...(kind === null ? [] : [named(words.kind, entryTexts[language].kind[kind])]),
      ...(stage === null ? [] : [named(words.stageFilter, words.stage[stage])]),
      ...(person === null ? [] : [named(words.by, person)]),
      ...(day === null ? [] : [named(words.day, formatDate(day))]),
      ...(isOut ? [words.outOnly] : []),
      ...(query === '' ? [] : [words.searched(query)]),
    ].join(', '),
  )
}

/** The table as CSV that Excel opens as it is. */
export function ledgerCsv({ title, notes, head, rows }: LedgerTableText): string {
  const lines = [[title], ...notes.map(note => [note]), [], head, ...rows]
  return writeCsv(lines, { quotes: 'needed' })
}

/** "so-ghi_mau-tinh-cqs_2026-10_2026-11-21.csv" */
export function ledgerFileName(
  { ruleSet, period }: OpenRound['round'],
  filter: LedgerFilter,
  now: Date,
  extension: 'csv' | 'xlsx',
): string {
  const parts = [
    'so-ghi',
    ruleSet.id,
    period,
    ...(filter.agencyId === null ? [] : [filter.agencyId]),
    now.toISOString().slice(0, 10),
  ]
  return fileNameOf(parts, `.${extension}`)
}
