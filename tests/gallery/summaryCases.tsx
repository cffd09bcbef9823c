import { RemedyPart } from '../../src/features/review/remedy/RemedyPart.tsx'
import type { ReviewAddress } from '../../src/features/review/reviewProps.ts'
import { SummaryPart } from '../../src/features/review/summary/SummaryPart.tsx'
import type { LedgerAct } from '../../src/model/review.ts'
import {
  aDecision,
  type DeskRound,
  deskAgencies,
  deskRound,
  deskSubmission,
  merged,
  written,
} from '../state/review/deskRound.ts'
import type { GalleryCase } from './cases.tsx'
import { PartSample } from './summarySample.tsx'

const named = (desk: DeskRound, id: string): DeskRound => ({ ...desk, round: { ...desk.round, id } })

/** Two received of three, decided and surveyed in part; one of them lacks figures. */
function aRound(): DeskRound {
  const desk = deskRound({
    agencies: deskAgencies,
    submissions: [
      deskSubmission('co-quan-1'),
      deskSubmission('co-quan-2', { values: [{ metricId: 'filed', state: 'entered', value: '80' }] }),
    ],
  })
  const { round } = written(
    desk,
    [
      aDecision('II.1', { kind: 'points', points: '3' }),
      aDecision('II.3', { kind: 'points', points: '1' }),
      survey('5.2'),
      task('nv-1', 'Rà soát hồ sơ chưa số hóa'),
      {
        kind: 'publish',
        agencyId: 'co-quan-1',
        total: '20.1',
        points: [],
        rank: { rank: 1, of: 3 },
        band: null,
        source: 'Quyết định 12/QĐ-UBND',
        over: [],
      },
    ],
    'Lê Thị Bình',
  )
  return round
}

export const survey = (points: string, over: readonly string[] = []): LedgerAct => ({
  kind: 'survey',
  agencyId: 'co-quan-1',
  criterionId: 'II.2',
  given: { kind: 'points', points },
  source: 'Báo cáo 125/BC-SNV',
  over,
})

export const task = (taskId: string, name: string, over: readonly string[] = []): LedgerAct => ({
  kind: 'remedy',
  taskId,
  task: {
    name,
    criterionIds: ['I.2'],
    agencyId: null,
    leadIds: ['co-quan-2'],
    lead: '',
    product: 'Báo cáo rà soát',
    due: '2027-03-31',
  },
  over,
})

/** The same closed, with most of it never decided. */
export function closed(desk: DeskRound): DeskRound {
  const entryIds = desk.entries.map(({ id }) => id)
  return written(desk, [{ kind: 'close', stage: 'closed', entryIds, sha256: 'f'.repeat(64) }], 'Lê Thị Bình')
    .round
}

/** One agency alone in its group, of which one figure is known. */
export function alone(): DeskRound {
  return deskRound({
    agencies: deskAgencies.slice(0, 1),
    submissions: [
      deskSubmission('co-quan-1', {
        values: [{ metricId: 'filed', state: 'entered', value: '80' }],
        decisions: [],
      }),
    ],
  })
}

/** Two machines that did not know of each other. */
function torn(): DeskRound {
  const desk = aRound()
  const one = written(desk, [task('nv-2', 'Tập huấn số hóa'), survey('5')], 'Lê Thị Bình', 'may-1').round
  const other = written(desk, [task('nv-2', 'Mua máy quét'), survey('4')], 'Trần Văn Minh', 'may-2').round
  return merged(one, other)
}

function aCase(
  id: string,
  title: string,
  desk: DeskRound,
  address: ReviewAddress,
  part = SummaryPart,
): GalleryCase {
  const own = named(desk, `dot-${id}`)
  return { id, part: 'screens', title, draw: () => <PartSample part={part} desk={own} address={address} /> }
}

export const summaryCases: readonly GalleryCase[] = [
  aCase('summary-ranking', 'Tổng hợp: xếp hạng', aRound(), {}),
  aCase('summary-areas', 'Tổng hợp: cột theo lĩnh vực', aRound(), { area: 'all' }),
  aCase('summary-closed', 'Tổng hợp: đã chốt, còn mục chưa quyết định', closed(aRound()), {}),
  aCase('summary-alone', 'Tổng hợp: nhóm một đơn vị, thiếu số liệu', alone(), {}),
  aCase('summary-open', 'Tổng hợp: chưa rõ điểm mất', alone(), { filter: 'losses' }),
  aCase('summary-nobody', 'Tổng hợp: chưa nhận hồ sơ nào', deskRound({ submissions: [] }), {}),
  aCase('summary-province', 'Tổng hợp: toàn tỉnh', aRound(), { filter: 'province' }),
  aCase('summary-losses', 'Tổng hợp: mất điểm', aRound(), { filter: 'losses' }),
  aCase('summary-survey', 'Tổng hợp: kết quả điều tra, hai máy ghi khác nhau', torn(), { filter: 'survey' }),
  aCase('summary-published', 'Tổng hợp: đối chiếu công bố', aRound(), { filter: 'published' }),
  aCase('remedy', 'Kế hoạch khắc phục, hai máy ghi khác nhau', torn(), {}, RemedyPart),
  aCase('remedy-agency', 'Kế hoạch khắc phục của một đơn vị', aRound(), { agency: 'co-quan-1' }, RemedyPart),
]
