import { stat } from 'node:fs/promises'
import { decodeRuleSet, decodeSubmissions } from '../io/decode.ts'
import { precedes } from '../model/period.ts'
import { type Decoded, type Problem, refuses } from '../model/problem.ts'
import type { RuleSet } from '../model/ruleSet.ts'
import type { ScoreSheet } from '../model/scoreSheet.ts'
import type { Submission } from '../model/submission.ts'
import { lintRuleSet } from '../scoring/lint/lintRuleSet.ts'
import { lintSubmission } from '../scoring/lint/lintSubmission.ts'
import { scoreCohort } from '../scoring/scoreCohort.ts'
import { scoreSubmission } from '../scoring/scoreSubmission.ts'
import { type Named, nameEach, readInputs, readNamed } from './files.ts'

export type ScoredFiles = {
  readonly ruleSet: RuleSet
  /** By period, then in the order of the files. */
  readonly sheets: readonly ScoreSheet[]
  /** One file was named, so one sheet is the answer and not a list of one. */
  readonly isSingle: boolean
}

/**
 * Reads a rule set and submissions, checks and scores them.
 *
 * A folder stands for every submission in it that answers the rule set; others are passed over. Submissions
 * of one period are scored as a cohort. One on its own is compared with nobody: it would be first of one.
 * An agency's figures of the period before are those of its latest earlier period of the same kind.
 *
 * @param scoredAt ISO instant to write into the sheets
 */
export async function scoreFiles(
  rules: string,
  paths: readonly string[],
  scoredAt: string,
): Promise<Decoded<ScoredFiles>> {
  const [ruleSet, ...read] = await Promise.all([
    readNamed(rules, decodeRuleSet),
    ...paths.map(path => readSubmissions(path)),
  ])
  const unread = read.flatMap(each => each.problems)
  if (!ruleSet.ok) return { ok: false, problems: [...ruleSet.problems, ...unread] }
  if (unread.length > 0) return { ok: false, problems: unread }
  const faults = lintRuleSet(ruleSet.value, rules)
  if (refuses(faults)) return { ok: false, problems: faults }

  const named = read.flatMap(({ isFolder, submissions }) =>
    submissions.filter(({ value }) => !isFolder || value.ruleSetId === ruleSet.value.id),
  )
  const mismatches = [
    ...named.flatMap(({ value, file }) => lintSubmission(value, ruleSet.value, file)),
    ...doubles(named),
    ...(named.length === 0 ? paths.map(path => nothingIn(path, ruleSet.value)) : []),
  ]
  if (refuses(mismatches)) return { ok: false, problems: mismatches }
  const submissions = named.map(each => each.value)
  return {
    ok: true,
    value: {
      ruleSet: ruleSet.value,
      sheets: scoreByPeriod(ruleSet.value, submissions, scoredAt),
      isSingle: read.length === 1 && read[0]?.isFolder === false && submissions.length === 1,
    },
  }
}

type Read = {
  readonly isFolder: boolean
  readonly submissions: readonly Named<Submission>[]
  readonly problems: readonly Problem[]
}

async function readSubmissions(path: string): Promise<Read> {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory()) {
    const { submissions, problems } = await readInputs([path])
    return { isFolder: true, submissions, problems }
  }
  const decoded = await readNamed(path, decodeSubmissions)
  return decoded.ok
    ? { isFolder: false, submissions: nameEach({ file: path, value: decoded.value }), problems: [] }
    : { isFolder: false, submissions: [], problems: decoded.problems }
}

function scoreByPeriod(
  ruleSet: RuleSet,
  submissions: readonly Submission[],
  scoredAt: string,
): readonly ScoreSheet[] {
  const periods = [...new Set(submissions.map(each => each.period))].toSorted()
  return periods.flatMap(period => {
    const cohort = submissions.filter(each => each.period === period)
    const previousOf = (agencyId: string) => previousIn(submissions, agencyId, period)
    const [first] = cohort
    return cohort.length > 1 || !first
      ? scoreCohort(ruleSet, cohort, scoredAt, previousOf)
      : [scoreSubmission(ruleSet, first, scoredAt, { previous: previousOf(first.agencyId) })]
  })
}

/** The period right before, for growth; of single days the latest earlier one. */
function previousIn(submissions: readonly Submission[], agencyId: string, period: string): Submission | null {
  return submissions
    .filter(each => each.agencyId === agencyId && precedes(each.period, period))
    .reduce<Submission | null>(
      (latest, each) => (latest && latest.period > each.period ? latest : each),
      null,
    )
}

/** Which of two files of one agency and period counts, nobody said. */
function doubles(named: readonly Named<Submission>[]): readonly Problem[] {
  return named.flatMap(({ file, value }, index) => {
    const earlier = named
      .slice(0, index)
      .find(({ value: other }) => other.agencyId === value.agencyId && other.period === value.period)
    if (!earlier) return []
    const { agencyId, period } = value
    return {
      file,
      path: 'agencyId',
      code: 'duplicate-agency',
      severity: 'error' as const,
      message: {
        vi: `đơn vị “${agencyId}” đã có tệp ${earlier.file} cho kỳ ${period}`,
        en: `agency "${agencyId}" has ${earlier.file} for period ${period} already`,
      },
    }
  })
}

function nothingIn(file: string, { id }: RuleSet): Problem {
  return {
    file,
    path: '',
    code: 'no-submissions',
    severity: 'error',
    message: {
      vi: `không có tệp số liệu nào theo bộ chỉ số “${id}”`,
      en: `there is no submission that answers rule set "${id}"`,
    },
  }
}
