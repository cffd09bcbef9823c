import { useMemo } from 'react'
import { type RoundStage, roundStages } from '../../../model/review.ts'
import { formatDate } from '../../../ui/formatNumber.ts'
import { localTime } from '../../../ui/instants.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { criterionLabel, type EntryNames } from './entryNames.ts'
import { entryTexts } from './entryTexts.ts'
import { actKinds, isFiltered, type LedgerFilter, nameMark, noFilter } from './ledgerAddress.ts'
import type { LedgerRow } from './ledgerRows.ts'
import { ledgerWords } from './words.ts'

type Choice = { readonly value: string; readonly label: string }

/** Search and what the lines are narrowed to; only what occurs in the ledger is offered. */
export function LedgerFilters({
  rows,
  names,
  filter,
  change,
}: {
  rows: readonly LedgerRow[]
  names: EntryNames
  filter: LedgerFilter
  change: (next: Partial<LedgerFilter>) => void
}) {
  const words = useText(ledgerWords)
  const language = useLanguage()
  const texts = entryTexts[language]
  const choices = useMemo(() => choicesOf(rows, names), [rows, names])
  const stages: readonly Choice[] = roundStages.map(stage => ({ value: stage, label: words.stage[stage] }))
  const kinds: readonly Choice[] = actKinds.flatMap(kind =>
    choices.kinds.has(kind) || kind === filter.kind ? [{ value: kind, label: texts.kind[kind] }] : [],
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a flex row everywhere
    <div className="rvl-filters" role="group" aria-label={words.filters}>
      <SearchField
        label={words.search}
        hint={words.searchHint}
        value={filter.query}
        change={query => change({ query })}
      />
      <Select
        label={words.agency}
        value={filter.agencyId}
        choices={withChosen(choices.agencies, filter.agencyId, id => names.agency(id))}
        change={agencyId => change({ agencyId })}
      />
      <Select
        label={words.criterion}
        value={filter.criterionId}
        choices={withChosen(choices.criteria, filter.criterionId, id => criterionLabel(names, id))}
        change={criterionId => change({ criterionId })}
      />
      <Select
        label={words.kind}
        value={filter.kind}
        choices={kinds}
        change={kind => change({ kind: actKinds.find(each => each === kind) ?? null })}
      />
      <Select
        label={words.stageFilter}
        value={filter.stage}
        choices={stages}
        change={stage => change({ stage: stageOf(stage) })}
      />
      <Select label={words.by} value={filter.by} choices={choices.people} change={by => change({ by })} />
      <Select label={words.day} value={filter.day} choices={choices.days} change={day => change({ day })} />
      <label className="rvl-check">
        <input
          type="checkbox"
          checked={filter.isOut}
          onChange={event => change({ isOut: event.target.checked })}
        />
        {words.onlyOut}
      </label>
      {isFiltered(filter) && (
        <button type="button" className="link-button" onClick={() => change(noFilter)}>
          {words.clear}
        </button>
      )}
    </div>
  )
}

function stageOf(value: string | null): RoundStage | null {
  return roundStages.find(each => each === value) ?? null
}

function Select({
  label,
  value,
  choices,
  change,
}: {
  label: string
  value: string | null
  choices: readonly Choice[]
  change: (value: string | null) => void
}) {
  const words = useText(ledgerWords)
  return (
    <label className={value === null ? 'rvl-select' : 'rvl-select chosen'}>
      <span>{label}</span>
      <select
        value={value ?? ''}
        onChange={event => change(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{words.all}</option>
        {choices.map(each => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    </label>
  )
}

/** What a link chose stands in the list also where no line is about it. */
function withChosen(
  choices: readonly Choice[],
  value: string | null,
  labelOf: (id: string) => string,
): readonly Choice[] {
  return value === null || choices.some(each => each.value === value)
    ? choices
    : [{ value, label: labelOf(value) }, ...choices]
}

function choicesOf(rows: readonly LedgerRow[], names: EntryNames) {
  const agencies = new Set<string>()
  const criteria = new Set<string>()
  const people = new Set<string>()
  const days = new Set<string>()
  const kinds = new Set<string>()
  for (const { entry, subject } of rows) {
    if (subject.agencyId !== null) agencies.add(subject.agencyId)
    if (subject.criterionId !== null) criteria.add(subject.criterionId)
    people.add(entry.by)
    kinds.add(entry.act.kind)
    const day = localTime(entry.at)?.day
    if (day !== undefined) days.add(day)
  }
  const collator = new Intl.Collator(names.language, { numeric: true })
  const byLabel = (a: Choice, b: Choice) => collator.compare(a.label, b.label)
  return {
    agencies: [...agencies].map(id => ({ value: id, label: names.agency(id) })).toSorted(byLabel),
    criteria: [...criteria].map(id => ({ value: id, label: criterionLabel(names, id) })).toSorted(byLabel),
    people: [...people].map(name => ({ value: nameMark(name), label: name })).toSorted(byLabel),
    days: [...days]
      .toSorted()
      .toReversed()
      .map(day => ({ value: day, label: formatDate(day) })),
    kinds,
  }
}
