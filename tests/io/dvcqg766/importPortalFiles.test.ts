import { describe, expect, test } from 'vitest'
import { agenciesSchema } from '../../../src/io/directorySchema.ts'
import { importPortalFiles, type PortalContext } from '../../../src/io/dvcqg766/importPortalFiles.ts'
import type { PortalImport } from '../../../src/model/portalImport.ts'
import { submissionsOf } from '../../../src/model/submission.ts'
import { reconcileSubmissions } from '../../../src/scoring/reconcileSubmissions.ts'
import { readJson } from '../../data/dataFiles.ts'
import {
  type GroupName,
  metricOf,
  type PortalJson,
  portalFilesOf,
  provisional,
  rankingOf,
  shippedDay,
  unitOf,
} from './portalFiles.ts'

const directory = agenciesSchema.parse(readJson('agencies.json'))
const shipped = shippedDay(readJson)
const context: PortalContext = {
  ruleSet: shipped.ruleSet,
  rankingRuleSet: shipped.rankingRuleSet,
  directory,
  day: '2026-10-10',
}
const scoredAt = '2026-10-17T00:00:00.000Z'

/** The six files, anew for each test that breaks one. */
const filesOfDay = () => portalFilesOf(shipped.submissions, directory.agencies)
const sourcesOf = (files: Record<string, PortalJson | string>) =>
  Object.entries(files).map(([name, content]) => ({
    name: `${name}.json`,
    text: typeof content === 'string' ? content : JSON.stringify(content),
  }))
const importAll = (files: Record<string, PortalJson | string>, more: Partial<PortalContext> = {}) =>
  importPortalFiles(sourcesOf(files), { ...context, ...more })
const problemsOf = (result: PortalImport) =>
  result.files.flatMap(file => file.problems.map(({ path, code }) => `${file.name} ${path} ${code}`))

describe('the six files of 10/10/2026', () => {
  const result = importAll(filesOfDay())

  test('are told apart by what is in them, not by their names', () => {
    const shuffled = Object.entries(filesOfDay()).map(([kind, json], index) => [
      `answer-${index}`,
      kind,
      json,
    ])
    const renamed = importAll(Object.fromEntries(shuffled.map(([name, , json]) => [name, json])))
    expect(renamed.files.map(({ kind, units }) => [kind, units])).toEqual(
      shuffled.map(([, kind]) => [kind, shipped.submissions.length]),
    )
  })

  test('make the shipped figures and published points again, nothing missing, nothing turned to 0', () => {
    expect(problemsOf(result)).toEqual([])
    expect(result.newAgencies).toEqual([])
    expect(result.absent).toEqual([])
    const byAgency = new Map(result.submissions.map(each => [each.agencyId, each]))
    for (const original of shipped.submissions) {
      const made = byAgency.get(original.agencyId)
      const plain = (submission: typeof original | undefined) =>
        submission?.values.map(value => [
          value.metricId,
          value.state === 'entered' ? value.value : [value.state, value.note],
        ])
      expect(plain(made)).toEqual(plain(original))
      // 2.1 has no points of its own at the portal: those of its group are said once.
      expect(made?.published?.points.map(({ nodeId, points }) => [nodeId, points])).toEqual(
        original.published?.points.flatMap(({ nodeId, points }) =>
          nodeId === 'ON_TIME' ? [] : [[nodeId, points]],
        ),
      )
      expect(made).toMatchObject({
        id: original.id,
        ruleSetVersion: original.ruleSetVersion,
        period: original.period,
        stage: 'published',
        provenance: original.provenance,
      })
    }
  })

  test('reproduce every published figure: 315 of 315, none said twice, none made by us', () => {
    const { units, agreement, problems } = reconcileSubmissions(shipped.ruleSet, result.submissions, scoredAt)
    expect(problems).toEqual([])
    expect(units).toHaveLength(15)
    // 21 figures a unit: 6 groups and 16 leaves, less CLGQ, which is taken as published.
    expect(agreement).toEqual({ agreeing: 315, checks: 315, takenAsPublished: 15, notComparable: 0 })
    const kinds = units.flatMap(({ sheet }) => sheet.reconciliation?.checks.map(check => check.kind) ?? [])
    expect([kinds.filter(kind => kind === 'group').length, kinds.includes('total')]).toEqual([15 * 5, false])
  })

  test('state no total; what the six groups add up to is kept apart, and is what we compute', () => {
    const { units } = reconcileSubmissions(shipped.ruleSet, result.submissions, scoredAt)
    expect(units.filter(({ submission }) => submission.published?.total !== null)).toEqual([])
    expect(
      Object.fromEntries(units.map(({ submission, groupSum }) => [submission.agencyId, groupSum])),
    ).toEqual(
      Object.fromEntries(
        shipped.submissions.map(each => [each.agencyId, { points: each.published?.total, difference: '0' }]),
      ),
    )
  })

  test('carry the notes on 4.2 and on the provisional denominators of 1.4', () => {
    const { remarks } = reconcileSubmissions(shipped.ruleSet, result.submissions, scoredAt)
    const of = (code: string) => remarks.filter(remark => remark.criteria.some(each => each.code === code))
    expect(of('4.2').map(({ text, agencyIds }) => [text, agencyIds])).toEqual([
      [expect.stringContaining('đạt tối đa từ 80%; Cổng không áp dụng'), null],
    ])
    expect(of('1.4').map(({ text, agencyIds }) => [text, agencyIds?.length ?? null])).toEqual([
      [expect.stringContaining('số tạm'), null],
      [`Cổng ghi: “${provisional}”`, 15],
    ])
    // The province's 0/0 stays 0/0, the units' absent figures stay absent.
    expect(of('4.x').map(({ text, agencyIds }) => [text, agencyIds?.length ?? null])).toEqual([
      [expect.stringContaining('0/0'), null],
      ['Cổng không công bố', 14],
    ])
  })

  test('differ where the portal does: the difference is listed with both figures', () => {
    const files = filesOfDay()
    unitOf(files.digitized, 'H15.15', record => {
      metricOf(record, 'SO_HOA_GIAY_TO_GIAI_QUYET')['score'] = 4 // what the document's 80% would give
    })
    const { units, agreement } = reconcileSubmissions(shipped.ruleSet, importAll(files).submissions, scoredAt)
    expect([agreement.agreeing, agreement.checks]).toEqual([314, 315])
    const unit = units.find(each => each.submission.agencyId === 'h15-15')
    expect(unit?.sheet.reconciliation?.checks.filter(check => !check.agrees)).toEqual([
      expect.objectContaining({
        nodeId: 'SO_HOA_GIAY_TO_GIAI_QUYET',
        computed: '3.34', // 490 of 587 is 83.475…%; of 4 points 3.339…
        published: '4',
        difference: '-0.66',
      }),
    ])
  })

  test('name units nobody knows by their code', () => {
    const files = filesOfDay()
    for (const kind of Object.keys(files) as GroupName[])
      unitOf(files[kind], 'H15.03', record => {
        Object.assign(record, {
          departmentCode: 'H15.99',
          departmentName: 'UBND xã Thử',
          departmentType: 'COMMUNE_PEOPLE_COMMITTEE',
        })
      })
    const made = importAll(files)
    expect(made.newAgencies).toEqual([{ id: 'h15-99', code: 'H15.99', name: 'UBND xã Thử' }])
    expect(made.submissions.map(each => each.agencyId)).toContain('h15-99')
    expect(made.submissions).toHaveLength(15)
  })
})

describe('the ranking of provinces', () => {
  test('becomes the shipped table again, less the ranks the portal does not give', () => {
    const made = importAll(
      { xep_hang: rankingOf(shipped.ranking, directory.agencies) },
      { day: '2026-10-05' },
    )
    expect(problemsOf(made)).toEqual([])
    const rows = shipped.ranking.rows.map(({ agencyId, published }) => ({
      agencyId,
      cells: [],
      published: {
        total: published?.total,
        points: published?.points.map(({ nodeId, points }) => ({ nodeId, points })),
        change: published?.change,
      },
    }))
    expect(made.tables).toMatchObject([{ ruleSetId: 'qd766-nhom-2022', period: '2026-10-05', rows }])
    expect(made.tables[0]?.rows).toHaveLength(34)
    expect(made.tables[0]?.rows.filter(row => row.published?.rank)).toEqual([])
    expect(made.submissions).toEqual([])
  })

  test('has totals that are the sum of its groups: 34 of 34', () => {
    const [table] = importAll({ a: rankingOf(shipped.ranking, directory.agencies) }).tables
    if (!table) throw new Error('no table')
    const { agreement } = reconcileSubmissions(shipped.rankingRuleSet, submissionsOf(table), scoredAt)
    expect(agreement).toEqual({ agreeing: 34, checks: 34, takenAsPublished: 34 * 6, notComparable: 0 })
  })

  test('is refused while the catalogue does not know its rule set', () => {
    const json = rankingOf(shipped.ranking, directory.agencies)
    const made = importAll({ a: json }, { rankingRuleSet: null })
    expect([problemsOf(made), made.tables]).toEqual([['a.json  no-rule-set'], []])
  })
})
