import { type Interval, isSettled } from '../model/exact.ts'
import type { NodeScore, PoolScore } from '../model/scoreSheet.ts'
import { formatNumber } from '../ui/formatNumber.ts'
import { pickName } from '../ui/language.tsx'
import { outcomeWord } from './leafSections.ts'
import { pair } from './lines.ts'
import { formatInterval } from './pointsFormat.ts'
import type { ReceiptContext, ReceiptLine } from './receipt.ts'
import type { Speech } from './speech.ts'

/** One thing a group or the total is added up from. */
type Member = {
  readonly line: ReceiptLine
  /** As it stands in the sum; null where it is not added: exempt, watched only, known only in a pool. */
  readonly term: string | null
}

/** Everything directly below a node and the pools that are known there; the whole set for null. */
export function membersOf(
  parentId: string | null,
  { sheet }: ReceiptContext,
  say: Speech,
): readonly Member[] {
  return [
    ...sheet.nodes.filter(node => node.parentId === parentId).map(node => nodeMember(node, sheet.nodes, say)),
    ...sheet.pools
      .filter(pool => isResolvedAt(parentId, pool, sheet.nodes))
      .map(pool => poolMember(pool, say)),
  ]
}

/** "5,75 + 1,12 + 0,59"; null where there is nothing to add up. */
export function sumText(members: readonly Member[]): string | null {
  const terms = members.flatMap(member => member.term ?? [])
  return terms.length === 0 ? null : terms.join(' + ')
}

/** A number of a sum: cut where it never ends, an open one as "(0–2)". */
export function sumTerm(points: Interval, say: Speech): string {
  if (!isSettled(points)) return `(${intervalText(points, say)})`
  return points.to.startsWith('-') ? `(${exactText(points.to, say)})` : exactText(points.to, say)
}

/** "67,49–73,49", cut where a figure never ends. */
export function intervalText(points: Interval, say: Speech): string {
  return formatInterval(points, value => exactText(value, say))
}

/** With the decimals of the rule set where they are all there, cut inside a calculation where they are not. */
function exactText(value: string, say: Speech): string {
  const decimals = value.split('.')[1]?.length ?? 0
  return value.includes('/') || decimals > 6 ? say.number(value) : say.points(value)
}

/** Whether nothing below a node applies to the agency. */
export function isExempt(node: NodeScore, nodes: readonly NodeScore[]): boolean {
  if (node.isLeaf) return node.outcome?.kind === 'notApplicable'
  const children = nodes.filter(child => child.parentId === node.criterionId && child.ruleKind !== 'monitor')
  return children.length > 0 && children.every(child => isExempt(child, nodes))
}

/** Whether a leaf below a node, or the node itself, does not apply. */
export function hasExempt(parentId: string | null, nodes: readonly NodeScore[]): boolean {
  return nodes.some(
    node =>
      node.outcome?.kind === 'notApplicable' &&
      (parentId === null || childTowards(parentId, node.criterionId, nodes) !== null),
  )
}

function nodeMember(node: NodeScore, nodes: readonly NodeScore[], say: Speech): Member {
  const { words, language } = say
  const label = `${node.code} ${pickName(language, node.shortName, node.shortNameEn)}`
  if (isExempt(node, nodes))
    return { line: pair(label, words.notApplicable, { mark: 'notApplicable' }), term: null }
  if (node.ruleKind === 'monitor') return { line: pair(label, words.watchedOnly), term: null }
  const { points } = node
  if (points?.kind !== 'known') {
    const least = points && !node.isLeaf ? sumTerm({ from: points.atLeast, to: points.atLeast }, say) : null
    const value = least === null ? words.unknown : words.unknownFrom(least)
    return { line: pair(label, value, { mark: 'missing' }), term: least }
  }
  const max = node.maxPoints === null ? words.unknown : formatNumber(node.maxPoints, language)
  const state = memberState(node, say)
  return {
    line: pair(
      label,
      `${formatInterval(points, say.points)}/${max}${state === null ? '' : ` (${state})`}`,
      isSettled(points) ? {} : { mark: 'missing' },
    ),
    term: sumTerm(points, say),
  }
}

function memberState(node: NodeScore, say: Speech): string | null {
  const { words } = say
  if (node.notIncurred) return words.notIncurred
  if (node.outcome?.kind === 'missing') return words.missing
  if (node.outcome?.kind === 'pendingReview') return outcomeWord(node, say)
  return node.isLeaf || node.missingLeaves === 0 ? null : words.missingCount(node.missingLeaves)
}

function poolMember(pool: PoolScore, say: Speech): Member {
  const max = formatNumber(pool.maxPoints, say.language)
  return {
    line: pair(
      pickName(say.language, pool.shortName, pool.shortNameEn),
      `${formatInterval(pool.points, say.points)}/${max}`,
      isSettled(pool.points) ? {} : { mark: 'missing' },
    ),
    term: sumTerm(pool.points, say),
  }
}

/** A pool counts in the first node that holds all of its leaves. */
function isResolvedAt(parentId: string | null, pool: PoolScore, nodes: readonly NodeScore[]): boolean {
  const children = new Set(pool.criterionIds.map(id => childTowards(parentId, id, nodes)))
  if (children.has(null)) return false
  const [only] = children
  return children.size > 1 || nodes.some(node => node.criterionId === only && node.isLeaf)
}

/** The node directly below `parentId` on the way down to a leaf; null when the leaf is elsewhere. */
function childTowards(parentId: string | null, leafId: string, nodes: readonly NodeScore[]): string | null {
  let id: string | null = leafId
  while (id !== null) {
    const node = nodes.find(entry => entry.criterionId === id)
    if (!node) return null
    if (node.parentId === parentId) return id
    id = node.parentId
  }
  return null
}
