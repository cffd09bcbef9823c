import * as z from 'zod'
import type { RuleSetMark } from '../../model/draft.ts'
import { type ReceivedSubmission, type ReviewRound, reviewFormat } from '../../model/review.ts'
import type { Submission } from '../../model/submission.ts'
import { id, period, provenance, sha256 } from '../fields.ts'
import { submissionSchema } from '../submissionSchema.ts'

/** What a round may be, so that no file of anybody fills the memory of the page. */
export const roundLimits = {
  groups: 200,
  agencies: 20_000,
  name: 200,
  /** Lines of one ledger. */
  lines: 200_000,
  /** Signs of one text. */
  text: 20_000,
} as const

/** A name or id as an address can carry it. */
export const roundId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'id')

/** With "Z" as the page writes it, or with an offset as deadlines have it. */
export const instant = z.iso.datetime({ offset: true, error: 'instant' }).max(40)

export const ruleSetMark: z.ZodType<RuleSetMark> = z.strictObject({
  id: id.max(200),
  version: z.string().min(1).max(200),
  sha256,
})

const groups = z
  .array(
    z.strictObject({
      groupId: id.max(200),
      name: z.string().max(500),
      agencyIds: z.array(id.max(200)).max(roundLimits.agencies),
    }),
  )
  .max(roundLimits.groups)
  .refine(each => {
    const all = each.flatMap(({ agencyIds }) => agencyIds)
    return new Set(all).size === all.length
  }, 'agencyTwice')
  .refine(each => new Set(each.map(({ groupId }) => groupId)).size === each.length, 'groupTwice')

/** The form rounds have today. */
export const roundSchema: z.ZodType<ReviewRound> = z.strictObject({
  format: z.literal(reviewFormat),
  id: roundId,
  name: z.string().max(roundLimits.name).nullable(),
  ruleSet: ruleSetMark,
  period,
  groups,
  createdAt: instant,
  provenance,
})

// Files of ours may carry a reference to their schema; a round keeps what was read without it.
const submission = submissionSchema.transform(({ $schema: _, ...rest }): Submission => rest)

/** What is kept of a received file. */
export const receivedSchema = z.strictObject({
  sha256,
  submission,
  previous: submission.nullable(),
  carried: z.strictObject({ submission, previous: submission.nullable() }).optional(),
}) satisfies z.ZodType<ReceivedSubmission>
