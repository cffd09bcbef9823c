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

/**
 * What an answer file answers; null where it is none, where the request is not in this ledger (it was written on
 * another machine), or where the answer stands in it already.
 */
function answerAct(
  { file, submission }: Received,
  { state, received, ruleSet }: Pick<OpenRound, 'state' | 'received' | 'ruleSet'>,
): LedgerAct | null {
  if (file.outcome !== 'read' || !file.answers || !submission) return null
  const agency = state.agencies.get(file.agencyId)
  const asked = agency?.requests.find(each => each.request.id === file.answers?.requestId)
  const before = agency?.choice ? chosenSubmission(agency.choice, received, ruleSet) : null
  if (!agency || !asked || !before || asked.answer?.act.sha256 === file.sha256) return null
  const after = submission.carried?.submission ?? submission.submission
  const { answers, outside } = answerOf(asked.request, before, after, ruleSet)
  return {
    kind: 'answer',
    requestId: asked.request.id,
    agencyId: file.agencyId,
    sha256: file.sha256,
    answers,
    outside,
  }
}
