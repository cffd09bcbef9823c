import type { AgencyLevel } from '../../model/agency.ts'
import { isLeaf, namesOf } from '../../model/criteria.ts'
import {
  type FieldGroup,
  type FilledBy,
  type Form,
  type FormArea,
  type FormItem,
  isAsked,
} from '../../model/form.ts'
import type { Adjustment, Criterion, CriterionPool, RuleSet } from '../../model/ruleSet.ts'
import { indexRuleSet } from '../ruleSetIndex.ts'
import { groupsOfReadings, groupsOfRule, type RawGroup } from './fieldGroups.ts'
import { notForLevel } from './notForLevel.ts'

/** Area of the bonuses and penalties beside the tree. */
export const adjustmentsArea = 'adjustments'

/**
 * What an agency of a level is asked for: one item a leaf in document order, the bonuses and penalties last.
 * A figure that several leaves look at is a field of each and names the first of them.
 * @param level null: unknown, so nobody is exempt for it
 */
export function formOf(ruleSet: RuleSet, level: AgencyLevel | null): Form {
  const fields = fieldMaker(ruleSet)
  const pools = new Map(ruleSet.pools.flatMap(pool => pool.criterionIds.map(id => [id, pool] as const)))
  const areas = ruleSet.criteria.map(
    (area): FormArea => ({
      id: area.id,
      code: area.code,
      ...namesOf(area),
      items: leavesOf(area, [], area.appliesTo ? [area.appliesTo] : []).map(leaf =>
        itemOf(leaf, level, pools.get(leaf.criterion.id), fields),
      ),
    }),
  )
  const adjustments = (ruleSet.adjustments ?? []).map(each => itemOfAdjustment(each, fields))
  const all = adjustments.length === 0 ? areas : [...areas, areaOfAdjustments(adjustments)]
  return { areas: all, metricIds: askedOf(all) }
}

/** Whether the agency has nothing to fill in: neither figures nor points to claim. */
export function asksNothing({ areas }: Form): boolean {
  return !areas.some(area => area.items.some(isAsked))
}

function askedOf(areas: readonly FormArea[]): readonly string[] {
  const asked = areas.flatMap(area => area.items).filter(isAsked)
  return [
    ...new Set(asked.flatMap(item => item.groups.flatMap(group => group.fields.map(each => each.metric.id)))),
  ]
}

type Leaf = {
  readonly criterion: Criterion
  readonly above: readonly Criterion[]
  /** Levels that it and all above it are for. */
  readonly levels: readonly (readonly AgencyLevel[])[]
}

function leavesOf(
  criterion: Criterion,
  above: readonly Criterion[],
  levels: Leaf['levels'],
): readonly Leaf[] {
  if (isLeaf(criterion)) return [{ criterion, above: above.slice(1), levels }]
  return (criterion.subCriteria ?? []).flatMap(child =>
    leavesOf(child, [...above, criterion], child.appliesTo ? [...levels, child.appliesTo] : levels),
  )
}

type FieldMaker = (nodeId: string, groups: readonly RawGroup[]) => readonly FieldGroup[]

/** Looks metrics up and remembers where each was asked for first. */
function fieldMaker(ruleSet: RuleSet): FieldMaker {
  const { metrics } = indexRuleSet(ruleSet)
  const firstAt = new Map<string, string>()
  return (nodeId, groups) =>
    groups.map(({ layout, label, fields }) => ({
      layout,
      ...(label && { label: label.vi, labelEn: label.en }),
      fields: fields.flatMap(({ metricId, options }) => {
        const metric = metrics.get(metricId)
        if (!metric) return []
        const sameAs = firstAt.get(metricId) ?? null
        if (sameAs === null) firstAt.set(metricId, nodeId)
        return [{ metric, ...(options && { options }), sameAs }]
      }),
    }))
}

function itemOf(
  { criterion, above, levels }: Leaf,
  level: AgencyLevel | null,
  pool: CriterionPool | undefined,
  fields: FieldMaker,
): FormItem {
  const { id, code, maxPoints, rule, requiredEvidence = [], note = null } = criterion
  if (!rule) throw new Error(`leaf "${id}" has no rule`)
  const filledBy = filledByOf(criterion)
  return {
    nodeId: id,
    code,
    ...namesOf(criterion),
    maxPoints,
    effect: 'criterion',
    above: above.map(group => ({ code: group.code, name: group.name, nameEn: group.nameEn })),
    filledBy,
    canClaim: filledBy === 'figures' || filledBy === 'claim',
    groups: fields(id, rule.kind === 'reported' ? groupsOfReadings(criterion) : groupsOfRule(rule)),
    requiredEvidence,
    notForLevel: notForLevel(levels, level),
    ...(pool && {
      pool: { id: pool.id, name: pool.name, nameEn: pool.nameEn, maxPoints: pool.maxPoints },
    }),
    rule,
    note,
  }
}

function filledByOf({ assessedBy, rule }: Criterion): FilledBy {
  if (assessedBy === 'survey' || assessedBy === 'review') return assessedBy
  if (rule?.kind === 'reported') return 'claim'
  return rule?.kind === 'monitor' ? 'watched' : 'figures'
}

function itemOfAdjustment(
  { id, name, nameEn, effect, ceiling, rule }: Adjustment,
  fields: FieldMaker,
): FormItem {
  return {
    nodeId: id,
    code: '',
    name,
    nameEn,
    shortName: name,
    shortNameEn: nameEn,
    maxPoints: ceiling,
    effect,
    above: [],
    filledBy: 'figures',
    // Nobody claims to lose points.
    canClaim: effect === 'bonus',
    groups: fields(id, groupsOfRule(rule)),
    requiredEvidence: [],
    notForLevel: null,
    rule,
    note: null,
  }
}

function areaOfAdjustments(items: readonly FormItem[]): FormArea {
  const has = (effect: FormItem['effect']) => items.some(item => item.effect === effect)
  const { vi, en } = !has('penalty') ? onlyBonuses : !has('bonus') ? onlyPenalties : both
  return { id: adjustmentsArea, code: '', name: vi, nameEn: en, shortName: vi, shortNameEn: en, items }
}

const both = { vi: 'Điểm thưởng, điểm trừ', en: 'Bonuses and deductions' }
const onlyBonuses = { vi: 'Điểm thưởng', en: 'Bonuses' }
const onlyPenalties = { vi: 'Điểm trừ', en: 'Deductions' }
