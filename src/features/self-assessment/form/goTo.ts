import type { CheckPlace } from '../../../model/checks.ts'
import type { Form } from '../../../model/form.ts'

export type Place = {
  readonly nodeId: string | null
  readonly metricId: string | null
  readonly part?: CheckPlace['part'] | undefined
}

/** Area and item a place is in; a figure alone is looked for where it is asked first. */
export function findPlace({ areas }: Form, { nodeId, metricId }: Place) {
  for (const area of areas)
    for (const item of area.items)
      if (nodeId === null ? metricId !== null && hasMetric(item, metricId) : item.nodeId === nodeId)
        return { area, item }
  return null
}

function hasMetric({ groups }: Form['areas'][number]['items'][number], metricId: string): boolean {
  return groups.some(group => group.fields.some(field => field.metric.id === metricId))
}

/** Gives the keyboard to what a place names; false while its area is not drawn. */
export function focusPlace(form: HTMLElement, nodeId: string, { metricId, part }: Place): boolean {
  const item = form.querySelector<HTMLElement>(`[data-item="${CSS.escape(nodeId)}"]`)
  if (!item) return false
  const aim = metricId === null ? partOf(item, part) : fieldOf(item, metricId)
  const target = aim ?? partOf(item, 'field') ?? item
  target.focus({ preventScroll: true })
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  item.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' })
  target.scrollIntoView({ block: 'nearest', behavior: 'auto' })
  return true
}

function fieldOf(item: HTMLElement, metricId: string): HTMLElement | null {
  const field = item.querySelector<HTMLElement>(`[data-metric="${CSS.escape(metricId)}"]`)
  if (field instanceof HTMLInputElement && field.type === 'radio') return chosenOf(field)
  return field ?? item.querySelector('.sa-state select')
}

/** Of answers the chosen one holds the keyboard. */
function chosenOf(radio: HTMLInputElement): HTMLElement {
  return radio.closest('fieldset')?.querySelector<HTMLElement>('input:checked') ?? radio
}

function partOf(item: HTMLElement, part: Place['part']): HTMLElement | null {
  switch (part) {
    case 'claim':
      return item.querySelector('[data-claim]')
    case 'evidence':
      return item.querySelector('[data-evidence] button')
    case 'exempt':
      return item.querySelector('[data-exempt]')
    case 'explanation':
      return item.querySelector('[data-explain]')
    default:
      return item.querySelector('[data-claim], [data-metric], [data-exempt]')
  }
}
