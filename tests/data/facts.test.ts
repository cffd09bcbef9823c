import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { criteriaOf, loadData } from './dataFiles.ts'
import { scaled } from './scaled.ts'

const factsFolder = join(import.meta.dirname, '../../../shared/facts')
const present = existsSync(factsFolder)
const title = present
  ? 'figures equal ../shared/facts'
  : 'SKIPPED: ../shared/facts is not there to compare with'

const data = loadData()
const read = (name: string) => readFileSync(join(factsFolder, name), 'utf8')
const lines = (name: string) => (present ? read(name).trim().split('\n') : []).map(line => JSON.parse(line))
/** JSON numbers of the facts have at most two decimals, which JavaScript prints back unchanged. */
const text = (value: number | null) => (value === null ? null : String(value))

const portalRecord = z.object({
  code: z.string(),
  name: z.string(),
  type: z.string().optional(),
  date: z.string().optional(),
  total: z.number(),
  label: z.string().optional(),
  rank: z.number().nullable().optional(),
  groups: z.object({
    transparency: z.number(),
    progress: z.number(),
    onlineService: z.number(),
    digitized: z.number(),
    payment: z.number(),
    satisfaction: z.number(),
  }),
  m: z.record(z.string(), z.tuple([z.number().nullable(), z.number().nullable(), z.number().nullable()])),
})
type PortalRecord = z.infer<typeof portalRecord>

const portalGroup: Readonly<Record<string, string>> = {
  transparency: 'CKMB',
  progress: 'TDGQ',
  onlineService: 'CLGQ',
  payment: 'TTTT',
  digitized: 'MDSH',
  satisfaction: 'MDHL',
}

function submissionOf(record: PortalRecord, period: string) {
  const agency = data.agencies.find(one => one.code === record.code)
  const submission = data.submissions.find(
    one => one.ruleSetId === 'qd766-2022' && one.agencyId === agency?.id && one.period === period,
  )
  if (!agency || !submission?.published) throw new Error(`${record.code} of ${period} is not published`)
  return { agency, submission, published: submission.published }
}

function expectSameFigures(record: PortalRecord, period: string) {
  const { agency, submission, published } = submissionOf(record, period)
  expect(agency.name).toBe(record.name)
  const values = new Map(
    submission.values.map(value => [value.metricId, value.state === 'entered' ? value.value : null]),
  )
  const points = new Map(published.points.map(entry => [entry.nodeId, entry.points]))
  for (const [code, [numerator, denominator, earned]] of Object.entries(record.m)) {
    expect([code, values.get(`${code}.numerator`), values.get(`${code}.denominator`)]).toEqual([
      code,
      text(numerator),
      text(denominator),
    ])
    expect([code, points.get(code) ?? null]).toEqual([code, text(earned)])
  }
  expect(values.size).toBe(2 * Object.keys(record.m).length)
  for (const [name, earned] of Object.entries(record.groups))
    expect(points.get(portalGroup[name] ?? name)).toBe(text(earned))
  expect(points.get('ONLINE_SERVICE')).toBe(text(record.groups.onlineService))
  expect(published.total).toBe(text(record.total))
  expect(published.band).toBe(record.label)
  expect(published.rank?.rank ?? null).toBe(record.rank ?? null)
}

describe.skipIf(!present)(title, () => {
  const units = lines('dvcqg-766-dak-lak-2026-10-10.jsonl').map(line => portalRecord.parse(line))
  const history = lines('dvcqg-766-dak-lak-history.jsonl').map(line => portalRecord.parse(line))

  test.each(units)('$code $name on 2026-10-10', unit => {
    expectSameFigures(unit, '2026-10-10')
    const { agency } = submissionOf(unit, '2026-10-10')
    const levels: Readonly<Record<string, string>> = {
      PROVINCE: 'province',
      PROVINCIAL_DEPARTMENT: 'department',
      COMMUNE_PEOPLE_COMMITTEE: 'commune',
    }
    expect(agency.level).toBe(levels[unit.type ?? ''])
  })

  test.each(history.filter(line => Object.keys(line.m).length > 0))('the province on $date', line => {
    expectSameFigures(line, line.date ?? '')
  })

  test('nothing is published that the facts do not hold', () => {
    const days = data.submissions.filter(one => one.ruleSetId === 'qd766-2022').map(one => one.period)
    expect(days.filter(day => day === '2026-10-10')).toHaveLength(units.length)
    expect(new Set(days)).toEqual(new Set(['2026-10-10', '2026-09-28', '2026-09-17']))
  })

  test('QĐ 766: groups, maxima, thresholds, empty denominators and bands', () => {
    const observed = z
      .object({
        scale: z.number(),
        bands: z.array(z.tuple([z.string(), z.number()])),
        groups: z.array(
          z.object({
            code: z.string(),
            name: z.string(),
            max: z.number(),
            leaves: z.array(
              z.object({
                code: z.string(),
                no: z.string(),
                name: z.string(),
                max: z.number(),
                numerator: z.string().nullable(),
                denominator: z.string().nullable(),
                rule: z.object({ kind: z.string(), fullAtPercent: z.number().optional() }),
                zeroDenominator: z.string(),
                ratioPercentDecimals: z.number().optional(),
              }),
            ),
          }),
        ),
      })
      .parse(JSON.parse(read('qd766-observed.json')))
    const ruleSet = data.ruleSets.find(one => one.id === 'qd766-2022')
    if (!ruleSet) throw new Error('qd766-2022 is not published')
    const criteria = new Map(criteriaOf(ruleSet).map(criterion => [criterion.id, criterion]))
    const metrics = new Map(ruleSet.metrics.map(metric => [metric.id, metric.definition ?? metric.name]))

    expect(ruleSet.scale).toBe(text(observed.scale))
    expect(ruleSet.bands.map(band => [band.name, band.fromPercent])).toEqual(
      observed.bands.map(([name, from]) => [name, text(from)]),
    )
    for (const group of observed.groups) {
      expect(criteria.get(group.code)).toMatchObject({ name: group.name, maxPoints: text(group.max) })
      for (const leaf of group.leaves) {
        const criterion = criteria.get(leaf.code)
        expect(criterion).toMatchObject({ code: leaf.no, name: leaf.name, maxPoints: text(leaf.max) })
        expect(criterion?.rule?.kind).toBe(leaf.rule.kind)
        expect(criterion?.rounding?.ratio?.places).toBe(leaf.ratioPercentDecimals)
        if (leaf.numerator !== null) expect(metrics.get(`${leaf.code}.numerator`)).toBe(leaf.numerator)
        if (leaf.denominator !== null) expect(metrics.get(`${leaf.code}.denominator`)).toBe(leaf.denominator)
        if (criterion?.rule?.kind !== 'ratio') continue
        expect(criterion.rule.targetPercent).toBe(text(leaf.rule.fullAtPercent ?? null))
        expect(criterion.rule.scaling).toBe(leaf.rule.fullAtPercent === 100 ? 'share' : 'shareOfTarget')
        expect(criterion.rule.whenDenominatorZero).toBe(leaf.zeroDenominator === 'full' ? 'full' : 'zero')
      }
    }
    // Two watched shares are in the facts; the third, OVERDUE, is only among the portal's figures.
    const known = new Set(
      observed.groups.flatMap(group => [group.code, ...group.leaves.map(leaf => leaf.code)]),
    )
    expect([...criteria.keys()].filter(id => !known.has(id))).toEqual(['OVERDUE'])
  })

  test('Trà Vinh 2022: scale, total, rank, points and maxima', () => {
    const area = z
      .object({
        max: z.string(),
        statedScore: z.string(),
        statedRank: z.string(),
        statedCounts: z.object({ tieuChi: z.number(), tieuChiThanhPhan: z.number(), atMax: z.number() }),
        criteria: z.array(
          z.object({
            items: z.array(
              z.object({ name: z.string(), max: z.string().nullable(), score2022: z.string().nullable() }),
            ),
          }),
        ),
      })
      .parse(JSON.parse(read('par-index-area7.json')))
    const ruleSet = data.ruleSets.find(one => one.id === 'par-index-2022')
    const published = data.submissions.find(one => one.ruleSetId === 'par-index-2022')?.published
    if (!ruleSet || !published) throw new Error('PAR Index 2022 is not published')

    expect(ruleSet.scale).toBe(area.max)
    expect(published.total).toBe(area.statedScore)
    expect(`${published.rank?.rank}/${published.rank?.of}`).toBe(area.statedRank)
    expect(published.itemsAtMax).toBe(area.statedCounts.atMax)
    expect(ruleSet.criteria).toHaveLength(area.statedCounts.tieuChi)
    const items = ruleSet.criteria.flatMap(criterion => criterion.subCriteria ?? [])
    expect(items).toHaveLength(area.statedCounts.tieuChiThanhPhan)

    const leaves = criteriaOf(ruleSet)
      .filter(criterion => criterion.maxPoints !== null && criterion.rule)
      .map(leaf => ({
        max: leaf.maxPoints,
        points: published.points.find(entry => entry.nodeId === leaf.id)?.points ?? null,
      }))
    const stated = area.criteria.flatMap(group => group.items).filter(item => item.max !== null)
    expect(leaves.map(leaf => scaled(leaf.max ?? ''))).toEqual(stated.map(item => scaled(item.max ?? '')))
    expect(leaves.map(leaf => leaf.points)).toEqual(stated.map(item => item.score2022))
  })

  test('Trà Vinh 2023: every percentage target of the plan', () => {
    const { items } = z
      .object({
        items: z.array(
          z.object({
            seed: z.string(),
            kind: z.string(),
            unit: z.string(),
            value: z.unknown(),
            by: z.string().nullable(),
          }),
        ),
      })
      .parse(JSON.parse(read('seed-targets.json')))
    const stated = items.filter(
      item => item.seed.startsWith('004') && item.kind === 'target' && item.unit.startsWith('%'),
    )
    const targets = data.plans.find(plan => plan.id === 'ke-hoach-37-2023')?.targets ?? []
    const inOrder = (figures: readonly (readonly [unknown, string | null])[]) =>
      figures.map(([percent, by]) => `${percent} ${by}`).toSorted()
    expect(inOrder(targets.map(target => [target.percent, target.by]))).toEqual(
      inOrder(stated.map(item => [item.value, item.by])),
    )
  })
})
