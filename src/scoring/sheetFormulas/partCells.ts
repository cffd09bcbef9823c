import type { BestOfRule, RulePart, SumRule } from '../../model/rules.ts'
import { statesFor } from '../states.ts'
import type { RuleCells, RulePlace, RuleScene } from './ruleCells.ts'
import { added, all, any } from './workings.ts'

type WritePart = (part: RulePart, place: RulePlace) => RuleCells

function partsOf(parts: readonly RulePart[], place: RulePlace, write: WritePart) {
  return parts.map((part, index) =>
    write(part, {
      ...place,
      label: `${place.label} · ${part.label} (${index + 1})`,
      maxPoints: part.maxPoints,
      states: statesFor(part.rule, undefined, place.states),
    }),
  )
}

/** None open: 0; none that applies: 2; anything else leaves the whole open. */
function kindOfParts(parts: readonly RuleCells[]): string {
  const are = (kind: number) => all(parts.map(part => `${part.kind}=${kind}`))
  return `IF(${are(0)},0,IF(${are(2)},2,1))`
}

export function sumCells(rule: SumRule, scene: RuleScene, place: RulePlace, write: WritePart): RuleCells {
  const { put } = scene.workings
  const parts = partsOf(rule.parts, place, write)
  const end = (which: 'least' | 'most') =>
    added(parts.map(part => `IF(${part.kind}=0,${part.points},${part[which]})`))
  return {
    kind: put(`${place.label}: loại kết quả`, kindOfParts(parts)),
    points: put(`${place.label}: cộng các phần`, added(parts.map(part => part.points))),
    least: put(`${place.label}: ít nhất`, end('least')),
    most: put(`${place.label}: nhiều nhất`, end('most')),
  }
}

/** Cases that do not apply stand aside; an open one only matters while it could still earn more. */
export function bestOfCells(
  rule: BestOfRule,
  scene: RuleScene,
  place: RulePlace,
  write: WritePart,
): RuleCells {
  const { put } = scene.workings
  const { label } = place
  const cases = partsOf(rule.cases, place, write)
  // No rule earns less than this, so that a case that stands aside is never the largest.
  const aside = '(-1000000000)'
  const largest = (name: string, of: (each: RuleCells) => string) =>
    put(`${label}: ${name}`, `MAX(${cases.map(of).join(',')})`)
  const best = largest('cao nhất đã biết', each => `IF(${each.kind}=0,${each.points},${aside})`)
  const end = (name: string, which: 'least' | 'most') =>
    largest(name, each => `IF(${each.kind}=0,${each.points},IF(${each.kind}=1,${each[which]},${aside}))`)
  const [least, most] = [end('ít nhất', 'least'), end('nhiều nhất', 'most')]
  const known = any(cases.map(each => `${each.kind}=0`))
  const none = all(cases.map(each => `${each.kind}=2`))
  return {
    kind: put(
      `${label}: loại kết quả`,
      `IF(${none},2,IF(${known},IF(ABS(${most}-${best})<0.000000001,0,1),1))`,
    ),
    points: best,
    least: put(`${label}: từ`, `IF(${none},0,${least})`),
    most: put(`${label}: đến`, `IF(${none},0,${most})`),
  }
}
