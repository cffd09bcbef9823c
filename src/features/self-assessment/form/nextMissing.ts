import { isAsked } from '../../../model/form.ts'
import type { Assessment } from '../../../state/assessment/assessment.ts'
import type { Place } from './goTo.ts'

type Missing = Place & { readonly nodeId: string }

/** Fields and claims that are empty, doubtful or unreadable, in the order of the form; each figure once. */
export function missingPlaces({
  form,
  draft,
  readings,
  nodes,
  checks,
}: Pick<Assessment, 'form' | 'draft' | 'readings' | 'nodes' | 'checks'>): readonly Missing[] {
  const faultyClaims = new Set(
    checks.findings.flatMap(({ severity, place }) =>
      severity === 'blocks' && place.part === 'claim' && place.nodeId !== null ? [place.nodeId] : [],
    ),
  )
  return form.areas
    .flatMap(area => area.items)
    .flatMap((item): readonly Missing[] => {
      const { nodeId, filledBy, groups } = item
      if (!isAsked(item)) return []
      if (draft.exempt.has(nodeId) || isExempt(nodes, nodeId, draft.exempt)) return []
      const claim = draft.claims.get(nodeId)
      const lacksClaim = filledBy === 'claim' && (claim === undefined || claim.text.trim() === '')
      const fields = groups
        .flatMap(group => group.fields)
        .filter(field => field.sameAs === null && isOpen(field.metric.id, draft, readings))
      return [
        ...(lacksClaim || faultyClaims.has(nodeId)
          ? [{ nodeId, metricId: null, part: 'claim' as const }]
          : []),
        ...fields.map(field => ({ nodeId, metricId: field.metric.id })),
      ]
    })
}

/** A group above it is exempt: everything below is out, entered or not. */
function isExempt(
  nodes: Assessment['nodes'],
  nodeId: string,
  exempt: Assessment['draft']['exempt'],
): boolean {
  const parentId = nodes.get(nodeId)?.parentId ?? null
  return parentId !== null && (exempt.has(parentId) || isExempt(nodes, parentId, exempt))
}

function isOpen(
  metricId: string,
  { fields }: Assessment['draft'],
  readings: Assessment['readings'],
): boolean {
  const entry = fields.get(metricId)
  if (entry === undefined) return true
  // With another state its owner has answered.
  return entry.state === 'typed' && readings.get(metricId)?.kind !== 'value'
}

/** The first place after the one the keyboard is at; from the last one round to the first. */
export function placeAfter(places: readonly Missing[], order: readonly string[], at: Place | null) {
  const rank = (place: Place) =>
    order.indexOf(`${place.nodeId} ${place.part === 'claim' ? 'claim' : (place.metricId ?? '')}`)
  const from = at === null ? -1 : rank(at)
  return places.find(place => rank(place) > from) ?? places[0] ?? null
}

/** Every field and claim of the form in order, as `placeAfter` names them. */
export function fieldOrder({ areas }: Assessment['form']): readonly string[] {
  return areas
    .flatMap(area => area.items)
    .flatMap(({ nodeId, groups }) => [
      `${nodeId} claim`,
      ...groups.flatMap(group => group.fields).map(field => `${nodeId} ${field.metric.id}`),
    ])
}
