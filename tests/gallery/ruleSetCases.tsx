import { useState } from 'react'
import { PointsBarMark } from '../../src/charts/PointsBarMark.tsx'
import { ShiftMark } from '../../src/charts/ShiftMark.tsx'
import { RuleSetScreen } from '../../src/features/rule-set/RuleSetScreen.tsx'
import type { RuleSetState } from '../../src/features/rule-set/ruleSetState.ts'
import type { RuleSet } from '../../src/model/ruleSet.ts'
import { compareWith, reportRuleSet } from '../../src/state/ruleSetView.ts'
import type { RuleSetView } from '../../src/state/useRuleSetView.ts'
import { everyKind } from '../scoring/lint/everyKind.ts'
import type { GalleryCase } from './cases.tsx'
import { documents } from './samples.ts'

const newer = everyKind({ note: 'Bộ thử có đủ mọi cách tính.' })
const older = everyKind({
  id: 'bo-cu',
  shortTitle: 'Bộ thử, bản trước',
  criteria: newer.criteria.slice(1),
  scale: '18',
  bands: newer.bands.slice(1),
})

function viewOf(ruleSet: RuleSet, compared: RuleSet | null): RuleSetView {
  return {
    ...reportRuleSet(ruleSet, 'bo-thu.json'),
    ruleSet,
    path: 'bo-thu.json',
    documents,
    comparison: compared && { older: compared, change: compareWith(ruleSet, compared) },
    comparisonProblems: [],
  }
}

const sound = viewOf(newer, older)
const broken = viewOf(everyKind({ scale: '45', metrics: [] }), null)

function Screen({ view, opening }: { view: RuleSetView; opening: RuleSetState }) {
  const [state, setState] = useState(opening)
  return (
    <RuleSetScreen
      view={view}
      state={state}
      change={next => setState({ ...state, ...next })}
      isWide={window.matchMedia('(min-width: 1280px)').matches}
      link={(_, label) => <a href="#gallery">{label}</a>}
    />
  )
}

function screenCase(id: string, title: string, opening: RuleSetState, view = sound): GalleryCase {
  return { id, part: 'screens', title, draw: () => <Screen view={view} opening={opening} /> }
}

const segments = ['stated', 'inferred', 'illustrative', 'partial', 'shared'] as const
const shifts = [
  { from: 0.2, to: 0.8 },
  { from: 1, to: 0 },
  { from: 0.5, to: 0.5 },
  { from: null, to: 0.4 },
] as const

export const ruleSetCases: readonly GalleryCase[] = [
  {
    id: 'points-bars',
    part: 'charts',
    title: 'Maxima: stated, inferred, illustrative, known in part, known together only',
    draw: () => (
      <dl className="bars">
        {segments.map(state => (
          <div key={state}>
            <dt>{state}</dt>
            <dd>
              <PointsBarMark state={state} />
            </dd>
          </div>
        ))}
      </dl>
    ),
  },
  {
    id: 'shift-marks',
    part: 'charts',
    title: 'Two versions of a number: more, less, the same, one unknown',
    draw: () => (
      <ul className="bars">
        {shifts.map(places => (
          <li key={JSON.stringify(places)}>
            <ShiftMark places={places} />
          </li>
        ))}
      </ul>
    ),
  },
  screenCase('rule-set', 'A rule set with every kind of rule', {}),
  screenCase('rule-set-detail', 'One criterion in detail', { criterion: 'bestOf' }),
  screenCase('rule-set-search', 'A search that finds nothing', { q: 'không có gì như thế' }),
  screenCase('rule-set-figures', 'Its figures', { view: 'metrics' }),
  screenCase('rule-set-examples', 'Its worked examples', { view: 'examples' }),
  screenCase('rule-set-compare', 'What a new version changed', { view: 'compare' }),
  screenCase('rule-set-broken', 'A rule set the linter refuses', { view: 'checks' }, broken),
  screenCase('rule-set-alone', 'Nothing to compare with', { view: 'compare' }, broken),
]
