import type { CheckCode, CheckPlace, Finding } from '../../model/checks.ts'
import type { Decimal } from '../../model/exact.ts'
import { type Form, type FormField, type FormItem, isAsked } from '../../model/form.ts'
import type { Metric } from '../../model/ruleSet.ts'
import type { NodeScore } from '../../model/scoreSheet.ts'
import type { MetricValue } from '../../model/submission.ts'
import { setAside } from '../form/setAside.ts'
import { indexRuleSet } from '../ruleSetIndex.ts'
import { exemptionsOf } from '../scoreLeaves.ts'
import type { CheckInput } from './checkInput.ts'
import { onceFor } from './onceFor.ts'

/** A finding before it is known whether its owner lets it stand. */
export type Found = Omit<Finding, 'accepted'>

/** One check that had something to look at; without findings it passed. */
export type CheckRun = { readonly code: CheckCode; readonly findings: readonly Found[] }

/** What the checks look up again and again. */
export type CheckContext = CheckInput & {
  /** Every item of the form. */
  readonly all: readonly FormItem[]
  /** Items that apply to the agency. */
  readonly items: readonly FormItem[]
  /** Figures asked of the agency where they apply, each once, with the item that asks first. */
  readonly asked: readonly { readonly item: FormItem; readonly field: FormField }[]
  /** Leaves that do not apply by what was entered, and those of them a single figure took away. */
  readonly aside: ReturnType<typeof setAside>
  readonly metrics: ReadonlyMap<string, Metric>
  /** Figures that would be handed in. */
  readonly entered: ReadonlyMap<string, Decimal>
  readonly nodes: ReadonlyMap<string, NodeScore>
}

export function contextOf(input: CheckInput): CheckContext {
  const { form, ruleSet, submission, sheet } = input
  const exempt = exemptionsOf(ruleSet.criteria, submission)
  const all = itemsOf(form)
  const items = all.filter(item => item.notForLevel === null && !exempt.has(item.nodeId))
  return {
    ...input,
    all,
    items,
    asked: askedIn(items),
    aside: setAside(sheet),
    metrics: indexRuleSet(ruleSet).metrics,
    entered: enteredOf(submission.values),
    nodes: new Map(sheet.nodes.map(node => [node.criterionId, node])),
  }
}

/** Figures asked of the agency by some items, each once, with the item that asks first. */
export function askedIn(items: readonly FormItem[]): CheckContext['asked'] {
  const seen = new Set<string>()
  return items.filter(isAsked).flatMap(item =>
    fieldsOf(item).flatMap(field => {
      if (seen.has(field.metric.id)) return []
      seen.add(field.metric.id)
      return [{ item, field }]
    }),
  )
}

/** Every field of an item, whatever group it stands in. */
export const fieldsOf = onceFor(({ groups }: FormItem): readonly FormField[] =>
  groups.flatMap(group => group.fields),
)

const itemsOf = onceFor((form: Form): readonly FormItem[] => form.areas.flatMap(area => area.items))

/** Entered values by metric. */
export const enteredOf = onceFor(
  (values: readonly MetricValue[]): ReadonlyMap<string, Decimal> =>
    new Map(
      values.flatMap(value => (value.state === 'entered' ? [[value.metricId, value.value] as const] : [])),
    ),
)

/**
 * A finding about one place.
 * @param values what it rests on: it is another finding once one of them changes
 */
export function found(
  about: Pick<Found, 'code' | 'severity' | 'text'>,
  place: Partial<CheckPlace> & Pick<CheckPlace, 'part'>,
  values: readonly string[] = [],
): Found {
  const { nodeId = null, metricId = null, part } = place
  return {
    id: [about.code, nodeId ?? '', metricId ?? '', part, ...values].join('|'),
    ...about,
    place: { nodeId, metricId, part },
  }
}

/** A check that only counts as run where it had something to look at. */
export function run<Subject>(
  code: CheckCode,
  subjects: readonly Subject[],
  check: (subject: Subject) => Found | null,
): readonly CheckRun[] {
  if (subjects.length === 0) return []
  return [{ code, findings: subjects.flatMap(subject => check(subject) ?? []) }]
}
