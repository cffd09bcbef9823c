import type { BranchCondition, BranchGain, ExplainedBranch, ExplainedRule } from '../model/explanation.ts'
import { pickName } from '../ui/language.tsx'
import { unitOf } from './formula.ts'
import type { ReceiptLine, ReceiptSection } from './receipt.ts'
import type { Speech } from './speech.ts'

/**
 * Every way through a rule in reading order, the one that applied marked; the items of a list with what
 * became of each; part by part where a rule has parts.
 * @param applies false where the agency is exempt: no way was taken
 */
export function thresholds(rule: ExplainedRule, applies: boolean, say: Speech): readonly ReceiptSection[] {
  const id = 'thresholds'
  const { words } = say
  if (rule.kind === 'reported')
    return [
      {
        id,
        title: null,
        lines: [
          { kind: 'pair', label: words.thresholds, value: words.noSource, mark: 'missing', strong: true },
        ],
      },
    ]
  const lines = branchLines(rule, applies, say)
  return lines.length === 0 ? [] : [{ id, title: titleOf(rule, say), lines }]
}

function titleOf(rule: ExplainedRule, { words }: Speech): string {
  switch (rule.kind) {
    case 'checklist':
      return words.contents
    case 'everyOccurrence':
      return words.everyItem
    case 'choice':
      return words.levels
    case 'formula':
      return words.cases
    default:
      return words.thresholds
  }
}

function branchLines(rule: ExplainedRule, applies: boolean, say: Speech): readonly ReceiptLine[] {
  switch (rule.kind) {
    // "có" and "không" stand beside the figure already.
    case 'yesNo':
      return []
    case 'sum':
    case 'bestOf':
      return rule.parts.flatMap(({ label, labelEn, detail }) => {
        const lines = branchLines(detail, applies, say)
        const name = pickName(say.language, label, labelEn)
        return lines.length === 0 ? [] : [{ kind: 'note' as const, value: `${name}:` }, ...lines]
      })
    case 'checklist':
    case 'everyOccurrence':
      return rule.branches.map(branch => itemLine(branch, rule, applies, say))
    default:
      return rule.branches.map(({ when, gives, taken }) => {
        const applied = taken && applies
        const condition = conditionText(when, rule, say)
        const text = rule.kind === 'formula' ? condition : `${condition}: ${gainText(gives, when, rule, say)}`
        return { kind: 'choice', value: text, mark: applied ? 'reached' : undefined, strong: applied }
      })
  }
}

/** "Có kế hoạch năm (0,5 điểm): có" */
function itemLine(branch: ExplainedBranch, rule: ExplainedRule, applies: boolean, say: Speech): ReceiptLine {
  const { formula, words } = say
  const name = conditionText(branch.when, rule, say)
  const isList = rule.kind === 'checklist'
  const label =
    isList && branch.gives.kind === 'points'
      ? `${name} (${formula.points(say.number(branch.gives.points))})`
      : name
  if (!applies) return { kind: 'pair', label, value: words.notApplicable, mark: 'notApplicable' }
  if (branch.state !== undefined)
    return {
      kind: 'pair',
      label,
      value: branch.state === 'missing' ? words.missing : words.notApplicable,
      mark: branch.state,
    }
  if (branch.taken)
    return { kind: 'pair', label, value: isList ? words.yes : formula.everyTime, mark: 'reached' }
  return { kind: 'pair', label, value: isList ? words.no : formula.sometimesLate }
}

function conditionText(when: BranchCondition, rule: ExplainedRule, say: Speech): string {
  switch (when.kind) {
    case 'answer':
      return pickName(say.language, when.label, when.labelEn)
    case 'range':
      return rangeText(when, unitOf(rule, say), say)
    default:
      return say.formula.conditions[when.kind]
  }
}

type RangeCondition = Extract<BranchCondition, { kind: 'range' }>

/** What a stretch of values is said with. */
type RangeSpeech = Pick<Speech, 'formula' | 'number'>

/** "từ 80%", "từ 2 đến dưới 4 cuộc họp", "trễ từ 1 đến 5 ngày", "từ hạng 1 đến hạng 3". */
export function rangeText(when: RangeCondition, unit: string, say: RangeSpeech): string {
  if (when.of === 'rank') return rankText(whole(when), say)
  if (when.of !== 'daysLate') return edgesText(when, unit, say)
  const days = whole(when)
  const isNone = days.to === '0' && (days.from === null || days.from === '0')
  return isNone ? say.formula.inTime : say.formula.late(edgesText(days, '', say))
}

function edgesText(
  { of, from, fromInclusive, to, toInclusive }: RangeCondition,
  unit: string,
  say: RangeSpeech,
): string {
  const { formula } = say
  const edge = (value: string) => formula.edge(of, say.number(value), unit)
  if (from !== null && to !== null) {
    if (from === to) return formula.exactly(edge(from))
    // A unit in words is said once: "từ 1 đến 5 ngày".
    const bare = of === 'value' || of === 'daysLate' ? say.number(from) : edge(from)
    const low = fromInclusive ? formula.from(bare) : formula.above(bare)
    return `${low} ${toInclusive ? formula.upTo(edge(to)) : formula.upToBelow(edge(to))}`
  }
  if (from !== null) return fromInclusive ? formula.from(edge(from)) : formula.above(edge(from))
  if (to !== null) return toInclusive ? formula.orLess(edge(to)) : formula.below(edge(to))
  return formula.anyValue
}

/** Days and ranks are whole: "from 1 to below 6" is "from 1 to 5". */
function whole(when: RangeCondition): RangeCondition {
  const step = (value: string | null, by: bigint) =>
    value === null || !/^-?\d+$/.test(value) ? value : String(BigInt(value) + by)
  const from = when.fromInclusive ? when.from : step(when.from, 1n)
  const to = when.toInclusive ? when.to : step(when.to, -1n)
  const changed = (before: string | null, after: string | null) => before !== after
  return {
    ...when,
    from,
    fromInclusive: when.fromInclusive || changed(when.from, from),
    to,
    toInclusive: when.toInclusive || changed(when.to, to),
  }
}

function rankText({ from, to, ...rest }: RangeCondition, say: RangeSpeech): string {
  const { formula } = say
  if (to === null) return from === null ? formula.anyValue : formula.rankOrWorse(say.number(from))
  const first = from ?? '1'
  if (first === to) return formula.rank(say.number(to))
  return rest.toInclusive
    ? formula.ranks(say.number(first), say.number(to))
    : edgesText({ ...rest, from: first, to }, '', say)
}

function gainText(gives: BranchGain, when: BranchCondition, rule: ExplainedRule, say: Speech): string {
  const { formula } = say
  switch (gives.kind) {
    case 'points':
      return formula.points(say.number(gives.points))
    case 'full':
      return formula.fullPoints(say.number(gives.points))
    case 'policy':
      return formula.policies[gives.policy]
    case 'slope': {
      if (rule.kind === 'leader' && gives.scaling !== 'toLeader')
        return formula.risingTo(say.number(pointsAtTarget(rule)))
      if (when.kind !== 'range') return formula.slope(gives.scaling, '')
      const edge = when.to ?? when.from
      const target = edge === null ? '' : formula.edge(when.of, say.number(edge), '')
      return formula.slope(gives.scaling, target)
    }
  }
}

/** What a leader rule gives exactly at its target. */
function pointsAtTarget(rule: ExplainedRule): string {
  const gains = rule.branches.flatMap(branch => (branch.gives.kind === 'points' ? [branch.gives.points] : []))
  return gains[0] ?? rule.maxPoints
}
