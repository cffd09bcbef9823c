import * as z from 'zod'
import {
  type FigureCorrection,
  type FigureState,
  type LedgerAct,
  type LedgerEntry,
  type ReceivedFile,
  type RemedyTask,
  type RequestAnswer,
  roundStages,
  type Verdict,
  type VersionChoice,
} from '../../model/review.ts'
import { evidenceItem } from '../drafts/storedDraft.ts'
import { dateOrDecimal, decimal, id, isoDate, natural, period, provenance, sha256 } from '../fields.ts'
import { mostClock } from './chain.ts'
import { requestSchema } from './requestSchema.ts'
import { instant, roundLimits, ruleSetMark } from './roundSchema.ts'

// Lines of a ledger, act by act. Texts are what somebody typed: any text, of a length that a person can type.

const words = z.string().max(roundLimits.text)
/** Ids of rule sets, plans and agencies; what names a thing that is not there does no harm. */
const named = z.string().min(1).max(300)
const decimalText = decimal.max(200)
const exact = z
  .string()
  .max(2_000)
  .regex(/^-?\d+(\.\d+)?$|^-?\d+\/[1-9]\d*$/, 'exact')
const entryId = z.string().regex(/^[A-Za-z0-9]{1,40}-[1-9]\d{0,9}$/, 'id')
const many = roundLimits.lines
const over = z.array(entryId).max(many)
const bilingual = z.strictObject({ vi: words, en: words })
const stage = z.enum(roundStages)

const figureState: z.ZodType<FigureState> = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('entered'), value: dateOrDecimal.max(200) }),
  z.strictObject({ state: z.enum(['missing', 'notApplicable', 'withheld']) }),
])

const figures: z.ZodType<readonly FigureCorrection[]> = z
  .array(z.strictObject({ metricId: named, was: figureState, to: figureState }))
  .max(5_000)

const verdict: z.ZodType<Verdict> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agree') }),
  z.strictObject({ kind: z.literal('byRule') }),
  z.strictObject({ kind: z.literal('figures'), figures }),
  z.strictObject({ kind: z.literal('points'), points: decimalText }),
  z.strictObject({ kind: z.literal('notApplicable') }),
  z.strictObject({ kind: z.literal('ask'), question: words }),
])

const file = { sha256, fileName: words, bytes: natural }
const receivedFile: z.ZodType<ReceivedFile> = z.discriminatedUnion('outcome', [
  z.strictObject({
    ...file,
    outcome: z.literal('read'),
    agencyId: id.max(200),
    agencyName: words.nullable(),
    period,
    ruleSet: ruleSetMark,
    madeAt: instant,
    submissionId: id.max(500),
    approvedBy: words.nullable(),
    approvedOn: isoDate.nullable(),
    rescored: z.enum(['identical', 'differs', 'cannot']),
    origin: z.enum(['file', 'page']),
    answers: z.strictObject({ requestId: named, roundId: named }).nullable(),
    readSha256: sha256.optional(),
    warnings: z.array(bilingual).max(1_000),
  }),
  z.strictObject({
    ...file,
    outcome: z.literal('refused'),
    why: z.enum(['altered', 'damaged', 'notPackage', 'newer', 'otherRound', 'cannotScore', 'unreadable']),
    problems: z.array(bilingual).max(1_000),
    agencyId: id.max(200).nullable(),
  }),
])

const choice: z.ZodType<VersionChoice> = z.strictObject({
  base: sha256,
  picks: z
    .array(
      z.strictObject({
        part: z.enum(['value', 'claim', 'notApplicable', 'explanation', 'evidence']),
        id: named,
        from: sha256,
      }),
    )
    .max(20_000),
  carried: z.literal(true).optional(),
})

const answer: z.ZodType<RequestAnswer> = z.strictObject({
  criterionId: named,
  text: words.nullable(),
  figures,
  claim: decimalText.nullable(),
  dropsClaim: z.literal(true).optional(),
  evidence: z.array(evidenceItem).max(5_000),
})

const remedy: z.ZodType<RemedyTask> = z.strictObject({
  name: words,
  criterionIds: z.array(named).max(5_000),
  agencyId: id.max(200).nullable(),
  leadIds: z.array(named).max(5_000),
  lead: words,
  product: words.nullable(),
  due: isoDate.nullable(),
})

const publishedPoints = z.strictObject({
  nodeId: named,
  points: decimalText,
  provenance: provenance.optional(),
  cause: words.optional(),
})

const act: z.ZodType<LedgerAct> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('receive'), file: receivedFile }),
  z.strictObject({
    kind: z.literal('receivedAt'),
    sha256,
    at: instant,
    reason: words,
    over: over.optional(),
  }),
  z.strictObject({ kind: z.literal('setAside'), sha256, reason: words, over: over.optional() }),
  z.strictObject({
    kind: z.literal('use'),
    agencyId: id.max(200),
    choice,
    reason: words.nullable(),
    over,
  }),
  z.strictObject({
    kind: z.literal('deadline'),
    stage,
    at: instant.nullable(),
    reason: words.nullable(),
    over: over.optional(),
  }),
  z.strictObject({
    kind: z.literal('assign'),
    reviewer: words,
    criterionIds: z.array(named).max(5_000),
    over: over.optional(),
  }),
  z.strictObject({
    kind: z.literal('close'),
    stage,
    entryIds: over,
    sha256,
    agencies: z
      .array(z.strictObject({ agencyId: id.max(200), sha256 }))
      .max(2_000)
      .optional(),
  }),
  z.strictObject({ kind: z.literal('reopen'), closeId: entryId, reason: words }),
  z.strictObject({
    kind: z.literal('decide'),
    stage: z.enum(['firstReview', 'secondReview']),
    agencyId: id.max(200),
    criterionId: named,
    verdict,
    from: exact.nullable(),
    to: exact.nullable(),
    reason: words.nullable(),
    evidenceIds: z.array(named).max(5_000),
    over,
  }),
  z.strictObject({ kind: z.literal('withdraw'), entryId, reason: words.nullable() }),
  z.strictObject({
    kind: z.literal('survey'),
    agencyId: id.max(200),
    criterionId: named,
    given: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('figures'), figures }),
      z.strictObject({ kind: z.literal('points'), points: decimalText }),
    ]),
    source: words,
    over,
  }),
  z.strictObject({ kind: z.literal('request'), request: requestSchema, fileName: words, sha256 }),
  z.strictObject({
    kind: z.literal('answer'),
    requestId: named,
    agencyId: id.max(200),
    sha256,
    answers: z.array(answer).max(5_000),
    outside: z.array(named).max(20_000),
  }),
  z.strictObject({
    kind: z.literal('publish'),
    agencyId: id.max(200),
    total: decimalText.nullable(),
    points: z.array(publishedPoints).max(5_000),
    rank: z.strictObject({ rank: z.int().positive(), of: z.int().positive() }).nullable(),
    band: words.nullable(),
    source: words,
    over,
  }),
  z.strictObject({ kind: z.literal('remedy'), taskId: named, task: remedy.nullable(), over }),
  z.strictObject({
    kind: z.literal('taskState'),
    planId: named.nullable(),
    taskId: named,
    state: z.enum(['notStarted', 'doing', 'done', 'dropped']),
    on: isoDate,
    note: words.nullable(),
    over,
  }),
])

/** A line of a ledger; its id is made of its pen and its place. */
export const entrySchema: z.ZodType<LedgerEntry> = z
  .strictObject({
    id: entryId,
    pen: z.string().regex(/^[A-Za-z0-9]{1,40}$/, 'id'),
    seq: z.int().positive(),
    previous: sha256.nullable(),
    clock: z.int().positive().max(mostClock),
    by: z.string().min(1).max(200),
    at: instant,
    act,
  })
  .refine(({ id: itself, pen, seq }) => itself === `${pen}-${seq}`, { error: 'entryId', path: ['id'] })
