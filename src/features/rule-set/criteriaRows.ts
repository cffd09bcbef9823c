import { isLeaf, walkCriteria } from '../../model/criteria.ts'
import type { Provenance } from '../../model/provenance.ts'
import type { Adjustment, Criterion, CriterionPool, RuleSet } from '../../model/ruleSet.ts'
import type { Rule } from '../../model/rules.ts'
import { foldText } from '../../ui/foldText.ts'

/** One line of the official table. */
export type CriteriaRow = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly nameEn?: string | undefined
  readonly depth: number
  readonly parentId: string | null
  readonly maxPoints: string | null
  readonly provenance: Provenance
  readonly rule: Rule | null
} & (
  | { readonly kind: 'group' | 'leaf'; readonly criterion: Criterion }
  | { readonly kind: 'pool'; readonly pool: CriterionPool }
  | { readonly kind: 'adjustment'; readonly adjustment: Adjustment }
)

/** What the reader asked to see. */
export type RowFilter = {
  readonly search: string
  readonly only: 'inferred' | 'illustrative' | 'noSource' | undefined
  readonly kind: string | undefined
  /** Groups whose lines are folded away; a search or filter opens them. */
  readonly closed: ReadonlySet<string>
}

/** Every line in the order of the document: the tree, then joint maxima, then bonus and penalty. */
export function criteriaRows(ruleSet: RuleSet): readonly CriteriaRow[] {
  return [
    ...walkCriteria(ruleSet).map(({ criterion, depth, parentId }): CriteriaRow => {
      const { id, code, name, nameEn, maxPoints, provenance, rule = null } = criterion
      const kind = isLeaf(criterion) ? 'leaf' : 'group'
      return { kind, id, code, name, nameEn, depth, parentId, maxPoints, provenance, rule, criterion }
    }),
    ...ruleSet.pools.map(
      (pool): CriteriaRow => ({
        kind: 'pool',
        ...pool,
        code: '',
        depth: 0,
        parentId: null,
        rule: null,
        pool,
      }),
    ),
    ...(ruleSet.adjustments ?? []).map(
      (adjustment): CriteriaRow => ({
        kind: 'adjustment',
        ...adjustment,
        code: '',
        depth: 0,
        parentId: null,
        maxPoints: adjustment.ceiling,
        adjustment,
      }),
    ),
  ]
}

/** How sure a line is; one that cites nothing is that before anything else. */
export function surenessOf({ provenance }: Pick<CriteriaRow, 'provenance'>) {
  return provenance.source === null ? 'noSource' : provenance.certainty
}

/**
 * Lines that fit, each with the groups it stands in. The words may be typed without accents; they are
 * looked for in number, names, place of the source and names of the figures.
 */
export function visibleRows(
  rows: readonly CriteriaRow[],
  filter: RowFilter,
  metricNames: (rowId: string) => readonly string[],
): readonly CriteriaRow[] {
  const byId = new Map(rows.map(row => [row.id, row]))
  if (!isFiltering(filter)) return rows.filter(row => !isInside(row, filter.closed, byId))
  const wanted = foldText(filter.search).trim().replace(/\s+/g, ' ')
  const matches = rows.filter(row => {
    if (filter.only !== undefined && surenessOf(row) !== filter.only) return false
    if (filter.kind !== undefined && row.rule?.kind !== filter.kind) return false
    const text = foldText(
      [row.code, row.name, row.nameEn, row.provenance.source?.place, ...metricNames(row.id)].join(' '),
    )
    return text.includes(wanted)
  })
  const shown = new Set(matches.map(row => row.id))
  for (const row of matches)
    for (let above = byId.get(row.parentId ?? ''); above; above = byId.get(above.parentId ?? ''))
      shown.add(above.id)
  return rows.filter(row => shown.has(row.id))
}

export function isFiltering({ search, only, kind }: RowFilter): boolean {
  return search.trim() !== '' || only !== undefined || kind !== undefined
}

/** Whether a group above the line is folded. */
function isInside(
  { parentId }: CriteriaRow,
  closed: ReadonlySet<string>,
  byId: ReadonlyMap<string, CriteriaRow>,
): boolean {
  if (parentId === null) return false
  const parent = byId.get(parentId)
  return closed.has(parentId) || (parent !== undefined && isInside(parent, closed, byId))
}
