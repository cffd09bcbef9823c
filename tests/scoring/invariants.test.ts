import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLeaf, walkCriteria } from '../../src/model/criteria.ts'
import type { Criterion, RoundingPolicy, RuleSet } from '../../src/model/ruleSet.ts'
import type { ScoreSheet } from '../../src/model/scoreSheet.ts'
import type { Submission } from '../../src/model/submission.ts'
import { lintRuleSet } from '../../src/scoring/lint/lintRuleSet.ts'
import { lintSubmission } from '../../src/scoring/lint/lintSubmission.ts'
import { loadData } from '../data/dataFiles.ts'
import { scaled, scaledSum } from '../data/scaled.ts'
import {
  aGroup,
  aPool,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  nodeOf,
  score,
  toPlaces,
  unscaled,
} from './builders.ts'

const runs = { numRuns: 1500, seed: 766 }

type Leaf = {
  readonly max: number
  readonly points: number
  readonly state: 'known' | 'missing' | 'exempt' | 'pooled'
}

/** Thousandths as decimal text. */
const thousandths = (value: number) => unscaled(BigInt(value) * 10n ** 9n)

const leaf: fc.Arbitrary<Leaf> = fc
  .record({
    max: fc.integer({ min: 1, max: 20_000 }),
    share: fc.integer({ min: 0, max: 1000 }),
    state: fc.constantFrom('known', 'known', 'known', 'missing', 'exempt', 'pooled'),
  })
  .map(({ max, share, state }) => ({ max, points: Math.floor((max * share) / 1000), state }))

const step = fc.option(
  fc
    .tuple(
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom('halfUp' as const, 'halfEven' as const, 'truncate' as const),
    )
    .map(([places, mode]) => toPlaces(places, mode)),
)
const rounding: fc.Arbitrary<RoundingPolicy> = fc.record({
  ratio: fc.constant(null),
  leaf: fc.constant(null),
  group: step,
  total: step,
})

type Scene = { readonly ruleSet: RuleSet; readonly submission: Submission; readonly leaves: readonly Leaf[] }

/** Groups of reported leaves, some known, missing, exempt or hidden in one pool that runs across groups. */
const scene: fc.Arbitrary<Scene> = fc
  .tuple(
    fc.array(fc.array(leaf, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
    rounding,
    fc.boolean(),
  )
  .map(([drawn, policy, poolIsKnown]) => {
    const pooled = drawn.flat().filter(entry => entry.state === 'pooled')
    // A pool needs two leaves: a single one is simply known.
    const groups =
      pooled.length > 1
        ? drawn
        : drawn.map(group =>
            group.map(entry => (entry.state === 'pooled' ? { ...entry, state: 'known' as const } : entry)),
          )
    const leaves = groups.flat()
    const idOf = (entry: Leaf) => `leaf-${leaves.indexOf(entry)}`
    const having = (state: Leaf['state']) => leaves.filter(entry => entry.state === state)
    const total = (field: 'max' | 'points') =>
      thousandths(having('pooled').reduce((sum, entry) => sum + entry[field], 0))
    const hasPool = having('pooled').length > 0
    const ruleSet = aRuleSet({
      criteria: groups.map((group, index) =>
        aGroup(
          `group-${index}`,
          group.map(entry =>
            aReportedLeaf(idOf(entry), entry.state === 'pooled' ? null : thousandths(entry.max)),
          ),
        ),
      ),
      pools: hasPool ? [aPool('pool', having('pooled').map(idOf), total('max'))] : [],
      rounding: policy,
    })
    const points = Object.fromEntries(having('known').map(entry => [idOf(entry), thousandths(entry.points)]))
    const submission = aSubmission({
      points: hasPool && poolIsKnown ? { ...points, pool: total('points') } : points,
      notApplicable: having('exempt').map(entry => ({ criterionId: idOf(entry), reason: 'Không có' })),
    })
    return { ruleSet, submission, leaves }
  })

function total(sheet: ScoreSheet) {
  const { points, maxPoints } = sheet.total
  if (points.kind !== 'known') throw new Error('the whole holds every pool, so it is known')
  return { from: scaled(points.from), to: scaled(points.to), max: scaled(maxPoints) }
}

const signed = (text: string) => (text.startsWith('-') ? -scaled(text.slice(1)) : scaled(text))

describe('any rule set of published points, missing, exempt and pooled leaves', () => {
  test('is sound to begin with', () => {
    fc.assert(
      fc.property(scene, ({ ruleSet, submission }) => {
        expect(lintRuleSet(ruleSet, '')).toEqual([])
        expect(lintSubmission(submission, ruleSet, '')).toEqual([])
      }),
      { ...runs, numRuns: 300 },
    )
  })

  test('the ladder adds up exactly: maximum − every loss = the score, its lower end when figures are missing', () => {
    fc.assert(
      fc.property(scene, ({ ruleSet, submission }) => {
        const sheet = score(ruleSet, submission)
        const { from, max } = total(sheet)
        const lost = sheet.losses.reduce((sum, { lost }) => sum + signed(lost), 0n)
        expect(unscaled(max - lost)).toBe(unscaled(from))
      }),
      runs,
    )
  })

  test('each step begins where the one before ends, and says what is left after it', () => {
    fc.assert(
      fc.property(scene, ({ ruleSet, submission }) => {
        const { losses, total: whole } = score(ruleSet, submission)
        let level = signed(whole.maxPoints)
        losses.forEach((entry, index) => {
          expect(signed(entry.from)).toBe(level)
          level -= signed(entry.lost)
          expect(signed(entry.to)).toBe(level)
          const rest = losses.slice(index + 1)
          const sumOf = (steps: typeof losses) => steps.reduce((sum, { lost }) => sum + signed(lost), 0n)
          const { count, lost, sure } = entry.remaining
          expect([count, signed(lost), signed(sure)]).toEqual([
            rest.length,
            sumOf(rest),
            sumOf(rest.filter(step => step.kind !== 'missing')),
          ])
        })
      }),
      runs,
    )
  })

  test('points stay between none and the maximum, ends in order, unless rounding lifts a sum', () => {
    fc.assert(
      fc.property(scene, ({ ruleSet, submission }) => {
        const sheet = score(ruleSet, submission)
        const { from, to, max } = total(sheet)
        expect(0n <= from && from <= to).toBe(true)
        if (ruleSet.rounding.group === null && ruleSet.rounding.total === null) expect(to <= max).toBe(true)
        for (const node of sheet.nodes)
          if (node.isLeaf && node.points?.kind === 'known' && node.maxPoints !== null)
            expect(scaled(node.points.to) <= scaled(node.maxPoints)).toBe(true)
      }),
      runs,
    )
  })

  test('without rounding the whole is the sum of what is known, up to what is open', () => {
    fc.assert(
      fc.property(scene, ({ ruleSet, submission, leaves }) => {
        const plain = { ...ruleSet, rounding: { ratio: null, leaf: null, group: null, total: null } }
        const { from, to, max } = total(score(plain, submission))
        const known = scaledSum((submission.published?.points ?? []).map(entry => entry.points))
        const open = (entry: Leaf) => entry.state === 'missing' || (entry.state === 'pooled' && !poolGiven)
        const poolGiven = submission.published?.points.some(entry => entry.nodeId === 'pool') ?? false
        const maxOf = (entries: readonly Leaf[]) => scaledSum(entries.map(entry => thousandths(entry.max)))
        expect(from).toBe(known)
        expect(to).toBe(known + maxOf(leaves.filter(open)))
        expect(max).toBe(maxOf(leaves.filter(entry => entry.state !== 'exempt')))
      }),
      runs,
    )
  })

  test('a missing figure that comes in lands inside the interval', () => {
    fc.assert(
      fc.property(scene, ({ ruleSet, submission, leaves }) => {
        const before = total(score(ruleSet, submission))
        const index = leaves.findIndex(entry => entry.state === 'missing')
        const { published } = submission
        const found = leaves[index]
        fc.pre(found !== undefined && published !== undefined)
        if (!found || !published) return
        const late = { nodeId: `leaf-${index}`, points: thousandths(found.points) }
        const after = total(
          score(ruleSet, { ...submission, published: { ...published, points: [...published.points, late] } }),
        )
        expect(before.from <= after.from && after.to <= before.to).toBe(true)
      }),
      runs,
    )
  })

  test('the order of published points and of exemptions does not matter', () => {
    fc.assert(
      fc.property(scene, ({ ruleSet, submission }) => {
        const { published, notApplicable = [] } = submission
        if (!published) return
        const turned = {
          ...submission,
          notApplicable: notApplicable.toReversed(),
          published: { ...published, points: published.points.toReversed() },
        }
        const { reconciliation: _, ...sheet } = score(ruleSet, submission)
        const { reconciliation: __, ...other } = score(ruleSet, turned)
        expect(other).toEqual(sheet)
      }),
      { ...runs, numRuns: 500 },
    )
  })
})

/** Freezes an object and everything in it, so that writing anywhere throws. */
function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) deepFreeze(inner)
    Object.freeze(value)
  }
  return value
}

describe('shipped submissions', () => {
  const { ruleSets, submissions } = loadData()
  const pairs = submissions.map(submission => {
    const ruleSet = ruleSets.find(entry => entry.id === submission.ruleSetId)
    if (!ruleSet) throw new Error(`no rule set ${submission.ruleSetId}`)
    return { id: submission.id, ruleSet, submission }
  })

  test.each(pairs)(
    '$id: nothing handed in is changed, and the same comes out twice',
    ({ ruleSet, submission }) => {
      const first = score(deepFreeze(ruleSet), deepFreeze(submission))
      expect(score(ruleSet, submission)).toEqual(first)
    },
  )

  test.each(pairs)('$id: the order of values does not matter', ({ ruleSet, submission }) => {
    const turned = { ...submission, values: submission.values.toReversed() }
    expect(score(ruleSet, turned)).toEqual(score(ruleSet, submission))
  })

  test.each(pairs)('$id: every leaf and every loss lies within its maximum', ({ ruleSet, submission }) => {
    const sheet = score(ruleSet, submission)
    const leaves = walkCriteria(ruleSet).flatMap(({ criterion }: { criterion: Criterion }) =>
      isLeaf(criterion) ? [nodeOf(sheet, criterion.id)] : [],
    )
    for (const { points, maxPoints } of leaves)
      if (points?.kind === 'known' && maxPoints !== null)
        expect(0n <= scaled(points.from) && scaled(points.to) <= scaled(maxPoints)).toBe(true)
    for (const { lost, maxPoints } of sheet.losses) expect(scaled(lost) <= scaled(maxPoints)).toBe(true)
  })
})
