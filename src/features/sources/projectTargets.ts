import { column, textCell } from '../../exports/displayedCells.ts'
import type { DisplayedTable } from '../../model/displayedTable.ts'
import type { Commitment, Plan, Target } from '../../model/plan.ts'
import type { Certainty } from '../../model/provenance.ts'
import { formatDate, formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { deadlineText } from './deadlineText.ts'
import { unsureText } from './unsureText.ts'
import { type SourcesWords, sourcesWords } from './words.ts'

/** Something a document wants reached, as it is written. */
export type TargetRow = {
  readonly id: string
  readonly name: string
  readonly value: string
  readonly by: string
  readonly place: string
  readonly quote: string | undefined
  readonly certainty: Certainty
  readonly note: string | undefined
}

/** Everything a document wants reached: percentages, counts, rhythms and days. */
export function targetRows(
  targets: readonly { readonly target: Target; readonly plan: Plan }[],
  commitments: readonly Commitment[],
  language: Language,
): readonly TargetRow[] {
  const words = sourcesWords[language]
  return [
    ...targets.map(({ target }): TargetRow => {
      const percent = `${formatNumber(target.percent, language)}%`
      const nested =
        target.actual.from === 'units'
          ? `; ${words.eachUnit(target.actual.unitLevel, `${formatNumber(target.actual.unitPercent, language)}%`)}`
          : ''
      const compared =
        target.percent === '100'
          ? words.exactly(percent)
          : target.comparison === 'atLeast'
            ? words.atLeast(percent)
            : words.atMost(percent)
      return {
        id: target.id,
        name: pickName(language, target.name, target.nameEn),
        value: `${compared}${nested}`,
        by: target.by === null ? words.noDate : formatDate(target.by),
        place: target.provenance.source?.place ?? '',
        quote: target.provenance.source?.quote,
        certainty: target.provenance.certainty,
        note: target.provenance.note,
      }
    }),
    ...commitments.map(
      (commitment): TargetRow => ({
        id: commitment.id,
        name: `${pickName(language, commitment.name, commitment.nameEn)} (${commitment.scope})`,
        ...goalText(commitment, words, language),
        place: commitment.provenance.source?.place ?? '',
        quote: commitment.provenance.source?.quote,
        certainty: commitment.provenance.certainty,
        note: commitment.provenance.note,
      }),
    ),
  ]
}

/** The same as a table. */
export function projectTargets(
  rows: readonly TargetRow[],
  source: string,
  language: Language,
): DisplayedTable {
  const words = sourcesWords[language]
  return {
    id: 'targets',
    name: words.targets,
    title: `${words.targets}: ${source}`,
    columns: [
      column('target', words.target, 70),
      column('value', words.value, 36),
      column('by', words.by, 18),
      column('place', words.place, 30),
    ],
    rows: rows.map(row => ({
      id: row.id,
      kind: 'row',
      depth: 0,
      cells: [
        textCell(row.name, row.quote && `“${row.quote}”`, unsureText(row.certainty, row.note, words)),
        textCell(row.value),
        textCell(row.by),
        textCell(row.place),
      ],
    })),
    notes: [],
    narrowed: [source],
    empty: words.nothing,
  }
}

/** What is to be reached, and by when: a goal that is a deadline is only to be done. */
function goalText(
  { goal, by }: Commitment,
  words: SourcesWords,
  language: Language,
): Pick<TargetRow, 'value' | 'by'> {
  const until = by === null ? words.noDate : formatDate(by)
  switch (goal.kind) {
    case 'count': {
      const value = `${formatNumber(goal.value, language)} ${goal.unit}`
      return { value: goal.comparison === 'equal' ? value : words[goal.comparison](value), by: until }
    }
    case 'range':
      return {
        value: words.range(formatNumber(goal.least, language), formatNumber(goal.most, language), goal.unit),
        by: until,
      }
    case 'deadline':
      return { value: words.done, by: deadlineText(goal.deadline, words) }
  }
}
