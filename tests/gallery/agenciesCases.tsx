import '../../src/features/agencies/agencies.css'
import '../../src/features/agencies/leagueTools.css'
import '../../src/features/agencies/league.css'
import '../../src/features/agencies/leagueCells.css'
import '../../src/features/agencies/leaguePrint.css'
import '../../src/features/agencies/heat.css'
import '../../src/features/agencies/blocks.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type CSSProperties, useState } from 'react'
import { DistributionMark } from '../../src/charts/Distribution.tsx'
import { buildDistribution } from '../../src/charts/distributionSeries.ts'
import { SparklineMark } from '../../src/charts/Sparkline.tsx'
import { buildSparkline, type SparkPoint } from '../../src/charts/sparklineSeries.ts'
import { AgenciesScreen } from '../../src/features/agencies/AgenciesScreen.tsx'
import type { AgenciesState } from '../../src/features/agencies/agenciesState.ts'
import { documentsQuery } from '../../src/io/queries.ts'
import type { AgencyDirectory } from '../../src/model/agency.ts'
import type { Catalogue } from '../../src/model/catalogue.ts'
import type { CohortView } from '../../src/model/cohort.ts'
import type { Submission } from '../../src/model/submission.ts'
import { changesSince } from '../../src/scoring/cohort/changesSince.ts'
import { scoreGroups } from '../../src/scoring/cohort/scoreGroups.ts'
import { Pips } from '../../src/ui/Pips.tsx'
import {
  aBand,
  aCriterion,
  aGroup,
  aRatioRule,
  aRuleSet,
  aSubmission,
  scoredAt,
} from '../scoring/builders.ts'
import type { GalleryCase } from './cases.tsx'
import { documents } from './samples.ts'

const leaf = (id: string, shortName: string, maxPoints: string) =>
  aCriterion({
    id,
    shortName,
    maxPoints,
    rule: aRatioRule({ numerator: `${id}.n`, denominator: `${id}.d`, whenDenominatorZero: 'full' }),
  })

const ruleSet = aRuleSet({
  pointsPlaces: 2,
  criteria: [
    aGroup('I', [leaf('a', 'Hồ sơ trực tuyến toàn trình', '20'), leaf('b', 'Thanh toán trực tuyến', '10')], {
      shortName: 'Dịch vụ công và thanh toán trực tuyến',
    }),
    aGroup('II', [leaf('c', 'Số hóa kết quả giải quyết', '40')], { shortName: 'Số hóa, giải quyết hồ sơ' }),
    aGroup('III', [leaf('d', 'Tiếp nhận, trả lời phản ánh đúng hạn', '30')], {
      shortName: 'Lắng nghe, minh bạch',
    }),
  ],
  bands: [
    aBand('xuat-sac', '90'),
    aBand('tot', '80'),
    aBand('kha', '65'),
    aBand('trung-binh', '50'),
    aBand('yeu', '0'),
  ],
  grading: {
    quotas: [
      {
        bandId: 'xuat-sac',
        maxPercent: '20',
        ofBandIds: ['xuat-sac', 'tot', 'kha', 'trung-binh', 'yeu'],
        toBandId: 'tot',
        atTie: 'allFall',
        provenance: { certainty: 'illustrative', source: { documentId: 'quyet-dinh-thu' } },
      },
    ],
  },
})

const names = [
  'Ban Quản lý các khu kinh tế và các khu công nghiệp Đắk Lắk',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Sở Nông nghiệp và Môi trường',
  'Sở Xây dựng',
  'Sở Y tế',
  'Văn phòng Ủy ban nhân dân tỉnh',
  'Trung tâm Phục vụ hành chính công tỉnh',
  'Công an tỉnh',
  'Thanh tra tỉnh',
]

const directory: AgencyDirectory = {
  agencies: names.map((name, index) => ({ id: `dv-${index}`, code: null, name, level: 'department' })),
  groups: [
    {
      id: 'so',
      name: 'Sở, ban, ngành của tỉnh thử',
      use: 'comparison',
      members: { ids: names.map((_, index) => `dv-${index}`) },
    },
  ],
}

const catalogue: Catalogue = {
  documents: 'documents.json',
  agencies: '',
  figures: '',
  ruleSets: [],
  submissions: [],
  tables: [],
  plans: [],
  opening: { ruleSetId: ruleSet.id, period: '2026-02', agencyId: 'dv-0' },
}

/** Shares at a, b, c, d; null is missing, "0/0" nothing to count. */
function sent(index: number, period: string, shares: readonly (string | null)[]): Submission {
  const figures = shares.flatMap((share, place) => {
    const [n = null, d = null] = share?.split('/') ?? []
    const id = 'abcd'[place]
    return [
      [`${id}.n`, n],
      [`${id}.d`, d],
    ] as const
  })
  return aSubmission({
    id: `dv-${index}.${period}`,
    agencyId: `dv-${index}`,
    period,
    stage: 'closed',
    provenance: { certainty: 'illustrative', source: { documentId: 'quyet-dinh-thu' } },
    figures: Object.fromEntries(figures),
  })
}

const viewOf = (period: string, submissions: readonly Submission[]): CohortView =>
  scoreGroups(
    {
      ruleSet,
      period,
      stage: null,
      submissions: submissions.map(submission => ({ file: `${submission.id}.json`, submission })),
      previous: [],
      groups: [{ groupId: 'so', agencyIds: directory.agencies.map(agency => agency.id) }],
      workloadMetricId: 'a.d',
    },
    scoredAt,
  )

const before = viewOf('2026-01', [
  sent(0, '2026-01', ['90/100', '9/10', '80/100', '9/10']),
  sent(1, '2026-01', ['80/100', '10/10', '90/100', null]),
  sent(3, '2026-01', ['10/100', '1/10', '20/100', '3/10']),
])

const full = viewOf('2026-02', [
  sent(0, '2026-02', ['1998/2000', '10/10', '100/100', '97/100']),
  sent(1, '2026-02', ['95/100', '10/10', '100/100', '9/10']),
  sent(2, '2026-02', ['95/100', '10/10', '100/100', '9/10']),
  sent(3, '2026-02', ['60/100', null, '70/100', '9/10']),
  sent(4, '2026-02', ['40/100', '1/10', '50/100', '5/10']),
  sent(5, '2026-02', ['0/0', '0/0', '0/0', '0/0']),
  { ...sent(6, '2026-02', ['1/1', '1/1', '1/1', '1/1']), period: '2025-02' },
  aSubmission({ id: 'dv-7', agencyId: 'dv-7', period: '2026-02', stage: 'closed' }),
])

const alone = viewOf('2026-02', [aSubmission({ id: 'dv-7', agencyId: 'dv-7', period: '2026-02' })])

const client = new QueryClient()
client.setQueryData(documentsQuery(catalogue.documents).queryKey, documents)

function Screen({ view, opening }: { view: CohortView; opening: AgenciesState }) {
  const [state, setState] = useState(opening)
  const hasHistory = view === full
  return (
    <QueryClientProvider client={client}>
      <AgenciesScreen
        view={view}
        ruleSet={ruleSet}
        groupId="so"
        earlier={{
          history: new Map(hasHistory ? [['2026-01', before]] : []),
          periods: hasHistory ? ['2026-01'] : [],
          changes: hasHistory ? changesSince(view, before) : null,
        }}
        catalogue={catalogue}
        directory={directory}
        state={state}
        change={next => setState({ ...state, ...next })}
        hrefOf={() => '#gallery'}
      />
    </QueryClientProvider>
  )
}

function screenCase(id: string, title: string, opening: AgenciesState, view = full): GalleryCase {
  return { id, part: 'screens', title, draw: () => <Screen view={view} opening={opening} /> }
}

const months = (...percents: readonly (string | null)[]): readonly SparkPoint[] =>
  percents.map((percent, index) => {
    const [from = '', to = from] = percent?.split('-') ?? []
    return { period: `2026-0${index + 1}`, percent: percent === null ? null : { from, to }, stage: 'closed' }
  })

const lines: readonly (readonly SparkPoint[])[] = [
  months('60', '70', '65', '80'),
  months('60', null, '65', '80'),
  months('60', '50-75', '65', '80'),
  months('70'),
  [],
]

const wide: CSSProperties = { maxWidth: 380 }

function distributionCase(id: string, title: string, percents: readonly string[]): GalleryCase {
  return {
    id,
    part: 'charts',
    title,
    draw: () => (
      <div style={wide}>
        <DistributionMark
          distribution={buildDistribution(
            percents.map((percent, index) => {
              const [from = '', to = from] = percent.split('-')
              return { agencyId: String(index), percent: { from, to }, isIdle: index === 1 }
            }),
            ruleSet.bands,
          )}
        />
      </div>
    ),
  }
}

/** Đơn vị and its marks: ties, gaps, quotas, idle and silent agencies, long names, nothing at all. */
export const agenciesCases: readonly GalleryCase[] = [
  screenCase('agencies', 'Đơn vị: đồng hạng, thiếu số liệu, không phát sinh, chưa nộp, tệp hỏng', {}),
  screenCase('agencies-leaves', 'Đơn vị: từng tiêu chí, cách đơn vị dẫn đầu', {
    rows: 'all',
    measure: 'share',
  }),
  screenCase('agencies-none', 'Đơn vị: không đơn vị nào khớp', { q: 'không có', filter: 'band.yeu' }),
  screenCase('agencies-table', 'Đơn vị: sắp xếp, bảng phân bố', { sort: '-II', tables: 'distribution' }),
  screenCase('agencies-silent', 'Đơn vị: chưa đơn vị nào nộp', {}, alone),
  {
    id: 'sparklines',
    part: 'charts',
    title: 'Đường theo kỳ: liền, đứt, khoảng, một chấm, trống',
    draw: () => (
      <div style={{ display: 'flex', gap: 24 }}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
          <SparklineMark key={index} line={buildSparkline(line, { from: 40, to: 100 })} />
        ))}
      </div>
    ),
  },
  {
    id: 'pips',
    part: 'charts',
    title: 'Xếp loại: năm mức, hai mức có thể',
    draw: () => (
      <>
        <Pips className="band-pips" count={5} sure={5} possible={5} />{' '}
        <Pips className="band-pips" count={5} sure={2} possible={4} />
      </>
    ),
  },
  distributionCase('distribution-dots', 'Phân bố: chấm, khoảng, không phát sinh', [
    '12',
    '20',
    '44',
    '55.4',
    '55.42',
    '70.5',
    '61-78',
    '100',
  ]),
  distributionCase(
    'distribution-bars',
    'Phân bố: nhiều đơn vị',
    Array.from({ length: 140 }, (_, index) => String(40 + ((index * 37) % 59))),
  ),
  distributionCase('distribution-empty', 'Phân bố: chưa đơn vị nào', []),
]
