import { readFigure } from '../../io/figures/readFigure.ts'
import type { Draft, FieldEntry } from '../../model/draft.ts'
import type { FigureImport, ImportDifference, ImportedEntry } from '../../model/figureImport.ts'
import type { Form, FormField } from '../../model/form.ts'

/**
 * What an import would change in a draft: one line a field, claim or other part, in the order of the form. Texts
 * that say the same ("1.464" and "1464") are the same; nothing is applied.
 */
export function differencesOf(
  draft: Draft,
  { entries }: Pick<FigureImport, 'entries'>,
  form: Form,
): readonly ImportDifference[] {
  const items = form.areas.flatMap(area => area.items)
  const fields = new Map<string, FormField>()
  const order = new Map<string, number>()
  for (const { nodeId, groups } of items) {
    order.set(`node ${nodeId}`, order.size)
    for (const field of groups.flatMap(group => group.fields)) {
      const { id } = field.metric
      if (!fields.has(id)) {
        fields.set(id, field)
        order.set(`field ${id}`, order.size)
      }
    }
  }
  return entries
    .map(entry => ({ entry, place: order.get(orderKey(entry)) ?? Number.POSITIVE_INFINITY }))
    .toSorted((one, other) => (one.place === other.place ? 0 : one.place - other.place))
    .map(({ entry }) => differenceOf(draft, entry, fields))
}

function orderKey({ edit }: ImportedEntry): string {
  if (edit.kind === 'field') return `field ${edit.metricId}`
  return `node ${edit.kind === 'evidence' ? edit.item.criterionIds[0] : edit.criterionId}`
}

function differenceOf(
  draft: Draft,
  entry: ImportedEntry,
  fields: ReadonlyMap<string, FormField>,
): ImportDifference {
  const { was, will } = sidesOf(draft, entry)
  const { edit } = entry
  const field = edit.kind === 'field' ? fields.get(edit.metricId) : undefined
  return { entry, was, will, change: changeOf(entry, was, will, field) }
}

/** What stands there and what would; words beside figures are shown as typed text. */
function sidesOf(draft: Draft, { edit }: ImportedEntry) {
  const typed = (text: string | null | undefined): FieldEntry | null =>
    text === null || text === undefined ? null : { state: 'typed', text }
  switch (edit.kind) {
    case 'field':
      return { was: draft.fields.get(edit.metricId) ?? null, will: edit.entry }
    case 'claim':
      return { was: typed(draft.claims.get(edit.criterionId)?.text), will: typed(edit.claim?.text) }
    case 'exempt':
      return { was: typed(draft.exempt.get(edit.criterionId)), will: typed(edit.reason) }
    case 'explanation':
      return { was: typed(draft.explanations.get(edit.criterionId)), will: typed(edit.text) }
    case 'evidence': {
      const known = draft.evidence.find(({ id }) => id === edit.item.id)
      return { was: typed(known?.title), will: typed(edit.item.title) }
    }
  }
}

function changeOf(
  { edit }: ImportedEntry,
  was: FieldEntry | null,
  will: FieldEntry | null,
  field: FormField | undefined,
): ImportDifference['change'] {
  const isEmpty = was === null || (was.state === 'typed' && was.text.trim() === '')
  if (isEmpty) return will === null ? 'same' : 'new'
  if (will === null) return 'clears'
  if (edit.kind !== 'evidence' && saysSame(was, will, field)) return 'same'
  // A figure that would go for "no figure yet" is taken away, not corrected.
  return was.state === 'typed' && will.state === 'missing' ? 'clears' : 'other'
}

function saysSame(was: FieldEntry, will: FieldEntry, field: FormField | undefined): boolean {
  if (was.state !== 'typed' || will.state !== 'typed') return was.state === will.state
  if (!field) return was.text.trim() === will.text.trim()
  const [one, other] = [was, will].map(({ text, meant }) =>
    readFigure(text, field.metric, field.options ?? [], meant),
  )
  return one?.kind === 'value' && other?.kind === 'value'
    ? one.value === other.value
    : was.text.trim() === will.text.trim() && was.meant === will.meant
}
