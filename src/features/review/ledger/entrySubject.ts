import type { LedgerEntry, RoundStage } from '../../../model/review.ts'

/** What a line is about; a line that takes another back is about the same. */
export type EntrySubject = {
  readonly agencyId: string | null
  readonly criterionId: string | null
  readonly stage: RoundStage | null
}

const nobody: EntrySubject = { agencyId: null, criterionId: null, stage: null }

/** @param byId lines of the ledger, to follow what is taken back and reopened */
export function subjectOf(entry: LedgerEntry, byId: ReadonlyMap<string, LedgerEntry>): EntrySubject {
  // A damaged ledger may name itself; a hundred steps are more than anybody takes back.
  return follow(entry, byId, 100)
}

function follow(entry: LedgerEntry, byId: ReadonlyMap<string, LedgerEntry>, steps: number): EntrySubject {
  const { act } = entry
  switch (act.kind) {
    case 'receive':
      return { ...nobody, agencyId: act.file.agencyId, stage: 'selfAssessment' }
    case 'receivedAt':
    case 'setAside':
      return { ...nobody, agencyId: agencyOfFile(act.sha256, byId), stage: 'selfAssessment' }
    case 'use':
      return { ...nobody, agencyId: act.agencyId, stage: 'selfAssessment' }
    case 'deadline':
    case 'close':
      return { ...nobody, stage: act.stage }
    case 'reopen':
      return named(act.closeId, byId, steps)
    case 'decide':
      return { agencyId: act.agencyId, criterionId: act.criterionId, stage: act.stage }
    case 'withdraw':
      return named(act.entryId, byId, steps)
    case 'survey':
      return { agencyId: act.agencyId, criterionId: act.criterionId, stage: null }
    case 'request':
      return { agencyId: act.request.agencyId, criterionId: null, stage: 'explanation' }
    case 'answer':
      return { agencyId: act.agencyId, criterionId: null, stage: 'explanation' }
    case 'publish':
      return { agencyId: act.agencyId, criterionId: null, stage: null }
    case 'remedy':
      return { agencyId: act.task?.agencyId ?? null, criterionId: null, stage: null }
    case 'assign':
    case 'taskState':
      return nobody
  }
}

function named(id: string, byId: ReadonlyMap<string, LedgerEntry>, steps: number): EntrySubject {
  const entry = byId.get(id)
  return entry && steps > 0 ? follow(entry, byId, steps - 1) : nobody
}

/** Files are few beside lines, and a round holds each of them under the line that received it. */
const filesOf = new WeakMap<ReadonlyMap<string, LedgerEntry>, ReadonlyMap<string, string | null>>()

function agencyOfFile(sha256: string, byId: ReadonlyMap<string, LedgerEntry>): string | null {
  let files = filesOf.get(byId)
  if (!files) {
    files = new Map(
      [...byId.values()].flatMap(({ act }) =>
        act.kind === 'receive' ? [[act.file.sha256, act.file.agencyId] as const] : [],
      ),
    )
    filesOf.set(byId, files)
  }
  return files.get(sha256) ?? null
}

/** Whether a line says something of a criterion: decided it, or asked, answered or takes a task for several at once. */
export function isAbout(entry: LedgerEntry, criterionId: string, subject: EntrySubject): boolean {
  if (subject.criterionId === criterionId) return true
  const { act } = entry
  if (act.kind === 'request') return act.request.questions.some(each => each.criterionId === criterionId)
  if (act.kind === 'answer') return act.answers.some(each => each.criterionId === criterionId)
  if (act.kind === 'publish') return act.points.some(each => each.nodeId === criterionId)
  return act.kind === 'remedy' && act.task !== null && act.task.criterionIds.includes(criterionId)
}
