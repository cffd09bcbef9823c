import * as z from 'zod'
import type { Deadline, Plan } from '../model/plan.ts'
import { decimal, id, isoDate, natural, provenance, schemaRef, text } from './fields.ts'

const written = { written: text.describe('Đúng như văn bản ghi'), latest: isoDate.optional() }
const monthDays = z.array(z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'monthDay')).optional()
const due = { ...written, by: isoDate }

const deadline: z.ZodType<Deadline, Deadline> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('date'), ...due }),
  z.strictObject({ kind: z.literal('month'), ...due }),
  z.strictObject({ kind: z.literal('quarter'), ...due, from: isoDate.optional() }),
  z.strictObject({ kind: z.literal('year'), ...due }),
  z.strictObject({ kind: z.literal('range'), ...due, from: isoDate }),
  z.strictObject({ kind: z.literal('yearly'), ...written, on: monthDays }),
  z.strictObject({ kind: z.literal('quarterly'), ...written, on: monthDays }),
  z.strictObject({ kind: z.literal('monthly'), ...written }),
  z.strictObject({ kind: z.literal('continuous'), ...written }),
  z.strictObject({ kind: z.literal('event'), ...written, after: text, taskId: id.optional() }),
])

export const planSchema: z.ZodType<Plan & { $schema?: string | undefined }> = z.strictObject({
  $schema: schemaRef,
  id,
  title: text,
  titleEn: text.optional(),
  documentId: id,
  year: z.int(),
  agencyId: id,
  ruleSetId: id.optional(),
  linksCertainty: z.enum(['stated', 'inferred', 'illustrative']),
  declaredTaskCount: natural.optional(),
  targets: z.array(
    z.strictObject({
      id,
      name: text,
      nameEn: text.optional(),
      shortName: text,
      shortNameEn: text.optional(),
      comparison: z.enum(['atLeast', 'atMost']),
      percent: decimal,
      by: isoDate.nullable(),
      actual: z.discriminatedUnion('from', [
        z.strictObject({ from: z.literal('criterion'), criterionId: id }),
        z.strictObject({ from: z.literal('metric'), metricId: id }),
        z.strictObject({ from: z.literal('units'), unitLevel: text, unitPercent: decimal }),
        z.strictObject({ from: z.literal('nowhere') }),
      ]),
      unit: text,
      unitEn: text.optional(),
      criterionId: id.optional(),
      provenance,
    }),
  ),
  commitments: z
    .array(
      z.strictObject({
        id,
        name: text,
        nameEn: text.optional(),
        goal: z.discriminatedUnion('kind', [
          z.strictObject({
            kind: z.literal('count'),
            comparison: z.enum(['equal', 'atLeast', 'atMost']),
            value: decimal,
            unit: text,
          }),
          z.strictObject({ kind: z.literal('range'), least: decimal, most: decimal, unit: text }),
          z.strictObject({ kind: z.literal('deadline'), deadline }),
        ]),
        by: isoDate.nullable(),
        scope: text,
        provenance,
      }),
    )
    .optional(),
  phases: z
    .array(
      z.strictObject({ id, name: text, from: isoDate, to: isoDate, written: text, covers: text, provenance }),
    )
    .optional(),
  tasks: z.array(
    z.strictObject({
      id,
      kind: z.enum(['task', 'channel', 'duty', 'report']),
      number: text.optional(),
      section: text.optional(),
      name: text,
      shortName: text,
      shortNameEn: text.optional(),
      criterionIds: z.array(id),
      targetIds: z.array(id).optional(),
      lead: text,
      leadEn: text.optional(),
      leadIds: z.array(id),
      partners: text.optional(),
      partnerIds: z.array(id).optional(),
      product: text.optional(),
      deadline: deadline.optional(),
      provenance,
    }),
  ),
})
