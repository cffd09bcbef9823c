import { readFigure } from '../../io/figures/readFigure.ts'
import type { Draft, FieldEntry } from '../../model/draft.ts'
import type {
  DifferentPart,
  FigureImport,
  ImportDifference,
  ImportedEntry,
} from '../../model/figureImport.ts'
import type { Form, FormField, FormItem } from '../../model/form.ts'
import type { EvidenceItem } from '../../model/submission.ts'

/**
 * What an import would change in a draft: one line a field, claim or other part, in the order of the form. Texts
 * that say the same ("1.464" and "1464") are the same, reasons and notes the file does not bring are kept;
 * nothing is applied.
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
    .map(({ entry }) => differenceOf(draft, entry, fields, items))
}

function orderKey({ edit }: ImportedEntry): string {
  if (edit.kind === 'field') return `field ${edit.metricId}`
  return `node ${edit.kind === 'evidence' ? edit.item.criterionIds[0] : edit.criterionId}`
}

function differenceOf(
  draft: Draft,
  read: ImportedEntry,
  fields: ReadonlyMap<string, FormField>,
  items: readonly FormItem[],
): ImportDifference {
  const edit = withKept(draft, read.edit)
  const entry = { ...read, edit }
  const { was, will } = sidesOf(draft, entry)
  const field = edit.kind === 'field' ? fields.get(edit.metricId) : undefined
  const parts = partsOf(draft, edit, items)
  const change = changeOf(was, will, field)
  return { entry, was, will, parts, change: change === 'same' && parts.length > 0 ? 'other' : change }
}

type Edit = ImportedEntry['edit']

/** The reason or note that stands in the draft, where the file brings a figure or state without one. */
function withKept(draft: Draft, edit: Edit): Edit {
  switch (edit.kind) {
    case 'claim': {
      const reason = draft.claims.get(edit.criterionId)?.reason
      return edit.claim === null || !isBlank(edit.claim.reason) || isBlank(reason)
        ? edit
        : { ...edit, claim: { ...edit.claim, reason } }
    }
    case 'field': {
      const [was, will] = [draft.fields.get(edit.metricId), edit.entry]
      if (!was || !will || was.state === 'typed' || was.state !== will.state) return edit
      return isBlank(will.note) && !isBlank(was.note) ? { ...edit, entry: was } : edit
    }
    case 'exempt':
      return edit.reason !== null && isBlank(edit.reason)
        ? { ...edit, reason: draft.exempt.get(edit.criterionId) ?? edit.reason }
        : edit
    default:
      return edit
  }
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === ''
}

/** What differs beside the field: in the reason of a claim, in a piece of evidence that is there already. */
function partsOf(draft: Draft, edit: Edit, items: readonly FormItem[]): readonly DifferentPart[] {
  if (edit.kind === 'claim') {
    const [was, will] = [draft.claims.get(edit.criterionId)?.reason, edit.claim?.reason].map(shownWords)
    return was === will ? [] : [{ part: 'reason', was: was ?? null, will: will ?? null }]
  }
  const known = edit.kind === 'evidence' ? draft.evidence.find(({ id }) => id === edit.item.id) : undefined
  if (edit.kind !== 'evidence' || !known) return []
  const [before, after] = [known, edit.item].map(item => evidenceTexts(item, items))
  return evidenceParts.flatMap(part => {
    const [was, will] = [before?.get(part) ?? null, after?.get(part) ?? null]
    return was === will ? [] : [{ part, was, will }]
  })
}

const evidenceParts = [
  'criterionIds',
  'requiredId',
  'number',
  'issuer',
  'issuedOn',
  'effectiveOn',
  'pages',
  'url',
  'fileName',
  'file',
  'note',
] as const

/** Parts of a piece of evidence as its reader knows them: codes of criteria, what is asked for by its title. */
function evidenceTexts(
  item: EvidenceItem,
  items: readonly FormItem[],
): ReadonlyMap<DifferentPart['part'], string | null> {
  const { criterionIds, requiredId, file } = item
  const codes = criterionIds.map(id => items.find(each => each.nodeId === id)?.code ?? id)
  const required = items.flatMap(each => each.requiredEvidence).find(({ id }) => id === requiredId)
  return new Map<DifferentPart['part'], string | null>([
    ['criterionIds', shownWords(codes.join(', '))],
    ['requiredId', shownWords(required?.title ?? requiredId)],
    ...(['number', 'issuer', 'issuedOn', 'effectiveOn', 'pages', 'url', 'fileName', 'note'] as const).map(
      part => [part, shownWords(item[part])] as const,
    ),
    ['file', file ? `${file.name} (SHA-256 ${file.sha256.slice(0, 8)}…)` : null],
  ])
}

function shownWords(text: string | undefined): string | null {
  return text === undefined || isBlank(text) ? null : text.trim()
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
  was: FieldEntry | null,
  will: FieldEntry | null,
  field: FormField | undefined,
): ImportDifference['change'] {
  const isEmpty = was === null || (was.state === 'typed' && was.text.trim() === '')
  if (isEmpty) return will === null ? 'same' : 'new'
  if (will === null) return 'clears'
  if (saysSame(was, will, field)) return 'same'
  // A figure that would go for "no figure yet" is taken away, not corrected.
  return was.state === 'typed' && will.state === 'missing' ? 'clears' : 'other'
}

function saysSame(was: FieldEntry, will: FieldEntry, field: FormField | undefined): boolean {
  if (was.state !== 'typed' || will.state !== 'typed')
    return was.state === will.state && noteOf(was) === noteOf(will)
  if (!field) return was.text.trim() === will.text.trim()
  const [one, other] = [was, will].map(({ text, meant }) =>
    readFigure(text, field.metric, field.options ?? [], meant),
  )
  return one?.kind === 'value' && other?.kind === 'value'
    ? one.value === other.value
    : was.text.trim() === will.text.trim() && was.meant === will.meant
}

function noteOf(entry: FieldEntry): string {
  return entry.state === 'typed' ? '' : (entry.note ?? '').trim()
}

/** The first field that would get a text of two readings, to be asked about there. */
export function firstUnclear(
  differences: readonly ImportDifference[],
  { areas }: Form,
): { readonly nodeId: string; readonly metricId: string } | null {
  const items = areas.flatMap(area => area.items)
  for (const { entry, will } of differences) {
    if (entry.edit.kind !== 'field' || will?.state !== 'typed') continue
    const { metricId } = entry.edit
    for (const { nodeId, groups } of items) {
      const field = groups.flatMap(group => group.fields).find(({ metric }) => metric.id === metricId)
      if (!field) continue
      if (readFigure(will.text, field.metric, field.options ?? [], will.meant).kind === 'unclear')
        return { nodeId, metricId }
      break
    }
  }
  return null
}
