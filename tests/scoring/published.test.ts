import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { NodePoints, ScoreSheet } from '../../src/model/scoreSheet.ts'
import type { Submission } from '../../src/model/submission.ts'
import { loadData } from '../data/dataFiles.ts'
import { scaled } from '../data/scaled.ts'
import { nodeOf, score } from './builders.ts'

const { agencies, ruleSets, submissions } = loadData()

function sheetOf(submission: Submission): ScoreSheet {
  const ruleSet = ruleSets.find(entry => entry.id === submission.ruleSetId)
  if (!ruleSet) throw new Error(`no rule set ${submission.ruleSetId}`)
  return score(ruleSet, submission)
}

function submissionOf(agencyId: string, period: string): Submission {
  const submission = submissions.find(entry => entry.agencyId === agencyId && entry.period === period)
  if (!submission) throw new Error(`${agencyId} of ${period} is not shipped`)
  return submission
}

/** Our points of a node, a pool or the total, where they are one value. */
function ours(sheet: ScoreSheet, nodeId: string): string | null {
  const pool = sheet.pools.find(entry => entry.poolId === nodeId)
  const points: NodePoints | null = pool
    ? { kind: 'known', ...pool.points }
    : nodeId === 'total'
      ? sheet.total.points
      : nodeOf(sheet, nodeId).points
  return points?.kind === 'known' && points.from === points.to ? points.to : null
}

const isSame = (one: string | null, other: string) => one !== null && scaled(one) === scaled(other)

/** Published figures we compute from counts: everything but the group taken as published and its only leaf. */
const takenOver = ['CLGQ', 'ONLINE_SERVICE']
const units = submissions.filter(entry => entry.period === '2026-10-10')

function comparable(submission: Submission) {
  const { published } = submission
  if (!published || published.total === null) throw new Error(`${submission.id} publishes no total`)
  return [...published.points, { nodeId: 'total', points: published.total }].filter(
    entry => !takenOver.includes(entry.nodeId),
  )
}

describe('QĐ 766, 10/10/2026: the province and 14 units', () => {
  test.each(units)('$agencyId: 23 of 23 figures, 2 taken as published', submission => {
    const sheet = sheetOf(submission)
    const figures = comparable(submission)
    // 17 leaves with points of their own, 5 groups and the total
    expect(figures).toHaveLength(23)
    expect(figures.filter(entry => !isSame(ours(sheet, entry.nodeId), entry.points))).toEqual([])
    expect(sheet.reconciliation).toMatchObject({ agreeing: 23, takenAsPublished: 2, notComparable: 0 })
    expect(sheet.reconciliation?.checks.filter(check => !check.agrees)).toEqual([])
    expect(ours(sheet, 'ONLINE_SERVICE')).toBe(ours(sheet, 'CLGQ'))
  })

  test('345 of 345 published figures in all', () => {
    const results = units.flatMap(submission => {
      const sheet = sheetOf(submission)
      return comparable(submission).map(entry => isSame(ours(sheet, entry.nodeId), entry.points))
    })
    expect(`${results.filter(Boolean).length} of ${results.length}`).toBe('345 of 345') // 15 × 23
  })

  test('the grade is the published one for every unit', () => {
    const graded = units.map(submission => {
      const bands = ruleSets.find(entry => entry.id === submission.ruleSetId)?.bands ?? []
      const [id, ...others] = sheetOf(submission).total.bandIds
      const band = bands.find(entry => entry.id === id)
      const words = band ? [band.name, ...(band.aliases ?? [])] : []
      return others.length === 0 && words.includes(submission.published?.band ?? '')
    })
    expect(graded).toEqual(Array.from({ length: 15 }, () => true))
  })
})

test('every other shipped period of the portal is reproduced as well', () => {
  const others = submissions.filter(
    entry => entry.ruleSetId === 'qd766-2022' && entry.period !== '2026-10-10',
  )
  const results = others.flatMap(submission => {
    const sheet = sheetOf(submission)
    return comparable(submission).map(entry => isSame(ours(sheet, entry.nodeId), entry.points))
  })
  expect(`${results.filter(Boolean).length} of ${results.length}`).toBe('46 of 46') // 2 × 23
})

test('H15.157: payment is 5.75 + 1.12 + 0.59 = 7.46', () => {
  const sheet = sheetOf(submissionOf('h15-157', '2026-10-10'))
  expect(['PAY_DOSSIER', 'PAY_TTHC', 'PAY_FEE_TTHC'].map(id => ours(sheet, id))).toEqual([
    '5.75',
    '1.12',
    '0.59',
  ])
  expect(ours(sheet, 'TTTT')).toBe('7.46')
  expect(sheet.total).toMatchObject({ points: { from: '73.24' }, bandIds: ['kha'], missingLeaves: 0 })
  // certified copies: full points although no figure is published
  expect(sheet.total).toMatchObject({ scoredWithoutFigures: 1, notIncurredLeaves: 2 })
})

test('H15.39: received nothing, 5.85 + 2 = 7.85, and says what that rests on', () => {
  const sheet = sheetOf(submissionOf('h15-39', '2026-10-10'))
  expect(ours(sheet, 'CKMB')).toBe('5.85') // 79/82 × 4 = 3.8536… → 3.85, and 2 for complete contents
  expect(ours(sheet, 'MDSH')).toBe('2') // certified copies: full points without figures
  expect(ours(sheet, 'total')).toBe('7.85')
  expect(sheet.total.bandIds).toEqual(['yeu'])
  expect(sheet.total.notIncurredLeaves).toBeGreaterThan(0)
})

describe('PAR Index 2022, area 7, Trà Vinh', () => {
  const sheet = sheetOf(submissionOf('tinh-tra-vinh', '2022'))

  test('10.1352 of 13.5 = 75.0755…%', () => {
    expect(sheet.total).toMatchObject({
      points: { kind: 'known', from: '10.1352', to: '10.1352' },
      maxPoints: '13.5',
      percent: { from: '16892/225', to: '16892/225' }, // 10.1352 ÷ 13.5 × 100
      gapToMax: { from: '3.3648', to: '3.3648' },
      missingLeaves: 0,
      bandIds: [],
    })
  })

  test('seven named losses, largest first, then what is unexplained', () => {
    const codes = sheet.losses.map(({ nodeId, lost, points, maxPoints, to }) => {
      const node = sheet.nodes.find(entry => entry.criterionId === nodeId)
      return [node?.code ?? nodeId, points, maxPoints, lost, to]
    })
    expect(codes).toEqual([
      ['III.7', '0.2734', '1.5', '1.2266', '12.2734'],
      ['I.2', '0.5', '1', '0.5', '11.7734'],
      ['I.4', '0.5333', '1', '0.4667', '11.3067'],
      ['III.8', '0.29', '0.5', '0.21', '11.0967'],
      ['III.2', '0.7981', '1', '0.2019', '10.8948'],
      ['III.8', '0.34', '0.5', '0.16', '10.7348'],
      ['II.3', '1.4', '1.5', '0.1', '10.6348'],
      ['khong-neu-diem-rieng', '6.0004', '6.5', '0.4996', '10.1352'],
    ])
    expect(sheet.losses.map(step => step.kind)).toEqual([
      ...Array.from({ length: 7 }, () => 'lost'),
      'unexplained',
    ])
  })

  test('eight sub-criteria are one pool: 6.0004 of 6.5, none of them 0 or full', () => {
    expect(sheet.pools).toMatchObject([
      {
        points: { from: '6.0004', to: '6.0004' },
        maxPoints: '6.5',
        gapToMax: { from: '0.4996', to: '0.4996' },
      },
    ])
    const members = sheet.pools[0]?.criterionIds.map(id => nodeOf(sheet, id)) ?? []
    expect(members).toHaveLength(8)
    for (const member of members)
      expect(member).toMatchObject({
        outcome: { kind: 'missing' },
        points: { kind: 'unknown' },
        maxPoints: null,
      })
  })

  test('named losses make 10.6348, published 10.1352: 0.4996 unexplained, both readings shown', () => {
    const { reconciliation } = sheet
    expect(reconciliation?.namedLosses).toBe('2.8652')
    expect(reconciliation?.checks.filter(check => !check.agrees)).toMatchObject([
      { kind: 'namedLosses', computed: '10.6348', published: '10.1352', difference: '0.4996' },
    ])
    expect(reconciliation?.readings.map(reading => reading.id)).toEqual(['namedLosses', 'publishedTotal'])
  })

  test('14 sub-criteria are counted, six have a score and none of those is full', () => {
    expect(sheet.total.items).toEqual({ total: 14, scored: 6, atMax: 0 })
  })

  test('0.5 + 1.0 × 27/30 explains the 1.4 of II.3', () => {
    const [reading] = nodeOf(sheet, 'he-thong-thong-tin-bao-cao').explanation?.readings ?? []
    expect(reading?.forward).toMatchObject({ points: '1.4', agrees: true })
  })
})

const factsFolder = join(import.meta.dirname, '../../../shared/facts')
const present = existsSync(factsFolder)
const title = present
  ? 'equals ../shared/facts, read without data/'
  : 'SKIPPED: ../shared/facts is not there to compare with'

describe.skipIf(!present)(title, () => {
  const record = z.object({
    code: z.string(),
    date: z.string().optional(),
    total: z.number(),
    groups: z.record(z.string(), z.number()),
    m: z.record(z.string(), z.tuple([z.number().nullable(), z.number().nullable(), z.number().nullable()])),
  })
  const groupIds: Readonly<Record<string, string>> = {
    transparency: 'CKMB',
    progress: 'TDGQ',
    payment: 'TTTT',
    digitized: 'MDSH',
    satisfaction: 'MDHL',
  }
  const read = (name: string) =>
    (present ? readFileSync(join(factsFolder, name), 'utf8').trim().split('\n') : [])
      .map(line => record.parse(JSON.parse(line)))
      .filter(line => Object.keys(line.m).length > 0)

  /** Every figure of a line we should reproduce, beside ours. */
  const compared = (lines: readonly z.infer<typeof record>[], day: string) =>
    lines.flatMap(line => {
      const agency = agencies.find(entry => entry.code === line.code)
      const sheet = sheetOf(submissionOf(agency?.id ?? '', line.date ?? day))
      const leaves = Object.entries(line.m).flatMap(([id, [, , points]]) =>
        points === null ? [] : [[id, points] as const],
      )
      const groups = Object.entries(line.groups).flatMap(([name, points]) => {
        const id = groupIds[name]
        return id === undefined ? [] : [[id, points] as const]
      })
      return [...leaves, ...groups, ['total', line.total] as const].map(([id, points]) => ({
        unit: line.code,
        id,
        published: String(points),
        agrees: isSame(ours(sheet, id), String(points)),
      }))
    })

  test('345 of 345 figures of 2026-10-10', () => {
    const results = compared(read('dvcqg-766-dak-lak-2026-10-10.jsonl'), '2026-10-10')
    expect(results.filter(result => !result.agrees)).toEqual([])
    expect(results).toHaveLength(345)
  })

  test('every earlier day of the province, 23 figures each', () => {
    const lines = read('dvcqg-766-dak-lak-history.jsonl')
    const results = compared(lines, '')
    expect(results.filter(result => !result.agrees)).toEqual([])
    expect(results).toHaveLength(23 * lines.length)
  })
})
