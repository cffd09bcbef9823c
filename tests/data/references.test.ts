import { describe, expect, test } from 'vitest'
import { criteriaOf, kindOf, listDataFiles, loadData, readJson, repeated } from './dataFiles.ts'

const data = loadData()
const ruleSetById = new Map(data.ruleSets.map(ruleSet => [ruleSet.id, ruleSet]))
const agencyIds = data.agencies.map(agency => agency.id)

/** Every text found under one of these keys, however deep. */
function textsUnder(keys: readonly string[], value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    keys.includes(key) && typeof inner === 'string' ? [inner] : textsUnder(keys, inner),
  )
}

/** Ids a file may point at inside one rule set: criteria and pools, or metrics. */
function idsIn(ruleSetId: string) {
  const ruleSet = ruleSetById.get(ruleSetId)
  if (!ruleSet) throw new Error(`no rule set "${ruleSetId}"`)
  return {
    criteria: new Set(criteriaOf(ruleSet).map(criterion => criterion.id)),
    nodes: new Set([...criteriaOf(ruleSet), ...ruleSet.pools].map(node => node.id)),
    metrics: new Set(ruleSet.metrics.map(metric => metric.id)),
  }
}

test('ids are unique in each registry', () => {
  expect(repeated(data.documents.map(document => document.id))).toEqual([])
  expect(repeated(agencyIds)).toEqual([])
  expect(repeated(data.agencies.flatMap(agency => agency.code ?? []))).toEqual([])
  expect(repeated(data.ruleSets.map(ruleSet => `${ruleSet.id} ${ruleSet.version}`))).toEqual([])
  expect(repeated(data.submissions.map(submission => submission.id))).toEqual([])
  expect(repeated(data.plans.map(plan => plan.id))).toEqual([])
})

test.each(listDataFiles().filter(path => kindOf(path) !== null))('%s cites registered documents', path => {
  const registered = data.documents.map(document => document.id)
  const cited = textsUnder(['documentId', 'decisionId'], readJson(path))
  expect(cited.filter(id => !registered.includes(id))).toEqual([])
})

test('agencies name parents and successors that exist', () => {
  const named = data.agencies.flatMap(agency => [agency.parentId ?? [], agency.successorId ?? []].flat())
  expect(named.filter(id => !agencyIds.includes(id))).toEqual([])
})

test('the opening view is published', () => {
  expect(data.catalogue.submissions).toContainEqual(expect.objectContaining(data.catalogue.opening))
})

describe.each(data.ruleSets)('rule set $id', ruleSet => {
  const own = idsIn(ruleSet.id)

  test('ids are unique', () => {
    expect(repeated([...criteriaOf(ruleSet), ...ruleSet.pools].map(node => node.id))).toEqual([])
    expect(repeated(ruleSet.metrics.map(metric => metric.id))).toEqual([])
    expect(repeated(ruleSet.bands.map(band => band.id))).toEqual([])
  })

  test('rules, readings and pools name metrics and criteria of the set', () => {
    const metrics = textsUnder(['numerator', 'denominator', 'metric'], ruleSet.criteria)
    expect(metrics.filter(id => !own.metrics.has(id))).toEqual([])
    const pooled = ruleSet.pools.flatMap(pool => pool.criterionIds)
    expect(pooled.filter(id => !own.criteria.has(id))).toEqual([])
  })

  test('the catalogue says the same of it', () => {
    const { id, version, shortTitle, shortTitleEn } = ruleSet
    const entry = expect.objectContaining({
      id,
      version,
      shortTitle,
      shortTitleEn,
      path: `rule-sets/${id}.json`,
    })
    expect(data.catalogue.ruleSets).toContainEqual(entry)
  })
})

describe.each(data.submissions)('submission $id', submission => {
  const { ruleSetId, period, agencyId } = submission
  const own = idsIn(ruleSetId)

  test('answers a published rule set, for a known agency, from the place its period and agency say', () => {
    expect(ruleSetById.get(ruleSetId)?.version).toBe(submission.ruleSetVersion)
    expect(agencyIds).toContain(agencyId)
    expect(submission.id).toBe(`${ruleSetId}.${period}.${agencyId}`)
    const path = `submissions/${ruleSetId}/${period}/${agencyId}.json`
    expect(data.catalogue.submissions).toContainEqual({ ruleSetId, period, agencyId, path })
  })

  test('names metrics, criteria and pools of its rule set, each once', () => {
    const metrics = submission.values.map(value => value.metricId)
    const nodes = (submission.published?.points ?? []).map(entry => entry.nodeId)
    const exempt = (submission.notApplicable ?? []).map(entry => entry.criterionId)
    expect(metrics.filter(id => !own.metrics.has(id))).toEqual([])
    expect([...nodes, ...exempt].filter(id => !own.nodes.has(id))).toEqual([])
    expect(repeated(metrics)).toEqual([])
    expect(repeated(nodes)).toEqual([])
  })
})

describe.each(data.plans)('plan $id', plan => {
  const own = idsIn(plan.ruleSetId ?? '')

  test('names an agency, criteria and metrics that exist', () => {
    expect(agencyIds).toContain(plan.agencyId)
    const criteria = textsUnder(['criterionId'], plan.targets).concat(
      plan.tasks.flatMap(task => task.criterionIds),
    )
    expect(criteria.filter(id => !own.criteria.has(id))).toEqual([])
    expect(textsUnder(['metricId'], plan.targets).filter(id => !own.metrics.has(id))).toEqual([])
  })

  test('ids of targets and tasks are unique and the catalogue says the same of it', () => {
    expect(repeated(plan.targets.map(target => target.id))).toEqual([])
    expect(repeated(plan.tasks.map(task => task.id))).toEqual([])
    const { id, agencyId, ruleSetId } = plan
    expect(data.catalogue.plans).toContainEqual({ id, agencyId, ruleSetId, path: `plans/${id}.json` })
  })
})
