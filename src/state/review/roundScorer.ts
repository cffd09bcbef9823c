import type { QueryClient } from '@tanstack/react-query'
import { submissionsQuery } from '../../io/queries.ts'
import type { AgencyDirectory } from '../../model/agency.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import { looksBack } from '../../model/criteria.ts'
import type { Submission } from '../../model/submission.ts'
import type { RoundScorer } from './closing.ts'
import { createReviewer } from './createReviewer.ts'
import type { OpenRound } from './openRound.ts'
import { entriesBefore, pathsOf, submissionsBefore } from './publishedBefore.ts'

/** Work that may be done at a stretch before the page gets its turn. */
const sliceMilliseconds = 12

/** Scores a round afresh for a closing, in slices, at the same figures of the period before as its screen. */
export function roundScorer(
  { ruleSet, received, round }: Pick<OpenRound, 'ruleSet' | 'received' | 'round'>,
  catalogue: Catalogue,
  directory: AgencyDirectory,
  client: QueryClient,
): RoundScorer {
  return async (state, progress, signal) => {
    const published = await publishedBefore({ ruleSet, round }, catalogue, client)
    signal?.throwIfAborted()
    const reviewer = createReviewer()
    reviewer.take({
      state,
      ruleSet,
      received,
      agencies: new Map(directory.agencies.map(each => [each.id, each])),
      published,
      workloadMetricId: null,
      // What is frozen must not depend on when it is looked at.
      now: round.createdAt,
    })
    for (let isLeft = true; isLeft; ) {
      const end = performance.now() + sliceMilliseconds
      isLeft = reviewer.work(() => performance.now() < end)
      const { scoring } = reviewer.view()
      progress(scoring.done, scoring.of)
      await new Promise(resolve => setTimeout(resolve, 0))
      signal?.throwIfAborted()
    }
    return new Map([...reviewer.view().agencies].map(([id, { sheet }]) => [id, sheet]))
  }
}

/** Figures of the period before that this page publishes; only rules that compare with it need them. */
async function publishedBefore(
  { ruleSet, round }: Pick<OpenRound, 'ruleSet' | 'round'>,
  catalogue: Catalogue,
  client: QueryClient,
): Promise<ReadonlyMap<string, Submission>> {
  if (!looksBack(ruleSet)) return new Map()
  const entries = entriesBefore({ ruleSet, round }, catalogue)
  const files = await Promise.all(
    pathsOf(entries).map(path =>
      // A file that cannot be loaded costs the comparison with it and nothing else, as on the screen.
      client.fetchQuery(submissionsQuery(path)).catch((): readonly Submission[] => []),
    ),
  )
  return submissionsBefore(files, entries, { ruleSet })
}
