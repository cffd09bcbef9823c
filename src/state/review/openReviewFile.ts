import { isClockPlausible } from '../../io/review/chain.ts'
import type { ReadReviewFile } from '../../io/review/reviewFileFormat.ts'
import { reviewFileLimits } from '../../io/review/reviewFileFormat.ts'
import { describeReviewFault, impossibleClock } from '../../io/review/reviewProblem.ts'
import { keptReceivedIds, keptRound } from '../../io/review/roundStore.ts'
import { canonicalJson } from '../../model/canonicalJson.ts'
import type { Problem } from '../../model/problem.ts'
import type { LedgerEntry, ReviewRound } from '../../model/review.ts'
import { oneOfEach } from '../../scoring/review/twins.ts'
import { askToKeep } from '../assessment/storageFacts.ts'
import { storedLines } from './foldStored.ts'
import type { FilePreview } from './reviewFile.worker.ts'
import { previewMerge, unpackReviewFile } from './reviewFileWorker.ts'
import { isBuiltIn, loadRounds } from './roundLibrary.ts'
import { keepRoundRules } from './roundRules.ts'
import type { RoundSession } from './roundSession.ts'
import { openSession, roundSessionOf, startRound } from './roundSessions.ts'

/** What opening a review file would do here, before anything is done. */
export type OpenedReview = FilePreview & {
  readonly read: ReadReviewFile
  /** `merge`: a round of the same id is here already. */
  readonly how: 'new' | 'merge'
  /** Lines here that the file does not have: it was made before them, or elsewhere. */
  readonly onlyHere: number
}

export type ReviewOpening =
  | { readonly ok: true; readonly opened: OpenedReview }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Reads a review file and sets it beside what is here.
 * @param into the round it has to be of, where somebody merges into one that is open
 * @throws (rejects) when the worker cannot be loaded or the store cannot be asked
 */
export async function openReviewFile(
  file: File,
  signal?: AbortSignal,
  into?: ReviewRound,
): Promise<ReviewOpening> {
  if (file.size > reviewFileLimits.packedBytes)
    return { ok: false, problems: [describeReviewFault({ kind: 'tooLarge' }, file.name)] }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const decoded = await unpackReviewFile(bytes, file.name, signal)
  if (!decoded.ok) return decoded
  const read = decoded.value
  if (into && into.id !== read.round.id) return { ok: false, problems: [otherRound(file.name, read.round)] }
  if (isBuiltIn(read.round.id)) return { ok: false, problems: [builtInRound(file.name)] }
  const here = await standing(read.round.id)
  if (here && canonicalJson(here.round) !== canonicalJson(read.round))
    return { ok: false, problems: [sameIdOtherRound(file.name)] }
  const entries = here?.entries ?? []
  if (!isClockPlausible(read.entries, read.entries.length + entries.length))
    return { ok: false, problems: [impossibleClock(file.name)] }
  const found = await previewMerge(read, entries, [...(here?.received ?? [])], signal)
  const inFile = new Set(read.entries.map(entry => entry.id))
  const onlyHere = entries.filter(({ id }) => !inFile.has(id)).length
  return { ok: true, opened: { read, how: here ? 'merge' : 'new', ...found, onlyHere } }
}

type Standing = {
  readonly round: ReviewRound
  readonly entries: readonly LedgerEntry[]
  readonly received: ReadonlySet<string>
}

/** The round as it is here; null where it is not. */
async function standing(id: string): Promise<Standing | null> {
  const state = openSession(id)?.state()
  if (state?.status === 'ready') {
    const { round, state: folded, received } = state.view
    return { round, entries: folded.entries, received: new Set(received.keys()) }
  }
  const kept = await keptRound(id).catch(() => null)
  if (kept?.kind !== 'round') return null
  const [entries, received] = await Promise.all([storedLines(id), keptReceivedIds(id)])
  return { round: kept.round, entries: [...oneOfEach(entries).values()], received: new Set(received) }
}

/**
 * Does what was shown: makes the round here, or puts its lines into the one that is here. Where that one cannot be
 * opened the page holds what came until it can. Answers with its id.
 */
export function takeReviewFile({ read, how, unfit }: OpenedReview): string {
  const { round, ruleSet, entries, received, originals } = read
  const session = how === 'merge' ? roundSessionOf(round.id) : startRound({ round })
  const named = new Set(entries.flatMap(({ act }) => (act.kind === 'receive' ? [act.file.sha256] : [])))
  const files = [...originals].flatMap(([sha256, bytes]) =>
    named.has(sha256)
      ? [{ sha256, blob: new Blob([new Uint8Array(bytes)], { type: 'application/zip' }) }]
      : [],
  )
  const isUnfit = new Set(unfit.map(({ sha256 }) => sha256))
  const fitting = received.filter(({ sha256 }) => !isUnfit.has(sha256))
  const put = (into: RoundSession) => into.merge(entries, fitting, files, unfit)
  void keepRoundRules(ruleSet)
  askToKeep()
  // Deleted in another tab meanwhile: the file makes it anew.
  const orNew = (known: RoundSession) => (known.state().status === 'absent' ? startRound({ round }) : known)
  if (session.state().status !== 'loading') put(orNew(session))
  else {
    const stop = session.subscribe(() => {
      if (session.state().status === 'loading') return
      stop()
      put(orNew(session))
    })
  }
  void loadRounds()
  return round.id
}

function otherRound(file: string, { id, name }: ReviewRound): Problem {
  return {
    file,
    path: '',
    code: 'other-round',
    severity: 'error',
    message: {
      vi: `tệp của đợt khác (${name ?? id}); mở ở danh sách đợt, không gộp vào đợt này được`,
      en: `the file is of another round (${name ?? id}); open it in the list of rounds, it cannot be merged here`,
    },
  }
}

function sameIdOtherRound(file: string): Problem {
  return {
    file,
    path: '',
    code: 'round-differs',
    severity: 'error',
    message: {
      vi: 'đợt trong tệp mang cùng mã với một đợt trên máy này mà khác bộ chỉ số, kỳ hoặc đơn vị: một trong hai đã bị sửa, không gộp được',
      en: 'the round in the file has the id of one here but another rule set, period or agencies: one of them was changed and they cannot be merged',
    },
  }
}

function builtInRound(file: string): Problem {
  return {
    file,
    path: '',
    code: 'built-in-round',
    severity: 'error',
    message: {
      vi: 'tệp mang mã của sổ theo dõi nhiệm vụ có sẵn trên mọi máy, không phải của một đợt thẩm định; không mở tệp này',
      en: 'the file has the id of the ledger of tasks that every machine has, not of a review round; it is not opened',
    },
  }
}
