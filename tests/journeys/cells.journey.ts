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
  const drawn = []
  while (drawn.length < cells) {
    const [ruleSetId, period] = pick(periods)
    const entry = pick(
      catalogue.submissions.filter(each => each.ruleSetId === ruleSetId && each.period === period),
    )
    const ruleSet = read(`rule-sets/${ruleSetId}.json`, decodeRuleSet)
    const submission = read(entry.path, decodeSubmissions).find(each => each.agencyId === entry.agencyId)
    if (!submission) throw new Error(`${entry.path} does not hold ${entry.agencyId}`)
    const stage = pick(stagesOf(submission))
    const sheet = scoreSubmission(ruleSet, atStage(submission, stage), '')
    const node = pick(sheet.nodes)
    const numbers = numbersOf(node)
    // What is only watched or does not apply has no number to compare.
    if (numbers.length > 0) drawn.push({ ruleSetId, period, agencyId: entry.agencyId, stage, node, numbers })
  }
  return drawn
}

test(`${cells} random cells say what the engine says`, async ({ page }) => {
  for (const { ruleSetId, period, agencyId, stage, node, numbers } of randomCells()) {
    const what = `${agencyId}, ${node.criterionId}, ${stage} ${period}`
    const search = { ruleSet: ruleSetId, period, agency: agencyId, stage, criterion: node.criterionId }
    await page.goto(`#/criteria?${new URLSearchParams(search)}`)
    await expect(page.getByRole('combobox', { name: 'Đơn vị' }), what).toHaveValue(agencyId)
    const receipt = receiptOf(page)
    await expect(receipt.getByRole('heading', { level: 2 }), what).toHaveText(node.name)
    const isReviewed = ruleSetId !== 'qd766-2022'
    await expect(async () => {
      expect(numbersIn(await receipt.locator('.receipt-points').innerText()), what).toEqual(
        expect.arrayContaining([...numbers]),
      )
      if (!isReviewed) return
      const cell = page.locator(`#row-${node.criterionId} [data-col="after"]`)
      expect(numbersIn(await cell.innerText()), what).toEqual(endsOf(node))
    }).toPass({ timeout: 20_000 })
  }
})

/** Both ends of a node's points; one number where they are the same. */
function endsOf({ points }: NodeScore): readonly number[] {
  return points?.kind === 'known' ? [...new Set([Number(points.from), Number(points.to)])] : []
}

/** What a receipt must say: its points, and its maximum where they are settled. */
function numbersOf(node: NodeScore): readonly number[] {
  const { maxPoints, outcome } = node
  if (outcome?.kind === 'notApplicable' || maxPoints === null || maxPoints === '0') return []
  const ends = endsOf(node)
  return ends.length === 1 ? [...ends, Number(maxPoints)] : ends
}

/** "−1.234,56/6 điểm" → −1234.56 and 6. */
function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(/−?\d{1,3}(?:\.\d{3})*(?:,\d+)?/g)].map(([number]) =>
    Number(number.replaceAll('.', '').replace(',', '.').replace('−', '-')),
  )
}
