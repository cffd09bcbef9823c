import * as z from 'zod'
import type { AskedOfDraft } from '../../model/askedDraft.ts'
import { type Draft, draftFormat } from '../../model/draft.ts'
import type { EvidenceItem, Submission } from '../../model/submission.ts'
import { dateOrDecimal, id, natural, period, provenance, sha256 } from '../fields.ts'
import { requestSchema } from '../review/requestSchema.ts'
import { submissionSchema } from '../submissionSchema.ts'

/**
 * A draft as it lies on the disk and in a backup: plain JSON, maps as lists of pairs, so that no key of a
 * file can ever be taken for something else.
 */
export type StoredDraft = Omit<Draft, 'fields' | 'exempt' | 'claims' | 'explanations'> & {
  readonly fields: readonly Pair<Draft['fields']>[]
  readonly exempt: readonly Pair<Draft['exempt']>[]
  readonly claims: readonly Pair<Draft['claims']>[]
  readonly explanations: readonly Pair<Draft['explanations']>[]
}

type Pair<Entries> = Entries extends ReadonlyMap<string, infer Value> ? readonly [string, Value] : never

export type DraftReading =
  | { readonly ok: true; readonly draft: Draft }
  | {
      readonly ok: false
      /** `newer`: written by a later version of this page; `damaged`: a field is not what it must be. */
      readonly why: 'newer' | 'damaged'
      /** Where it goes wrong ("fields[3]"), for whoever is asked for help. */
      readonly place: string
    }

/** An id that can stand in the address. */
export const draftId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'id')

/** A moment as the page writes it: "2026-11-21T08:30:00.000Z". */
const instant = z.iso.datetime()

// What is being typed may be half a title or half a date: texts of a draft are any text.
const words = z.string()

const entry = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('typed'), text: words, meant: dateOrDecimal.optional() }),
  z.strictObject({ state: z.enum(['missing', 'notApplicable', 'withheld']), note: words.optional() }),
])

/** Evidence as it is being described. */
export const evidenceItem: z.ZodType<EvidenceItem> = z.strictObject({
  id,
  criterionIds: z.array(id),
  requiredId: id.optional(),
  title: words,
  number: words.optional(),
  issuer: words.optional(),
  issuedOn: words.optional(),
  effectiveOn: words.optional(),
  pages: words.optional(),
  url: words.optional(),
  fileName: words.optional(),
  file: z.strictObject({ name: words, bytes: natural, sha256 }).optional(),
  note: words.optional(),
})

const origin = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('blank') }),
  z.strictObject({ from: z.literal('copy'), draftId: words }),
  z.strictObject({ from: z.literal('file'), file: words }),
])

const submission = submissionSchema.transform(({ $schema: _, ...rest }): Submission => rest)

/** Questions a draft answers, with what was handed in before them. */
const asked: z.ZodType<AskedOfDraft> = z.strictObject({
  request: requestSchema,
  agencyName: words.nullable(),
  metricIds: z.array(id),
  before: submission,
  previous: submission.nullable(),
})

/** The form drafts have today. */
export const storedDraftSchema: z.ZodType<StoredDraft> = z.strictObject({
  format: z.literal(draftFormat),
  id: draftId,
  name: words.nullable(),
  ruleSet: z.strictObject({ id, version: words, sha256 }),
  agencyId: id,
  period,
  createdAt: instant,
  updatedAt: instant,
  revision: natural,
  origin,
  provenance,
  fields: z.array(z.tuple([id, entry])),
  exempt: z.array(z.tuple([id, words])),
  claims: z.array(z.tuple([id, z.strictObject({ text: words, reason: words.optional() })])),
  evidence: z.array(evidenceItem),
  explanations: z.array(z.tuple([id, words])),
  accepted: z.array(z.strictObject({ findingId: words, reason: words })),
  approval: z.strictObject({ name: words, title: words.optional(), on: words }).nullable(),
  note: words.nullable(),
  handedIn: z.array(z.strictObject({ at: instant, fileName: words, sha256, revision: natural })),
  asked: asked.optional(),
})

/**
 * Brings a record of an earlier form to the next one, by the form it has. Whoever raises `draftFormat` adds
 * the step from the form before; a step sees what an earlier version of the page wrote, so it reads with care.
 */
const upgrades: ReadonlyMap<number, (record: Readonly<Record<string, unknown>>) => unknown> = new Map()

/** A draft as plain JSON. */
export function storeDraft(draft: Draft): StoredDraft {
  return {
    ...draft,
    fields: [...draft.fields],
    exempt: [...draft.exempt],
    claims: [...draft.claims],
    explanations: [...draft.explanations],
  }
}

/** Reads a record field by field, after bringing it to the form of today. Never throws. */
export function readStoredDraft(record: unknown, steps = upgrades): DraftReading {
  const current = upgraded(record, steps)
  const format = formatOf(current)
  if (format !== null && format > draftFormat) return { ok: false, why: 'newer', place: 'format' }
  const result = storedDraftSchema.safeParse(current)
  if (!result.success) {
    const [issue] = result.error.issues
    return { ok: false, why: 'damaged', place: placeOf(issue?.path ?? []) }
  }
  const { fields, exempt, claims, explanations, ...rest } = result.data
  return {
    ok: true,
    draft: {
      ...rest,
      fields: new Map(fields),
      exempt: new Map(exempt),
      claims: new Map(claims),
      explanations: new Map(explanations),
    },
  }
}

function upgraded(record: unknown, steps: typeof upgrades): unknown {
  let current = record
  for (;;) {
    const format = formatOf(current)
    const step = format === null || format >= draftFormat ? undefined : steps.get(format)
    if (step === undefined || typeof current !== 'object' || current === null) return current
    current = step({ ...current })
    // A step that does not lead on would go round for ever.
    if ((formatOf(current) ?? 0) <= (format ?? 0)) return current
  }
}

function formatOf(record: unknown): number | null {
  if (typeof record !== 'object' || record === null || !('format' in record)) return null
  return typeof record.format === 'number' ? record.format : null
}

function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .slice(1)
}

/** Whether two drafts say the same, whenever and how often they were changed. */
export function saySame(a: Draft, b: Draft): boolean {
  return a === b || textOf(a) === textOf(b)
}

function textOf(draft: Draft): string {
  const { revision: _, updatedAt: __, ...content } = storeDraft(draft)
  return JSON.stringify(content, inOneOrder)
}

/** Which field was filled in first is no difference, nor is the order in which a record names its parts. */
function inOneOrder(_key: string, value: unknown): unknown {
  if (Array.isArray(value))
    return value.every(each => Array.isArray(each) && each.length === 2) ? value.toSorted(byFirst) : value
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).toSorted(byFirst))
    : value
}

function byFirst(a: readonly unknown[], b: readonly unknown[]): number {
  return String(a[0]) < String(b[0]) ? -1 : 1
}
