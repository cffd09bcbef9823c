import { type ReactNode, useState } from 'react'
import { GapSegments, SoloGapBar } from '../../src/charts/GapBarMark.tsx'
import { buildLadder, type GapBar, soloBar } from '../../src/charts/ladderSeries.ts'
import { TargetBarMark } from '../../src/charts/TargetBarMark.tsx'
import type { TargetBar } from '../../src/charts/targetBarSeries.ts'
import { Headline } from '../../src/features/overview/Headline.tsx'
import { LossLadder } from '../../src/features/overview/LossLadder.tsx'
import { OverviewScreen, type OverviewState } from '../../src/features/overview/OverviewScreen.tsx'
import { ReconciliationNotice } from '../../src/features/overview/ReconciliationNotice.tsx'
import { Remarks } from '../../src/features/overview/Remarks.tsx'
import { TargetTiles } from '../../src/features/overview/TargetTiles.tsx'
import { SourcesScreen } from '../../src/features/sources/SourcesScreen.tsx'
import { describePoolReceipt, describeReceipt } from '../../src/receipt/describeReceipt.ts'
import { ReceiptPanel } from '../../src/receipt/ReceiptPanel.tsx'
import type { Receipt } from '../../src/receipt/receipt.ts'
import type { ScoredPlan } from '../../src/state/scoreView.ts'
import type { ScoredView } from '../../src/state/useScoredView.ts'
import { formatNumber } from '../../src/ui/formatNumber.ts'
import { Brand, Icon, type IconName } from '../../src/ui/Icon.tsx'
import { useLanguage } from '../../src/ui/language.tsx'
import { Mark, type MarkKind } from '../../src/ui/Mark.tsx'
import { PaddedNumber } from '../../src/ui/PaddedNumber.tsx'
import { Problems } from '../../src/ui/Problems.tsx'
import { agenciesCases } from './agenciesCases.tsx'
import { assessmentPartsCases } from './assessmentPartsCases.tsx'
import { contributionCases } from './contributionCases.tsx'
import { criteriaCases } from './criteriaCases.tsx'
import { deskCases } from './deskCases.tsx'
import { exportCases } from './exportCases.tsx'
import { handInCases } from './handInCases.tsx'
import { importCases } from './importCases.tsx'
import { inboxCases } from './inboxCases.tsx'
import { ledgerCases } from './ledgerCases.tsx'
import { overviewPartCases } from './overviewCases.tsx'
import { pictureCases } from './pictureCases.tsx'
import { presentCases } from './presentCases.tsx'
import { questionsCases } from './questionsCases.tsx'
import { ruleSetCases } from './ruleSetCases.tsx'
import { documents, firstLeaf, leaves, views } from './samples.ts'
import { selfAssessmentCases } from './selfAssessmentCases.tsx'
import { cited, directory } from './sourcesSample.ts'
import { summaryCases } from './summaryCases.tsx'
import { tasksCases } from './tasksCases.tsx'
import { trendCases } from './trendCases.tsx'
import { wayfindingCases } from './wayfindingCases.tsx'

export type GalleryCase = {
  /** Stable, for the address of one case. */
  readonly id: string
  readonly part: 'ui' | 'charts' | 'receipt' | 'overview' | 'screens'
  readonly title: string
  readonly draw: () => ReactNode
}

const nothing = () => {}

/** Documents are links in the app; the gallery leads nowhere. */
const linkToDocument = (documentId: string, label: string) => <a href={`#${documentId}`}>{label}</a>

const icons: readonly IconName[] = [
  'overview',
  'sources',
  'ruleSets',
  'exchange',
  'chevron',
  'close',
  'table',
  'chart',
  'copy',
  'theme',
  'print',
]

const marks: readonly MarkKind[] = [
  'actual',
  'lost',
  'actualInferred',
  'lostInferred',
  'known',
  'inferred',
  'missing',
  'notApplicable',
  'max',
  'target',
  'reached',
  'warning',
  'error',
]

const uiCases: readonly GalleryCase[] = [
  {
    id: 'icons',
    part: 'ui',
    title: 'Icons and brand',
    draw: () => (
      <p className="row">
        <Brand />
        {icons.map(name => (
          <span key={name}>
            <Icon name={name} /> {name}
          </span>
        ))}
      </p>
    ),
  },
  {
    id: 'marks',
    part: 'ui',
    title: 'Marks of the chart grammar, as small as in a row and larger',
    draw: () => (
      <p className="row">
        {marks.map(kind => (
          <span key={kind}>
            <Mark kind={kind} /> <Mark kind={kind} size={17} /> {kind}
          </span>
        ))}
      </p>
    ),
  },
  {
    id: 'numbers',
    part: 'ui',
    title: 'Numbers that stand on their comma, no digit invented',
    draw: () => <Numbers values={['1234.5', '10.1352', '0.5', '6', '-0.4996', '8/15']} />,
  },
  {
    id: 'problems',
    part: 'ui',
    title: 'Problems in files, with a way out',
    draw: () => (
      <Problems
        title="Không mở được số liệu"
        hint="Sửa tệp rồi thử lại."
        problems={[
          {
            file: 'rule-sets/qd766-2022.json',
            path: 'criteria[3].subCriteria[0].rule.numerator',
            code: 'unknown-metric',
            text: 'không có số liệu “PAY_DOSIER.numerator” trong mục metrics của bộ chỉ số',
          },
          {
            file: 'submissions/qd766-2022/2026-10-10/mot-duong-dan-rat-dai-khong-co-cho-nao-de-xuong-dong.json',
            path: '',
            code: 'not-json',
            text: 'tệp không phải JSON đọc được (dòng 4, cột 3)',
          },
        ]}
        retry={{ label: 'Thử lại', run: nothing }}
      />
    ),
  },
  {
    id: 'problem-alone',
    part: 'ui',
    title: 'A problem without file or way out',
    draw: () => (
      <Problems
        title="Màn hình gặp lỗi"
        hint="Tải lại trang."
        problems={[{ file: '', path: '', code: 'crash', text: 'x is not a function' }]}
      />
    ),
  },
]

function Numbers({ values }: { values: readonly string[] }) {
  const language = useLanguage()
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col" className="number">
            Exact
          </th>
          <th scope="col" className="number">
            Shown
          </th>
        </tr>
      </thead>
      <tbody>
        {values.map(value => (
          <tr key={value}>
            <th scope="row" className="number">
              {value}
            </th>
            <td className="number">
              <PaddedNumber
                text={formatNumber(value, language)}
                decimals={4}
                mark={language === 'vi' ? ',' : '.'}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const bar: GapBar = {
  actual: 0.6,
  lost: 0.3,
  missing: 0,
  actualSure: true,
  lostSure: true,
  shortened: false,
  target: null,
  targetSure: true,
}

const bars: readonly (readonly [string, GapBar])[] = [
  ['reached and lost', bar],
  ['with a target', { ...bar, target: 0.75 }],
  ['with an inferred target', { ...bar, target: 0.75, targetSure: false }],
  ['inferred', { ...bar, actualSure: false, lostSure: false }],
  ['missing', { ...bar, lost: 0, missing: 0.3 }],
  ['only missing', { ...bar, actual: 0, lost: 0, missing: 0.9 }],
  ['nothing lost', { ...bar, actual: 0.9, lost: 0 }],
  ['nothing reached', { ...bar, actual: 0, lost: 0.9 }],
  ['a sliver lost', { ...bar, actual: 0.89, lost: 0.01 }],
  ['shortened', { ...bar, actual: 0.8, lost: 0.2, actualSure: false, lostSure: false, shortened: true }],
  ['no points at all', { ...bar, actual: 0, lost: 0 }],
]

const targetBars: readonly TargetBar[] = [
  { actual: 0.18, sure: true, target: 0.5 },
  { actual: 0.58, sure: false, target: 0.6 },
  { actual: 1, sure: true, target: 1 },
  { actual: null, sure: true, target: 0.8 },
  { actual: 0, sure: true, target: 0.8 },
]

const chartCases: readonly GalleryCase[] = [
  {
    id: 'gap-bars',
    part: 'charts',
    title: 'Gap bars: every state on one scale',
    draw: () => (
      <dl className="bars">
        {bars.map(([name, each]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <svg className="gap-bar" height="18" aria-hidden="true">
                <GapSegments bar={each} top={0} height={18} place={share => `${share * 100}%`} />
              </svg>
            </dd>
          </div>
        ))}
      </dl>
    ),
  },
  {
    id: 'solo-bars',
    part: 'charts',
    title: 'Solo bars of a receipt: settled, inferred, missing, none, full',
    draw: () => (
      <>
        <SoloGapBar bar={soloBar('0.2734', '1.5', true)} height={16} />
        <SoloGapBar bar={soloBar('6.0004', '6.5', false)} height={16} />
        <SoloGapBar bar={soloBar(null, '6', true)} height={16} />
        <SoloGapBar bar={soloBar('0', '6', true)} height={16} />
        <SoloGapBar bar={soloBar('6', '6', true)} height={16} />
      </>
    ),
  },
  {
    id: 'target-bars',
    part: 'charts',
    title: 'Target bars: short, inferred, reached, missing, nothing yet',
    draw: () => (
      <ul className="bars">
        {targetBars.map(each => (
          <li key={JSON.stringify(each)}>
            <TargetBarMark bar={each} />
          </li>
        ))}
      </ul>
    ),
  },
  ladderCase('ladder', 'Loss ladder with a low score: falls in a column of their own', views.settled),
  ladderCase('ladder-pool', 'Loss ladder with published points and an unexplained pool', views.pool),
  ladderCase('ladder-missing', 'Loss ladder with two figures missing', views.missing),
  ladderCase('ladder-all-missing', 'Loss ladder with every figure missing', views.allMissing),
  ladderCase('ladder-not-incurred', 'Loss ladder with nothing incurred (0/0)', views.notIncurred),
  ladderCase('ladder-long-names', 'Loss ladder with long names and no short ones', views.longNames),
  ladderCase('ladder-full', 'Loss ladder with nothing lost', views.full),
  ladderCase('ladder-nothing', 'Loss ladder with everything lost', views.nothing),
  ladderCase('ladder-rest', 'Loss ladder with the smaller losses folded', views.nothing, 3),
  ladderCase('table', 'Table twin', views.settled, 8, true),
  ladderCase('table-pool', 'Table twin with an unexplained pool', views.pool, 8, true),
  ladderCase('table-missing', 'Table twin with two figures missing', views.missing, 8, true),
]

function ladderCase(id: string, title: string, view: ScoredView, limit = 8, showTable = false): GalleryCase {
  return {
    id,
    part: 'charts',
    title,
    draw: () => (
      <LossLadder
        sheet={view.sheet}
        ruleSet={view.ruleSet}
        ladder={buildLadder(view.sheet, limit)}
        publishedAtMax={view.submission.published?.itemsAtMax}
        view={{
          selectedId: view.sheet.losses[0]?.nodeId ?? null,
          showTable,
          showAll: false,
          select: nothing,
          toggleTable: nothing,
          toggleAll: nothing,
        }}
      />
    ),
  }
}

const scope = 'UBND xã Liên Sơn Lắk · Bộ thử · 10/10/2026'

const receiptCases: readonly GalleryCase[] = [
  receiptCase('receipt-ratio', 'A ratio', leaves.ratio),
  receiptCase('receipt-of-target', 'A ratio measured against its target', leaves.ratioOfTarget),
  receiptCase('receipt-from-floor', 'Lower is better, from a floor', leaves.fromFloor),
  receiptCase('receipt-rounded', 'A percentage rounded before scoring', leaves.roundedRatio),
  receiptCase('receipt-yes', 'Yes or no', leaves.yesNo),
  receiptCase('receipt-sum', 'A sum of parts', leaves.sum),
  receiptCase('receipt-monitor', 'Watched only', leaves.monitor),
  receiptCase('receipt-missing', 'A figure is missing', leaves.missing),
  receiptCase('receipt-not-incurred', 'Nothing incurred (0/0)', leaves.notIncurred),
  receiptCase('receipt-not-applicable', 'Does not apply', leaves.notApplicable),
  receiptCase('receipt-pending', 'Waits for review', leaves.pendingReview),
  receiptCase('receipt-long', 'Long name and note', leaves.longName),
  receiptCase('receipt-no-source', 'A rule without a source', leaves.withoutSource),
  receiptCase('receipt-published', 'Published points explained backwards', views.pool),
  {
    id: 'receipt-pool',
    part: 'receipt',
    title: 'Points known only together',
    draw: () => <PoolReceipt view={views.pool} />,
  },
]

function receiptCase(id: string, title: string, view: ScoredView): GalleryCase {
  return { id, part: 'receipt', title, draw: () => <LeafReceipt view={view} /> }
}

function LeafReceipt({ view }: { view: ScoredView }) {
  const language = useLanguage()
  const leaf = firstLeaf(view.sheet)
  const points = leaf.outcome?.kind === 'scored' ? leaf.outcome.points : null
  const targets = [{ year: 2023, text: language === 'vi' ? 'tối thiểu 50%' : 'at least 50%' }]
  return (
    <Panel
      receipt={describeReceipt(leaf, { ...view, scope, language, targets })}
      bar={leaf.maxPoints ? soloBar(points, leaf.maxPoints, true) : null}
    />
  )
}

function PoolReceipt({ view }: { view: ScoredView }) {
  const language = useLanguage()
  const [pool] = view.sheet.pools
  if (!pool) throw new Error('a sheet without pools')
  return (
    <Panel
      receipt={describePoolReceipt(pool, { ...view, scope, language, targets: [] })}
      bar={soloBar(pool.points.to, pool.maxPoints, false)}
    />
  )
}

function Panel({ receipt, bar: drawn }: { receipt: Receipt; bar: GapBar | null }) {
  return (
    <ReceiptPanel
      receipt={receipt}
      bar={drawn}
      close={nothing}
      linkToDocument={linkToDocument}
      covers={false}
    />
  )
}

const aPlan: ScoredPlan = {
  plan: {
    id: 'plan',
    title: 'Kế hoạch nâng cao các chỉ số',
    titleEn: 'Plan to raise the indicators',
    documentId: 'doc',
    year: 2023,
    agencyId: 'agency',
    ruleSetId: 'set',
    linksCertainty: 'stated',
    targets: [
      target('short', '50', 'Hồ sơ thực hiện trực tuyến'),
      target('reached', '100', 'Thủ tục có kênh thanh toán trực tuyến'),
      target('missing', '80', 'Sở, ban, ngành xử lý hồ sơ công việc trên môi trường mạng toàn bộ quy trình'),
      { ...target('lower', '5', 'Hồ sơ quá hạn'), comparison: 'atMost' },
    ],
    tasks: [],
  },
  targets: [
    score('short', '18.2267', 'short', '2345'),
    score('reached', '100', 'reached', '0'),
    {
      targetId: 'missing',
      actual: { kind: 'missing', what: 'counts' },
      status: 'unknown',
      percentPoints: null,
      count: null,
      pointsAtTarget: null,
    },
    score('lower', '7.5', 'short', null),
  ],
  actions: [],
}

function target(id: string, percent: string, shortName: string): ScoredPlan['plan']['targets'][number] {
  return {
    id,
    name: shortName,
    shortName,
    comparison: 'atLeast',
    percent,
    by: '2023-12-31',
    actual: { from: 'criterion', criterionId: 'A' },
    unit: 'hồ sơ',
    unitEn: 'dossiers',
    provenance: { certainty: 'stated', source: { documentId: 'doc', place: 'mục II' } },
  }
}

function score(
  targetId: string,
  percent: string,
  status: 'reached' | 'short',
  count: string | null,
): ScoredPlan['targets'][number] {
  const source = { certainty: 'stated', source: null } as const
  return {
    targetId,
    actual: { kind: 'share', percent, certainty: targetId === 'short' ? 'inferred' : 'stated', source },
    status,
    percentPoints: '2.5',
    count,
    pointsAtTarget: null,
  }
}

const overviewCases: readonly GalleryCase[] = [
  headlineCase('headline', 'Headline', views.compared),
  headlineCase(
    'headline-missing',
    'Headline with figures missing: an interval and two grades',
    views.missing,
  ),
  headlineCase('headline-all-missing', 'Headline with every figure missing', views.allMissing),
  headlineCase('headline-not-incurred', 'Headline with nothing incurred', views.notIncurred),
  headlineCase('headline-not-applicable', 'Headline with a leaf that does not apply', views.notApplicable),
  headlineCase('headline-pool', 'Headline of a published result without grades', views.pool),
  noticeCase('notice-named', 'Named losses and published total disagree', views.pool),
  noticeCase('notice-differs', 'Recomputed and published points differ', views.differs),
  remarksCase('remarks-agree', 'Published points reproduced', views.agrees),
  remarksCase('remarks-not-incurred', 'Nothing incurred', views.notIncurred),
  tilesCase('tiles-plan', 'Targets of a plan', aPlan, false),
  tilesCase('tiles-plan-table', 'Targets of a plan as a table', aPlan, true),
  tilesCase('tiles-thresholds', 'Thresholds where no plan is loaded', null, false),
]

function headlineCase(id: string, title: string, view: ScoredView): GalleryCase {
  return { id, part: 'overview', title, draw: () => <Headline {...view} /> }
}

function noticeCase(id: string, title: string, { sheet: { reconciliation } }: ScoredView): GalleryCase {
  return {
    id,
    part: 'overview',
    title,
    draw: () =>
      reconciliation && <ReconciliationNotice reconciliation={reconciliation} open toggle={nothing} />,
  }
}

function remarksCase(id: string, title: string, view: ScoredView): GalleryCase {
  return { id, part: 'overview', title, draw: () => <Remarks {...view} said={[]} /> }
}

function tilesCase(id: string, title: string, plan: ScoredPlan | null, showTable: boolean): GalleryCase {
  return {
    id,
    part: 'overview',
    title,
    draw: () => (
      <div className="duo">
        <TargetTiles
          sheet={views.settled.sheet}
          plan={plan}
          documents={documents}
          showTable={showTable}
          toggleTable={nothing}
        />
      </div>
    ),
  }
}

const screenCases: readonly GalleryCase[] = [
  screenCase('screen', 'The overview of a settled result', views.compared),
  screenCase('screen-pool', 'The overview of a published result', views.pool),
  screenCase('screen-missing', 'The overview with figures missing', views.missing),
  screenCase('screen-long-names', 'The overview with long names', views.longNames),
  {
    id: 'sources',
    part: 'screens',
    title: 'The sources',
    draw: () => <Sources documentId={undefined} />,
  },
  {
    id: 'source',
    part: 'screens',
    title: 'One source and what is taken from it',
    draw: () => <Sources documentId="doc" />,
  },
]

function Sources({ documentId }: { documentId: string | undefined }) {
  const [search, setSearch] = useState('')
  return (
    <SourcesScreen
      documents={documents}
      directory={directory}
      cited={cited}
      problems={[]}
      documentId={documentId}
      search={search}
      setSearch={setSearch}
      link={(_, label) => <a href="#gallery">{label}</a>}
    />
  )
}

function screenCase(id: string, title: string, view: ScoredView): GalleryCase {
  return { id, part: 'screens', title, draw: () => <Screen view={view} /> }
}

function Screen({ view }: { view: ScoredView }) {
  const [state, setState] = useState<OverviewState>({})
  return (
    <OverviewScreen
      view={view}
      state={state}
      change={setState}
      isWide={window.matchMedia('(min-width: 1280px)').matches}
      linkToDocument={linkToDocument}
    />
  )
}

export const cases: readonly GalleryCase[] = [
  ...uiCases,
  ...chartCases,
  ...receiptCases,
  ...overviewCases,
  ...screenCases,
  ...ruleSetCases,
  ...overviewPartCases,
  ...criteriaCases,
  ...agenciesCases,
  ...contributionCases,
  ...trendCases,
  ...pictureCases,
  ...inboxCases,
  ...deskCases,
  ...questionsCases,
  ...summaryCases,
  ...ledgerCases,
  ...tasksCases,
  ...wayfindingCases,
  ...selfAssessmentCases,
  ...assessmentPartsCases,
  ...handInCases,
  ...importCases,
  ...presentCases,
  ...exportCases,
]
