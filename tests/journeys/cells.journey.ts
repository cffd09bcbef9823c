import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { decodeCatalogue, decodeRuleSet, decodeSubmissions } from '../../src/io/decode.ts'
import type { Decoded } from '../../src/model/problem.ts'
import type { NodeScore } from '../../src/model/scoreSheet.ts'
import { atStage, stagesOf } from '../../src/model/stages.ts'
import { scoreSubmission } from '../../src/scoring/scoreSubmission.ts'
import { receiptOf, test } from '../server/journey.ts'

// Numbers on screen are the engine's: 50 random (agency, criterion, stage) cells of the shipped files, scored
// here from the same files and read from the page.

const cells = 50

const read = <T>(path: string, decode: (text: string, file: string) => Decoded<T>): T => {
  const decoded = decode(readFileSync(`data/${path}`, 'utf8'), path)
  if (!decoded.ok) throw new Error(`${path} does not decode`)
  return decoded.value
}

/** mulberry32: the same cells in every run. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const catalogue = read('index.json', decodeCatalogue)
/** Two rounds of review, and the figures of the portal. */
const periods = [
  ['mau-tinh-cqs', '2026-06'],
  ['mau-tinh-cqs-2025', '2025-12'],
  ['qd766-2022', '2026-10-10'],
] as const

function randomCells() {
  const random = randomFrom(766)
  const pick = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(random() * list.length)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }
  return Array.from({ length: cells }, () => {
    const [ruleSetId, period] = pick(periods)
    const entry = pick(
      catalogue.submissions.filter(each => each.ruleSetId === ruleSetId && each.period === period),
    )
    const ruleSet = read(`rule-sets/${ruleSetId}.json`, decodeRuleSet)
    const submission = read(entry.path, decodeSubmissions).find(each => each.agencyId === entry.agencyId)
    if (!submission) throw new Error(`${entry.path} does not hold ${entry.agencyId}`)
    const stage = pick(stagesOf(submission))
    const sheet = scoreSubmission(ruleSet, atStage(submission, stage), '')
    return { ruleSetId, period, agencyId: entry.agencyId, stage, node: pick(sheet.nodes) }
  })
}

test(`${cells} random cells say what the engine says`, async ({ page }) => {
  const seen = { settled: 0, other: 0 }
  for (const { ruleSetId, period, agencyId, stage, node } of randomCells()) {
    const what = `${agencyId}, ${node.criterionId}, ${stage} ${period}`
    const search = { ruleSet: ruleSetId, period, agency: agencyId, stage, criterion: node.criterionId }
    await page.goto(`#/criteria?${new URLSearchParams(search)}`)
    const receipt = receiptOf(page)
    await expect(receipt.getByRole('heading', { level: 2 }), what).toHaveText(node.name)
    const shown = receipt.locator('.receipt-points')
    const expected = pointsOf(node)
    if (expected.kind === 'settled') {
      await expect(async () => {
        expect(numbersIn(await shown.innerText()).slice(0, 2), what).toEqual(expected.numbers)
      }).toPass({ timeout: 5000 })
      if (ruleSetId !== 'qd766-2022') {
        const cell = page.locator(`#row-${node.criterionId} [data-col="after"]`)
        expect(numbersIn(await cell.innerText()), what).toEqual(expected.numbers.slice(0, 1))
      }
      seen.settled += 1
    } else {
      for (const number of expected.numbers)
        expect(numbersIn(await shown.innerText()), what).toContain(number)
      seen.other += 1
    }
  }
  // A draw of nothing but exempt cells would prove little.
  expect(seen.settled).toBeGreaterThan(cells / 2)
})

/** The ends of a node's points, and its maximum where it is settled. */
function pointsOf({ points, maxPoints, outcome }: NodeScore) {
  // What is only watched has no points to say.
  const isWorth = maxPoints !== null && maxPoints !== '0'
  if (points?.kind !== 'known' || outcome?.kind === 'notApplicable' || !isWorth)
    return { kind: 'open', numbers: [] } as const
  const [from, to] = [Number(points.from), Number(points.to)]
  return from === to
    ? ({ kind: 'settled', numbers: [to, Number(maxPoints)] } as const)
    : ({ kind: 'open', numbers: [from, to] } as const)
}

/** "−1.234,56/6 điểm" → −1234.56 and 6. */
function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(/−?\d{1,3}(?:\.\d{3})*(?:,\d+)?/g)].map(([number]) =>
    Number(number.replaceAll('.', '').replace(',', '.').replace('−', '-')),
  )
}
