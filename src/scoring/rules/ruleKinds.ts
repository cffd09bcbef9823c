import type { Rule } from '../../model/rules.ts'
import { bestOfKind } from './bestOf.ts'
import { leaderKind } from './leader.ts'
import { minMaxKind } from './minMax.ts'
import { monitorKind } from './monitor.ts'
import { plainKinds, type RuleKinds } from './plainKinds.ts'
import { rankKind } from './rank.ts'
import { reportedKind } from './reported.ts'
import type { RuleKind } from './ruleKind.ts'
import { shareOfBestKind } from './shareOfBest.ts'
import { sumKind } from './sum.ts'

/** Every rule kind there is. A new one gets its file here and its line below. */
const ruleKinds: RuleKinds<Rule> = {
  ...plainKinds,
  sum: sumKind,
  bestOf: bestOfKind,
  shareOfBest: shareOfBestKind,
  leader: leaderKind,
  minMax: minMaxKind,
  rank: rankKind,
  reported: reportedKind,
  monitor: monitorKind,
}

/** The kind of any rule. */
export function kindOf<R extends Rule>(rule: R): RuleKind<R> {
  // TypeScript cannot tie a union's member to its entry; the type of the table does.
  return ruleKinds[rule.kind] as unknown as RuleKind<R>
}
