import type { RuleSet } from '../../model/ruleSet.ts'
import type { AdjustmentScore, NodeScore, PoolScore, ScoreSheet } from '../../model/scoreSheet.ts'
import type { StageRow, StageTable } from '../../model/stageColumns.ts'
import { foldText } from '../../ui/foldText.ts'

/** One line of the official table with what hangs below it. */
export type CriteriaLine = {
  readonly id: string
  readonly kind: StageRow['kind']
  readonly code: string
  /** Empty for rescaling and rounding, whose names are words of the screen. */
  readonly name: string
  readonly nameEn?: string | undefined
  readonly depth: number
  readonly parentId: string | null
  readonly row: StageRow
  readonly node: NodeScore | null
  readonly pool: PoolScore | null
  readonly adjustment: AdjustmentScore | null
  /** The joint maximum the line's points count in. */
  readonly memberOf: PoolScore | null
  /** Text without accents that a search looks through. */
  readonly searched: string
  /** What was searched for, without accents, where this line answers it itself; empty otherwise. */
  readonly hit: string
  readonly subLines: readonly CriteriaLine[]
}

export const filterIds = ['lost', 'missing', 'different', 'idle'] as const
export type FilterId = (typeof filterIds)[number]

/** `within` keeps the groups and orders what stands in each; `flat` leaves the groups out. */
export type LineOrder = 'official' | 'within' | 'flat'

export type LineWish = {
  readonly search: string
  readonly filter: FilterId | undefined
  readonly order: LineOrder
}

/** The tree of the table in official order. */
export function criteriaLines(
  { nodes, pools, adjustments }: Pick<ScoreSheet, 'nodes' | 'pools' | 'adjustments'>,
  { metrics }: Pick<RuleSet, 'metrics'>,
  { rows }: StageTable,
): readonly CriteriaLine[] {
  const nodeOf = new Map(nodes.map(node => [node.criterionId, node]))
  const poolOf = new Map(pools.map(pool => [pool.poolId, pool]))
  const adjustmentOf = new Map(adjustments.map(each => [each.adjustmentId, each]))
  const memberOf = new Map(pools.flatMap(pool => pool.criterionIds.map(id => [id, pool] as const)))
  const metricOf = new Map(metrics.map(metric => [metric.id, metric]))
  const below = new Map<string | null, StageRow[]>()
  for (const row of rows) {
    const siblings = below.get(row.parentId)
    if (siblings) siblings.push(row)
    else below.set(row.parentId, [row])
  }
  const lineOf = (row: StageRow, depth: number): CriteriaLine => {
    const node = nodeOf.get(row.nodeId) ?? null
    const pool = (row.kind === 'pool' && poolOf.get(row.nodeId)) || null
    const adjustment = (row.kind === 'adjustment' && adjustmentOf.get(row.nodeId)) || null
    const named = node ?? pool ?? adjustment
    const inputs = node?.explanation?.inputs ?? adjustment?.explanation.inputs ?? []
    const words = [
      node?.code,
      named?.name,
      named?.nameEn,
      named?.shortName,
      node?.note,
      ...inputs.flatMap(({ metricId }) => {
        const metric = metricOf.get(metricId)
        return metric ? [metric.name, metric.nameEn] : []
      }),
    ]
    return {
      id: row.nodeId,
      kind: row.kind,
      code: node?.code ?? '',
      name: named?.name ?? '',
      nameEn: named?.nameEn,
      depth,
      parentId: row.parentId,
      row,
      node,
      pool,
      adjustment,
      memberOf: memberOf.get(row.nodeId) ?? null,
      searched: foldText(words.filter(word => word !== undefined && word !== null).join('\n')),
      hit: '',
      subLines: (below.get(row.nodeId) ?? []).map(each => lineOf(each, depth + 1)),
    }
  }
  return (below.get(null) ?? []).map(row => lineOf(row, 0))
}

/** Every line, groups before what stands in them. */
export function flatten(lines: readonly CriteriaLine[]): readonly CriteriaLine[] {
  return lines.flatMap(line => [line, ...flatten(line.subLines)])
}

/** Lines in sight: what stands in a folded group is left out. */
export function unfolded(
  lines: readonly CriteriaLine[],
  closed: ReadonlySet<string>,
): readonly CriteriaLine[] {
  return lines.flatMap(line => [line, ...(closed.has(line.id) ? [] : unfolded(line.subLines, closed))])
}

/** Whether a line answers a filter; groups answer only through what stands in them. */
export function answers({ kind, row, node, adjustment, memberOf }: CriteriaLine, filter: FilterId): boolean {
  if (kind === 'group' || kind === 'rescaling' || kind === 'rounding' || kind === 'total') return false
  switch (filter) {
    case 'lost':
      return row.lost !== null && row.lost.from !== '0' && !row.lost.from.startsWith('-')
    case 'missing': {
      if (memberOf) return false
      const outcome = node?.outcome ?? adjustment?.outcome
      const inputs = node?.explanation?.inputs ?? adjustment?.explanation.inputs ?? []
      return (
        outcome?.kind === 'missing' ||
        outcome?.kind === 'pendingReview' ||
        (outcome?.kind === 'scored' &&
          inputs.some(input => input.state === 'missing' || input.state === 'withheld'))
      )
    }
    case 'different':
      return row.difference.kind === 'known' && row.difference.points !== '0'
    case 'idle':
      return node?.notIncurred === true || (node?.outcome ?? adjustment?.outcome)?.kind === 'notApplicable'
  }
}

/** How many lines each filter shows, groups not counted; `all` counts every line with points of its own. */
export function countLines(lines: readonly CriteriaLine[]): Readonly<Record<FilterId | 'all', number>> {
  const own = flatten(lines).filter(line => line.kind !== 'group')
  const count = (filter: FilterId) => own.filter(line => answers(line, filter)).length
  return {
    all: own.length,
    lost: count('lost'),
    missing: count('missing'),
    different: count('different'),
    idle: count('idle'),
  }
}

/** What the reader asked to see: hits with the groups they stand in, in the order wished for. */
export function wishedLines(
  lines: readonly CriteriaLine[],
  { search, filter, order }: LineWish,
): readonly CriteriaLine[] {
  const wanted = foldSearch(search)
  const keep = (line: CriteriaLine): readonly CriteriaLine[] => {
    const isHit =
      (filter === undefined || answers(line, filter)) && (wanted === '' || line.searched.includes(wanted))
    const subLines = line.subLines.flatMap(keep)
    return isHit || subLines.length > 0 ? [{ ...line, hit: isHit ? wanted : '', subLines }] : []
  }
  const kept = wanted === '' && filter === undefined ? lines : lines.flatMap(keep)
  if (order === 'official') return kept
  if (order === 'within') return sorted(kept)
  return byLoss(
    flatten(kept)
      .filter(line => line.kind !== 'group')
      .map(line => ({ ...line, depth: 0 })),
  )
}

/** What the lines without figures to speak of have in common; null: both occur, or neither. */
export function idleKind(lines: readonly CriteriaLine[]): 'notIncurred' | 'notApplicable' | null {
  const idle = flatten(lines).filter(line => answers(line, 'idle'))
  const notIncurred = idle.filter(line => line.node?.notIncurred).length
  if (notIncurred === 0) return idle.length === 0 ? null : 'notApplicable'
  return notIncurred === idle.length ? 'notIncurred' : null
}

/** A name parted around what was searched for; null where the search found something else of the line. */
export function partsAround(name: string, hit: string): readonly [string, string, string] | null {
  const text = name.normalize('NFC')
  const folded = foldText(text)
  const at = hit === '' ? -1 : folded.indexOf(hit)
  // Letters without accents stand where the letters stood, unless the name holds signs of several parts.
  if (at < 0 || folded.length !== text.length) return null
  return [text.slice(0, at), text.slice(at, at + hit.length), text.slice(at + hit.length)]
}

function foldSearch(text: string): string {
  return foldText(text).trim().replace(/\s+/g, ' ')
}

function sorted(lines: readonly CriteriaLine[]): readonly CriteriaLine[] {
  return byLoss(lines.map(line => ({ ...line, subLines: sorted(line.subLines) })))
}

/** Most lost first as the engine orders it; what cannot be ordered keeps its official place at the end. */
function byLoss(lines: readonly CriteriaLine[]): readonly CriteriaLine[] {
  const last = Number.MAX_SAFE_INTEGER
  return lines.toSorted((a, b) => (a.row.lossOrder ?? last) - (b.row.lossOrder ?? last))
}

/** Groups above a line, the nearest first. */
export function groupsAbove(lines: readonly CriteriaLine[], id: string): readonly string[] {
  const all = flatten(lines)
  const parentOf = new Map(all.map(line => [line.id, line.parentId]))
  const above = (parent: string | null): readonly string[] =>
    parent === null ? [] : [parent, ...above(parentOf.get(parent) ?? null)]
  return above(parentOf.get(id) ?? null)
}

/** Which groups stand open, as the table wants to know it. */
export function expandedOf(
  lines: readonly CriteriaLine[],
  closed: ReadonlySet<string>,
): Readonly<Record<string, boolean>> {
  return Object.fromEntries(
    lines.flatMap(line =>
      line.subLines.length === 0
        ? []
        : [[line.id, !closed.has(line.id)] as const, ...Object.entries(expandedOf(line.subLines, closed))],
    ),
  )
}
