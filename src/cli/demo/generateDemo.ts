import type { TableEntry } from '../../model/catalogue.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { type Submission, type SubmissionTable, submissionsOf } from '../../model/submission.ts'
import { figuresId } from './directory.ts'
import { type Month, months } from './months.ts'
import { profilesOf } from './profiles.ts'
import { demoSeed } from './random.ts'
import { reviewed } from './reviews.ts'
import { rowOf, type Standing } from './rows.ts'

export type DemoFile = {
  /** Relative to `data/`. */
  readonly path: string
  readonly table: SubmissionTable & { readonly $schema: string }
}

/** Months whose claims went through two rounds of review. */
const reviewedPeriods = ['2025-12', '2026-06']

/**
 * The demonstration province: one table a month, each answering the rule set in force.
 * The same seed always gives the same files.
 * @param ruleSets the editions of the template
 * @throws when no edition was in force in one of the months
 */
export function generateDemo(ruleSets: readonly RuleSet[], seed: number = demoSeed): readonly DemoFile[] {
  const files: DemoFile[] = []
  let before: ReadonlyMap<string, Submission> = new Map()
  for (const month of months) {
    const ruleSet = inForce(ruleSets, month)
    const table = tableOf(ruleSet, month, seed, before)
    files.push({ path: `submissions/${ruleSet.id}/${month.period}.json`, table })
    before = new Map(submissionsOf(table).map(submission => [submission.agencyId, submission]))
  }
  return files
}

/** What `data/index.json` says of the files. */
export function tableEntries(files: readonly DemoFile[]): readonly TableEntry[] {
  const ids = [...new Set(files.map(({ table }) => table.ruleSetId))].toReversed()
  return ids.map(ruleSetId => {
    const tables = files.map(({ table }) => table).filter(table => table.ruleSetId === ruleSetId)
    return {
      ruleSetId,
      periods: tables.map(({ period }) => period).toReversed(),
      agencyIds: tables[0]?.rows.map(({ agencyId }) => agencyId) ?? [],
      path: `submissions/${ruleSetId}/{period}.json`,
      documentId: figuresId,
    }
  })
}

function inForce(ruleSets: readonly RuleSet[], { period, lastDay }: Month): RuleSet {
  const found = ruleSets.find(
    ({ validFrom, validTo = '9999-12-31' }) => validFrom <= lastDay && lastDay <= validTo,
  )
  if (!found) throw new Error(`no rule set is in force in ${period}`)
  return found
}

function tableOf(
  ruleSet: RuleSet,
  month: Month,
  seed: number,
  before: ReadonlyMap<string, Submission>,
): DemoFile['table'] {
  const standing = standingOf(month)
  const profiles = profilesOf(seed)
  const head = {
    $schema: '../../schema/submission-table.schema.json',
    ruleSetId: ruleSet.id,
    ruleSetVersion: ruleSet.version,
    period: month.period,
    stage: standing === 'open' ? 'selfAssessment' : 'closed',
    provenance: {
      certainty: 'illustrative',
      source: { documentId: figuresId },
      note: 'Số liệu sinh bằng chương trình, không có thật.',
    },
    note: 'Mẫu minh họa – điểm số do dự án đặt.',
    metricIds: ruleSet.metrics.map(metric => metric.id),
  } as const
  const rows = profiles.map(profile => rowOf(profile, month, ruleSet, standing))
  if (standing !== 'reviewed') return { ...head, rows }
  const submissions = submissionsOf({ ...head, rows })
  return {
    ...head,
    rows: rows.map((row, index) => {
      const [profile, submission] = [profiles[index], submissions[index]]
      if (!profile || !submission) throw new Error(`row ${index} has no agency`)
      // The first month under new rules has none before it.
      const earlier = before.get(row.agencyId)
      const previous = earlier?.ruleSetId === ruleSet.id ? earlier : null
      return reviewed(row, profile, month, ruleSet, submission, previous)
    }),
  }
}

function standingOf({ period, index }: Month): Standing {
  if (reviewedPeriods.includes(period)) return 'reviewed'
  return index === months.length - 1 ? 'open' : 'closed'
}
