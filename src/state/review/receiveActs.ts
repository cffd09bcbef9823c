import type { LedgerAct, ReceivedFile, ReceivedSubmission } from '../../model/review.ts'
import { chosenSubmission } from '../../scoring/review/chosenSubmission.ts'
import { answerOf } from './answers.ts'
import type { OpenRound } from './openRound.ts'
import type { Received } from './receivePackage.ts'

/** A file that came in, what was read of it, and the file itself where there is one. */
export type Arrival = { readonly received: Received; readonly blob: Blob | null }

/** What arrivals come to: lines for the ledger, what goes with them, and what to say of each. */
export type ArrivalLines = {
  readonly acts: readonly LedgerAct[]
  readonly files: NonNullable<Parameters<OpenRound['append']>[1]>
  readonly read: number
  readonly answers: number
  readonly refused: readonly Extract<ReceivedFile, { outcome: 'refused' }>[]
  /** Names of files whose bytes were here before, and the name they had. */
  readonly repeats: readonly { readonly fileName: string; readonly known: string }[]
}

/**
 * Lines of the ledger for files that came in. The same bytes are kept once: under another name they are one more
 * line, for somebody sent them twice; under the same name it is the same file that was put in again, and nothing new.
 * @param known names of the files that are here, by SHA-256; those of these arrivals are put in
 */
export function receiveActs(
  arrivals: readonly Arrival[],
  open: Pick<OpenRound, 'state' | 'received' | 'ruleSet'>,
  known: Map<string, Set<string>>,
): ArrivalLines {
  const acts: LedgerAct[] = []
  const files: { submission: ReceivedSubmission | null; sha256: string; blob: Blob | null }[] = []
  const refused: Extract<ReceivedFile, { outcome: 'refused' }>[] = []
  const repeats: { fileName: string; known: string }[] = []
  let read = 0
  let answers = 0
  for (const { received, blob } of arrivals) {
    const { file, submission } = received
    const names = known.get(file.sha256)
    const isHere = open.received.has(file.sha256) || files.some(each => each.sha256 === file.sha256)
    const isKept = names !== undefined && (submission === null || isHere)
    if (names) {
      repeats.push({ fileName: file.fileName, known: [...names][0] ?? file.fileName })
      if (!names.has(file.fileName)) acts.push({ kind: 'receive', file })
      if (!isKept) files.push({ submission, sha256: file.sha256, blob })
    } else {
      acts.push({ kind: 'receive', file })
      files.push({ submission, sha256: file.sha256, blob })
      if (file.outcome === 'refused') refused.push(file)
      else if (!file.answers) read += 1
    }
    known.set(file.sha256, (names ?? new Set()).add(file.fileName))
    const answer = answerAct(received, open)
    if (!answer) continue
    acts.push(answer)
    answers += 1
  }
  // What is to be kept goes with a line; nothing is kept that no line tells of.
  return { acts, files: acts.length > 0 ? files : [], read, answers, refused, repeats }
}

/** Names of the files a round has, by SHA-256. */
export function knownFiles({ entries }: OpenRound['state']): Map<string, Set<string>> {
  const known = new Map<string, Set<string>>()
  for (const { act } of entries) {
    if (act.kind !== 'receive') continue
    const { sha256, fileName } = act.file
    known.set(sha256, (known.get(sha256) ?? new Set()).add(fileName))
  }
  return known
}

type Answering = Pick<OpenRound, 'state' | 'received' | 'ruleSet'>

/**
 * What the answers of a received file come to, or what is missing to read them: the `request` (it was made on
 * another machine), a chosen `version` to set them beside, or the `content` of either file.
 */
export type AnswerReading =
  | {
      readonly ok: true
      readonly act: Extract<LedgerAct, { kind: 'answer' }>
      /** Another file of the agency answered the same request; this one comes in its place. */
      readonly replaces: boolean
    }
  | { readonly ok: false; readonly missing: 'request' | 'version' | 'content' }

/** Reads the answers of a file that came in, at once or later from what was kept of it; null where it is none. */
export function readAnswers(
  file: ReceivedFile,
  submission: ReceivedSubmission | null,
  { state, received, ruleSet }: Answering,
): AnswerReading | null {
  if (file.outcome !== 'read' || !file.answers) return null
  const { requestId } = file.answers
  const agency = state.agencies.get(file.agencyId)
  const asked = agency?.requests.find(each => each.request.id === requestId)
  if (!agency || !asked) return { ok: false, missing: 'request' }
  if (!agency.choice) return { ok: false, missing: 'version' }
  const before = chosenSubmission(agency.choice, received, ruleSet)
  if (!before || !submission) return { ok: false, missing: 'content' }
  const after = submission.carried?.submission ?? submission.submission
  const { answers, outside } = answerOf(asked.request, before, after, ruleSet)
  const { agencyId, sha256 } = file
  return {
    ok: true,
    act: { kind: 'answer', requestId, agencyId, sha256, answers, outside },
    replaces: asked.answer !== null,
  }
}

/** The line of an answer file; null where it is none, cannot be read yet, or stands in the ledger already. */
function answerAct({ file, submission }: Received, open: Answering): LedgerAct | null {
  if (file.outcome !== 'read' || !file.answers) return null
  const { requests = [] } = open.state.agencies.get(file.agencyId) ?? {}
  if (requests.some(({ answer }) => answer?.act.sha256 === file.sha256)) return null
  const reading = readAnswers(file, submission, open)
  return reading?.ok ? reading.act : null
}
