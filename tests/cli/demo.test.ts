import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { demoDirectory, demoDocuments } from '../../src/cli/demo/directory.ts'
import { generateDemo, tableEntries } from '../../src/cli/demo/generateDemo.ts'
import { decodeRuleSet } from '../../src/io/decode.ts'
import { agenciesSchema, documentsSchema } from '../../src/io/directorySchema.ts'
import { formatTable } from '../../src/io/formatTable.ts'
import { submissionTableSchema } from '../../src/io/submissionSchema.ts'
import { walkCriteria } from '../../src/model/criteria.ts'
import { precedes } from '../../src/model/period.ts'
import type { RuleSet } from '../../src/model/ruleSet.ts'
import { type Stage, type Submission, submissionsOf, type TableCell } from '../../src/model/submission.ts'
import { lintSubmission } from '../../src/scoring/lint/lintSubmission.ts'
import { rulePlaces } from '../../src/scoring/lint/rulePlaces.ts'
import { scoreSubmission } from '../../src/scoring/scoreSubmission.ts'
import { workingDaysBetween } from '../../src/scoring/workingDays.ts'
import { run } from './runCommand.ts'

const data = join(import.meta.dirname, '../../data')
const ruleSets = ['mau-tinh-cqs-2025', 'mau-tinh-cqs'].map(id => read(id))
const files = generateDemo(ruleSets)
const tables = files.map(file => file.table)
const reviewedPeriods = ['2025-12', '2026-06']

function read(id: string): RuleSet {
  const decoded = decodeRuleSet(readFileSync(join(data, 'rule-sets', `${id}.json`), 'utf8'), id)
  if (!decoded.ok) throw new Error(decoded.problems.map(problem => problem.message.vi).join('\n'))
  return decoded.value
}

const months = new Map(
  tables.map(table => {
    const ruleSet = ruleSets.find(each => each.id === table.ruleSetId) ?? fail(`no rules for ${table.period}`)
    return [table.period, { table, ruleSet, submissions: submissionsOf(table) }]
  }),
)

function tableOf(period: string) {
  return months.get(period) ?? fail(`no table for ${period}`)
}

/** Every agency's sheet of a month, growth measured against the month before under the same rules. */
function sheetsOf(period: string, submissions: readonly Submission[] = tableOf(period).submissions) {
  const { ruleSet } = tableOf(period)
  const before = tables.find(each => precedes(each.period, period) && each.ruleSetId === ruleSet.id)
  const earlier = new Map((before ? submissionsOf(before) : []).map(each => [each.agencyId, each]))
  return submissions.map(submission =>
    scoreSubmission(ruleSet, submission, '2026-11-21T00:00:00.000Z', {
      previous: earlier.get(submission.agencyId) ?? null,
    }),
  )
}

/** "70.4" or "211/3" as a number: only sizes are compared here. */
const size = (exact: string) => {
  const [over = '', under = '1'] = exact.split('/')
  return Number(over) / Number(under)
}
const lowest = (sheet: ReturnType<typeof scoreSubmission>) =>
  sheet.total.points.kind === 'known' ? size(sheet.total.points.from) : Number.NaN

type Pair = { readonly numerator: string; readonly denominator: string }

const stateOf = (cell: TableCell) => (typeof cell === 'string' ? 'entered' : cell.state)
const shareOf = <T>(list: readonly T[], holds: (each: T) => boolean) =>
  list.filter(holds).length / list.length

describe('the shipped files', () => {
  test('are exactly what the command writes', () => {
    const stale = files.filter(
      ({ path, table }) => readFileSync(join(data, path), 'utf8') !== formatTable(table),
    )
    expect(stale.map(({ path }) => path)).toEqual([])
    const shipped = ruleSets.flatMap(({ id }) =>
      readdirSync(join(data, 'submissions', id)).map(name => `submissions/${id}/${name}`),
    )
    expect(shipped.toSorted()).toEqual(files.map(({ path }) => path).toSorted())
  })

  test('come out the same from the same seed and differently from another', () => {
    const texts = (seed?: number) => generateDemo(ruleSets, seed).map(({ table }) => formatTable(table))
    const first = files.map(({ table }) => formatTable(table))
    expect(texts()).toEqual(first)
    expect(texts(7).filter((text, index) => text === first[index])).toEqual([])
  })

  test('stay below 4 MB together', () => {
    const bytes = files.map(({ table }) => Buffer.byteLength(formatTable(table)))
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(4_000_000)
  })

  test('fit their schema and answer their rule set column by column', () => {
    for (const table of tables) {
      expect(submissionTableSchema.safeParse(table).error?.issues ?? []).toEqual([])
      const { ruleSet } = tableOf(table.period)
      expect(table.metricIds).toEqual(ruleSet.metrics.map(metric => metric.id))
      expect(table.rows.filter(row => row.cells.length !== table.metricIds.length)).toEqual([])
    }
  })
})

describe('the province', () => {
  const directory = demoDirectory()
  const members = directory.agencies.filter(agency => agency.level !== 'province')

  test('has 20 departments and 120 communes, each named once and marked as made up', () => {
    expect(agenciesSchema.safeParse(directory).success).toBe(true)
    expect(documentsSchema.safeParse({ documents: demoDocuments() }).success).toBe(true)
    expect(members.filter(agency => agency.level === 'department')).toHaveLength(20)
    expect(members.filter(agency => agency.level === 'commune')).toHaveLength(120)
    for (const key of ['id', 'code', 'name'] as const)
      expect(new Set(directory.agencies.map(agency => agency[key])).size).toBe(141)
    expect(directory.agencies.filter(agency => agency.provenance?.certainty !== 'illustrative')).toEqual([])
  })

  test('hands in for the same 140 agencies in 24 months on end', () => {
    expect(tables.map(table => table.period)).toHaveLength(24)
    expect(tables[0]?.period).toBe('2024-11')
    tables.slice(1).forEach((table, index) => {
      expect(precedes(tables[index]?.period ?? '', table.period)).toBe(true)
    })
    for (const table of tables)
      expect(table.rows.map(row => row.agencyId)).toEqual(members.map(({ id }) => id))
    expect(tableEntries(files).map(({ ruleSetId, periods }) => [ruleSetId, periods.length])).toEqual([
      ['mau-tinh-cqs', 10],
      ['mau-tinh-cqs-2025', 14],
    ])
  })
})

describe.each(tables.map(table => table.period))('figures of %s', period => {
  const { table, ruleSet, submissions } = tableOf(period)

  test('answer without a complaint of the linter', () => {
    expect(submissions.flatMap(each => lintSubmission(each, ruleSet, each.id))).toEqual([])
  })

  test('say of everything absent why, and of everything corrected when', () => {
    const cells = table.rows.flatMap(row => row.cells)
    const silent = cells.filter(cell => typeof cell !== 'string' && cell.state !== 'entered' && !cell.note)
    expect(silent).toEqual([])
    for (const row of table.rows)
      for (const cell of row.cells)
        if (typeof cell !== 'string' && cell.state === 'entered')
          for (const { was, on } of cell.corrections ?? []) {
            expect(was).not.toBe(cell.value)
            expect(on > (row.submittedOn ?? '')).toBe(true)
          }
  })

  test('count no part larger than its whole', () => {
    const pairs = rulePlaces(ruleSet).flatMap(({ rule }): readonly Pair[] =>
      rule.kind === 'ratio'
        ? [rule]
        : rule.kind === 'bands' && rule.measure.of === 'percent'
          ? [rule.measure]
          : [],
    )
    expect(pairs.length).toBeGreaterThan(10)
    for (const { values } of submissions) {
      const counts = new Map(
        values.map(each => [each.metricId, each.state === 'entered' ? each.value : null]),
      )
      for (const { numerator, denominator } of pairs) {
        const [part, all] = [counts.get(numerator), counts.get(denominator)]
        // A part without its whole would say nothing.
        if (part != null) expect(Number(part)).toBeLessThanOrEqual(Number(all ?? 'NaN'))
      }
    }
  })

  test('are handed in by the day the rules count from, or later, or not at all', () => {
    for (const { cells, submittedOn } of table.rows) {
      const sent = cells[table.metricIds.indexOf('ngay-gui')]
      expect(sent).toEqual(submittedOn ?? { state: 'missing', note: 'Chưa nộp' })
    }
  })
})

describe('what is irregular', () => {
  const rows = tables.flatMap(table => table.rows.map(row => ({ ...row, period: table.period })))
  const sent = rows.filter(row => row.submittedOn !== undefined)
  const has = (state: string) => (row: (typeof rows)[number]) =>
    row.cells.some(cell => stateOf(cell) === state)
  const isCorrected = (row: (typeof rows)[number]) =>
    row.cells.some(cell => typeof cell !== 'string' && cell.state === 'entered')

  test('is there in believable shares', () => {
    const within = (share: number, low: number, high: number) => {
      expect(share).toBeGreaterThan(low)
      expect(share).toBeLessThan(high)
    }
    within(
      shareOf(rows, row => row.submittedOn === undefined),
      0.003,
      0.02,
    )
    within(shareOf(sent, has('missing')), 0.04, 0.11)
    within(shareOf(sent, has('withheld')), 0.005, 0.03)
    within(shareOf(rows, has('notApplicable')), 0.9, 1.01)
    within(shareOf(sent, isCorrected), 0.06, 0.14)
    const late = sent.filter(row => {
      const { table, ruleSet } = tableOf(row.period)
      const [calendar] = ruleSet.calendars ?? []
      const rule = rulePlaces(ruleSet).find(place => place.rule.kind === 'lateness')?.rule
      const closedOn = row.cells[table.metricIds.indexOf('ngay-chot')]
      if (!calendar || rule?.kind !== 'lateness' || typeof closedOn !== 'string') return fail('no deadline')
      return workingDaysBetween(closedOn, row.submittedOn ?? '', calendar) > rule.allowedDays
    })
    within(late.length / sent.length, 0.05, 0.2)
  })

  test('agencies that sent nothing say so in every figure and in a note, and none lacks a review', () => {
    const silent = rows.filter(row => row.submittedOn === undefined)
    for (const row of silent) {
      expect(row.cells.map(stateOf).filter(state => state === 'entered' || state === 'withheld')).toEqual([])
      expect(row.note).toBe('Đơn vị chưa nộp số liệu của tháng này.')
    }
    expect(silent.filter(row => reviewedPeriods.includes(row.period))).toEqual([])
  })

  test('months without a dossier are not measured, and are not 0', () => {
    const { table } = tableOf('2026-09')
    const received = table.metricIds.indexOf('hs-tiep-nhan')
    const none = table.rows.filter(row => row.cells[received] === '0').map(row => row.agencyId)
    expect(none.length).toBeGreaterThan(0)
    for (const sheet of sheetsOf('2026-09').filter(each => none.includes(each.agencyId)))
      expect(sheet.nodes.find(node => node.criterionId === 'ho-so-truc-tuyen')?.outcome?.kind).toBe(
        'notApplicable',
      )
  })

  test('one commune collapses for two months and recovers', () => {
    const totals = ['2026-02', '2026-03', '2026-04', '2026-05'].map(period =>
      lowest(
        sheetsOf(period).find(sheet => sheet.agencyId === 'mh-xa-thach-minh') ?? fail('no such commune'),
      ),
    )
    const [before = 0, first = 0, second = 0, after = 0] = totals
    expect(before - first).toBeGreaterThan(20)
    expect(after - second).toBeGreaterThan(20)
  })

  test('one ward is found to have reported falsely and is graded for it', () => {
    const sheet = sheetsOf('2026-05').find(each => each.agencyId === 'mh-phuong-ngan-minh')
    expect(sheet?.total.bandOverride?.bandId).toBe('yeu')
    expect(sheet && lowest(sheet)).toBeGreaterThan(65)
  })
})

function fail(message: string): never {
  throw new Error(message)
}

describe.each(reviewedPeriods)('reviews of %s', period => {
  const { table, ruleSet, submissions } = tableOf(period)
  const order: readonly Stage[] = ['selfAssessment', 'firstReview', 'explanation', 'secondReview']
  const rounds = table.rows.flatMap(({ decisions = [] }) => {
    const ids = [...new Set(decisions.map(decision => decision.criterionId))]
    return ids.map(id => decisions.filter(decision => decision.criterionId === id))
  })

  test('stand on every row, with evidence for what is claimed', () => {
    const known = new Set([
      ...walkCriteria(ruleSet).map(({ criterion }) => criterion.id),
      ...(ruleSet.adjustments ?? []).map(({ id }) => id),
    ])
    for (const { decisions = [], evidence = [] } of table.rows) {
      expect(decisions.length).toBeGreaterThan(20)
      expect(evidence.length).toBeGreaterThan(0)
      for (const item of evidence) expect(item.criterionIds.filter(id => !known.has(id))).toEqual([])
      expect(evidence.filter(({ fileName = '' }) => !/^[a-z0-9-]+\.[a-z]+$/.test(fileName))).toEqual([])
    }
    expect(tables.filter(each => each.rows.some(row => row.decisions)).map(each => each.period)).toEqual(
      reviewedPeriods,
    )
  })

  test('the evidence is what the rule set asks for, where it asks', () => {
    const required = new Map(
      walkCriteria(ruleSet).map(({ criterion: { id, requiredEvidence = [] } }) => [
        id,
        requiredEvidence.map(each => each.id),
      ]),
    )
    const evidence = table.rows.flatMap(row => row.evidence ?? [])
    for (const { criterionIds, requiredId } of evidence)
      if (requiredId !== undefined)
        expect(criterionIds.flatMap(id => required.get(id) ?? [])).toContain(requiredId)
    const asks = [...required.values()].some(ids => ids.length > 0)
    expect(evidence.some(({ requiredId }) => requiredId !== undefined)).toBe(asks)
  })

  test('go forward through the stages and answer every explanation', () => {
    for (const round of rounds) {
      const stages = round.map(decision => order.indexOf(decision.stage))
      expect(stages).toEqual([...new Set(stages)].toSorted())
      expect(stages).not.toContain(-1)
      expect(round.map(({ stage }) => stage)).toContain('firstReview')
      expect(round.at(-1)?.stage).not.toBe('explanation')
      const differs = new Set(round.map(({ points }) => points)).size > 1
      expect(differs && round.every(({ reason }) => reason === undefined)).toBe(false)
    }
  })

  test('settle second rounds up, down and as they were', () => {
    const moves = rounds.flatMap(round => {
      const [first, second] = ['firstReview', 'secondReview'].map(stage =>
        round.find(decision => decision.stage === stage),
      )
      return first && second ? [Math.sign(Number(second.points) - Number(first.points))] : []
    })
    expect(new Set(moves)).toEqual(new Set([-1, 0, 1]))
  })

  test('leave surveys and what does not apply undecided and totals near what the figures make', () => {
    const surveyed = walkCriteria(ruleSet).filter(({ criterion }) => criterion.assessedBy === 'survey')
    const ids = surveyed.map(({ criterion }) => criterion.id)
    expect(ids).toHaveLength(1)
    expect(rounds.filter(([first]) => ids.includes(first?.criterionId ?? ''))).toEqual([])
    const decided = sheetsOf(period)
    const computed = sheetsOf(
      period,
      submissions.map(({ decisions: _, ...submission }) => submission),
    )
    decided.forEach((sheet, index) => {
      const plain = computed[index] ?? fail('no sheet')
      expect(sheet.total.maxPoints).toBe(plain.total.maxPoints)
      expect(Math.abs(lowest(sheet) - lowest(plain))).toBeLessThan(10)
    })
  })
})

test('totals of the last closed month spread over at least four grades', () => {
  const grades = sheetsOf('2026-09').flatMap(({ total }) => (total.bandIds.length === 1 ? total.bandIds : []))
  expect(grades.length).toBeGreaterThan(110)
  const counts = [...new Set(grades)].map(id => grades.filter(each => each === id).length)
  expect(counts.filter(count => count >= 5).length).toBeGreaterThanOrEqual(4)
})

test('the command writes the same files and prints what the registries say of them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'))
  try {
    expect((await run('demo')).code).toBe(2)
    const ending = await run('demo', '--out', folder)
    expect(ending.code).toBe(0)
    expect(JSON.parse(ending.out)).toEqual({
      ...demoDirectory(),
      documents: demoDocuments(),
      tables: tableEntries(files),
    })
    const wrong = files.filter(
      ({ path }) => readFileSync(join(folder, path), 'utf8') !== readFileSync(join(data, path), 'utf8'),
    )
    expect(wrong.map(({ path }) => path)).toEqual([])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
