import { describe, expect, test } from 'vitest'
import { parseSearch, readSearch, stringifySearch } from '../../src/app/search.ts'

describe('reading an address', () => {
  test('keeps everything the page understands', () => {
    const search = {
      ruleSet: 'qd766-2022',
      period: '2026-10-10',
      agency: 'h15-157',
      group: 'dak-lak-xa-phuong',
      criterion: 'PAY_DOSSIER',
      table: 'both',
      rows: 'all',
      readings: 'open',
      document: 'so-lieu-dvcqg-766-2026-10-10',
      compare: 'mau-tinh-cqs-2025',
      view: 'compare',
      only: 'noSource',
      kind: 'bestOf',
      closed: 'CKMB,TDGQ',
      stage: 'firstReview',
      with: 'h15-157,h15-01',
      sort: '-ON_TIME',
      hide: 'note,evidence',
      filter: 'losing',
      tables: 'radar',
      measure: 'share',
      step: 'month',
      since: '2026-09-17',
      round: 'qtk9dc2t4pgrqwk9i7c3',
      part: 'desk',
      plan: 'remedy-qtk9dc2t4pgrqwk9i7c3',
      task: 'ke-hoach-37-2023/I.1a@2026-03-05',
      show: 'phases',
      on: '2026-11-21',
      lang: 'en',
    }
    expect(readSearch(search)).toEqual(search)
  })

  test.each([
    ['an unknown key', { theme: 'dark' }],
    ['an empty id', { agency: '' }],
    ['an id with a slash', { agency: '../secret' }],
    ['an id with markup', { criterion: '<script>' }],
    ['an id with a space', { agency: 'H15 157' }],
    ['a letter with an accent', { agency: 'trà-vinh' }],
    ['an id of 121 letters', { agency: 'a'.repeat(121) }],
    ['an unknown choice', { table: 'all', rows: '8', readings: 'yes', lang: 'fr' }],
    ['an unknown part or filter', { view: 'criteria', only: 'stated', kind: 'a b' }],
    ['an unknown stage, measure or step', { stage: 'final', measure: 'money', step: 'week' }],
    ['sorting by what is no column', { sort: '-a b' }],
    ['a list of agencies with a gap', { with: 'a,,b' }],
    ['a list with a gap', { closed: 'a,,b' }],
    ['a list with markup', { closed: 'a,<b>' }],
    ['a list past all measure', { closed: Array(2000).fill('abc').join(',') }],
    ['an unknown part of a round or view of tasks', { part: 'all', show: 'tree' }],
    ['a day that is none, a task with markup', { on: '21/11/2026', task: '<b>' }],
    ['what is not text', { period: 2022, agency: ['a'], criterion: null, lang: true }],
  ])('drops %s', (_, raw) => {
    expect(readSearch(raw)).toEqual({})
  })

  test('an id of 120 letters is still one', () => {
    expect(readSearch({ agency: 'a'.repeat(120) })).toEqual({ agency: 'a'.repeat(120) })
  })

  test('drops only what is wrong', () => {
    expect(readSearch({ ruleSet: 'par-index-2022', period: '20 22', lang: 'vi' })).toEqual({
      ruleSet: 'par-index-2022',
      lang: 'vi',
    })
  })
})

describe('the text of an address', () => {
  test('is plain, so that it can be read and typed', () => {
    expect(stringifySearch({ ruleSet: 'par-index-2022', period: '2022', lang: 'en' })).toBe(
      '?ruleSet=par-index-2022&period=2022&lang=en',
    )
    expect(stringifySearch({})).toBe('')
    expect(stringifySearch({ agency: undefined, period: 2022 })).toBe('')
  })

  test('a year stays text', () => {
    expect(parseSearch('?period=2022')).toEqual({ period: '2022' })
    expect(parseSearch('period=2022')).toEqual({ period: '2022' })
    expect(parseSearch('')).toEqual({})
  })

  test('what is written is read again', () => {
    const search = { ruleSet: 'qd766-2022', period: '2026-10-10', criterion: 'PAY_DOSSIER', rows: 'all' }
    expect(readSearch(parseSearch(stringifySearch(search)))).toEqual(search)
  })

  test('nothing typed into it reaches what every object has', () => {
    expect(readSearch(parseSearch('?__proto__=x&constructor=y&agency=a'))).toEqual({ agency: 'a' })
  })
})
