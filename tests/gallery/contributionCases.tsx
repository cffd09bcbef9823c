import { useState } from 'react'
import { CompareLetter, CompareMark } from '../../src/charts/CompareMarks.tsx'
import { ContributionMark } from '../../src/charts/ContributionMarks.tsx'
import type { AgenciesState } from '../../src/features/agencies/agenciesState.ts'
import { CompareBlock } from '../../src/features/agencies/compare/CompareBlock.tsx'
import { ContributionView } from '../../src/features/agencies/contribution/ContributionView.tsx'
import type { Agency, AgencyDirectory } from '../../src/model/agency.ts'
import type { CohortView } from '../../src/model/cohort.ts'
import type { ComparedCell } from '../../src/model/comparison.ts'
import type { RuleSet } from '../../src/model/ruleSet.ts'
import type { Submission } from '../../src/model/submission.ts'
import { contributionsTo } from '../../src/scoring/attribution/contributionsTo.ts'
import { scoreGroups } from '../../src/scoring/cohort/scoreGroups.ts'
import { aGroup, aLeaf, aRatioRule, aReportedLeaf, aRuleSet, aSubmission, scoredAt } from './builders.ts'
import type { GalleryCase } from './cases.tsx'
import { documents } from './samples.ts'

const names = [
  'Ban Quản lý các khu kinh tế và các khu công nghiệp Đắk Lắk',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Trung tâm Phục vụ hành chính công và Kiểm soát thủ tục hành chính',
  'UBND phường Buôn Ma Thuột',
  'UBND xã Ea Súp',
  'UBND xã Liên Sơn Lắk',
  'Sở Dân tộc và Tôn giáo',
  'Công an tỉnh',
  'UBND xã Xuân Lãnh',
  'Văn phòng UBND tỉnh',
  'UBND xã Ea Ktur',
  'Sở Khoa học và Công nghệ',
]

const parent: Agency = { id: 'tinh', code: null, name: 'UBND tỉnh Mẫu', shortName: 'Mẫu', level: 'province' }
const agencies: readonly Agency[] = [
  parent,
  ...names.map(
    (name, index): Agency => ({ id: `u${index}`, code: null, name, level: 'department', parentId: 'tinh' }),
  ),
]
const directory: AgencyDirectory = {
  agencies,
  groups: [
    {
      id: 'nhom',
      name: 'Đơn vị của tỉnh Mẫu',
      use: 'comparison',
      members: { level: 'department', parentId: 'tinh' },
    },
  ],
}

const rules = aRuleSet(
  [
    aGroup('1', '16', [
      aLeaf('1.1', { maxPoints: '10', name: 'Hồ sơ giải quyết đúng hạn, trước hạn' }),
      aLeaf('1.2', {
        maxPoints: '6',
        name: 'Hồ sơ nộp trực tuyến',
        rule: aRatioRule({ numerator: 'x', denominator: 'y', targetPercent: '50', scaling: 'shareOfTarget' }),
      }),
    ]),
    aReportedLeaf('2', '4', { name: 'Mức độ hài lòng qua khảo sát' }),
  ],
  {
    scale: '20',
    pointsPlaces: 2,
    metrics: ['n', 'd', 'x', 'y'].map(id => ({
      id,
      name: `Số liệu ${id}`,
      unit: 'hồ sơ',
      unitEn: 'dossiers',
      valueType: 'count',
    })),
  },
)

/** Late and online dossiers of each unit; the third sent no online figures, the eighth had no dossiers. */
const units = names.map((_, index): Submission => {
  const all = index === 7 ? 0 : 100 + index * 35
  const figures = {
    n: String(all - Math.min(all, (index * 17) % 60)),
    d: String(all),
    ...(index === 2 ? {} : { x: String(Math.floor((all * ((index * 13) % 100)) / 100)), y: String(all) }),
  }
  return aSubmission(figures, { id: `u${index}`, agencyId: `u${index}` })
})

const whole = aSubmission({ n: '9000', d: '9999', x: '2000', y: '9999' }, { id: 'tinh', agencyId: 'tinh' })

const ask = (ruleSet: RuleSet, above: Submission | null, parts: readonly Submission[]) =>
  contributionsTo({ ruleSet, stage: null, parentId: 'tinh', whole: above, parts, previous: null }, scoredAt)

function Contributions({ above, opening }: { above: Submission | null; opening: AgenciesState }) {
  const [state, setState] = useState(opening)
  const contribution = ask(rules, above, units)
  return contribution.total ? (
    <ContributionView
      contribution={contribution}
      total={contribution.total}
      ruleSet={rules}
      agencies={agencies}
      documents={documents.slice(0, 1)}
      state={state}
      change={next => setState({ ...state, ...next })}
      hrefOf={() => '#gallery'}
    />
  ) : null
}

const view: CohortView = scoreGroups(
  {
    ruleSet: rules,
    period: '2026-10-10',
    stage: null,
    submissions: units.map(submission => ({ file: 'nhom.json', submission })),
    previous: [],
    groups: [{ groupId: 'nhom', agencyIds: units.map(each => each.agencyId) }],
    workloadMetricId: 'd',
  },
  scoredAt,
)

function Comparison({ opening, only }: { opening: AgenciesState; only?: number | undefined }) {
  const [state, setState] = useState(opening)
  const [group] = view.groups
  if (!group) return null
  return (
    <CompareBlock
      view={view}
      ruleSet={rules}
      group={only === undefined ? group : { ...group, rows: group.rows.slice(0, only) }}
      directory={directory}
      source="Quyết định thử"
      state={state}
      change={next => setState({ ...state, ...next })}
      hrefOf={() => '#gallery'}
    />
  )
}

const cell = (from: string | null, to = from): ComparedCell => ({
  state: from === null ? 'notApplicable' : from === to ? 'settled' : 'open',
  points: null,
  maxPoints: '10',
  percent: from === null || to === null ? null : { from, to },
  isInferred: false,
  notIncurred: false,
  restsOnNothing: false,
  behind: null,
})

const rows: readonly (readonly ComparedCell[])[] = [
  [cell('20'), cell('80')],
  [cell('50'), cell('50'), cell('51')],
  [cell('0'), cell('0'), cell('100'), cell('100'), cell('97')],
  [cell('40', '90'), cell('65'), cell(null)],
  [cell(null), cell(null)],
]

const bars = [
  ['carries', { from: 0.3, to: 1, offsets: false, shortened: false }, true, false],
  ['deduced', { from: 0.3, to: 0.8, offsets: false, shortened: false }, false, false],
  ['offsets', { from: 0.1, to: 0.3, offsets: true, shortened: false }, true, false],
  ['nothing', { from: 0.3, to: 0.3, offsets: false, shortened: false }, true, false],
  ['nobody, cut', { from: 0.3, to: 1, offsets: false, shortened: true }, true, true],
] as const

function contributionCase(
  id: string,
  title: string,
  opening: AgenciesState,
  above: Submission | null = null,
): GalleryCase {
  return { id, part: 'screens', title, draw: () => <Contributions above={above} opening={opening} /> }
}

function compareCase(id: string, title: string, opening: AgenciesState, only?: number): GalleryCase {
  return { id, part: 'screens', title, draw: () => <Comparison opening={opening} only={only} /> }
}

export const contributionCases: readonly GalleryCase[] = [
  {
    id: 'contribution-marks',
    part: 'charts',
    title: 'Parts of a loss: carried, deduced, offset, none, of nobody',
    draw: () => (
      <ul className="bars">
        {bars.map(([name, bar, sure, nobody]) => (
          <li key={name}>
            {name} <ContributionMark bar={bar} zero={0.3} sure={sure} nobody={nobody} />
          </li>
        ))}
      </ul>
    ),
  },
  {
    id: 'compare-marks',
    part: 'charts',
    title: 'Discs: two, side by side, five at the ends, one open, none',
    draw: () => (
      <>
        <p>
          {[0, 1, 2, 3, 4].map(index => (
            <CompareLetter key={index} index={index} />
          ))}
        </p>
        <ul className="bars">
          {rows.map(cells => (
            <li key={JSON.stringify(cells)}>
              <CompareMark row={{ criterionId: null, parentId: null, cells, distance: null, span: null }} />
            </li>
          ))}
        </ul>
      </>
    ),
  },
  contributionCase('contribution', 'Who cost the province: sums, long names', {}),
  contributionCase('contribution-offset', 'Some past the target, one without figures', { criterion: '1.2' }),
  contributionCase('contribution-all', 'All rows, all criteria', {
    criterion: 'all',
    tables: 'contribution.all',
  }),
  contributionCase('contribution-table', 'The table twin', { tables: 'contribution' }),
  contributionCase('contribution-rest', 'Most of it is nobody’s', {}, whole),
  contributionCase('contribution-unsplit', 'Asked for one that cannot be split', { criterion: '2' }, whole),
  compareCase('compare-none', 'Nobody chosen yet', {}),
  compareCase('compare-one', 'One chosen', { with: 'u0' }),
  compareCase('compare-alone', 'A group with one score', {}, 1),
  compareCase('compare-two', 'Two, an area unfolded', { with: 'u0,u1', tables: 'compare.1' }),
  compareCase('compare-five', 'Five: a missing figure, an idle agency', {
    with: 'u0,u1,u2,u7,u9',
    tables: 'compare.1',
  }),
  compareCase('compare-table', 'The table twin', { with: 'u0,u2,u7', tables: 'compare' }),
]
