import { fileNameOf } from '../../../io/fileName.ts'
import { periodName } from '../../../receipt/periodName.ts'
import type { OpenRound } from '../../../state/review/openRound.ts'
import { formatDate, formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { pickName } from '../../../ui/language.tsx'
import { criterionLabel, type EntryNames } from './entryNames.ts'
import { entryTexts } from './entryTexts.ts'
import { isFiltered, type LedgerFilter, nameMark } from './ledgerAddress.ts'
import { ledgerWords } from './words.ts'

/** What some lines on paper are of: round, rules, scope, what names and times are worth. */
export function ledgerNotes({
  open: { round, ruleSet },
  names,
  filter,
  shown,
  all,
}: {
  open: Pick<OpenRound, 'round' | 'ruleSet'>
  names: EntryNames
  filter: LedgerFilter
  shown: number
  all: number
}): readonly string[] {
  const { language } = names
  const words = ledgerWords[language]
  const count = (number: number) => formatNumber(String(number), language)
  return [
    ...roundNotes({ round, ruleSet }, language),
    words.scope(filterText(filter, names, language), count(shown), count(all)),
    words.cannotProve,
  ]
}

/** Which round and rules something printed or exported is of, and whether it is made up. */
export function roundNotes(
  { round, ruleSet }: Pick<OpenRound, 'round' | 'ruleSet'>,
  language: Language,
): readonly string[] {
  const words = ledgerWords[language]
  return [
    round.name === null
      ? words.roundId(round.id)
      : `${words.roundNamed(round.name)}. ${words.roundId(round.id)}`,
    `${words.ruleSet(
      pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn),
      round.ruleSet.version,
      round.ruleSet.sha256.slice(0, 12),
    )}. ${words.period(periodName(round.period, language))}`,
    ...(round.provenance.certainty === 'illustrative' ? [words.illustrative] : []),
  ]
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

/** "so-ghi_mau-tinh-cqs_2026-10_2026-11-21" */
export function ledgerFileName(
  { ruleSet, period }: OpenRound['round'],
  filter: LedgerFilter,
  now: Date,
): string {
  const parts = [
    'so-ghi',
    ruleSet.id,
    period,
    ...(filter.agencyId === null ? [] : [filter.agencyId]),
    now.toISOString().slice(0, 10),
  ]
  return fileNameOf(parts, '')
}
