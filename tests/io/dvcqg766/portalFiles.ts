import { groups, portalRuleSetIds } from '../../../src/io/dvcqg766/portalShape.ts'
import { ruleSetSchema } from '../../../src/io/ruleSetSchema.ts'
import { catalogueSchema } from '../../../src/io/schema.ts'
import { submissionSchema, submissionTableSchema } from '../../../src/io/submissionSchema.ts'
import type { Agency } from '../../../src/model/agency.ts'
import type { Submission, SubmissionTable } from '../../../src/model/submission.ts'

/** What the portal writes at its own denominator of 1.4, as saved on 2026-10-10. */
export const provisional = 'Mẫu số BCQG/GRIS đang dùng số tạm, cần thay bằng dữ liệu crawl hệ thống cũ.'

/** The portal's answers, made back from the submissions this project ships. */
export type PortalJson = {
  data: {
    overview?: PortalRecord
    evaluation?: PortalRecord[]
    parent?: PortalRecord
    children?: PortalRecord[]
  }
}
export type PortalRecord = Record<string, unknown>
export type GroupName = (typeof groups)[number]['kind']

/** Six files of one day, the way the portal answers: JSON numbers, nulls, fields nobody asked for. */
export function portalFilesOf(
  submissions: readonly Submission[],
  agencies: readonly Agency[],
): Record<GroupName, PortalJson> {
  const records = (kind: GroupName) =>
    submissions.map(submission => {
      const agency = agencies.find(each => each.id === submission.agencyId)
      if (!agency?.code) throw new Error(`${submission.agencyId} has no code`)
      return { isProvince: agency.level === 'province', record: recordOf(submission, agency, kind) }
    })
  return Object.fromEntries(
    groups.map(({ kind, codes }): [GroupName, PortalJson] => {
      const all = records(kind)
      const head = all.find(each => each.isProvince)?.record ?? {}
      const units = all.filter(each => !each.isProvince).map(each => each.record)
      const envelope = { code: 'OK', message: null, requestId: 'b1' }
      if (codes.length === 0) return [kind, { ...envelope, data: { parent: head, children: units } }]
      // The summary of a list does not say whose it is.
      const { departmentCode, departmentId, departmentType, departmentLevel, ...overview } = head
      return [kind, { ...envelope, data: { overview, evaluation: units, monthlyChart: [] } as never }]
    }),
  ) as Record<GroupName, PortalJson>
}

function recordOf(submission: Submission, agency: Agency, kind: GroupName): PortalRecord {
  const group = groups.find(each => each.kind === kind)
  if (!group) throw new Error(kind)
  const figure = (metricId: string) => {
    const value = submission.values.find(each => each.metricId === metricId)
    return value?.state === 'entered' ? Number(value.value) : null
  }
  const points = (nodeId: string) => {
    const entry = submission.published?.points.find(each => each.nodeId === nodeId)
    return entry ? Number(entry.points) : null
  }
  return {
    departmentId: `019d2be3-${submission.agencyId}`,
    departmentCode: agency.code,
    departmentName: agency.name,
    departmentType: {
      province: 'PROVINCE',
      department: 'PROVINCIAL_DEPARTMENT',
      commune: 'COMMUNE_PEOPLE_COMMITTEE',
    }[agency.level as 'province'],
    departmentLevel: agency.level === 'commune' ? 'COMMUNE' : 'PROVINCE',
    totalScore: points(group.groupId),
    ratio: 12.345,
    ...Object.fromEntries(
      group.fields.flatMap(({ code, numerator, denominator }) => [
        [numerator, figure(`${code}.numerator`)],
        [denominator, figure(`${code}.denominator`)],
      ]),
    ),
    ...(group.codes.length > 0
      ? {
          metrics: group.codes.map(code => ({
            code,
            name: `chỉ tiêu ${code}`,
            numerator: figure(`${code}.numerator`),
            denominator: figure(`${code}.denominator`),
            score: points(code),
            ...(code === 'DOSSIER_SYNC' ? { dataQualityMessage: provisional } : {}),
          })),
        }
      : {}),
    ...(kind === 'onlineService' ? { onlineServiceTotal: 1, totalMaxScore: 12 } : {}),
  }
}

/** The ranking the way the portal answers, made back from a shipped table. */
export function rankingOf(table: SubmissionTable, agencies: readonly Agency[]): PortalJson {
  return {
    data: {
      overview: { departmentName: 'Cả nước', departmentCode: null, totalScore: 61.86 },
      evaluation: table.rows.map(({ agencyId, published }) => ({
        departmentCode: agencies.find(each => each.id === agencyId)?.code ?? null,
        departmentName: agencies.find(each => each.id === agencyId)?.name ?? null,
        totalScore: Number(published?.total),
        scoreDelta: Number(published?.change?.points),
        groupScores: Object.fromEntries(
          (published?.points ?? []).map(({ nodeId, points }) => [nodeId, Number(points)]),
        ),
      })),
    },
  }
}

type ReadJson = (path: string) => unknown

/** Rule sets and submissions of the shipped day, read from wherever the test reads files. */
export function shippedDay(readJson: ReadJson) {
  const submissions = catalogueSchema
    .parse(readJson('index.json'))
    .submissions.filter(each => each.ruleSetId === portalRuleSetIds.units && each.period === '2026-10-10')
    .map(({ path }) => submissionSchema.parse(readJson(path)))
  return {
    ruleSet: ruleSetSchema.parse(readJson(`rule-sets/${portalRuleSetIds.units}.json`)),
    rankingRuleSet: ruleSetSchema.parse(readJson(`rule-sets/${portalRuleSetIds.ranking}.json`)),
    submissions,
    ranking: submissionTableSchema.parse(readJson(`submissions/${portalRuleSetIds.ranking}/2026-10-05.json`)),
  }
}

/** Changes the record of a unit in a file. */
export function unitOf(file: PortalJson, code: string, change: (record: PortalRecord) => void): void {
  const records = [...(file.data.evaluation ?? []), ...(file.data.children ?? [])]
  const found = records.find(record => record['departmentCode'] === code)
  if (!found) throw new Error(`no ${code}`)
  change(found)
}

export function metricOf(record: PortalRecord, code: string): PortalRecord {
  const metrics = record['metrics'] as PortalRecord[]
  const found = metrics.find(metric => metric['code'] === code)
  if (!found) throw new Error(`no ${code}`)
  return found
}
