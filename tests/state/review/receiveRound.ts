import { ruleSetHash } from '../../../src/io/hash/ruleSetHash.ts'
import type { LedgerAct, LedgerEntry, ReceivedSubmission, ReviewRound } from '../../../src/model/review.ts'
import { foldLedger } from '../../../src/scoring/review/foldLedger.ts'
import type { OpenRound } from '../../../src/state/review/openRound.ts'
import { type Arrival, knownFiles, receiveActs } from '../../../src/state/review/receiveActs.ts'
import { type ReceivingRound, receiverFor } from '../../../src/state/review/receivePackage.ts'
import { type DemoPackage, demoRuleSet, demoSubmissions } from '../../server/demoPackages.ts'

const ruleSet = demoRuleSet()
const agencyIds = demoSubmissions().map(each => each.agencyId)

export const aRound: ReviewRound = {
  format: 1,
  id: 'dot-thang-10',
  name: null,
  ruleSet: { id: ruleSet.id, version: ruleSet.version, sha256: ruleSetHash(ruleSet) },
  period: '2026-10',
  groups: [{ groupId: 'tat-ca', name: 'Các đơn vị', agencyIds }],
  createdAt: '2026-11-01T00:00:00.000Z',
  provenance: { certainty: 'illustrative', source: null },
}

export const receivingRound: ReceivingRound = {
  roundId: aRound.id,
  mark: aRound.ruleSet,
  ruleSet,
  period: aRound.period,
}

/** A round that files are put into, line by line, as an open one would. */
export function anInbox(deadline: string | null = null) {
  const entries: LedgerEntry[] = []
  const received = new Map<string, ReceivedSubmission>()
  const write = (acts: readonly LedgerAct[], at: string) => {
    for (const act of acts) {
      const seq = entries.length + 1
      entries.push({ id: `but-${seq}`, pen: 'but', seq, previous: null, clock: seq, by: 'Văn thư', at, act })
    }
  }
  if (deadline !== null)
    write([{ kind: 'deadline', stage: 'selfAssessment', at: deadline, reason: null }], aRound.createdAt)
  const open = (): Pick<OpenRound, 'state' | 'received' | 'ruleSet'> => ({
    state: foldLedger(aRound, entries),
    received,
    ruleSet,
  })
  const receive = receiverFor(receivingRound)
  /** Puts files in at an instant of this machine's clock. */
  const drop = (files: readonly Pick<DemoPackage, 'name' | 'bytes'>[], at = '2026-11-06T01:00:00.000Z') => {
    const arrivals = files.map(
      ({ name, bytes }): Arrival => ({
        received: receive(bytes, name),
        blob: new Blob([new Uint8Array(bytes)]),
      }),
    )
    const now = open()
    const lines = receiveActs(arrivals, now, knownFiles(now.state))
    for (const { submission } of lines.files) if (submission) received.set(submission.sha256, submission)
    write(lines.acts, at)
    return lines
  }
  return { entries, received, write, open, drop, state: () => open().state }
}
