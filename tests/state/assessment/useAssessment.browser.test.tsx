import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { decodeCatalogue } from '../../../src/io/decode.ts'
import { agenciesSchema } from '../../../src/io/directorySchema.ts'
import { database } from '../../../src/io/drafts/database.ts'
import { saveDraft } from '../../../src/io/drafts/draftStore.ts'
import { ruleSetHash } from '../../../src/io/hash/ruleSetHash.ts'
import { type Draft, editDraft } from '../../../src/model/draft.ts'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import { type AssessmentState, useAssessment } from '../../../src/state/assessment/useAssessment.ts'
import { dataText, resetWorker, serveInstead, startWorker, stopWorker } from '../../server/browserWorker.ts'
import { type Mounted, mount } from '../../server/mount.ts'
import { aDraft, typed } from '../draftBuilders.ts'

// In a browser, because data files are fetched from beside the page.

const decoded = decodeCatalogue(dataText('index.json'), 'index.json')
if (!decoded.ok) throw new Error('the catalogue is whole')
const catalogue = decoded.value
const directory = agenciesSchema.parse(JSON.parse(dataText('agencies.json')))
const path = 'rule-sets/mau-tinh-cqs.json'
const published: RuleSet = JSON.parse(dataText(path))

beforeAll(startWorker)
afterAll(stopWorker)
beforeEach(async () => {
  await (await database()).clear('drafts')
})
let mounted: Mounted | null = null
afterEach(() => {
  mounted?.unmount()
  mounted = null
  resetWorker()
})

const draft = aDraft({
  ruleSet: { id: 'mau-tinh-cqs', version: published.version, sha256: ruleSetHash(published) },
  fields: typed({ 'hs-tiep-nhan': '1000', 'hs-truc-tuyen': '400' }),
})

/** The hook on a page of its own; `now` is what it said last. */
function assessed(first: Draft) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const states: AssessmentState[] = []
  let show: (draft: Draft) => void = () => {
    throw new Error('not drawn yet')
  }
  function Probe() {
    const [current, setCurrent] = useState(first)
    show = setCurrent
    states.push(useAssessment({ draft: current }, catalogue, directory))
    return null
  }
  mounted = mount(
    <QueryClientProvider client={client}>
      <Probe />
    </QueryClientProvider>,
  )
  const now = () => states.at(-1)
  return {
    now,
    show: (next: Draft) => show(next),
    until: (status: AssessmentState['status']) =>
      vi.waitFor(() => {
        const state = now()
        if (state?.status !== status) throw new Error(`it is ${state?.status}`)
        return state
      }, 10_000),
  }
}

function readyOf(state: AssessmentState | undefined) {
  if (state?.status !== 'ready') throw new Error(`it is ${state?.status}`)
  return state.assessment
}

test('a draft is scored with the month before beside it; the next revision keeps what did not change', async () => {
  const { until, show, now } = assessed(draft)
  const first = readyOf(await until('ready'))
  expect(first.agency?.level).toBe('commune')
  expect(first.previous?.period).toBe('2026-10')
  expect(first.previous?.values.get('hs-tiep-nhan')?.state).toBe('entered')
  // 400 of 1.000 is 40%, of the 50% that earn all 10 points: 8.
  expect(first.nodes.get('ho-so-truc-tuyen')?.points).toEqual({ kind: 'known', from: '8', to: '8' })
  const next = editDraft(
    draft,
    [{ kind: 'field', metricId: 'hs-truc-tuyen', entry: { state: 'typed', text: '500' } }],
    '2026-11-20T00:00:00.000Z',
  )
  show(next)
  const second = await vi.waitFor(() => {
    const assessment = readyOf(now())
    if (assessment.draft !== next) throw new Error('not drawn yet')
    return assessment
  })
  expect(second.nodes.get('ho-so-truc-tuyen')?.points).toEqual({ kind: 'known', from: '10', to: '10' })
  expect(second.nodes.get('van-ban-mang')).toBe(first.nodes.get('van-ban-mang'))
  expect(second.form).toBe(first.form)
})

test('another version of the rule set is offered and nothing is scored by it', async () => {
  const { until } = assessed({ ...draft, ruleSet: { ...draft.ruleSet, version: '0' } })
  const state = await until('noRuleSet')
  expect(state).toMatchObject({
    wanted: { id: 'mau-tinh-cqs', version: '0' },
    other: { mark: { id: 'mau-tinh-cqs', version: published.version } },
  })
})

test('the same version with another content is no other', async () => {
  const { until } = assessed({ ...draft, ruleSet: { ...draft.ruleSet, sha256: 'a'.repeat(64) } })
  const state = await until('noRuleSet')
  expect(state).toMatchObject({
    other: { mark: { version: published.version, sha256: ruleSetHash(published) } },
  })
})

test('a rule set that is not published any more is said so', async () => {
  const { until } = assessed({ ...draft, ruleSet: { ...draft.ruleSet, id: 'bo-da-bo' } })
  expect(await until('noRuleSet')).toMatchObject({ wanted: { id: 'bo-da-bo' }, other: null })
})

test('a broken rule set fails with what is wrong, and is read again', async () => {
  serveInstead(path, { ...published, scale: '99' })
  const { until } = assessed(draft)
  const failed = await until('failed')
  if (failed.status !== 'failed') throw new Error('it failed')
  expect(failed.problems[0]?.file).toBe(path)
  resetWorker()
  failed.retry()
  readyOf(await until('ready'))
})

test('a broken month before only costs the comparison, and that is said until it is loaded', async () => {
  serveInstead('submissions/mau-tinh-cqs/2026-10.json', { rows: [] })
  const { until, now } = assessed(draft)
  const { previous, previousFailed, checks } = readyOf(await until('ready'))
  expect(previous).toBeNull()
  expect(checks.findings.map(each => each.code)).toContain('previous-not-loaded')
  resetWorker()
  previousFailed?.retry()
  await vi.waitFor(() => expect(readyOf(now()).previous?.period).toBe('2026-10'), 10_000)
  expect(readyOf(now()).previousFailed).toBeUndefined()
  expect(readyOf(now()).checks.findings.map(each => each.code)).not.toContain('previous-not-loaded')
})

describe('an earlier draft of this machine', () => {
  const fields = typed({ 'hs-tiep-nhan': '777' })
  const keep = (parts: Partial<Draft>) =>
    saveDraft({ ...draft, id: 'ban-nhap-truoc', fields, ...parts }, null)

  test('of a later period than what is published stands in for it, and is marked', async () => {
    await keep({ period: '2026-11' })
    const { previous } = readyOf(await assessed({ ...draft, period: '2026-12' }).until('ready'))
    expect(previous).toMatchObject({ period: '2026-11', isDraft: true })
    expect(previous?.values.get('hs-tiep-nhan')).toMatchObject({ value: '777' })
  })

  test('of the published period gives way to it', async () => {
    await keep({ period: '2026-10' })
    const { previous } = readyOf(await assessed(draft).until('ready'))
    expect(previous?.period).toBe('2026-10')
    expect(previous).not.toHaveProperty('isDraft')
  })

  test('without figures stands in for nothing', async () => {
    await keep({ period: '2026-11', fields: new Map() })
    const { previous } = readyOf(await assessed({ ...draft, period: '2026-12' }).until('ready'))
    expect(previous?.period).toBe('2026-10')
  })

  test('of another agency is none', async () => {
    await keep({ period: '2026-11', agencyId: 'mh-so-xay-dung' })
    const { previous } = readyOf(await assessed({ ...draft, period: '2026-12' }).until('ready'))
    expect(previous?.period).toBe('2026-10')
  })
})

test('the other agencies of the group are read where their figures of the period are published', async () => {
  const { until } = assessed({
    ...draft,
    period: '2026-10',
    fields: typed({ 'dvc-du-dieu-kien': '64' }),
  })
  await until('ready')
  await vi.waitFor(async () => {
    const { checks } = readyOf(await until('ready'))
    const codes = [...checks.findings, ...checks.passed].map(each => each.code)
    expect(codes).toContain('same-everywhere')
  }, 10_000)
})
