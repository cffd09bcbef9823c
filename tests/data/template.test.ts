import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decodeRuleSet } from '../../src/io/decode.ts'
import { isLeaf, walkCriteria } from '../../src/model/criteria.ts'
import type { Provenance } from '../../src/model/provenance.ts'
import type { Criterion, RuleSet } from '../../src/model/ruleSet.ts'
import { lintRuleSet } from '../../src/scoring/lint/lintRuleSet.ts'
import { rulePlaces } from '../../src/scoring/lint/rulePlaces.ts'

const [older, newer] = [read('mau-tinh-cqs-2025'), read('mau-tinh-cqs')]

function read(id: string): RuleSet {
  const file = join(import.meta.dirname, `../../data/rule-sets/${id}.json`)
  const decoded = decodeRuleSet(readFileSync(file, 'utf8'), file)
  if (!decoded.ok) throw new Error(decoded.problems.map(problem => problem.message.vi).join('\n'))
  return decoded.value
}

function leavesOf(ruleSet: RuleSet): ReadonlyMap<string, Criterion> {
  return new Map(
    walkCriteria(ruleSet).flatMap(({ criterion }) =>
      isLeaf(criterion) ? [[criterion.id, criterion] as const] : [],
    ),
  )
}

/** Every origin the rule set names, however deep. */
function provenancesIn(value: unknown): readonly Provenance[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'certainty' in value ? [value as Provenance] : []
  return [...own, ...Object.values(value).flatMap(provenancesIn)]
}

describe.each([older, newer])('$id', ruleSet => {
  const title = 'mẫu minh họa – điểm số do dự án đặt'

  test('says in every name that it is a template and its points are ours', () => {
    expect(ruleSet.title).toContain(title)
    expect(ruleSet.shortTitle).toContain('mẫu minh họa')
    expect(ruleSet.note?.toLowerCase()).toContain(title)
    const origins = provenancesIn(ruleSet)
    expect(origins.length).toBeGreaterThan(40)
    expect(
      origins.filter(({ certainty, source, note }) => certainty !== 'illustrative' || !source || !note),
    ).toEqual([])
  })

  test('is found faultless', () => {
    expect(lintRuleSet(ruleSet, ruleSet.id)).toEqual([])
  })

  test('uses at least ten kinds of rule, each worked out by hand', () => {
    const places = rulePlaces(ruleSet)
    const kinds = new Set(places.map(({ rule }) => rule.kind))
    expect(kinds.size).toBeGreaterThanOrEqual(13)
    const worked = new Set(
      (ruleSet.examples ?? []).flatMap(({ expect: all }) => all.map(({ nodeId }) => nodeId)),
    )
    const shown = places.filter(
      ({ owner }) => worked.has(owner.id) || (worked.has('total') && 'ceiling' in owner),
    )
    expect(new Set(shown.map(({ rule }) => rule.kind))).toEqual(kinds)
  })
})

test('the targets are those of the documents', () => {
  const targets = [...leavesOf(newer)].flatMap(([id, { rule, provenance }]) =>
    rule?.kind === 'ratio' ? [[id, rule.targetPercent, provenance.source?.place]] : [],
  )
  // The rest of the documents' targets stand in a sum and in bands.
  expect(targets).toEqual([
    ['van-ban-mang', '80', 'Phụ lục, mục II.1'],
    ['dvc-toan-trinh', '100', 'Phụ lục, mục III.6a'],
    ['ho-so-truc-tuyen', '50', 'Phụ lục, mục III.7a'],
    ['phi-truc-tuyen', '100', 'Phụ lục, mục III.8a'],
    ['so-hoa-ho-so', '100', 'Phụ lục, mục III.5a'],
    ['ho-so-dung-han', '100', 'Kế hoạch, nhiệm vụ 19'],
    ['giai-trinh-cham', '100', 'Kế hoạch, nhiệm vụ 19, cột Sản phẩm'],
    ['cat-giam-thong-tin', '20', 'Kế hoạch, nhiệm vụ 17'],
    ['chung-thuc-dien-tu', '30', 'Kế hoạch, nhiệm vụ 21'],
    ['phan-anh-dung-han', '100', 'Kế hoạch, nhiệm vụ 19'],
  ])
  const payment = leavesOf(newer).get('thanh-toan-truc-tuyen')?.rule
  expect(payment?.kind === 'sum' && payment.parts.map(({ rule }) => rule)).toMatchObject([
    { targetPercent: '60' },
    { targetPercent: '60' },
  ])
})

test('the newer edition follows the older one and differs in criteria, maxima, thresholds and kinds of rule', () => {
  expect(newer.supersedes).toBe(older.id)
  expect([older.validFrom, older.validTo, newer.validFrom]).toEqual([
    '2024-11-01',
    '2025-12-31',
    '2026-01-01',
  ])
  const [before, now] = [leavesOf(older), leavesOf(newer)]
  expect([...before.keys()].filter(id => !now.has(id))).toEqual(['ky-so'])
  expect([...now.keys()].filter(id => !before.has(id))).toEqual(['chung-thuc-dien-tu'])
  const both = [...now].flatMap(([id, leaf]) => {
    const earlier = before.get(id)
    return earlier ? [{ id, leaf, earlier }] : []
  })
  const kinds = both.filter(({ leaf, earlier }) => leaf.rule?.kind !== earlier.rule?.kind)
  expect(kinds.map(({ id }) => id)).toEqual(['nguoi-dung-moi', 'phi-truc-tuyen', 'muc-do-hai-long'])
  expect(both.filter(({ leaf, earlier }) => leaf.maxPoints !== earlier.maxPoints).length).toBeGreaterThan(5)
  const onTime = both.find(({ id }) => id === 'ho-so-dung-han')
  expect([onTime?.earlier.rule, onTime?.leaf.rule]).toMatchObject([
    { floorPercent: '85' },
    { floorPercent: '90' },
  ])
})
