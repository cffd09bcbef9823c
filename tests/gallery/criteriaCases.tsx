import type { CriteriaState } from '../../src/features/criteria/criteriaState.ts'
import type { ScoredView } from '../../src/state/useScoredView.ts'
import type { GalleryCase } from './cases.tsx'
import { CriteriaSample, fourHundredLeaves, reviewed } from './criteriaSample.tsx'
import { views } from './samples.ts'

function screenCase(
  id: string,
  title: string,
  view: () => ScoredView,
  opening: CriteriaState = {},
): GalleryCase {
  return { id, part: 'screens', title, draw: () => <CriteriaSample view={view()} opening={opening} /> }
}

export const criteriaCases: readonly GalleryCase[] = [
  screenCase('criteria', 'The official table, one column of points', () => views.settled),
  screenCase('criteria-reviewed', 'Claims, two reviews, differences, evidence, an exemption', reviewed),
  screenCase('criteria-receipt', 'A receipt beside the table', reviewed, { criterion: 'A' }),
  screenCase(
    'criteria-missing',
    'Figures missing: intervals, nothing counted as nought',
    () => views.missing,
  ),
  screenCase('criteria-nothing-sent', 'Nothing sent', () => views.allMissing),
  screenCase('criteria-idle', 'Nothing to count', () => views.notIncurred),
  screenCase('criteria-published', 'Computed beside published, with differences', () => views.differs),
  screenCase('criteria-pool', 'Points known only together', () => views.pool),
  screenCase('criteria-long', 'The longest names', () => views.longNames),
  screenCase('criteria-search', 'A search, its hits marked', () => views.settled, { q: 'truc tuyen' }),
  screenCase('criteria-none', 'A search and a filter that leave nothing', () => views.settled, {
    q: 'không có gì như thế',
    filter: 'lost',
  }),
  screenCase('criteria-sorted', 'Most lost first, two columns hidden', () => views.settled, {
    sort: '-lost.flat',
    hide: 'note,figures',
  }),
  {
    id: 'criteria-400',
    part: 'screens',
    title: 'Four hundred leaves: only those in sight are drawn',
    draw: () => (
      <div style={{ display: 'grid', height: 600 }}>
        <CriteriaSample view={fourHundredLeaves()} />
      </div>
    ),
  },
]
