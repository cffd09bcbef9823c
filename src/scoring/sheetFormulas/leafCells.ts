import type { Rule } from '../../model/rules.ts'
import type { Scorable } from '../scoreLeaf.ts'
import { statesFor } from '../states.ts'
import type { RuleScene } from './ruleCells.ts'
import { literal, rounded } from './workings.ts'
import { writeRule } from './writeRule.ts'

/** Where the points of a leaf can come from inside the sheet. */
export type LiveKind = 'live' | 'compared' | 'reported' | 'watched'

/** A leaf, or an adjustment, after its rounding, its exemption and its claim. */
export type LeafCells = {
  readonly live: LiveKind
  /** 0 scored, 1 open, 2 not applicable. */
  readonly kind: string
  /** Points; both ends are the same where they are known, 0 where it does not apply. */
  readonly from: string
  readonly to: string
  /** Exact text; null: only known together with other leaves. */
  readonly maxPoints: string | null
}

/**
 * What stands for a leaf, an adjustment or a pool instead of its rule: points somebody decided or that need other
 * agencies. Addresses or numbers as formulas hold them; `kind` 0 scored, 1 open, 2 not applicable.
 */
export type FixedCells = { readonly kind: string; readonly from: string; readonly to: string }

/** Points claimed in a cell, and the condition under which they count. */
export type ClaimCells = { readonly points: string; readonly counts: string }

/**
 * @param claim points the agency gives itself, which then stand, and whether they count
 * @param exempt condition under which the leaf does not apply
 */
export function leafCells(
  leaf: Scorable,
  label: string,
  scene: RuleScene,
  claim: ClaimCells | null,
  exempt: string,
): LeafCells {
  const { put } = scene.workings
  const { rule, rounding, maxPoints } = leaf
  const cells = writeRule(rule, scene, {
    label,
    maxPoints: maxPoints ?? '0',
    ratioRounding: rounding.ratio,
    states: statesFor(rule, leaf.states, scene.ruleSet.states),
  })
  const step = rule.kind === 'reported' || rule.kind === 'monitor' ? null : rounding.leaf
  const round = (value: string, name: string) => {
    const cell = put(`${label}: ${name}`, value)
    return isPlainNumber(cell) && isSettledBy(cell, step?.places)
      ? cell
      : rounded(cell, step, scene.workings, `${label}: ${name} làm tròn`)
  }
  const computed = round(cells.points, 'điểm')
  const ends = { least: round(cells.least, 'ít nhất'), most: round(cells.most, 'nhiều nhất') }
  const isClaimed = claim === null ? 'FALSE()' : claim.counts
  const kind = put(`${label}: kết quả`, `IF(${exempt},2,IF(${isClaimed},0,${cells.kind}))`)
  const points = claim === null ? computed : `IF(${claim.counts},${claim.points},${computed})`
  const end = (name: string, open: string) =>
    put(`${label}: ${name}`, `IF(${kind}=0,${points},IF(${kind}=1,${open},0))`)
  return {
    live: liveKind(rule),
    kind,
    from: end('từ', ends.least),
    to: end('đến', ends.most),
    maxPoints,
  }
}

/** A leaf whose points are not reckoned here. */
export function fixedLeaf({ rule, maxPoints }: Scorable, fixed: FixedCells): LeafCells {
  return { ...fixed, live: liveKind(rule), maxPoints }
}

function isPlainNumber(cell: string): boolean {
  return /^\d+(?:\.\d+)?$/.test(cell)
}

/** A number with no more decimals than are kept needs no rounding. */
function isSettledBy(number: string, places: number | undefined): boolean {
  return places === undefined || (number.split('.')[1]?.length ?? 0) <= places
}

function liveKind({ kind }: Rule): LiveKind {
  switch (kind) {
    case 'shareOfBest':
    case 'leader':
    case 'minMax':
    case 'rank':
      return 'compared'
    case 'reported':
      return 'reported'
    case 'monitor':
      return 'watched'
    default:
      return 'live'
  }
}

/** A maximum as a formula takes it. */
export function maximumOf({ maxPoints }: LeafCells): string | null {
  return maxPoints === null ? null : literal(maxPoints)
}
