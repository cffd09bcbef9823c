import { officialTable } from '../../../src/features/criteria/projectCriteria.ts'
import type { AgencyReportInput } from '../../../src/features/report/reportInput.ts'
import type { RoundReportInput } from '../../../src/features/report/roundInput.ts'
import type { Agency } from '../../../src/model/agency.ts'
import { precedes } from '../../../src/model/period.ts'
import { type Submission, submissionsOf } from '../../../src/model/submission.ts'
import { consolidate } from '../../../src/scoring/review/consolidate.ts'
import { criteriaTable } from '../../../src/state/criteriaView.ts'
import { nextActionsOf } from '../../../src/state/nextActions.ts'
import { scoreView } from '../../../src/state/scoreView.ts'
import type { ScoredView } from '../../../src/state/useScoredView.ts'
import { loadData } from '../../data/dataFiles.ts'
import { aTable } from '../../io/exports/docx/reports.ts'
import { aRound } from '../../scoring/review/ledgerBuilders.ts'

const data = loadData()
const all: readonly Submission[] = [...data.submissions, ...data.tables.flatMap(submissionsOf)]

/** Everything published, scored as the page does it; `change` alters the submission first. */
export function aView(
  ruleSetId: string,
  period: string,
  agencyId: string,
  change: (submission: Submission) => Submission = each => each,
): ScoredView {
  const entry = { path: 'thu.json', ruleSetId, period, agencyId, documentId: 'thu' }
  const ruleSet = data.ruleSets.find(each => each.id === ruleSetId)
  const own = all.filter(each => each.ruleSetId === ruleSetId && each.agencyId === agencyId)
  const submission = own.find(each => each.period === period)
  if (!ruleSet || !submission) throw new Error(`${ruleSetId} ${period} ${agencyId} is not published`)
  const before = own.filter(each => precedes(each.period, period)).at(0) ?? null
  const plan = data.plans.find(each => each.ruleSetId === ruleSetId && each.agencyId === agencyId) ?? null
  const scored = scoreView({
    ruleSet: {
      value: ruleSet,
      entry: { id: ruleSetId, version: '1', path: 'x', shortTitle: 'x', shortTitleEn: 'x' },
    },
    submission: { value: change(submission), entry },
    previous: before && { value: before, entry: { ...entry, period: before.period } },
    earlier: null,
    plan: plan && { value: plan, entry: { id: plan.id, path: 'x', agencyId, ruleSetId } },
    replacedPeriod: null,
    stage: null,
    loadedAt: '2026-11-22T09:00:00+07:00',
  })
  if ('problems' in scored) throw new Error(JSON.stringify(scored.problems))
  return { ...scored, agency: agencyOf(agencyId), documents: data.documents }
}

export function agencyOf(id: string | undefined): Agency | null {
  return data.agencies.find(agency => agency.id === id) ?? null
}

/** What the page hands to a report of a view. */
export function reportInput(view: ScoredView, rest: Partial<AgencyReportInput> = {}): AgencyReportInput {
  const language = rest.language ?? 'vi'
  return {
    view,
    annex: officialTable(view, criteriaTable(view, view.parts?.before ?? null), language),
    next: nextActionsOf(view),
    leaves: nextActionsOf({ ...view, plan: null }),
    remedies: [],
    parent: agencyOf(view.agency?.parentId),
    language,
    ...rest,
  }
}

/** A round of departments and communes of the demonstration province, taken together. */
export function aRoundInput(rest: Partial<RoundReportInput> = {}): RoundReportInput {
  const ruleSet = data.ruleSets.find(each => each.id === 'mau-tinh-cqs')
  const own = all.filter(each => each.ruleSetId === 'mau-tinh-cqs' && each.period === '2026-10')
  if (!ruleSet) throw new Error('the demonstration province is not shipped')
  const idsOf = (level: string) =>
    own
      .map(each => each.agencyId)
      .filter(id => agencyOf(id)?.level === level)
      .slice(0, 18)
  const groups = [
    { groupId: 'so', name: 'Sở, ban, ngành', agencyIds: [...idsOf('department'), 'mh-chua-nop'] },
    { groupId: 'xa', name: 'Xã, phường', agencyIds: idsOf('commune') },
  ]
  const consolidation = consolidate(
    {
      ruleSet,
      period: '2026-10',
      groups,
      agencies: groups
        .flatMap(group => group.agencyIds)
        .flatMap(agencyId => {
          const submission = own.find(each => each.agencyId === agencyId)
          if (!submission) return []
          const { points, maxPoints, percent } = aView('mau-tinh-cqs', '2026-10', agencyId).sheet.total
          return [{ agencyId, submission, previous: null, self: { points, maxPoints, percent }, first: null }]
        }),
      apart: [{ agencyId: 'mh-chua-nop', why: 'notReceived' }],
      published: [],
      workloadMetricId: null,
      wholeId: 'tinh-minh-hoa',
    },
    '2026-11-22T09:00:00+07:00',
  )
  return {
    round: aRound({
      ruleSet: { id: ruleSet.id, version: ruleSet.version, sha256: 'a'.repeat(64) },
      period: '2026-10',
      name: 'Đợt tháng 10',
      groups: groups.map(group => ({
        ...group,
        agencyIds: group.agencyIds.filter(id => id !== 'mh-chua-nop'),
      })),
      provenance: { certainty: 'illustrative', source: null },
    }),
    ruleSet,
    consolidation,
    isClosed: false,
    rankings: groups.map(group => ({ group: group.name, table: aTable(6, 3) })),
    remedies: [],
    documents: data.documents,
    agencyOf,
    language: 'vi',
    ...rest,
  }
}
