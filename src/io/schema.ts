import * as z from 'zod'
import type { Catalogue } from '../model/catalogue.ts'
import { agenciesSchema, documentsSchema, figuresSchema } from './directorySchema.ts'
import { id, period, schemaRef, text } from './fields.ts'
import { planSchema } from './planSchema.ts'
import { ruleSetSchema } from './ruleSetSchema.ts'
import { submissionSchema, submissionTableSchema } from './submissionSchema.ts'

const path = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]*\.json$/, 'path')
  .refine(value => !value.split('/').includes('..'), 'path')

export const catalogueSchema: z.ZodType<Catalogue & { $schema?: string | undefined }> = z.strictObject({
  $schema: schemaRef,
  documents: path,
  agencies: path,
  figures: path,
  ruleSets: z
    .array(
      z.strictObject({
        id,
        version: text,
        path,
        shortTitle: text,
        shortTitleEn: text.optional(),
        workloadMetricId: id.optional(),
      }),
    )
    .min(1),
  submissions: z.array(
    z.strictObject({ ruleSetId: id, period, agencyId: id, path, documentId: id.optional() }),
  ),
  tables: z.array(
    z.strictObject({
      ruleSetId: id,
      periods: z.array(period).min(1),
      agencyIds: z.array(id).min(1),
      path: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._/-]*\{period\}\.json$/, 'tablePath'),
      documentId: id.optional(),
    }),
  ),
  plans: z.array(z.strictObject({ id, path, agencyId: id, ruleSetId: id.optional() })),
  opening: z.strictObject({ ruleSetId: id, period, agencyId: id }),
})

/** Every kind of file under `data/`, by the name its JSON Schema is written under. */
export const fileSchemas = {
  index: catalogueSchema,
  documents: documentsSchema,
  agencies: agenciesSchema,
  figures: figuresSchema,
  'rule-set': ruleSetSchema,
  submission: submissionSchema,
  'submission-table': submissionTableSchema,
  plan: planSchema,
} as const
