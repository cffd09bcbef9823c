import { useQueries } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { submissionsQuery } from '../../io/queries.ts'
import type { AgencyDirectory } from '../../model/agency.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { Submission } from '../../model/submission.ts'
import { createReviewer } from './createReviewer.ts'
import type { OpenRound } from './openRound.ts'
import { entriesBefore, pathsOf, submissionsBefore } from './publishedBefore.ts'
import type { ReviewView } from './reviewView.ts'
import { deadlinesAfter } from './stageNow.ts'

/** Work that may be done at a stretch before the page gets its turn. */
const sliceMilliseconds = 12
/** While much is being scored the screen follows now and then: drawing it costs more than scoring it. */
const drawnEvery = 150

/** Scores a round, agency after agency so that typing never waits, and again what a new line touches. */
export function useReview(open: OpenRound, catalogue: Catalogue, directory: AgencyDirectory): ReviewView {
  const { state, ruleSet, received, round } = open
  const now = useNow(open)
  const published = usePublishedBefore(open, catalogue)
  const agencies = useMemo(() => new Map(directory.agencies.map(each => [each.id, each])), [directory])
  const workloadMetricId =
    catalogue.ruleSets.find(each => each.id === round.ruleSet.id)?.workloadMetricId ?? null
  const input = useMemo(
    () => ({ state, ruleSet, received, agencies, published, workloadMetricId, now }),
    [state, ruleSet, received, agencies, published, workloadMetricId, now],
  )
  const [reviewer] = useState(() => {
    const made = createReviewer()
    made.take(input)
    return made
  })
  const [view, setView] = useState(reviewer.view)
  // Before the paint: what a new line did to its agency is seen together with the line.
  useLayoutEffect(() => {
    reviewer.take(input)
    let timer: ReturnType<typeof setTimeout> | undefined
    let drawn = Number.NEGATIVE_INFINITY
    const slice = () => {
      const end = performance.now() + sliceMilliseconds
      const isLeft = reviewer.work(() => performance.now() < end)
      if (!isLeft || performance.now() - drawn > drawnEvery) {
        drawn = performance.now()
        setView(reviewer.view())
      }
      if (isLeft) timer = setTimeout(slice, 0)
    }
    slice()
    return () => clearTimeout(timer)
  }, [reviewer, input])
  return view
}

/** The time as far as deadlines go: it moves on when one of them passes, and when the page is looked at again. */
function useNow({ state }: OpenRound): string {
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    const tick = () => setNow(new Date().toISOString())
    const [next] = deadlinesAfter(state, now)
    // A browser waits for 24 days at most; it is asked again well before.
    const wait = next === undefined ? null : Math.min(Math.max(next - Date.now() + 1, 1), 3_600_000)
    const timer = wait === null ? undefined : setTimeout(tick, wait)
    const look = () => document.visibilityState === 'visible' && next !== undefined && tick()
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [state, now])
  return now
}

/** What this page publishes of the agencies of a round for the period before; null while it is being loaded. */
function usePublishedBefore(
  { round, ruleSet }: OpenRound,
  catalogue: Catalogue,
): ReadonlyMap<string, Submission> | null {
  const entries = useMemo(() => entriesBefore({ round, ruleSet }, catalogue), [catalogue, round, ruleSet])
  const paths = useMemo(() => pathsOf(entries), [entries])
  const files = useQueries({ queries: paths.map(path => submissionsQuery(path)), combine: settledFiles })
  return useMemo(
    () => (files ? submissionsBefore(files, entries, { ruleSet }) : null),
    [files, entries, ruleSet],
  )
}

/** A file that cannot be loaded costs the comparison with it and nothing else. */
function settledFiles(
  results: readonly { readonly isPending: boolean; readonly data: readonly Submission[] | undefined }[],
): readonly (readonly Submission[])[] | null {
  return results.some(each => each.isPending) ? null : results.map(each => each.data ?? [])
}
