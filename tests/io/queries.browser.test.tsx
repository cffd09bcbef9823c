import { QueryClient } from '@tanstack/react-query'
import { HttpResponse, http } from 'msw'
import { setupWorker } from 'msw/browser'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { maxFileBytes } from '../../src/io/maxFileBytes.ts'
import { catalogueQuery, documentsQuery, problemsOf, ruleSetQuery } from '../../src/io/queries.ts'
import type { Problem } from '../../src/model/problem.ts'

// In a browser, because the app's paths are relative to its page and Node's fetch has no page.

const catalogue = {
  documents: 'documents.json',
  agencies: 'agencies.json',
  figures: 'figures.json',
  ruleSets: [{ id: 'bo-thu', version: '1', path: 'rule-sets/bo-thu.json', shortTitle: 'Bộ thử' }],
  submissions: [],
  tables: [],
  plans: [],
  opening: { ruleSetId: 'bo-thu', period: '2026', agencyId: 'don-vi' },
}

const asked: string[] = []
const worker = setupWorker(
  http.get('*/index.json', ({ request }) => {
    asked.push(new URL(request.url).pathname)
    return HttpResponse.json(catalogue)
  }),
)

beforeAll(async () => {
  await worker.start({
    quiet: true,
    onUnhandledRequest: (request, print) => {
      // The runner's own modules pass; a data file nobody serves is a mistake in the test.
      if (new URL(request.url).pathname.endsWith('.json')) print.error()
    },
  })
})
afterEach(() => {
  worker.resetHandlers()
  asked.length = 0
})
afterAll(() => worker.stop())

const newClient = () => new QueryClient({ defaultOptions: { queries: { gcTime: 0 } } })

/** The problems a query ends with. */
async function problemsFrom(query: ReturnType<typeof ruleSetQuery>): Promise<readonly Problem[]> {
  return newClient()
    .fetchQuery(query)
    .then(
      () => [],
      (error: unknown) => problemsOf(error),
    )
}

test('a file is fetched from beside the page and decoded', async () => {
  const loaded = await newClient().fetchQuery(catalogueQuery())
  expect(loaded).toEqual(catalogue)
  expect(asked).toEqual([new URL('index.json', document.baseURI).pathname])
})

test('a file is fetched once while the page is open', async () => {
  const client = newClient()
  await client.fetchQuery({ ...catalogueQuery(), gcTime: Number.POSITIVE_INFINITY })
  await client.fetchQuery({ ...catalogueQuery(), gcTime: Number.POSITIVE_INFINITY })
  expect(asked).toHaveLength(1)
})

test.each([404, 500])('status %i names the file and what to do, and is not tried again', async status => {
  let times = 0
  worker.use(
    http.get('*/rule-sets/bo-thu.json', () => {
      times += 1
      return new HttpResponse('Không có tệp', { status })
    }),
  )
  const problems = await problemsFrom(ruleSetQuery('rule-sets/bo-thu.json'))
  expect(problems).toMatchObject([{ file: 'rule-sets/bo-thu.json', path: '', code: 'unreachable' }])
  expect(problems[0]?.message.vi).toContain(`mã ${status}`)
  expect(problems[0]?.message.en).toContain('check that the folder is complete')
  expect(times).toBe(1)
})

test('English says the reason in English', async () => {
  worker.use(http.get('*/rule-sets/bo-thu.json', () => new HttpResponse('', { status: 404 })))
  const [problem] = await problemsFrom(ruleSetQuery('rule-sets/bo-thu.json'))
  expect(problem?.message.en).toContain('404')
  expect(problem?.message.en).not.toContain('mã')
})

test('no connection is a problem of the file, in words', async () => {
  worker.use(http.get('*/rule-sets/bo-thu.json', () => HttpResponse.error()))
  const problems = await problemsFrom(ruleSetQuery('rule-sets/bo-thu.json'))
  expect(problems).toMatchObject([{ file: 'rule-sets/bo-thu.json', code: 'unreachable' }])
  expect(problems[0]?.message.vi).toContain('không kết nối được')
})

test('broken JSON names the file', async () => {
  worker.use(http.get('*/rule-sets/bo-thu.json', () => new HttpResponse('{"id": "bo-thu",}')))
  const problems = await problemsFrom(ruleSetQuery('rule-sets/bo-thu.json'))
  expect(problems).toMatchObject([{ file: 'rule-sets/bo-thu.json', path: '', code: 'not-json' }])
})

test('a page served in place of a missing file is not taken for data', async () => {
  const page = '<!doctype html><title>ParBoard</title>'
  worker.use(http.get('*/rule-sets/bo-thu.json', () => HttpResponse.html(page)))
  expect(await problemsFrom(ruleSetQuery('rule-sets/bo-thu.json'))).toMatchObject([{ code: 'not-json' }])
})

test('a wrong shape names every place', async () => {
  worker.use(http.get('*/rule-sets/bo-thu.json', () => HttpResponse.json({ id: 'bộ thử', scale: 100 })))
  const problems = await problemsFrom(ruleSetQuery('rule-sets/bo-thu.json'))
  expect(problems.map(problem => problem.path)).toEqual(expect.arrayContaining(['id', 'scale', 'criteria']))
  expect(new Set(problems.map(problem => problem.file))).toEqual(new Set(['rule-sets/bo-thu.json']))
})

test('a file announced as too large is not read', async () => {
  const headers = { 'Content-Length': String(maxFileBytes + 1) }
  worker.use(http.get('*/rule-sets/bo-thu.json', () => new HttpResponse('{}', { headers })))
  const [problem] = await problemsFrom(ruleSetQuery('rule-sets/bo-thu.json'))
  expect(problem?.message.vi).toContain('tệp quá lớn')
})

test('a registry comes as its list', async () => {
  const document = {
    id: 'quyet-dinh-thu',
    kind: 'decision',
    number: null,
    title: 'Quyết định thử',
    issuer: 'UBND tỉnh',
    date: '2026-01-01',
    checkedOn: '2026-10-10',
    read: true,
  }
  worker.use(http.get('*/documents.json', () => HttpResponse.json({ documents: [document] })))
  expect(await newClient().fetchQuery(documentsQuery('documents.json'))).toEqual([document])
})

test('an error that is not ours is one general problem', () => {
  expect(problemsOf(new Error('hỏng'))).toEqual([
    { file: '', path: '', code: 'unexpected', severity: 'error', message: { vi: 'hỏng', en: 'hỏng' } },
  ])
  expect(problemsOf('hỏng')).toMatchObject([{ code: 'unexpected' }])
})
