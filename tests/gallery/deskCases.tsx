import type { FigureCorrection } from '../../src/model/review.ts'
import { aDecision, deskRound, deskSubmission, merged, written } from '../state/review/deskRound.ts'
import type { GalleryCase } from './cases.tsx'
import { DeskSample } from './deskSample.tsx'

const opening = deskRound()

const toEighty: readonly FigureCorrection[] = [
  { metricId: 'online', was: { state: 'entered', value: '90' }, to: { state: 'entered', value: '80' } },
]
const agreed = (criterionId: string, points: string) =>
  aDecision(criterionId, { kind: 'agree' }, { from: points, to: points, reason: null })

/** One corrected a figure, another agreed to what was handed in. */
export const inConflict = merged(
  written(
    opening,
    [aDecision('I.1', { kind: 'figures', figures: toEighty }, { from: '5.4', to: '4.8' })],
    'Lê Thị Bình',
  ).round,
  written(opening, [agreed('I.1', '5.4')], 'Ngô Văn An').round,
)

/** Agreed, asked, not applicable, changed and taken back, with another figure under an agreement. */
export const halfWay = (() => {
  const first = written(
    opening,
    [
      agreed('I.2', '0.9'),
      aDecision(
        'I.3',
        { kind: 'ask', question: 'Đề nghị nêu căn cứ tính hồ sơ đúng hạn.' },
        { reason: null },
      ),
      aDecision('II.1', { kind: 'points', points: '3.5' }, { to: '3.5' }),
      aDecision('thuong', { kind: 'byRule' }, { from: '0.5', to: '0.5' }),
    ],
    'Lê Thị Bình',
  )
  const wrong = written(first.round, [agreed('I.1', '5.4')], 'Lê Thị Bình')
  const [line] = wrong.lines
  const back = written(
    wrong.round,
    line ? [{ kind: 'withdraw', entryId: line.id, reason: 'Bấm nhầm' }] : [],
    'Lê Thị Bình',
  ).round
  const filed = aDecision(
    'I.1',
    {
      kind: 'figures',
      figures: [
        {
          metricId: 'filed',
          was: { state: 'entered', value: '100' },
          to: { state: 'entered', value: '120' },
        },
      ],
    },
    { from: '5.4', to: '4.5' },
  )
  return written(back, [filed], 'Ngô Văn An').round
})()

/** The first review is closed; the second one works on what is left. */
export const secondRound = written(
  halfWay,
  [{ kind: 'deadline', stage: 'firstReview', at: '2026-11-21T17:00:00+07:00', reason: null }],
  'Lê Thị Bình',
).round

const lacking = deskRound({
  submissions: [
    deskSubmission('co-quan-1', {
      values: [
        { metricId: 'online', state: 'missing' },
        { metricId: 'filed', state: 'entered', value: '100' },
        { metricId: 'scanned', state: 'entered', value: '145' },
        { metricId: 'onTime', state: 'notApplicable', note: 'Không phát sinh' },
        { metricId: 'done', state: 'withheld' },
      ],
      evidence: [],
      explanations: [{ criterionId: 'I.1', text: 'Hệ thống một cửa đang chuyển đổi, báo cáo gửi sau.' }],
      notApplicable: [{ criterionId: 'I.2', reason: 'Không có hồ sơ phải số hóa trong kỳ' }],
    }),
  ],
})

function deskCase(id: string, title: string, draw: GalleryCase['draw']): GalleryCase {
  return { id, part: 'screens', title, draw }
}

export const deskCases: readonly GalleryCase[] = [
  deskCase('desk', 'Review desk: nothing decided yet', () => <DeskSample desk={opening} />),
  deskCase('desk-half-way', 'Review desk: some items decided, one agreement out of date', () => (
    <DeskSample desk={halfWay} address={{ criterion: 'I.2' }} />
  )),
  deskCase('desk-conflict', 'Review desk: two verdicts differ', () => (
    <DeskSample desk={inConflict} address={{ criterion: 'I.1' }} />
  )),
  deskCase('desk-second', 'Review desk: second round', () => (
    <DeskSample desk={secondRound} address={{ criterion: 'I.3' }} />
  )),
  deskCase('desk-lacking', 'Review desk: missing figures and evidence, said not to apply', () => (
    <DeskSample desk={lacking} />
  )),
  deskCase('desk-long-name', 'Review desk: the longest name', () => (
    <DeskSample desk={opening} address={{ agency: 'co-quan-2', criterion: 'II.2' }} />
  )),
  deskCase('desk-nobody', 'Review desk: no name typed', () => <DeskSample desk={opening} me="" />),
  deskCase('desk-closed', 'Review desk: the stage is closed', () => (
    <DeskSample desk={opening} writable="closed" />
  )),
  deskCase('desk-filtered', 'Review desk: a filter that hides everything', () => (
    <DeskSample desk={opening} address={{ q: 'không có mục này', criterion: 'I.1' }} />
  )),
  deskCase('desk-not-received', 'Review desk: an agency that sent nothing', () => (
    <DeskSample desk={lacking} address={{ agency: 'co-quan-2' }} />
  )),
  deskCase('desk-empty', 'Review desk: nothing received', () => (
    <DeskSample desk={deskRound({ submissions: [] })} />
  )),
]
