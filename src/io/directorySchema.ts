import * as z from 'zod'
import type { AgencyDirectory } from '../model/agency.ts'
import type { StatedFigure } from '../model/figure.ts'
import type { SourceDocument } from '../model/provenance.ts'
import { agencyLevel, decimal, id, isoDate, period, provenance, schemaRef, text } from './fields.ts'

export const documentsSchema: z.ZodType<{ documents: SourceDocument[]; $schema?: string | undefined }> =
  z.strictObject({
    $schema: schemaRef,
    documents: z.array(
      z.strictObject({
        id,
        kind: z.enum([
          'law',
          'decree',
          'resolution',
          'circular',
          'decision',
          'plan',
          'letter',
          'publication',
          'guidance',
          'press',
          'example',
        ]),
        number: text.nullable(),
        title: text,
        issuer: text,
        date: isoDate.nullable(),
        url: z.url({ protocol: /^https?$/ }).optional(),
        fileName: text.optional(),
        checkedOn: isoDate,
        read: z.boolean(),
        note: text.optional(),
      }),
    ),
  })

export const agenciesSchema: z.ZodType<AgencyDirectory & { $schema?: string | undefined }> = z.strictObject({
  $schema: schemaRef,
  agencies: z.array(
    z.strictObject({
      id,
      code: text.nullable(),
      name: text,
      shortName: text.optional(),
      level: agencyLevel,
      parentId: id.optional(),
      aliases: z.array(text).optional(),
      validFrom: isoDate.optional(),
      validTo: isoDate.optional(),
      successorId: id.optional(),
      provenance: provenance.optional(),
      note: text.optional(),
    }),
  ),
  groups: z.array(
    z.strictObject({
      id,
      name: text,
      nameEn: text.optional(),
      use: z.enum(['comparison', 'addressees']),
      members: z.union([
        z.strictObject({ ids: z.array(id).min(1) }),
        z.strictObject({ level: agencyLevel, parentId: id.optional() }),
      ]),
      provenance: provenance.optional(),
      note: text.optional(),
    }),
  ),
})

export const figuresSchema: z.ZodType<{ figures: StatedFigure[]; $schema?: string | undefined }> =
  z.strictObject({
    $schema: schemaRef,
    figures: z.array(
      z.strictObject({
        id,
        name: text,
        nameEn: text.optional(),
        value: decimal,
        unit: text,
        of: decimal.optional(),
        period,
        agencyId: id.optional(),
        scope: text.optional(),
        seriesId: id.optional(),
        conflicts: z.array(z.strictObject({ value: decimal, provenance })).optional(),
        provenance,
      }),
    ),
  })
