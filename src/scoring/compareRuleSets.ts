import { type CriterionPlace, isLeaf, walkCriteria } from '../model/criteria.ts'
import type { Decimal } from '../model/exact.ts'
import type { Band, Criterion, RoundingPolicy, RuleSet } from '../model/ruleSet.ts'
import type {
  ChangedCriterion,
  ListChange,
  RuleChange,
  RuleSetChange,
  Shift,
} from '../model/ruleSetChange.ts'
import type { Rule } from '../model/rules.ts'
import { diffFields, numberShift } from './diffFields.ts'
import { add, formatExact, parseExact, type Rational, subtract, sum, zero } from './exact.ts'

/**
 * What changed from one version of a rule set to another. Criteria, bands, adjustments, metrics and pools
 * are the same thing when their ids are the same, whatever their number, name or place. Names, dates,
 * sources, notes, readings and worked examples of the two sets are not compared: they score nothing.
 */
export function compareRuleSets(from: RuleSet, to: RuleSet): RuleSetChange {
  const [before, after] = [placesOf(from), placesOf(to)]
  const common = [...after.values()].flatMap(place => {
    const old = before.get(place.criterion.id)
    return old ? [{ from: old, to: place }] : []
  })
  const change = {
    added: [...after.values()].filter(({ criterion }) => !before.has(criterion.id)),
    removed: [...before.values()].filter(({ criterion }) => !after.has(criterion.id)),
    changed: common.flatMap(pair => changedCriterion(pair) ?? []),
    scale: numberShift(from.scale, to.scale),
    rounding: roundingChange(from.rounding, to.rounding),
    bands: bandChange(from.bands, to.bands),
    adjustments: listChange(from.adjustments ?? [], to.adjustments ?? [], pair => {
      const { rule: _, ceiling: __, ...own } = pair.from
      const { rule: ___, ceiling: ____, ...other } = pair.to
      return nonEmpty({
        ceiling: numberShift(pair.from.ceiling, pair.to.ceiling),
        rule: ruleChange(pair.from.rule, pair.to.rule),
        fields: diffFields(own, other),
      })
    }),
    metrics: listChange(from.metrics, to.metrics, pair =>
      nonEmpty({ fields: diffFields(pair.from, pair.to) }),
    ),
    pools: listChange(from.pools, to.pools, pair => {
      const { maxPoints: _, ...own } = pair.from
      const { maxPoints: __, ...other } = pair.to
      return nonEmpty({
        maximum: numberShift(pair.from.maxPoints, pair.to.maxPoints),
        fields: diffFields(own, other),
      })
    }),
    calendars: listChange(from.calendars ?? [], to.calendars ?? [], pair =>
      nonEmpty({ fields: diffFields(pair.from, pair.to) }),
    ),
    fields: diffFields(settingsOf(from), settingsOf(to)),
  }
  return {
    ...change,
    isSame: Object.values(change).every(isNothing),
    shared: common.length,
    points: pointsMoved(before, after, from.scale, to.scale),
  }
}

type Places = ReadonlyMap<string, CriterionPlace>

function placesOf(ruleSet: RuleSet): Places {
  return new Map(walkCriteria(ruleSet).map(place => [place.criterion.id, place]))
}

function changedCriterion({ from, to }: Shift<CriterionPlace>): ChangedCriterion | null {
  const [old, now] = [from.criterion, to.criterion]
  const change = nonEmpty({
    parent: shift(from.parentId, to.parentId),
    code: shift(old.code, now.code),
    name: shift(old.name, now.name),
    maximum: numberShift(old.maxPoints, now.maxPoints),
    rule: ruleChange(old.rule, now.rule),
    fields: diffFields(ownSettings(old), ownSettings(now)),
    asked: diffFields(askedOf(old), askedOf(now)),
  })
  return change && { id: now.id, from: old, to: now, isLeaf: isLeaf(now), ...change }
}

function ownSettings({ assessedBy, rounding, states }: Criterion) {
  return { assessedBy, rounding, states }
}

/** What agencies are asked for beside figures. */
function askedOf({ appliesTo, requiredEvidence, judgedStep }: Criterion) {
  return { appliesTo, requiredEvidence, judgedStep }
}

/** Everything beside the lists that decides a score, a grade or a rank. */
function settingsOf(ruleSet: RuleSet) {
  const { tieStyle, grading, states, rescaling, pointsPlaces, itemDepth } = ruleSet
  return { tieStyle, grading, states, rescaling, pointsPlaces, itemDepth }
}

function ruleChange(from: Rule | undefined, to: Rule | undefined): RuleChange | null {
  if (from?.kind !== to?.kind) return { kind: { from: from?.kind ?? null, to: to?.kind ?? null }, fields: [] }
  const fields = diffFields(from, to)
  return fields.length > 0 ? { kind: null, fields } : null
}

function roundingChange(from: RoundingPolicy, to: RoundingPolicy): RuleSetChange['rounding'] {
  return (['ratio', 'leaf', 'group', 'total'] as const).flatMap(place => {
    const [old, now] = [from[place], to[place]]
    return old?.places === now?.places && old?.mode === now?.mode ? [] : [{ place, from: old, to: now }]
  })
}

function bandChange(from: readonly Band[], to: readonly Band[]): RuleSetChange['bands'] {
  return listChange(from, to, pair => {
    const { fromPercent: _, ...own } = pair.from
    const { fromPercent: __, ...other } = pair.to
    return nonEmpty({
      threshold: numberShift(pair.from.fromPercent, pair.to.fromPercent),
      fields: diffFields(own, other),
    })
  })
}

function listChange<T extends { readonly id: string }, Changed>(
  from: readonly T[],
  to: readonly T[],
  compare: (pair: Shift<T>) => Changed | null,
): ListChange<T, Changed> {
  const before = new Map(from.map(each => [each.id, each]))
  const after = new Map(to.map(each => [each.id, each]))
  return {
    added: to.filter(({ id }) => !before.has(id)),
    removed: from.filter(({ id }) => !after.has(id)),
    changed: to.flatMap(now => {
      const old = before.get(now.id)
      const change = old && compare({ from: old, to: now })
      return old && change ? [{ id: now.id, from: old, to: now, ...change }] : []
    }),
  }
}

/** The change itself, or null where no part of it says anything. */
function nonEmpty<Change extends object>(change: Change): Change | null {
  return Object.values(change).every(isNothing) ? null : change
}

function isNothing(part: unknown): boolean {
  if (part === null) return true
  if (Array.isArray(part)) return part.length === 0
  return typeof part === 'object' && 'added' in part && Object.values(part).every(isNothing)
}

function shift<T extends string | null>(from: T, to: T): Shift<T> | null {
  return from === to ? null : { from, to }
}

function pointsMoved(before: Places, after: Places, from: Decimal, to: Decimal): RuleSetChange['points'] {
  const removed = sum([...before.values()].filter(place => !after.has(place.criterion.id)).map(leafMaximum))
  const added = sum([...after.values()].filter(place => !before.has(place.criterion.id)).map(leafMaximum))
  const changed = sum(
    [...after.values()].map(place => {
      const old = before.get(place.criterion.id)
      return old ? subtract(leafMaximum(place), leafMaximum(old)) : zero
    }),
  )
  const explained = add(subtract(added, removed), changed)
  return {
    removed: formatExact(removed),
    added: formatExact(added),
    changed: formatExact(changed),
    unknown: formatExact(subtract(subtract(parseExact(to), parseExact(from)), explained)),
  }
}

/** Only leaves: a group's maximum is that of its leaves. */
function leafMaximum({ criterion }: CriterionPlace): Rational {
  return isLeaf(criterion) && criterion.maxPoints !== null ? parseExact(criterion.maxPoints) : zero
}
