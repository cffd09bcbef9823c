import { isLeaf, walkCriteria } from '../model/criteria.ts'
import type { Criterion, RuleSet } from '../model/ruleSet.ts'
import type { SolveGoal } from '../model/solution.ts'

/** What is wrong with an argument, in words a clerk can act on. */
export type Fault = { readonly fault: string }

/** How many known ids are named beside one nobody knows. */
const shownIds = 5

/** The leaf an id or an official number means. */
export function findLeaf(ruleSet: RuleSet, name: string): { readonly criterionId: string } | Fault {
  const criteria = walkCriteria(ruleSet).map(place => place.criterion)
  const named = criteria.filter(criterion => criterion.id === name)
  const meant = named.length > 0 ? named : criteria.filter(criterion => criterion.code === name)
  const leaves = meant.filter(isLeaf)
  const [only, ...others] = leaves
  if (only && others.length === 0) return { criterionId: only.id }
  if (only) return { fault: `“${name}” là số của nhiều tiêu chí, hãy dùng mã: ${listed(leaves)}` }
  const [group] = meant
  if (group) {
    const below = walkCriteria({ criteria: [group] }).map(place => place.criterion)
    return { fault: `“${name}” là nhóm tiêu chí, hãy chọn một tiêu chí: ${listed(below.filter(isLeaf))}` }
  }
  const known = criteria.filter(isLeaf).flatMap(({ id, code }) => [id, code])
  return { fault: `bộ chỉ số không có tiêu chí “${name}”; gần giống: ${nearest(name, known)}` }
}

/** Whether the rule set knows a figure. */
export function checkMetric(ruleSet: RuleSet, metricId: string): Fault | null {
  const known = ruleSet.metrics.map(metric => metric.id)
  if (known.includes(metricId)) return null
  return { fault: `bộ chỉ số không có số liệu “${metricId}”; gần giống: ${nearest(metricId, known)}` }
}

/** "full", "next-band", the id of a band, or points with a point or a comma. */
export function readGoal(ruleSet: RuleSet, text: string): SolveGoal | Fault {
  if (text === 'full') return { kind: 'fullPoints' }
  if (text === 'next-band') return { kind: 'nextBand' }
  if (ruleSet.bands.some(band => band.id === text)) return { kind: 'band', bandId: text }
  if (/^\d+([.,]\d+)?$/.test(text)) return { kind: 'points', points: text.replace(',', '.') }
  const bands = ruleSet.bands.map(band => band.id).join(', ')
  return {
    fault: `không hiểu mục tiêu “${text}”: dùng full, next-band, một số điểm${bands === '' ? '' : ` hoặc một mức: ${bands}`}`,
  }
}

function listed(criteria: readonly Criterion[]): string {
  return criteria.map(({ id, name }) => `${id} (${name})`).join(', ')
}

function nearest(name: string, known: readonly string[]): string {
  return [...new Set(known)]
    .map(id => ({ id, likeness: likeness(name, id) }))
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, shownIds)
    .map(({ id }) => id)
    .join(', ')
}

/** Share of neighbouring letters two ids have in common, case and accents aside. */
function likeness(a: string, b: string): number {
  const [pairsA, pairsB] = [pairsOf(a), pairsOf(b)]
  const shared = pairsA.filter(pair => pairsB.includes(pair)).length
  return (2 * shared) / (pairsA.length + pairsB.length || 1)
}

function pairsOf(text: string): readonly string[] {
  const plain = ` ${text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()} `
  return [...plain].slice(1).map((letter, index) => `${plain[index]}${letter}`)
}
