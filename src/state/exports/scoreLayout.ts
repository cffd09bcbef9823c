import { sheetNameOf } from '../../io/exports/sheetName.ts'
import { columnLetter } from '../../io/sheetCell.ts'
import { isLeaf } from '../../model/criteria.ts'
import type { Adjustment, Criterion, Metric, RuleSet } from '../../model/ruleSet.ts'
import type { Rule } from '../../model/rules.ts'
import { kindOf } from '../../scoring/rules/ruleKinds.ts'
import type { ScoreWords } from './scoreWords.ts'

/** Columns of a sheet of criteria, from the left. */
export const scoreColumns = [
  'code',
  'name',
  'unit',
  'value',
  'state',
  'maximum',
  'points',
  'upTo',
  'appPoints',
  'appUpTo',
  'difference',
  'how',
] as const
export type ScoreColumn = (typeof scoreColumns)[number]

/** Row of the heads, and the first row below it, from 1. */
export const headRow = 6
const firstRow = headRow + 1

export type ScoreRow =
  | { readonly kind: 'group'; readonly id: string; readonly criterion: Criterion; readonly depth: number }
  | {
      readonly kind: 'leaf'
      readonly id: string
      readonly code: string
      readonly name: string
      readonly nameEn: string | undefined
      readonly rule: Rule
      readonly maxPoints: string | null
      readonly depth: number
    }
  /** `isFirst`: it is entered here; elsewhere it is taken from there. */
  | {
      readonly kind: 'figure'
      readonly metric: Metric
      readonly code: string
      readonly isFirst: boolean
      readonly depth: number
    }

export type ScoreArea = {
  readonly name: string
  readonly title: string
  /** The criterion the sheet is of; null for one that gathers others. */
  readonly criterionId: string | null
  readonly rows: readonly ScoreRow[]
}

/** Which row of which sheet holds what. */
export type ScoreLayout = {
  readonly areas: readonly ScoreArea[]
  readonly names: { readonly summary: string; readonly lists: string; readonly workings: string }
  /** Address of a cell of a criterion, group or adjustment: 'Tiêu chí'!$G$12. */
  readonly nodeCell: (nodeId: string, column: ScoreColumn) => string
  /** Address of the cell a figure is entered in; null where no sheet shows it. */
  readonly figureCell: (metricId: string, column: ScoreColumn) => string | null
}

/** Row number, from 1, of the row of an area with this index. */
export const rowNumber = (index: number): number => firstRow + index

export function cellAddress(sheet: string, column: ScoreColumn, row: number): string {
  return `'${sheet}'!$${columnLetter(scoreColumns.indexOf(column))}$${row}`
}

/** A sheet for every area; criteria without one, adjustments and conditions of the grade together on another. */
export function layOutScores(ruleSet: RuleSet, words: ScoreWords, language: 'vi' | 'en'): ScoreLayout {
  const metrics = new Map(ruleSet.metrics.map(metric => [metric.id, metric]))
  const entered = new Set<string>()
  const figureRow = (metricId: string, code: string, depth: number): readonly ScoreRow[] => {
    const metric = metrics.get(metricId)
    if (!metric) return []
    const isFirst = !entered.has(metricId)
    entered.add(metricId)
    return [{ kind: 'figure', metric, code, isFirst, depth }]
  }
  const figures = (rule: Rule, code: string, depth: number) =>
    [
      ...new Set(
        kindOf(rule)
          .figures(rule)
          .map(({ metricId }) => metricId),
      ),
    ].flatMap(id => figureRow(id, code, depth))
  const visit = (criterion: Criterion, depth: number): readonly ScoreRow[] => {
    const { id, code, name, nameEn, rule, maxPoints } = criterion
    if (!isLeaf(criterion))
      return [
        { kind: 'group', id, criterion, depth },
        ...(criterion.subCriteria ?? []).flatMap(child => visit(child, depth + 1)),
      ]
    if (!rule) return []
    return [
      { kind: 'leaf', id, code, name, nameEn, rule, maxPoints, depth },
      ...figures(rule, code, depth + 1),
    ]
  }
  const adjustment = ({ id, name, nameEn, rule, ceiling }: Adjustment): readonly ScoreRow[] => [
    { kind: 'leaf', id, code: '', name, nameEn, rule, maxPoints: ceiling, depth: 0 },
    ...figures(rule, '', 1),
  ]
  const names = {
    summary: words.sheets.summary,
    lists: words.sheets.lists,
    workings: words.sheets.workings,
  }
  const taken = new Set<string>([...Object.values(names), 'Nguồn', 'Sources', '_parboard'])
  const nameFor = (wanted: string) => {
    const name = sheetNameOf(wanted.replaceAll("'", '’'), taken)
    taken.add(name)
    return name
  }
  const groups = ruleSet.criteria.filter(criterion => !isLeaf(criterion))
  const areas: ScoreArea[] = groups.map(criterion => {
    const english = language === 'en'
    const short = (english ? criterion.shortNameEn : undefined) ?? criterion.shortName ?? criterion.name
    const full = (english ? criterion.nameEn : undefined) ?? criterion.name
    return {
      name: nameFor(`${criterion.code} ${short}`),
      title: `${criterion.code} ${full}`,
      criterionId: criterion.id,
      rows: visit(criterion, 0),
    }
  })
  const alone = ruleSet.criteria.filter(isLeaf).flatMap(criterion => visit(criterion, 0))
  const besides = (ruleSet.adjustments ?? []).flatMap(adjustment)
  const flags = (ruleSet.grading?.overrides ?? []).flatMap(({ metric }) => figureRow(metric, '', 0))
  const others = [...alone, ...besides, ...flags]
  if (others.length > 0) {
    const isAll = groups.length === 0
    areas.push({
      name: nameFor(isAll ? words.sheets.one : words.sheets.other),
      title: isAll ? words.sheets.one : words.otherTitle,
      criterionId: null,
      rows: others,
    })
  }
  const nodes = new Map<string, readonly [string, number]>()
  const inputs = new Map<string, readonly [string, number]>()
  for (const { name, rows } of areas)
    rows.forEach((row, index) => {
      if (row.kind !== 'figure') nodes.set(row.id, [name, rowNumber(index)])
      else if (row.isFirst) inputs.set(row.metric.id, [name, rowNumber(index)])
    })
  return {
    areas,
    names,
    nodeCell: (nodeId, column) => {
      const [sheet = '', row = 0] = nodes.get(nodeId) ?? []
      return cellAddress(sheet, column, row)
    },
    figureCell: (metricId, column) => {
      const place = inputs.get(metricId)
      return place ? cellAddress(place[0], column, place[1]) : null
    },
  }
}
