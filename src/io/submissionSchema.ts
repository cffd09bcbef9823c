import * as z from 'zod'
import type { Submission, SubmissionTable } from '../model/submission.ts'
import {
  dateOrDecimal,
  decimal,
  id,
  isoDate,
  natural,
  period,
  provenance,
  schemaRef,
  sha256,
  text,
  webAddress,
} from './fields.ts'

/** By the clock of the machine it was written on. */
const instant = z.iso.datetime({ offset: true, error: 'instant' })

const stage = z.enum(['selfAssessment', 'firstReview', 'explanation', 'secondReview', 'closed', 'published'])

const entered = z.strictObject({
  metricId: id,
  state: z.literal('entered'),
  value: dateOrDecimal,
  corrections: z.array(z.strictObject({ was: dateOrDecimal, on: isoDate, reason: text })).optional(),
  provenance: provenance.optional(),
})

const absent = z.strictObject({
  metricId: id,
  state: z.enum(['missing', 'notApplicable', 'withheld']),
  note: text.optional(),
  provenance: provenance.optional(),
})

const metricValue = z.discriminatedUnion('state', [entered, absent])

/** What a submission may say beside its figures; in a table each row says it for itself. */
const details = {
  submittedOn: isoDate.optional(),
  notApplicable: z.array(z.strictObject({ criterionId: id, reason: text })).optional(),
  decisions: z
    .array(
      z.strictObject({
        criterionId: id,
        stage,
        points: decimal,
        reason: text.optional(),
        byRule: z.literal(true).optional(),
        by: text.optional(),
        at: instant.optional(),
        provenance: provenance.optional(),
      }),
    )
    .optional(),
  published: z
    .strictObject({
      provenance,
      total: decimal.nullable(),
      points: z.array(
        z.strictObject({
          nodeId: id,
          points: decimal,
          provenance: provenance.optional(),
          cause: text.optional(),
        }),
      ),
      rank: z
        .strictObject({
          rank: z.int().positive(),
          of: z.int().positive(),
          among: text,
          amongEn: text.optional(),
          provenance: provenance.optional(),
        })
        .optional(),
      change: z.strictObject({ points: decimal, since: text, sinceEn: text.optional() }).optional(),
      band: text.optional(),
      itemsAtMax: natural.optional(),
      readings: z
        .array(
          z.strictObject({
            id: z.enum(['namedLosses', 'publishedTotal']),
            title: text,
            titleEn: text,
            text,
            textEn: text,
          }),
        )
        .optional(),
    })
    .optional(),
  evidence: z
    .array(
      z.strictObject({
        id,
        criterionIds: z.array(id).min(1),
        requiredId: id.optional(),
        title: text,
        number: text.optional(),
        issuer: text.optional(),
        issuedOn: isoDate.optional(),
        effectiveOn: isoDate.optional(),
        pages: text.optional(),
        url: webAddress.optional(),
        fileName: text.optional(),
        file: z.strictObject({ name: text, bytes: natural, sha256 }).optional(),
        note: text.optional(),
      }),
    )
    .optional(),
  note: text.optional(),
}

/** What an agency adds when it hands in a submission of its own. */
const handIn = {
  explanations: z.array(z.strictObject({ criterionId: id, text })).optional(),
  accepted: z
    .array(z.strictObject({ findingId: text, criterionId: id.nullable(), finding: text, reason: text }))
    .optional(),
  approval: z.strictObject({ name: text, title: text.optional(), on: isoDate }).optional(),
}

export const submissionSchema: z.ZodType<Submission & { $schema?: string | undefined }> = z.strictObject({
  $schema: schemaRef,
  id,
  ruleSetId: id,
  ruleSetVersion: text,
  agencyId: id,
  period,
  stage,
  provenance,
  values: z.array(metricValue),
  ...details,
  ...handIn,
})

const cell = z.union([
  dateOrDecimal,
  z.discriminatedUnion('state', [entered.omit({ metricId: true }), absent.omit({ metricId: true })]),
])

/** Số liệu của nhiều đơn vị trong một kỳ: `cells` theo đúng thứ tự `metricIds`. */
export const submissionTableSchema: z.ZodType<SubmissionTable & { $schema?: string | undefined }> =
  z.strictObject({
    $schema: schemaRef,
    ruleSetId: id,
    ruleSetVersion: text,
    period,
    stage,
    provenance,
    note: text.optional(),
    metricIds: z.array(id),
    rows: z.array(
      z.strictObject({
        agencyId: id,
        stage: stage.optional(),
        provenance: provenance.optional(),
        cells: z.array(cell),
        ...details,
      }),
    ),
  })
