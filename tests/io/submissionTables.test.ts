import { describe, expect, test } from 'vitest'
import { decodeCatalogue, decodeSubmissions } from '../../src/io/decode.ts'

const head = {
  ruleSetId: 'bo-thu',
  ruleSetVersion: '1',
  period: '2026-10',
  stage: 'closed',
  provenance: { certainty: 'illustrative', source: null },
  metricIds: ['nhan', 'dung-han'],
}
const read = (rows: unknown, parts: object = {}) =>
  decodeSubmissions(JSON.stringify({ ...head, rows, ...parts }), 'bang.json')

describe('a table of submissions', () => {
  test('gives one submission a row, each cell under the metric of its column', () => {
    const decoded = read([
      { agencyId: 'so-a', cells: ['82', '79'] },
      { agencyId: 'so-b', cells: ['0', { state: 'missing', note: 'chưa nộp' }], stage: 'selfAssessment' },
    ])
    expect(decoded).toEqual({
      ok: true,
      value: [
        expect.objectContaining({
          id: 'bo-thu.2026-10.so-a',
          stage: 'closed',
          period: '2026-10',
          values: [
            { metricId: 'nhan', state: 'entered', value: '82' },
            { metricId: 'dung-han', state: 'entered', value: '79' },
          ],
        }),
        expect.objectContaining({
          id: 'bo-thu.2026-10.so-b',
          stage: 'selfAssessment',
          values: [
            { metricId: 'nhan', state: 'entered', value: '0' },
            { metricId: 'dung-han', state: 'missing', note: 'chưa nộp' },
          ],
        }),
      ],
    })
  })

  test('an empty cell is refused at its place: missing must be said', () => {
    const decoded = read([{ agencyId: 'so-a', cells: ['82', null] }])
    expect(decoded.ok ? [] : decoded.problems.map(problem => problem.path)).toEqual(['rows[0].cells[1]'])
  })

  test('a file without rows is one submission', () => {
    const { metricIds: _columns, ...single } = head
    const text = JSON.stringify({ ...single, id: 'mot', agencyId: 'so-a', values: [] })
    const decoded = decodeSubmissions(text, 'mot.json')
    expect(decoded.ok && decoded.value.map(each => each.agencyId)).toEqual(['so-a'])
  })
})

test('the catalogue lists what stands in tables beside single files, the newest period first', () => {
  const decoded = decodeCatalogue(
    JSON.stringify({
      documents: 'documents.json',
      agencies: 'agencies.json',
      figures: 'figures.json',
      ruleSets: [{ id: 'bo', version: '1', path: 'bo.json', shortTitle: 'Bộ' }],
      submissions: [{ ruleSetId: 'bo', period: '2026-09', agencyId: 'tinh', path: 'tinh.json' }],
      tables: [
        { ruleSetId: 'bo', periods: ['2026-10', '2026-08'], agencyIds: ['a', 'b'], path: 'bo/{period}.json' },
      ],
      plans: [],
      opening: { ruleSetId: 'bo', period: '2026-09', agencyId: 'tinh' },
    }),
    'index.json',
  )
  expect(
    decoded.ok && decoded.value.submissions.map(each => [each.period, each.agencyId, each.path]),
  ).toEqual([
    ['2026-10', 'a', 'bo/2026-10.json'],
    ['2026-10', 'b', 'bo/2026-10.json'],
    ['2026-09', 'tinh', 'tinh.json'],
    ['2026-08', 'a', 'bo/2026-08.json'],
    ['2026-08', 'b', 'bo/2026-08.json'],
  ])
})
