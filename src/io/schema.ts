import * as z from 'zod'
import type { Agency } from '../model/agency.ts'
import type { Catalogue } from '../model/catalogue.ts'
import { periodPattern } from '../model/period.ts'
import type { Plan } from '../model/plan.ts'
import type { SourceDocument } from '../model/provenance.ts'
import type { Criterion, RuleSet } from '../model/ruleSet.ts'
import type { Submission } from '../model/submission.ts'
import { dateOrDecimal, decimal, id, isoDate, text } from './fields.ts'
import { plainRule, readingRule, rule, statePolicies, tieStyle } from './ruleSchema.ts'

const period = z
  .string()
  .regex(periodPattern, 'period')
  .describe('Năm "2022", quý "2026-Q3", tháng "2026-10" hoặc ngày "2026-10-10"')
const schemaRef = z.string().optional().describe('Lược đồ JSON của tệp này')

const natural = z.int().nonnegative()

const source = z.strictObject({ documentId: id, place: text.optional(), quote: text.optional() })
const provenance = z.strictObject({
  certainty: z.enum(['stated', 'inferred', 'illustrative']),
  source: source.nullable(),
  note: text.optional(),
})

const roundingStep = z
  .strictObject({ places: z.int().min(0).max(12), mode: z.enum(['halfUp', 'halfEven', 'truncate']) })
  .nullable()
const rounding = z.strictObject({
  ratio: roundingStep,
  leaf: roundingStep,
  group: roundingStep,
  total: roundingStep,
})

const names = {
  name: text,
  nameEn: text.optional(),
  shortName: text.max(36).optional().describe('Tên ngắn, nhiều nhất 36 ký tự'),
  shortNameEn: text.max(40).optional(),
}

const criterion: z.ZodType<Criterion, Criterion> = z
  .strictObject({
    id,
    code: text,
    ...names,
    maxPoints: decimal.nullable().describe('Điểm tối đa; null khi không tài liệu nào nêu'),
    provenance,
    assessedBy: z.enum(['self', 'survey', 'review']).optional(),
    rounding: rounding.partial().optional(),
    states: statePolicies.optional(),
    rule: rule.optional(),
    readings: z.array(z.strictObject({ rule: readingRule, note: text.optional() })).optional(),
    get subCriteria() {
      return z.array(criterion).optional()
    },
    outOfReach: text.optional(),
    note: text.optional(),
  })
  .meta({ id: 'Criterion', title: 'Tiêu chí' })

const exampleValues = z.array(z.strictObject({ metricId: id, value: dateOrDecimal.nullable() }))

export const ruleSetSchema: z.ZodType<RuleSet & { $schema?: string | undefined }> = z.strictObject({
  $schema: schemaRef,
  id,
  version: text,
  title: text,
  titleEn: text.optional(),
  shortTitle: text,
  shortTitleEn: text.optional(),
  decisionId: id,
  validFrom: isoDate,
  validTo: isoDate.optional(),
  supersedes: id.optional(),
  scale: decimal,
  itemWord: text,
  itemWordEn: text.optional(),
  itemDepth: natural,
  rounding,
  pointsPlaces: z.int().min(0).max(12).optional(),
  roundingProvenance: provenance,
  bands: z.array(
    z.strictObject({
      id,
      name: text,
      nameEn: text.optional(),
      fromPercent: decimal,
      aliases: z.array(text).optional(),
    }),
  ),
  bandsProvenance: provenance.nullable(),
  tieStyle,
  grading: z
    .strictObject({
      on: z.enum(['unrounded', 'rounded']).optional(),
      overrides: z.array(z.strictObject({ metric: id, bandId: id, provenance })).optional(),
      quotas: z
        .array(
          z.strictObject({
            bandId: id,
            maxPercent: decimal,
            ofBandIds: z.array(id).min(1),
            toBandId: id,
            atTie: z.enum(['allFall', 'allStay']),
            provenance,
          }),
        )
        .optional(),
    })
    .optional(),
  states: statePolicies.optional(),
  adjustments: z
    .array(
      z.strictObject({
        id,
        name: text,
        nameEn: text.optional(),
        effect: z.enum(['bonus', 'penalty']),
        ceiling: decimal,
        rule: plainRule,
        states: statePolicies.optional(),
        provenance,
      }),
    )
    .optional(),
  rescaling: z.strictObject({ criterionIds: z.array(id).min(1), to: decimal, provenance }).optional(),
  calendars: z
    .array(
      z.strictObject({
        id,
        name: text,
        from: isoDate,
        to: isoDate,
        holidays: z.array(z.strictObject({ date: isoDate, name: text })),
        workedDays: z.array(isoDate),
        provenance,
      }),
    )
    .optional(),
  declaredCounts: z.array(z.strictObject({ depth: natural, count: natural })).optional(),
  examples: z
    .array(
      z.strictObject({
        id,
        name: text,
        period: period.optional(),
        values: exampleValues,
        previous: exampleValues.optional(),
        peers: z.array(exampleValues).optional(),
        expect: z
          .array(
            z.strictObject({ nodeId: id, points: z.union([decimal, z.enum(['missing', 'notApplicable'])]) }),
          )
          .min(1),
        provenance,
      }),
    )
    .optional(),
  metrics: z.array(
    z.strictObject({
      id,
      name: text,
      nameEn: text.optional(),
      unit: text,
      unitEn: text.optional(),
      valueType: z.enum(['count', 'percent', 'number', 'flag', 'date', 'option']),
      direction: z.enum(['higherIsBetter', 'lowerIsBetter']).optional(),
      definition: text.optional(),
      aggregation: z.enum(['sum', 'none']).optional(),
    }),
  ),
  criteria: z.array(criterion).min(1),
  pools: z.array(
    z.strictObject({ id, ...names, criterionIds: z.array(id).min(2), maxPoints: decimal, provenance }),
  ),
  note: text.optional(),
})

const stage = z.enum(['selfAssessment', 'firstReview', 'explanation', 'secondReview', 'closed', 'published'])

const metricValue = z.discriminatedUnion('state', [
  z.strictObject({
    metricId: id,
    state: z.literal('entered'),
    value: dateOrDecimal,
    provenance: provenance.optional(),
  }),
  z.strictObject({
    metricId: id,
    state: z.enum(['missing', 'notApplicable', 'withheld']),
    note: text.optional(),
    provenance: provenance.optional(),
  }),
])

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
  notApplicable: z.array(z.strictObject({ criterionId: id, reason: text })).optional(),
  decisions: z
    .array(
      z.strictObject({
        criterionId: id,
        stage,
        points: decimal,
        reason: text.optional(),
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
  note: text.optional(),
})

export const documentsSchema: z.ZodType<{ documents: SourceDocument[]; $schema?: string | undefined }> =
  z.strictObject({
    $schema: schemaRef,
    documents: z.array(
      z.strictObject({
        id,
        kind: z.enum(['decision', 'plan', 'letter', 'publication', 'guidance', 'press']),
        number: text.nullable(),
        title: text,
        issuer: text,
        date: isoDate.nullable(),
        url: z.url({ protocol: /^https?$/ }).optional(),
        checkedOn: isoDate,
        read: z.boolean(),
        note: text.optional(),
      }),
    ),
  })

export const agenciesSchema: z.ZodType<{ agencies: Agency[]; $schema?: string | undefined }> = z.strictObject(
  {
    $schema: schemaRef,
    agencies: z.array(
      z.strictObject({
        id,
        code: text.nullable(),
        name: text,
        shortName: text.optional(),
        level: z.enum(['province', 'department', 'commune']),
        parentId: id.optional(),
        aliases: z.array(text).optional(),
        validTo: isoDate.optional(),
        successorId: id.optional(),
        note: text.optional(),
      }),
    ),
  },
)

export const planSchema: z.ZodType<Plan & { $schema?: string | undefined }> = z.strictObject({
  $schema: schemaRef,
  id,
  title: text,
  titleEn: text.optional(),
  documentId: id,
  year: z.int(),
  agencyId: id,
  ruleSetId: id,
  targets: z.array(
    z.strictObject({
      id,
      name: text,
      nameEn: text.optional(),
      shortName: text,
      shortNameEn: text.optional(),
      comparison: z.enum(['atLeast', 'atMost']),
      percent: decimal,
      by: isoDate,
      actual: z.discriminatedUnion('from', [
        z.strictObject({ from: z.literal('criterion'), criterionId: id }),
        z.strictObject({ from: z.literal('metric'), metricId: id }),
        z.strictObject({ from: z.literal('units'), unitLevel: text, unitPercent: decimal }),
      ]),
      unit: text,
      unitEn: text.optional(),
      criterionId: id.optional(),
      provenance,
    }),
  ),
  tasks: z.array(
    z.strictObject({
      id,
      name: text,
      shortName: text,
      shortNameEn: text.optional(),
      criterionIds: z.array(id).min(1),
      lead: text,
      leadEn: text.optional(),
      provenance,
    }),
  ),
})

const path = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]*\.json$/, 'path')
  .refine(value => !value.split('/').includes('..'), 'path')

export const catalogueSchema: z.ZodType<Catalogue & { $schema?: string | undefined }> = z.strictObject({
  $schema: schemaRef,
  documents: path,
  agencies: path,
  ruleSets: z
    .array(z.strictObject({ id, version: text, path, shortTitle: text, shortTitleEn: text.optional() }))
    .min(1),
  submissions: z.array(z.strictObject({ ruleSetId: id, period, agencyId: id, path })),
  plans: z.array(z.strictObject({ id, path, agencyId: id, ruleSetId: id })),
  opening: z.strictObject({ ruleSetId: id, period, agencyId: id }),
})

/** Every kind of file under `data/`, by the name its JSON Schema is written under. */
export const fileSchemas = {
  index: catalogueSchema,
  documents: documentsSchema,
  agencies: agenciesSchema,
  'rule-set': ruleSetSchema,
  submission: submissionSchema,
  plan: planSchema,
} as const
