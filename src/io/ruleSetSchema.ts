import * as z from 'zod'
import type { Criterion, RuleSet } from '../model/ruleSet.ts'
import {
  agencyLevel,
  dateOrDecimal,
  decimal,
  id,
  isoDate,
  natural,
  period,
  provenance,
  schemaRef,
  text,
} from './fields.ts'
import { plainRule, readingRule, rule, statePolicies, tieStyle } from './ruleSchema.ts'

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
    judgedStep: decimal
      .optional()
      .describe('Người thẩm định được cho điểm theo từng bước này; không ghi là điểm theo cách tính'),
    appliesTo: z
      .array(agencyLevel)
      .min(1)
      .optional()
      .describe('Chỉ các cấp này phải chấm; không ghi là mọi cấp'),
    requiredEvidence: z
      .array(z.strictObject({ id, title: text, titleEn: text.optional(), provenance }))
      .optional()
      .describe('Tài liệu kiểm chứng phải có'),
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
        published: z.array(z.strictObject({ nodeId: id, points: decimal })).optional(),
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
      isCumulative: z.literal(true).optional().describe('Số lũy kế: trong một năm chỉ tăng'),
    }),
  ),
  criteria: z.array(criterion).min(1),
  pools: z.array(
    z.strictObject({ id, ...names, criterionIds: z.array(id).min(2), maxPoints: decimal, provenance }),
  ),
  note: text.optional(),
})
