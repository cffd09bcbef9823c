import fc from 'fast-check'
import { hidingTexts } from '../../src/features/criteria/criteriaFilters.ts'
import { countLines, criteriaLines, wishedLines } from '../../src/features/criteria/criteriaLines.ts'
import { type CriteriaState, readState } from '../../src/features/criteria/criteriaState.ts'
import { officialColumns } from '../../src/features/criteria/officialColumns.ts'
import { projectCriteria, type ShownTable } from '../../src/features/criteria/projectCriteria.ts'
import { tableViewOf } from '../../src/features/criteria/tableView.ts'
import { criteriaWords } from '../../src/features/criteria/words.ts'
import type { DisplayedTable } from '../../src/model/displayedTable.ts'
import { criteriaTable } from '../../src/state/criteriaView.ts'
import type { ScoredView } from '../../src/state/useScoredView.ts'
import type { Language } from '../../src/ui/formatNumber.ts'

/** The official table of a view at an address, without a page. */
export function projected(view: ScoredView, state: CriteriaState, language: Language): DisplayedTable {
  return projectCriteria(shownTable(view, state, language))
}

export function shownTable(view: ScoredView, state: CriteriaState, language: Language): ShownTable {
  const table = criteriaTable(view)
  const cells = tableViewOf(view, table, language)
  const lines = criteriaLines(view.sheet, view.ruleSet, table)
  const { search, filter, order, hidden, closed } = readState(state)
  const names = { ...criteriaWords[language].filters, different: null }
  return {
    view,
    cells,
    columns: officialColumns(cells),
    lines: wishedLines(lines, { search, filter, order }),
    all: countLines(lines).all,
    hidden: new Set([...hidden].filter(id => id !== 'name' && id !== 'code')),
    closed: search.trim() === '' && filter === undefined && order !== 'flat' ? closed : new Set(),
    order,
    hiding: hidingTexts(search, filter, names, criteriaWords[language]),
  }
}

/** Any address of the screen, with names that are there and some that are not. */
export function anyCriteriaState({ ruleSet, sheet }: ScoredView): fc.Arbitrary<CriteriaState> {
  const groups = sheet.nodes.filter(node => !node.isLeaf).map(node => node.criterionId)
  const columns = [
    'max',
    'figures',
    'before',
    'firstReview',
    'after',
    'difference',
    'lost',
    'percent',
    'note',
  ]
  const words = ruleSet.criteria.map(each => each.name.split(' ').slice(1, 3).join(' '))
  const some = (ids: readonly string[]) =>
    fc.subarray([...ids, 'khong-co']).map(chosen => (chosen.length === 0 ? undefined : chosen.join(',')))
  return fc.record({
    q: fc.option(fc.constantFrom(...words, 'ty le', 'zzz'), { nil: undefined, freq: 3 }),
    filter: fc.constantFrom(undefined, undefined, 'lost', 'missing', 'different', 'idle', 'nothing'),
    sort: fc.constantFrom(undefined, undefined, '-lost', '-lost.flat', 'x'),
    hide: some([...columns, 'evidence', 'name', 'code']),
    closed: some(groups),
  })
}
