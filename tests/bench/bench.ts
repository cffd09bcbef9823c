import { scoreTable } from '../../src/scoring/bulk/scoreTable.ts'
import { cohortOf } from '../../src/scoring/scoreCohort.ts'
import { changeFigures, scoreForChanges, scoreSubmission } from '../../src/scoring/scoreSubmission.ts'
import { scoreByHand } from './handWritten.ts'
import { benchRuleSet, benchSubmission, benchTable } from './scene.ts'
import { scoreBySpreadsheet } from './spreadsheet.ts'
import { measureTyping } from './typing.ts'

const [agencies, periods] = [3400, 10]

/** Measures every way to score the same figures and prints rates and ratios. Nothing here is a test. */
export function main(): void {
  const ruleSet = benchRuleSet()
  const table = benchTable(ruleSet, agencies, periods)
  const scores = table.rows * 100

  let [hand, bulk] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  let byHand = scoreByHand(ruleSet, table)
  let byBulk = scoreTable(ruleSet, table)
  // In turns, so that a busy moment of the machine slows both.
  for (let run = 0; run < 9; run += 1) {
    const handStarted = performance.now()
    byHand = scoreByHand(ruleSet, table)
    hand = Math.min(hand, performance.now() - handStarted)
    const bulkStarted = performance.now()
    byBulk = scoreTable(ruleSet, table)
    bulk = Math.min(bulk, performance.now() - bulkStarted)
  }
  const explain = explaining(ruleSet, table)
  const typing = measureTyping()
  const sheet = scoreBySpreadsheet(ruleSet, table, 400)

  line(
    'leaf scores',
    `${scores.toLocaleString('en')} (100 leaves of ${Object.keys(kinds(ruleSet)).length} kinds × ${agencies} agencies × ${periods} periods)`,
  )
  line('hand-written loop', `${hand.toFixed(0)} ms, ${rate(hand / scores)}`)
  line(
    'bulk path',
    `${bulk.toFixed(0)} ms, ${rate(bulk / scores)}; ${byBulk.exactly.toLocaleString('en')} scores went the exact way`,
  )
  line(
    'explaining path',
    `${explain.agency.toFixed(2)} ms an agency of 100 leaves, ${rate(explain.agency / 100)}`,
  )
  line('what-if', `${explain.change.toFixed(2)} ms to change one figure`)
  line(
    'typing',
    `${typing.median.toFixed(2)} ms from a key stroke to scores, checks and needs of a form of 100 leaves, slowest ${typing.slowest.toFixed(1)} ms`,
  )
  line(
    'HyperFormula',
    `${rate(sheet.enter)} to enter figures anew, ${rate(sheet.open)} to open the workbook; ${sheet.scores.toLocaleString('en')} scores`,
  )
  console.log()
  line('bulk ÷ hand-written', `${(hand / bulk).toFixed(2)} of its speed (wanted: at least 0.5)`)
  const times = (each: number) => `${Math.round(each / (bulk / scores)).toLocaleString('en')} ×`
  line(
    'bulk ÷ HyperFormula',
    `${times(sheet.enter)} entering, ${times(sheet.open)} opening (wanted: at least 1,000)`,
  )
  line('bulk ÷ explaining', `${Math.round(explain.agency / 100 / (bulk / scores)).toLocaleString('en')} ×`)
  line(
    'totals that differ',
    `${differing(byHand.totals, byBulk)} of ${table.rows} rows: floats of the hand-written loop`,
  )
}

function kinds(ruleSet: ReturnType<typeof benchRuleSet>): Record<string, number> {
  const leaves = ruleSet.criteria.flatMap(group => group.subCriteria ?? [])
  return Object.fromEntries(leaves.map(leaf => [leaf.rule?.kind ?? '', 1]))
}

function explaining(ruleSet: ReturnType<typeof benchRuleSet>, table: ReturnType<typeof benchTable>) {
  const some = Array.from({ length: 60 }, (_, index) => benchSubmission(ruleSet, table, agencies + index))
  const before = Array.from({ length: 60 }, (_, index) => benchSubmission(ruleSet, table, index))
  const cohortAt = cohortOf(ruleSet, some)
  const contexts = some.map((submission, index) => ({
    submission,
    context: { previous: before[index] ?? null, cohortAt },
  }))
  const once = () => {
    for (const { submission, context } of contexts) scoreSubmission(ruleSet, submission, '', context)
  }
  once()
  let [agency, change] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let run = 0; run < 7; run += 1) agency = Math.min(agency, timed(once) / contexts.length)
  const [first] = contexts
  if (!first) throw new Error('sixty agencies')
  const scored = scoreForChanges(ruleSet, first.submission, '', first.context)
  for (let run = 0; run < 7; run += 1)
    change = Math.min(
      change,
      timed(() => {
        for (let value = 0; value < 100; value += 1)
          changeFigures(scored, [{ metricId: 'share0-1', state: 'entered', value: String(value) }], '')
      }) / 100,
    )
  return { agency, change }
}

/** Rows whose sum of known points differs, in hundredths. */
function differing(totals: Float64Array, bulk: ReturnType<typeof scoreTable>): number {
  let count = 0
  for (let row = 0; row < totals.length; row += 1) {
    let known = 0
    for (const leaf of bulk.leaves) if (leaf.state[row] === 0) known += leaf.points[row] as number
    if (Math.round(totals[row] as number) !== known) count += 1
  }
  return count
}

function timed(work: () => void): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

function rate(milliseconds: number): string {
  return milliseconds < 0.001
    ? `${(milliseconds * 1e6).toFixed(1)} ns a score`
    : `${(milliseconds * 1000).toFixed(2)} µs a score`
}

function line(name: string, text: string): void {
  console.log(`${name.padEnd(22)}${text}`)
}
