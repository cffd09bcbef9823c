import type { LedgerEntry } from '../../../model/review.ts'
import type { NotCounted, RoundState } from '../../../model/roundState.ts'
import { stageNames } from '../../../receipt/stageNames.ts'
import { foldText } from '../../../ui/foldText.ts'
import { localTime } from '../../../ui/instants.ts'
import { criterionLabel, type EntryNames } from './entryNames.ts'
import { type EntrySubject, isAbout, subjectOf } from './entrySubject.ts'
import { entryTexts } from './entryTexts.ts'
import { type EntryWords, wordsOfEntry } from './entryWords.ts'
import { type LedgerFilter, nameMark } from './ledgerAddress.ts'

/** A line of the table: the entry with what it is about; its words are made when somebody looks. */
export type LedgerRow = {
  readonly entry: LedgerEntry
  readonly subject: EntrySubject
  /** Why it does not count; null: it counts. */
  readonly out: NotCounted | null
}

/** Every line of the ledger, earliest first. */
export function ledgerRows({ entries, notCounted }: RoundState, names: EntryNames): readonly LedgerRow[] {
  return entries.map(entry => ({
    entry,
    subject: subjectOf(entry, names.byId),
    out: notCounted.get(entry.id) ?? null,
  }))
}

/** Lines that a filter lets through, in the order they came. */
export function filterRows(
  rows: readonly LedgerRow[],
  filter: LedgerFilter,
  names: EntryNames,
  texts: SearchTexts,
): readonly LedgerRow[] {
  const { agencyId, criterionId, kind, stage, by, day, isOut } = filter
  const wanted = foldText(filter.query.trim())
    .split(/\s+/)
    .filter(word => word !== '')
  // Hashing a name once, not for every line it stands in.
  const marks = new Map<string, string>()
  const markOf = (name: string) => {
    const mark = marks.get(name) ?? nameMark(name)
    marks.set(name, mark)
    return mark
  }
  return rows.filter(row => {
    const { entry, subject } = row
    if (agencyId !== null && subject.agencyId !== agencyId) return false
    if (criterionId !== null && !isAbout(entry, criterionId, subject)) return false
    if (kind !== null && entry.act.kind !== kind) return false
    if (stage !== null && subject.stage !== stage) return false
    if (isOut && row.out === null) return false
    if (by !== null && markOf(entry.by) !== by) return false
    if (day !== null && localTime(entry.at)?.day !== day) return false
    if (wanted.length === 0) return true
    const text = texts.of(row, names)
    return wanted.every(word => text.includes(word))
  })
}

/** What is searched of each line, made once a line. */
export type SearchTexts = { readonly of: (row: LedgerRow, names: EntryNames) => string }

/** Kept while rule set, agencies and language stay the same: a new line makes one text, not ten thousand. */
export function searchTexts(): SearchTexts {
  const known = new WeakMap<LedgerEntry, string>()
  return {
    of: (row, names) => {
      const { entry } = row
      const ready = known.get(entry)
      if (ready !== undefined) return ready
      const cells = rowCells(row, names)
      const text = foldText(
        [cells.by, cells.agency, cells.criterion, cells.title, cells.detail, cells.reason, entry.id]
          .filter(each => each !== null)
          .join(' '),
      )
      known.set(entry, text)
      return text
    },
  }
}

export type RowCells = {
  readonly by: string
  readonly stage: string
  readonly agency: string
  readonly criterion: string
  readonly kind: string
  readonly title: string
  readonly detail: string | null
  readonly change: EntryWords['change']
  readonly reason: string | null
  readonly out: string | null
}

/** A line as it is read; the same on screen, on paper and in exports. */
export function rowCells({ entry, subject, out }: LedgerRow, names: EntryNames): RowCells {
  const texts = entryTexts[names.language]
  const { agencyId, criterionId, stage } = subject
  return {
    by: entry.by,
    stage: stage === null ? '' : stageNames[names.language][stage],
    agency: agencyId === null ? '' : names.agency(agencyId),
    criterion: criterionId === null ? '' : criterionLabel(names, criterionId),
    kind: texts.kind[entry.act.kind],
    ...wordsOfEntry(entry, names),
    out: out === null ? null : texts.notCounted[out],
  }
}
