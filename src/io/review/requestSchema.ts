import * as z from 'zod'
import type { ReviewRequest } from '../../model/review.ts'
import { id, period } from '../fields.ts'
import { instant, roundId, roundLimits, ruleSetMark } from './roundSchema.ts'

const words = z.string().max(roundLimits.text)
const exact = z
  .string()
  .max(2_000)
  .regex(/^-?\d+(\.\d+)?$|^-?\d+\/[1-9]\d*$/, 'exact')

/** Questions of a reviewer to one agency, as the ledger, a request file and a draft that answers them keep them. */
export const requestSchema: z.ZodType<ReviewRequest> = z.strictObject({
  id: roundId,
  roundId,
  ruleSet: ruleSetMark,
  agencyId: id.max(200),
  period,
  by: words,
  at: instant,
  dueAt: instant.nullable(),
  questions: z
    .array(
      z.strictObject({
        entryId: z.string().regex(/^[A-Za-z0-9]{1,40}-[1-9]\d{0,9}$/, 'id'),
        criterionId: id.max(300),
        question: words,
        points: exact.nullable(),
      }),
    )
    .max(5_000),
})
