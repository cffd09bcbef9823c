import { isLeaf } from '../../model/criteria.ts'
import type { Criterion, CriterionPool, RuleSet } from '../../model/ruleSet.ts'
import { type FixedCells, type LeafCells, maximumOf } from './leafCells.ts'
import { added, all, literal, rounded, type Workings } from './workings.ts'

/** A node of the tree, or the whole. */
export type NodeCells = {
  readonly from: string
  readonly to: string
  /** Both ends before their own rounding. */
  readonly unrounded: { readonly from: string; readonly to: string }
  /** Leaves whose points are only known through a pool that reaches outside this node. */
  readonly hiddenLeafIds: readonly string[]
  /** Maximum of what applies; null: stated nowhere. */
  readonly maxPoints: string | null
  /** Maximum of what does not apply; null: unknown. */
  readonly exemptPoints: string | null
  /** How many leaves, and pools, are open; how many leaves do not apply. */
  readonly open: string
  readonly notApplicable: string
}

export type TotalCells = {
  readonly nodes: ReadonlyMap<string, NodeCells>
  readonly pools: ReadonlyMap<string, PoolCells>
  readonly total: NodeCells
}

/** What a pool holds; `open` 1 while a leaf of it is. */
export type PoolCells = { readonly from: string; readonly to: string; readonly open: string }

/** Adds leaves up to groups and the whole; see scoring/rollUp.ts. */
export function totalCells(
  ruleSet: RuleSet,
  leaves: ReadonlyMap<string, LeafCells>,
  workings: Workings,
  fixed?: (nodeId: string) => FixedCells | null,
): TotalCells {
  const { put } = workings
  const nodes = new Map<string, NodeCells>()
  const pooled = new Set(ruleSet.pools.flatMap(pool => pool.criterionIds))
  const pools = new Map(
    ruleSet.pools.map(pool => [pool.id, fixedPool(fixed?.(pool.id)) ?? poolCells(pool, leaves, workings)]),
  )
  const visit = (criterion: Criterion): NodeCells => {
    const node = isLeaf(criterion)
      ? leafNode(criterion, leaves.get(criterion.id), pooled.has(criterion.id), workings)
      : roundedNode(
          groupNode(
            (criterion.subCriteria ?? []).map(visit),
            criterion.maxPoints,
            ruleSet,
            pools,
            workings,
            criterion.code,
          ),
          ruleSet.rounding.group,
          workings,
          criterion.code,
        )
    nodes.set(criterion.id, node)
    return node
  }
  const tree = groupNode(ruleSet.criteria.map(visit), ruleSet.scale, ruleSet, pools, workings, 'Cả bộ')
  const factor = rescalingFactor(ruleSet, nodes, workings)
  const whole = (end: 'from' | 'to') => {
    const outside = (ruleSet.adjustments ?? []).flatMap(({ id, effect }) => {
      const leaf = leaves.get(id)
      if (!leaf) return []
      return effect === 'bonus' ? `+${leaf[end]}` : `-${end === 'from' ? leaf.to : leaf.from}`
    })
    const own = factor === null ? tree[end] : `${tree[end]}*${factor}`
    return put(`Tổng ${end === 'from' ? 'từ' : 'đến'}`, `${own}${outside.join('')}`)
  }
  const total = {
    ...tree,
    from: whole('from'),
    to: whole('to'),
    maxPoints:
      factor === null || tree.maxPoints === null
        ? tree.maxPoints
        : put('Điểm tối đa sau quy đổi', `${tree.maxPoints}*${factor}`),
  }
  return { nodes, pools, total: roundedNode(total, ruleSet.rounding.total, workings, 'Tổng') }
}

function leafNode(
  criterion: Criterion,
  leaf: LeafCells | undefined,
  isPooled: boolean,
  { put }: Workings,
): NodeCells {
  if (!leaf) throw new Error(`leaf "${criterion.id}" was not written`)
  const { kind, from, to } = leaf
  const max = maximumOf(leaf)
  const node = { unrounded: { from, to }, from, to }
  if (isPooled)
    return {
      unrounded: { from: '0', to: '0' },
      from: '0',
      to: '0',
      hiddenLeafIds: [criterion.id],
      maxPoints: max,
      exemptPoints: '0',
      open: '0',
      notApplicable: '0',
    }
  return {
    ...node,
    hiddenLeafIds: [],
    maxPoints: max === null ? null : put(`${criterion.code}: điểm tối đa còn xét`, `IF(${kind}=2,0,${max})`),
    exemptPoints:
      max === null ? null : put(`${criterion.code}: điểm tối đa không xét`, `IF(${kind}=2,${max},0)`),
    open: `(${kind}=1)*1`,
    notApplicable: `(${kind}=2)*1`,
  }
}

function fixedPool(fixed: FixedCells | null | undefined): PoolCells | null {
  return fixed ? { from: fixed.from, to: fixed.to, open: fixed.kind === '1' ? '1' : '0' } : null
}

/** What a pool holds: its leaves once all of them are known, until then anything up to its maximum. */
function poolCells(
  pool: CriterionPool,
  leaves: ReadonlyMap<string, LeafCells>,
  { put }: Workings,
): PoolCells {
  const own = pool.criterionIds.flatMap(id => leaves.get(id) ?? [])
  const settled = put(`${pool.name}: đã đủ điểm`, all(own.map(({ kind }) => `${kind}=0`)))
  const from = put(`${pool.name}: từ`, added(own.map(each => `IF(${each.kind}=0,${each.from},0)`)))
  return {
    from,
    to: put(`${pool.name}: đến`, `IF(${settled},${from},${literal(pool.maxPoints)})`),
    open: `IF(${settled},0,1)`,
  }
}

function groupNode(
  parts: readonly NodeCells[],
  declaredMax: string | null,
  ruleSet: RuleSet,
  pools: ReadonlyMap<string, PoolCells>,
  { put }: Workings,
  label: string,
): NodeCells {
  const hidden = new Set(parts.flatMap(part => part.hiddenLeafIds))
  const resolved = ruleSet.pools.filter(pool => pool.criterionIds.every(id => hidden.has(id)))
  for (const pool of resolved) for (const id of pool.criterionIds) hidden.delete(id)
  const extra = resolved.flatMap(pool => pools.get(pool.id) ?? [])
  const exemptPoints = sumKnown(parts.map(part => part.exemptPoints))
  const partsMax = sumKnown(parts.map(part => part.maxPoints))
  const exempt = exemptPoints === null ? null : put(`${label}: điểm tối đa không xét`, exemptPoints)
  const declared = declaredMax === null || exempt === null ? null : `${literal(declaredMax)}-${exempt}`
  const max = declared ?? partsMax
  const ends = {
    from: put(`${label}: từ`, added([...parts, ...extra].map(part => part.from))),
    to: put(`${label}: đến`, added([...parts, ...extra].map(part => part.to))),
  }
  return {
    ...ends,
    unrounded: ends,
    hiddenLeafIds: [...hidden],
    maxPoints: max === null ? null : put(`${label}: điểm tối đa còn xét`, max),
    exemptPoints: exempt,
    open: put(`${label}: số tiêu chí thiếu`, added([...parts, ...extra].map(part => part.open))),
    notApplicable: put(`${label}: số tiêu chí không áp dụng`, added(parts.map(part => part.notApplicable))),
  }
}

function roundedNode(
  node: NodeCells,
  step: RuleSet['rounding']['group'],
  workings: Workings,
  label: string,
): NodeCells {
  const { from, to } = node
  if (step === null) return { ...node, unrounded: { from, to } }
  return {
    ...node,
    from: rounded(from, step, workings, `${label}: từ, làm tròn`),
    to: rounded(to, step, workings, `${label}: đến, làm tròn`),
    unrounded: { from, to },
  }
}

/** What every point counts once no block of a rescaling applies; 1 while one of them does. */
function rescalingFactor(
  { rescaling, scale }: RuleSet,
  nodes: ReadonlyMap<string, NodeCells>,
  { put }: Workings,
): string | null {
  if (!rescaling) return null
  const blocks = rescaling.criterionIds.flatMap(id => nodes.get(id) ?? [])
  const exempt = sumKnown(blocks.map(block => block.exemptPoints))
  if (exempt === null) return null
  const conditions = blocks.map(block =>
    block.maxPoints === null
      ? 'FALSE()'
      : `AND(ABS(${block.maxPoints})<0.000000001,${block.notApplicable}>0)`,
  )
  const left = put('Điểm còn lại sau khi bỏ phần không khảo sát', `${literal(scale)}-(${exempt})`)
  return put(
    'Hệ số quy đổi',
    `IF(${all(conditions)},IF(ABS(${left})<0.000000001,1,${literal(rescaling.to)}/${left}),1)`,
  )
}

function sumKnown(values: readonly (string | null)[]): string | null {
  const known = values.filter(value => value !== null)
  return known.length === values.length ? added(known) : null
}
