import { aDecision, type DeskRound, deskRound, merged, written } from '../state/review/deskRound.ts'
import type { GalleryCase } from './cases.tsx'
import { LedgerSample } from './ledgerSample.tsx'

const opening = deskRound()
const long = 'co-quan-2'

/** Two people decided the same item without knowing of each other. */
export const twoVoices: DeskRound = merged(
  written(
    opening,
    [aDecision('I.1', { kind: 'byRule' }, { agencyId: long, from: '6', to: '5.4' })],
    'Nguyễn Thị Lan',
  ).round,
  written(
    opening,
    [aDecision('I.1', { kind: 'agree' }, { agencyId: long, from: '6', to: '6', reason: null })],
    'Trần Văn Hòa',
  ).round,
)

/** Deadlines, decisions, a question, something taken back and something that came too late. */
export const underWay: DeskRound = (() => {
  const set = written(
    opening,
    [
      {
        kind: 'deadline',
        stage: 'selfAssessment',
        at: '2026-11-20T17:00:00+07:00',
        reason: null,
      },
      { kind: 'deadline', stage: 'firstReview', at: '2026-11-25T17:00:00+07:00', reason: 'Theo kế hoạch' },
      { kind: 'assign', reviewer: 'Nguyễn Thị Lan', criterionIds: ['I'] },
    ],
    'Phạm Minh Đức',
  ).round
  const decided = written(
    set,
    [
      aDecision('I.1', { kind: 'agree' }, { from: '6', to: '6', reason: null }),
      aDecision('I.2', { kind: 'ask', question: 'Vì sao số hồ sơ quét tăng gấp đôi so với tháng 10?' }),
      aDecision('II.3', { kind: 'points', points: '1.5' }, { from: '2', to: '1.5', agencyId: long }),
    ],
    'Nguyễn Thị Lan',
  ).round
  return written(
    decided,
    [
      aDecision('I.3', { kind: 'byRule' }, { from: '3', to: '2.5' }),
      { kind: 'withdraw', entryId: 'Trần Văn Hòa-1', reason: 'Ghi nhầm đơn vị' },
    ],
    'Trần Văn Hòa',
  ).round
})()

/** Twelve hundred lines. */
export const longLedger: DeskRound = written(
  underWay,
  Array.from({ length: 1200 }, (_, index) =>
    aDecision(
      index % 2 === 0 ? 'I.1' : 'I.2',
      { kind: 'agree' },
      { agencyId: `co-quan-${(index % 3) + 1}`, from: '6', to: '6', reason: `Lần xem ${index}` },
    ),
  ),
  'Lê Thị Hồng Nhung',
).round

export const ledgerCases: readonly GalleryCase[] = [
  {
    id: 'ledger-stages',
    part: 'screens',
    title: 'Ledger: stages',
    draw: () => <LedgerSample desk={underWay} />,
  },
  {
    id: 'ledger-stages-nameless',
    part: 'screens',
    title: 'Ledger: stages, nobody typed a name',
    draw: () => <LedgerSample desk={deskRound()} me="" />,
  },
  {
    id: 'ledger-history',
    part: 'screens',
    title: 'Ledger: history',
    draw: () => <LedgerSample desk={underWay} address={{ filter: 'history' }} />,
  },
  {
    id: 'ledger-history-long',
    part: 'screens',
    title: 'Ledger: history of 1,200 lines',
    draw: () => <LedgerSample desk={longLedger} address={{ filter: 'history' }} />,
  },
  {
    id: 'ledger-history-none',
    part: 'screens',
    title: 'Ledger: history, nothing passes the filters',
    draw: () => <LedgerSample desk={underWay} address={{ filter: 'history', q: 'không có' }} />,
  },
  {
    id: 'ledger-trail',
    part: 'screens',
    title: 'Ledger: history of one criterion of one agency',
    draw: () => (
      <LedgerSample desk={underWay} address={{ filter: 'trail', agency: 'co-quan-2', criterion: 'II.3' }} />
    ),
  },
  {
    id: 'ledger-reviewers',
    part: 'screens',
    title: 'Ledger: reviewers and a conflict',
    draw: () => <LedgerSample desk={twoVoices} address={{ filter: 'reviewers' }} />,
  },
]
