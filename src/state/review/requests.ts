import { randomId } from '../../io/drafts/randomId.ts'
import { plainName } from '../../io/package/packageNames.ts'
import type { RequestContent } from '../../io/package/requestFormat.ts'
import { dataFileError } from '../../io/queries.ts'
import { appVersion } from '../../model/appVersion.ts'
import { looksBack, walkCriteria } from '../../model/criteria.ts'
import { precedes } from '../../model/period.ts'
import type { LedgerAct, ReviewRequest } from '../../model/review.ts'
import type { ReviewedAgency } from '../../model/roundState.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { Submission } from '../../model/submission.ts'
import { chosenPrevious } from '../../scoring/review/chosenSubmission.ts'
import { askWorker } from '../askWorker.ts'
import type { AgencyExchange } from './exchange.ts'
import type { OpenRound } from './openRound.ts'
import type { RequestsAnswer, RequestsOrder } from './requests.worker.ts'

/** Request files that were made, and the lines that tell of them. */
export type MadeRequests = {
  readonly files: readonly { readonly fileName: string; readonly blob: Blob; readonly sha256: string }[]
  /** All of them in one zip, where they were asked for together. */
  readonly together: { readonly fileName: string; readonly blob: Blob } | null
  readonly acts: readonly LedgerAct[]
}

/**
 * What goes into the request of one agency: everything that was asked on the desk and not sent yet.
 * @returns null where nothing waits to be sent, or nothing of the agency is read
 */
export function requestContent(
  { agencyId, toSend }: AgencyExchange,
  open: Pick<OpenRound, 'round' | 'ruleSet' | 'received' | 'me'>,
  reviewed: ReviewedAgency | undefined,
  {
    agencyName,
    dueAt,
    now,
    id = randomId(),
  }: { agencyName: string | null; dueAt: string | null; now: Date; id?: string },
): RequestContent | null {
  if (!reviewed || toSend.length === 0) return null
  const { round, ruleSet, received, me } = open
  const request: ReviewRequest = {
    id,
    roundId: round.id,
    ruleSet: round.ruleSet,
    agencyId,
    period: round.period,
    by: me,
    at: now.toISOString(),
    dueAt,
    questions: inOrder(toSend, ruleSet).map(({ entryId, criterionId, question }) => {
      const standing = reviewed.items.get(criterionId)?.standing ?? null
      return {
        entryId,
        criterionId,
        question,
        points: standing && standing.from === standing.to ? standing.to : null,
      }
    }),
  }
  const { choice } = reviewed.state
  return {
    request,
    submission: reviewed.received,
    ruleSet,
    previous: previousOf(choice ? chosenPrevious(choice, received, ruleSet) : null, reviewed.received, open),
    agencyName,
    appVersion,
    createdAt: now.toISOString(),
  }
}

/** As the official table has them, bonuses and penalties last, whatever was asked first. */
function inOrder(questions: AgencyExchange['toSend'], ruleSet: RuleSet): AgencyExchange['toSend'] {
  const order = [
    ...walkCriteria(ruleSet).map(({ criterion }) => criterion.id),
    ...(ruleSet.adjustments ?? []).map(each => each.id),
  ]
  return questions.toSorted((a, b) => order.indexOf(a.criterionId) - order.indexOf(b.criterionId))
}

/** Figures of the period before, where the rules look at them and they are what the rules ask for. */
function previousOf(
  previous: Submission | null,
  { agencyId, period, ruleSetVersion }: Submission,
  { ruleSet }: Pick<OpenRound, 'ruleSet'>,
): Submission | null {
  if (!previous || !looksBack(ruleSet) || !precedes(previous.period, period)) return null
  const isOurs =
    previous.agencyId === agencyId &&
    previous.ruleSetId === ruleSet.id &&
    previous.ruleSetVersion === ruleSetVersion
  if (!isOurs) return null
  const { id, ruleSetId, provenance, values } = previous
  return {
    id,
    ruleSetId,
    ruleSetVersion,
    agencyId,
    period: previous.period,
    stage: 'selfAssessment',
    provenance,
    values,
  }
}

/**
 * Makes request files beside the page. Nothing is sent anywhere and nothing is written into the ledger: the caller
 * appends the lines once the files are in somebody's hands.
 * @param tell is told how many are made
 * @throws (rejects) with the problems where a file could not be read back, when the worker cannot be loaded, and
 *   with the reason of an aborted signal
 */
export async function makeRequests(
  orders: readonly RequestContent[],
  { together, tell, signal }: { together: boolean; tell?: (done: number) => void; signal?: AbortSignal },
): Promise<MadeRequests> {
  const start = () => new Worker(new URL('./requests.worker.ts', import.meta.url), { type: 'module' })
  const made = await askWorker(
    start,
    { orders, together } satisfies RequestsOrder,
    (answer: RequestsAnswer) => {
      if (answer.kind === 'failed') throw new Error(answer.message)
      if (answer.kind === 'made') return answer
      tell?.(answer.done)
      return null
    },
    signal,
  )
  const problems = made.files.flatMap(each => (each.ok ? [] : each.problems))
  if (problems.length > 0) throw dataFileError(problems)
  const files = made.files.flatMap(each => (each.ok ? [each.value] : []))
  const [first] = orders
  const parts = first ? [first.ruleSet.id, first.request.period] : []
  return {
    files: files.map(({ fileName, bytes, sha256 }) => ({ fileName, sha256, blob: blobOf(bytes) })),
    together:
      made.zip === null
        ? null
        : {
            fileName: `${['yeu-cau-giai-trinh', ...parts].map(part => plainName(part, 60)).join('_')}.zip`,
            blob: blobOf(made.zip),
          },
    acts: files.flatMap(({ fileName, sha256 }, index): readonly LedgerAct[] => {
      const request = orders[index]?.request
      return request ? [{ kind: 'request', request, fileName, sha256 }] : []
    }),
  }
}

function blobOf(bytes: Uint8Array): Blob {
  return new Blob([new Uint8Array(bytes)], { type: 'application/zip' })
}
