import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { dataFileError, ruleSetQuery, submissionsQuery } from '../io/queries.ts'
import type { Catalogue, SubmissionEntry } from '../model/catalogue.ts'
import { looksBack } from '../model/criteria.ts'
import { precedes } from '../model/period.ts'
import type { Stage, Submission } from '../model/submission.ts'
import type { ScoredPeriod, TrendEngine } from './trendView.ts'

/**
 * One period of a trend, scored; kept for as long as the page is open.
 * @param engine null until it is loaded: files that come earlier would come in any order
 * @param rank of files that are waited for the lowest is read next
 */
export function trendPeriodQuery(
  catalogue: Catalogue,
  entry: SubmissionEntry,
  stage: Stage | null,
  engine: TrendEngine | null,
  rank: number,
) {
  return queryOptions({
    queryKey: ['trend', entry.ruleSetId, entry.period, entry.agencyId, stage],
    queryFn: ({ client }) => loadPeriod(client, catalogue, entry, stage, engine, rank),
    enabled: engine !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
}

async function loadPeriod(
  client: QueryClient,
  catalogue: Catalogue,
  entry: SubmissionEntry,
  stage: Stage | null,
  engine: TrendEngine | null,
  rank: number,
): Promise<ScoredPeriod> {
  const ruleSetEntry = catalogue.ruleSets.find(each => each.id === entry.ruleSetId)
  if (!ruleSetEntry || !engine) throw new Error(`"${entry.ruleSetId}" cannot be scored`)
  const ruleSet = await client.ensureQueryData(ruleSetQuery(ruleSetEntry.path))
  const before = looksBack(ruleSet)
    ? catalogue.submissions.find(
        each =>
          each.ruleSetId === entry.ruleSetId &&
          each.agencyId === entry.agencyId &&
          precedes(each.period, entry.period) &&
          // Among single days any earlier one precedes; the list begins with the newest.
          each.period < entry.period,
      )
    : undefined
  const submission = await readOne(client, entry, rank)
  // A broken earlier file only costs the rules that look back.
  const earlier = before && (await readOne(client, before, rank).catch(() => null))
  const answer = engine.scorePeriod({
    ruleSet,
    ruleSetEntry,
    submission,
    entry,
    previous: before && earlier ? { submission: earlier, entry: before } : null,
    stage,
    scoredAt: new Date().toISOString(),
  })
  if ('problems' in answer) throw dataFileError(answer.problems)
  return answer.scored
}

/** The submission an entry names; of a file that does not hold it the first, whose fault is then said. */
async function readOne(client: QueryClient, entry: SubmissionEntry, rank: number): Promise<Submission> {
  const submissions = await inTurn(rank, () => client.ensureQueryData(submissionsQuery(entry.path)))
  const found = submissions.find(each => each.agencyId === entry.agencyId) ?? submissions[0]
  if (!found)
    throw dataFileError([
      {
        file: entry.path,
        path: '',
        code: 'other-agency',
        severity: 'error',
        message: {
          vi: `danh mục ghi tệp này có đơn vị “${entry.agencyId}”, tệp không có`,
          en: `the index says this file holds agency "${entry.agencyId}", it does not`,
        },
      },
    ])
  return found
}

/** Files read at the same time: a file is checked in one go, and typing must find room between two of them. */
const lanes = 2
let busy = 0
let waiting: readonly { readonly rank: number; readonly start: () => void }[] = []

async function inTurn<T>(rank: number, task: () => Promise<T>): Promise<T> {
  if (busy < lanes) busy += 1
  else
    await new Promise<void>(start => {
      waiting = [...waiting, { rank, start }].toSorted((a, b) => a.rank - b.rank)
    })
  try {
    return await task()
  } finally {
    // The lane is handed on, so that nobody slips in between.
    const [next, ...others] = waiting
    waiting = others
    if (next) next.start()
    else busy -= 1
  }
}
