import type { Claim, Draft, FieldEntry } from '../../../model/draft.ts'
import type { FormItem } from '../../../model/form.ts'
import type { Bilingual } from '../../../model/provenance.ts'
import type { Criterion, RuleSet } from '../../../model/ruleSet.ts'
import type { Assessment } from '../../../state/assessment/assessment.ts'
import type { Language } from '../../../ui/formatNumber.ts'
import { type Live, liveOf } from './live.ts'
import type { FormWords } from './words.ts'

/** A figure that cannot count, or may stand with a reason. */
export type FieldFault = {
  readonly isDoubt: boolean
  readonly text: Bilingual
  /** What a numerator is above of; null for every other fault. */
  readonly denominator: string | null
}

/** Everything an item draws that changes while its owner works. */
export type ItemData = {
  readonly live: Live | null
  readonly entries: readonly (FieldEntry | undefined)[]
  readonly claim: Claim | undefined
  readonly claimFault: Bilingual | null
  /** What the checks say of figures that can be read, in the order of the entries. */
  readonly faults: readonly (FieldFault | null)[]
  /** `own`: set on the item itself and taken back there; else by a group above or the level of the agency. */
  readonly exempt: { readonly reason: string; readonly isOwn: boolean } | null
  readonly evidence: Draft['evidence']
  readonly explanation: string | undefined
}

/** Reasons why leaves do not apply that come from groups above them, by leaf. */
export function exemptFromAbove(
  { criteria }: Pick<RuleSet, 'criteria'>,
  exempt: Draft['exempt'],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const visit = (list: readonly Criterion[], above: string | null) => {
    for (const { id, subCriteria } of list) {
      if (above !== null) found.set(id, above)
      visit(subCriteria ?? [], above ?? exempt.get(id) ?? null)
    }
  }
  visit(criteria, null)
  return found
}

export function itemData(
  item: FormItem,
  assessment: Assessment,
  draft: Draft,
  fromAbove: ReadonlyMap<string, string>,
  words: FormWords,
  language: Language,
): ItemData {
  const { nodeId } = item
  const own = draft.exempt.get(nodeId)
  const above = fromAbove.get(nodeId)
  const fault = assessment.checks.findings.find(
    ({ place, severity }) => place.part === 'claim' && place.nodeId === nodeId && severity === 'blocks',
  )
  const metricIds = item.groups.flatMap(group => group.fields.map(field => field.metric.id))
  const exempt =
    item.notForLevel !== null
      ? { reason: item.notForLevel[language], isOwn: false }
      : above !== undefined
        ? { reason: above, isOwn: false }
        : own !== undefined
          ? { reason: own, isOwn: true }
          : null
  return {
    live: liveOf(item, assessment, words, language),
    entries: metricIds.map(id => draft.fields.get(id)),
    faults: metricIds.map(id => faultOf(id, item, assessment)),
    claim: draft.claims.get(nodeId),
    claimFault: fault?.text ?? null,
    exempt,
    evidence: draft.evidence.filter(each => each.criterionIds.includes(nodeId)),
    explanation: draft.explanations.get(nodeId),
  }
}

/**
 * What the checks say of the very figure: why it cannot count, or the first open doubt. What its text alone says,
 * the field tells by itself, and that it is empty can be seen.
 */
function faultOf(metricId: string, item: FormItem, { checks, readings }: Assessment): FieldFault | null {
  if (readings.get(metricId)?.kind !== 'value') return null
  const found = checks.findings.find(
    ({ place, severity, accepted }) =>
      severity !== 'notice' && accepted === null && place.part === 'field' && place.metricId === metricId,
  )
  if (!found) return null
  return {
    isDoubt: found.severity === 'doubt',
    text: found.text,
    denominator:
      found.code === 'numerator-above-denominator' ? denominatorOf(metricId, item, readings) : null,
  }
}

/** The figure below the stroke; null where the fields are not one share of two. */
function denominatorOf(
  metricId: string,
  { groups }: FormItem,
  readings: Assessment['readings'],
): string | null {
  const fraction = groups.find(
    ({ layout, fields }) => layout === 'fraction' && fields[0]?.metric.id === metricId,
  )
  const below = fraction?.fields.length === 2 ? fraction.fields[1] : undefined
  const reading = below && readings.get(below.metric.id)
  return reading?.kind === 'value' ? reading.value : null
}

/** Whether two states of an item are drawn alike. */
export function isSameData(a: ItemData, b: ItemData): boolean {
  return (
    isSameList(a.entries, b.entries) &&
    isSameList(a.evidence, b.evidence) &&
    a.claim === b.claim &&
    a.explanation === b.explanation &&
    a.exempt?.reason === b.exempt?.reason &&
    a.exempt?.isOwn === b.exempt?.isOwn &&
    a.claimFault?.vi === b.claimFault?.vi &&
    isSameList(
      a.faults.map(fault => fault?.text.vi),
      b.faults.map(fault => fault?.text.vi),
    ) &&
    // Small and made of texts and numbers alone.
    JSON.stringify(a.live) === JSON.stringify(b.live)
  )
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index])
}
