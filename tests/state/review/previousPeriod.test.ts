import { QueryClient } from '@tanstack/react-query'
import { describe, expect, test } from 'vitest'
import { submissionsQuery } from '../../../src/io/queries.ts'
import type { Agency } from '../../../src/model/agency.ts'
import type { Catalogue } from '../../../src/model/catalogue.ts'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import { sentNothing } from '../../../src/model/stages.ts'
import { type Submission, submissionsOf } from '../../../src/model/submission.ts'
import { consolidate } from '../../../src/scoring/review/consolidate.ts'
import { freezeStage, frozenPoints } from '../../../src/state/review/closing.ts'
import { consolidationQuestion } from '../../../src/state/review/consolidationQuestion.ts'
import { createReviewer } from '../../../src/state/review/createReviewer.ts'
import { roundScorer } from '../../../src/state/review/roundScorer.ts'
import { decideAct, previewVerdict } from '../../../src/state/review/verdicts.ts'
import { loadData } from '../../data/dataFiles.ts'
import { aLeaf, aRuleSet, aSubmission } from '../../gallery/builders.ts'
import { type DeskRound, deskAgencies, deskRound, openDesk, written } from './deskRound.ts'

const noCatalogue: Catalogue = {
  documents: '',
  agencies: '',
  figures: '',
  ruleSets: [],
  submissions: [],
  tables: [],
  plans: [],
  opening: { ruleSetId: '', period: '', agencyId: '' },
}

/** A round on a page that publishes what agencies sent before. */
function onPage(desk: DeskRound, published: readonly Submission[]) {
  const open = openDesk(desk, 'Hoa')
  const reviewer = createReviewer()
  reviewer.take({
    state: open.state,
    ruleSet: open.ruleSet,
    received: open.received,
    agencies: new Map(desk.agencies.map(agency => [agency.id, agency])),
    published: new Map(published.map(each => [each.agencyId, each])),
    workloadMetricId: null,
    now: '2026-11-22T00:00:00.000Z',
  })
  while (reviewer.work(() => true));
  const review = reviewer.view()
  const directory = { agencies: desk.agencies, groups: [] }
  const path = 'truoc.json'
  const catalogue: Catalogue = {
    ...noCatalogue,
    submissions: published.map(({ ruleSetId, agencyId, period }) => ({ path, ruleSetId, agencyId, period })),
  }
  const client = new QueryClient()
  client.setQueryData(submissionsQuery(path).queryKey, published)
  client.setQueryDefaults(submissionsQuery(path).queryKey, { staleTime: Number.POSITIVE_INFINITY })
  const ranked = () => {
    const { groups } = consolidate(
      consolidationQuestion(open, review, catalogue, directory),
      '2026-11-22T00:00:00.000Z',
    )
    return new Map(
      groups.flatMap(({ rows }) => rows.map(each => [each.agencyId, each.row.total.points] as const)),
    )
  }
  const frozen = async () => {
    const result = await freezeStage(open, 'firstReview', {
      score: roundScorer(open, catalogue, directory, client),
    })
    return new Map(result.agencies.map(each => [each.agencyId, each.total]))
  }
  return { open, review, ranked, frozen }
}

/** What the desk shows is what is ranked, and what a closing takes the hash of. */
async function expectOneResult({ review, ranked, frozen }: ReturnType<typeof onPage>) {
  const [rows, totals] = [ranked(), await frozen()]
  expect(review.unscored).toEqual(new Map())
  expect(review.agencies.size).toBeGreaterThan(0)
  for (const [id, { sheet }] of review.agencies) {
    expect(rows.get(id), `${id} ranked`).toEqual(sheet.total.points)
    expect(totals.get(id), `${id} frozen`).toEqual(frozenPoints(sheet.total.points, true))
  }
}

// From 3 percent upwards 3 points, from 1 upwards 1,5.
const growing: RuleSet = aRuleSet(
  [
    aLeaf('I.1', {
      maxPoints: '3',
      rule: {
        kind: 'growth',
        metric: 'online',
        whenPreviousZero: 'notApplicable',
        bands: [
          { from: '3', points: '3' },
          { from: '1', to: '3', points: '1.5' },
        ],
        otherwise: '0',
      },
    }),
  ],
  {
    id: 'bo-tang',
    version: '1',
    metrics: [{ id: 'online', name: 'Hồ sơ nộp trực tuyến', unit: 'hồ sơ', valueType: 'count' }],
  },
)
const sent = (agencyId: string, period: string, online: string) =>
  aSubmission(
    { online },
    { id: `${period}-${agencyId}`, agencyId, period, ruleSetId: 'bo-tang', ruleSetVersion: '1' },
  )

function growingRound(before: readonly Submission[], comesAlong: boolean): DeskRound {
  const desk = deskRound({
    ruleSet: growing,
    submissions: deskAgencies.map(({ id }) => sent(id, '2026-11', '90')),
  })
  if (!comesAlong) return desk
  const received = [...desk.received].map(
    ([sha256, file]) =>
      [
        sha256,
        { ...file, previous: before.find(each => each.agencyId === file.submission.agencyId) ?? null },
      ] as const,
  )
  return { ...desk, received: new Map(received) }
}

describe('growth from the period before', () => {
  const earlier = (period: string, online = '60') => deskAgencies.map(({ id }) => sent(id, period, online))

  // 90 after 60 is 50% more: 3 points. Two months before is no period before, and nothing is known of growth.
  test.each<[string, string, boolean, string | undefined]>([
    ['published by the page, of the month before', '2026-10', false, '3'],
    ['sent along, of the month before', '2026-10', true, '3'],
    ['published by the page, of two months before', '2026-09', false, undefined],
    ['sent along, of two months before', '2026-09', true, undefined],
  ])('%s', async (_, period, comesAlong, points) => {
    const page = onPage(growingRound(earlier(period), comesAlong), comesAlong ? [] : earlier(period))
    const total = page.review.agencies.get('co-quan-1')?.sheet.total.points
    if (points === undefined) expect(total).not.toMatchObject({ from: '3' })
    else expect(total).toMatchObject({ from: points, to: points })
    await expectOneResult(page)
  })

  test('a correction is previewed and written with its points', () => {
    const desk = growingRound([], false)
    const page = onPage(desk, earlier('2026-10'))
    const place = { ...page, agencyId: 'co-quan-1', criterionId: 'I.1' }
    // 61 after 60 is 1,67% more: 1,5 points.
    const verdict = {
      kind: 'figures' as const,
      figures: [
        {
          metricId: 'online',
          was: { state: 'entered' as const, value: '90' },
          to: { state: 'entered' as const, value: '61' },
        },
      ],
    }
    expect(previewVerdict(place, { verdict })?.items[0]).toMatchObject({
      from: { to: '3' },
      to: { to: '1.5' },
      difference: '-1.5',
    })
    const act = decideAct(place, { verdict, reason: 'Sổ' })
    expect(act).toMatchObject({ from: '3', to: '1.5' })
    if (!act) return
    const next = onPage(written(desk, [act], 'Hoa').round, earlier('2026-10'))
    expect(next.review.agencies.get('co-quan-1')?.sheet.total.points).toMatchObject({ to: '1.5' })
  })
})

describe('rule sets that are shipped with periods', () => {
  const data = loadData()
  const all = [...data.submissions, ...data.tables.flatMap(submissionsOf)]

  test.each(['mau-tinh-cqs', 'mau-tinh-cqs-2025', 'qd766-2022'])('%s', async id => {
    const ruleSet = data.ruleSets.find(each => each.id === id)
    if (!ruleSet) throw new Error(`${id} is not shipped`)
    const own = all.filter(each => each.ruleSetId === id && each.ruleSetVersion === ruleSet.version)
    const periods = [...new Set(own.map(each => each.period))].toSorted()
    const [previous, last] = periods.slice(-2)
    const now = own.filter(each => each.period === last && !sentNothing(each)).slice(0, 12)
    const known = new Map(data.agencies.map(each => [each.id, each]))
    const agencies = now.flatMap((each): readonly Agency[] => {
      const agency = known.get(each.agencyId)
      return agency ? [agency] : []
    })
    const page = onPage(
      deskRound({ ruleSet, agencies, submissions: now }),
      own.filter(each => each.period === previous && now.some(({ agencyId }) => agencyId === each.agencyId)),
    )
    expect(page.review.agencies.size).toBe(now.length)
    await expectOneResult(page)
  })
})
