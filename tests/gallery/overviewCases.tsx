import { useState } from 'react'
import { buildRadar } from '../../src/charts/radarSeries.ts'
import { Actions } from '../../src/features/overview/Actions.tsx'
import { AreaRadar } from '../../src/features/overview/AreaRadar.tsx'
import { Headline } from '../../src/features/overview/Headline.tsx'
import { MissingFigures } from '../../src/features/overview/MissingFigures.tsx'
import { OverviewScreen, type OverviewState } from '../../src/features/overview/OverviewScreen.tsx'
import { pictureFrame } from '../../src/features/overview/pictureOf.ts'
import { Remarks } from '../../src/features/overview/Remarks.tsx'
import { TargetTiles } from '../../src/features/overview/TargetTiles.tsx'
import type { FigureState, NextAction } from '../../src/model/nextActions.ts'
import type { AreaShares, ChangeRefusal, TargetScore } from '../../src/model/scoreSheet.ts'
import { areaShares, lossesByArea, lossesInAreas } from '../../src/scoring/actions/lossViews.ts'
import { rankNextActions } from '../../src/scoring/actions/rankNextActions.ts'
import { scoreForChanges } from '../../src/scoring/scoreSubmission.ts'
import type { ScoredView } from '../../src/state/useScoredView.ts'
import {
  aCriterion,
  aGroup,
  aPlan,
  aRatioRule,
  aRuleSet,
  aSubmission,
  aTarget,
  scoredAt,
} from '../scoring/builders.ts'
import type { GalleryCase } from './cases.tsx'

const nothing = () => undefined

const longArea = 'Phục vụ người dân, doanh nghiệp trên môi trường điện tử của Ban Quản lý các khu kinh tế'

/** Four areas of two ratios each, as an agency whose figures are these shares of 100. */
function anAgency(shares: readonly (string | null)[], names: readonly string[] = []): ScoredView {
  const ratio = (id: string) =>
    aCriterion({
      id,
      code: id,
      name: `Tỷ lệ hồ sơ ${id}`,
      shortName: `Tỷ lệ hồ sơ ${id}`,
      maxPoints: '10',
      rule: aRatioRule({ numerator: `n${id}`, denominator: `d${id}` }),
    })
  const criteria = shares.map((_, index) => {
    const name = names[index] ?? `Lĩnh vực ${index + 1}`
    const id = String(index + 1)
    return aGroup(id, [ratio(`${id}.1`), ratio(`${id}.2`)], { code: id, name, shortName: name })
  })
  const figures = Object.fromEntries(
    shares.flatMap((share, index) => [
      [`n${index + 1}.1`, share],
      [`d${index + 1}.1`, '100'],
      [`n${index + 1}.2`, '100'],
      [`d${index + 1}.2`, '100'],
    ]),
  )
  const ruleSet = aRuleSet({ criteria, itemDepth: 1 })
  const submission = aSubmission({ figures, period: '2026-10' })
  const { sheet } = scoreForChanges(ruleSet, submission, scoredAt)
  const whole = lossesByArea(sheet)
  return {
    ruleSet,
    submission,
    sheet,
    stages: [submission.stage],
    change: null,
    plan: null,
    agency: {
      id: 'don-vi',
      code: null,
      name: 'Ban Quản lý các khu kinh tế và các khu công nghiệp Đắk Lắk',
      level: 'department',
    },
    documents: [],
    parts: {
      before: null,
      comparison: null,
      completeness: {
        entered: 14,
        missing: 2,
        notApplicable: 1,
        open: 2,
        missingFigures: [],
        notIncurredLoss: null,
      },
      areas: whole && { whole, each: lossesInAreas(sheet) },
      shares: areaShares(sheet),
    },
  }
}

const agencies = {
  settled: anAgency(['20', '60', '90', '100']),
  missing: anAgency(['20', null, '90', '100']),
  longNames: anAgency(['20', '60', '90', '100', '10', '0'], Array(6).fill(longArea)),
  eight: anAgency(['20', '60', '90', '100', '10', '0', '50', '75']),
  full: anAgency(['100', '100', '100', '100']),
}

const radarCases = [
  radarCase('radar', 'Radar of four areas', agencies.settled),
  radarCase('radar-missing', 'Radar with a figure missing in one area', agencies.missing),
  radarCase('radar-long-names', 'Radar of six areas with long names', agencies.longNames),
  radarCase('radar-eight', 'Radar of eight areas', agencies.eight),
  radarCase('radar-full', 'Radar with nothing lost', agencies.full),
  radarCase('radar-table', 'Radar as a table', agencies.missing, true),
]

function radarCase(id: string, title: string, view: ScoredView, showTable = false): GalleryCase {
  const shares: AreaShares | null | undefined = view.parts?.shares
  const radar = shares && buildRadar(shares)
  return {
    id,
    part: 'charts',
    title,
    draw: () =>
      shares &&
      radar && (
        <AreaRadar
          shares={shares}
          radar={radar}
          ruleSet={view.ruleSet}
          showTable={showTable}
          toggleTable={nothing}
          open={nothing}
          frame={pictureFrame(view, 'vi')}
        />
      ),
  }
}

const actionCases = [
  actionsCase('next-actions', 'What to do first', agencies.settled),
  actionsCase('next-actions-missing', 'What to do first with figures missing', agencies.missing),
  actionsCase('next-actions-loading', 'What to do first, while it is worked out', agencies.settled, null),
  actionsCase('next-actions-failed', 'What to do first, not to be loaded', agencies.settled, 'failed'),
]

function actionsCase(
  id: string,
  title: string,
  { sheet, ruleSet, submission, agency }: ScoredView,
  next?: readonly NextAction[] | 'failed' | null,
): GalleryCase {
  const found = rankNextActions(scoreForChanges(ruleSet, submission, scoredAt), null)
  return {
    id,
    part: 'overview',
    title,
    draw: () => (
      <Actions
        sheet={sheet}
        ruleSet={ruleSet}
        plan={null}
        agency={agency?.name}
        next={next === undefined ? found : next}
        select={nothing}
      />
    ),
  }
}

function refusedCase(refusal: ChangeRefusal): GalleryCase {
  return {
    id: `headline-${refusal}`,
    part: 'overview',
    title: `Headline that cannot be compared: ${refusal}`,
    draw: () => (
      <Headline
        {...agencies.settled}
        comparison={{ previousPeriod: '2026-09', previousStage: 'closed', change: null, refusal }}
      />
    ),
  }
}

const figure = (id: string, name: string, isWatched = false): FigureState => ({
  metricId: id,
  name,
  unit: 'hồ sơ',
  state: 'missing',
  criterionIds: ['1.1'],
  isWatched,
})

const completenessCases: readonly GalleryCase[] = [
  {
    id: 'missing-figures',
    part: 'overview',
    title: 'The figures that are missing',
    draw: () => (
      <MissingFigures
        figures={[
          figure('a', 'Hồ sơ nộp trực tuyến toàn trình'),
          figure('b', `Hồ sơ của ${longArea}`),
          figure('c', 'Bản sao điện tử', true),
        ]}
        sheet={agencies.missing.sheet}
        select={nothing}
      />
    ),
  },
  {
    id: 'remarks-figures',
    part: 'overview',
    title: 'Remarks that count figures',
    draw: () => (
      <Remarks
        sheet={agencies.missing.sheet}
        ruleSet={agencies.missing.ruleSet}
        said={[]}
        completeness={agencies.missing.parts?.completeness}
        missing={{ isOpen: false, toggle: nothing }}
      />
    ),
  },
]

const paceOf = (id: string, pace: TargetScore['pace']): TargetScore => ({
  targetId: id,
  actual: { kind: 'share', percent: '37.5', certainty: 'stated', source: aTarget().provenance },
  status: 'short',
  percentPoints: '12.5',
  count: '1234',
  pointsAtTarget: null,
  pace,
})
const by = '2026-12-31'
const paces: readonly TargetScore[] = [
  paceOf('day', {
    kind: 'open',
    by,
    perWorkingDay: '22',
    workingDays: 57,
    perMonth: '617',
    months: 2,
    days: 82,
  }),
  paceOf('month', {
    kind: 'open',
    by,
    perWorkingDay: null,
    workingDays: null,
    perMonth: '617',
    months: 2,
    days: 82,
  }),
  paceOf('days', {
    kind: 'open',
    by,
    perWorkingDay: null,
    workingDays: null,
    perMonth: null,
    months: null,
    days: 12,
  }),
  paceOf('past', { kind: 'past', by: '2026-06-30' }),
]

const tileCases = [tilesCase('target-pace', false), tilesCase('target-pace-table', true)]

function tilesCase(id: string, showTable: boolean): GalleryCase {
  const plan = aPlan({
    targets: paces.map(({ targetId }) =>
      aTarget({ id: targetId, name: longArea, shortName: 'Hồ sơ trực tuyến' }),
    ),
  })
  return {
    id,
    part: 'overview',
    title: `Targets with the pace to their day${showTable ? ', as a table' : ''}`,
    draw: () => (
      <div className="duo">
        <TargetTiles
          sheet={agencies.settled.sheet}
          plan={{ plan, targets: paces, actions: [] }}
          documents={[]}
          showTable={showTable}
          toggleTable={nothing}
        />
      </div>
    ),
  }
}

const screenCases: readonly GalleryCase[] = [
  screenCase('screen-by-area', 'The overview by area', agencies.settled, { area: 'all' }),
  screenCase('screen-area-open', 'The overview within one area, a figure missing', agencies.missing, {
    area: '2',
  }),
  screenCase('screen-radar', 'The overview with its radar', agencies.longNames, { area: 'shares' }),
]

function screenCase(id: string, title: string, view: ScoredView, opening: OverviewState): GalleryCase {
  return { id, part: 'screens', title, draw: () => <Screen view={view} opening={opening} /> }
}

function Screen({ view, opening }: { view: ScoredView; opening: OverviewState }) {
  const [state, setState] = useState<OverviewState>(opening)
  return (
    <OverviewScreen
      view={view}
      state={state}
      change={setState}
      isWide={window.matchMedia('(min-width: 1280px)').matches}
      linkToDocument={(_, label) => <a href="#gallery">{label}</a>}
    />
  )
}

/** Parts of the overview that came with areas, ranks and next actions. */
export const overviewPartCases: readonly GalleryCase[] = [
  ...radarCases,
  ...actionCases,
  ...(['maximum', 'openBefore', 'ruleSet', 'stage'] as const).map(refusedCase),
  ...completenessCases,
  ...tileCases,
  ...screenCases,
]
