import { walkCriteria } from '../../../model/criteria.ts'
import type { Claim, Draft, FieldEntry } from '../../../model/draft.ts'
import type { Metric, RuleSet } from '../../../model/ruleSet.ts'
import { formatDate, type Language } from '../../../ui/formatNumber.ts'
import { pickName } from '../../../ui/language.tsx'
import type { SavingWords } from './savingWords.ts'

/** One place where two versions of a draft say something else; null: empty there. */
export type DraftDifference = {
  readonly where: string
  readonly mine: string | null
  readonly other: string | null
}

/** Everything that differs between two versions of a draft, figures first, in the order of the rule set. */
export function draftDifferences(
  mine: Draft,
  other: Draft,
  ruleSet: RuleSet | null,
  words: SavingWords,
  language: Language,
): readonly DraftDifference[] {
  const names = namesOf(ruleSet, language)
  const nameOf = (id: string) => names.get(id) ?? id
  const { parts } = words
  const entries = <Value>(
    part: (draft: Draft) => ReadonlyMap<string, Value>,
    say: (value: Value) => string,
    label?: string,
  ) =>
    keysOf(part(mine), part(other), names).map(key => ({
      where: label === undefined ? nameOf(key) : `${nameOf(key)}: ${label}`,
      mine: said(part(mine).get(key), say),
      other: said(part(other).get(key), say),
    }))
  const counted = (list: readonly unknown[]) => (list.length === 0 ? null : words.items(String(list.length)))
  const lists = (['evidence', 'accepted', 'handedIn'] as const).flatMap(part =>
    JSON.stringify(mine[part]) === JSON.stringify(other[part])
      ? []
      : [{ where: parts[part], mine: counted(mine[part]), other: counted(other[part]) }],
  )
  return [
    ...entries(
      draft => draft.fields,
      entry => fieldText(entry, words),
    ),
    ...entries(
      draft => draft.claims,
      (claim: Claim) => claim.text,
      parts.claims,
    ),
    ...entries(
      draft => draft.exempt,
      text => text,
      parts.exempt,
    ),
    ...entries(
      draft => draft.explanations,
      text => text,
      parts.explanations,
    ),
    { where: parts.name, mine: mine.name, other: other.name },
    { where: parts.note, mine: mine.note, other: other.note },
    { where: parts.period, mine: mine.period, other: other.period },
    { where: parts.ruleSet, mine: mine.ruleSet.version, other: other.ruleSet.version },
    { where: parts.approval, mine: approvalText(mine), other: approvalText(other) },
  ]
    .filter(line => line.mine !== line.other)
    .concat(lists)
}

function fieldText(entry: FieldEntry, words: SavingWords): string {
  if (entry.state === 'typed') return entry.text
  return entry.note === undefined ? words.states[entry.state] : `${words.states[entry.state]}: ${entry.note}`
}

function approvalText({ approval }: Draft): string | null {
  return approval === null ? null : `${approval.name}, ${formatDate(approval.on)}`
}

function said<Value>(value: Value | undefined, say: (value: Value) => string): string | null {
  const text = value === undefined ? '' : say(value)
  return text === '' ? null : text
}

/** Keys of both, those of the rule set in its order, others after them. */
function keysOf(
  a: ReadonlyMap<string, unknown>,
  b: ReadonlyMap<string, unknown>,
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const keys = new Set([...a.keys(), ...b.keys()])
  const known = [...names.keys()].filter(key => keys.has(key))
  return [...known, ...[...keys].filter(key => !names.has(key))]
}

function namesOf(ruleSet: RuleSet | null, language: Language): ReadonlyMap<string, string> {
  if (!ruleSet) return new Map()
  const metrics = ruleSet.metrics.map((metric: Metric) => [metric.id, metric] as const)
  const criteria = walkCriteria(ruleSet).map(({ criterion }) => [criterion.id, criterion] as const)
  const adjustments = (ruleSet.adjustments ?? []).map(each => [each.id, each] as const)
  return new Map(
    [...metrics, ...criteria, ...adjustments].map(([id, { name, nameEn }]) => [
      id,
      pickName(language, name, nameEn),
    ]),
  )
}
