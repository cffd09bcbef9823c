import { readFileSync } from 'node:fs'
import { QueryClient } from '@tanstack/react-query'
import { describe, expect, test } from 'vitest'
import { decodeAgencies, decodeCatalogue, decodeSubmissions } from '../../../src/io/decode.ts'
import { submissionsQuery } from '../../../src/io/queries.ts'
import type { Decoded } from '../../../src/model/problem.ts'
import type { ReviewRound } from '../../../src/model/review.ts'
import { publishedOf, receiveFromPage } from '../../../src/state/review/receiveFromPage.ts'
import { demoRuleSet } from '../../server/demoPackages.ts'
import { aRound } from './receiveRound.ts'

function read<T>(path: string, decode: (text: string, file: string) => Decoded<T>): T {
  const decoded = decode(readFileSync(`data/${path}`, 'utf8'), path)
  if (!decoded.ok) throw new Error(path)
  return decoded.value
}

const catalogue = read('index.json', decodeCatalogue)
const directory = read('agencies.json', decodeAgencies)
const ruleSet = demoRuleSet()
const now = '2026-11-20T00:00:00.000Z'

async function take(period: string, agencyIds = allOf(period)) {
  const client = new QueryClient()
  const path = `submissions/mau-tinh-cqs/${period}.json`
  client.setQueryData(submissionsQuery(path).queryKey, read(path, decodeSubmissions))
  const round: ReviewRound = { ...aRound, period }
  return receiveFromPage(new Set(agencyIds), { round, ruleSet }, { catalogue, directory }, client, now)
}

const allOf = (period: string) =>
  publishedOf(
    {
      ...aRound,
      period,
      groups: [
        {
          groupId: 'tat-ca',
          name: 'Tất cả',
          agencyIds: directory.agencies.filter(each => each.id.startsWith('mh-')).map(each => each.id),
        },
      ],
    },
    catalogue,
  )

describe('taking over what the page publishes', () => {
  test('those that sent nothing are not taken: not received is no submission', async () => {
    const taken = await take('2026-10')
    expect(allOf('2026-10')).toHaveLength(140)
    expect(taken).toHaveLength(138)
    expect(taken.every(({ submittedOn }) => submittedOn !== null)).toBe(true)
  })

  test('says where it comes from, and is known by the hash of what it says', async () => {
    const [one] = await take('2026-10', ['mh-so-noi-vu'])
    const [again] = await take('2026-10', ['mh-so-noi-vu'])
    expect(one?.received.file).toMatchObject({
      outcome: 'read',
      origin: 'page',
      agencyId: 'mh-so-noi-vu',
      agencyName: 'Sở Nội vụ, Tỉnh Minh Họa',
      fileName: 'mau-tinh-cqs/2026-10.json',
    })
    expect(one?.received.submission?.submission.provenance.certainty).toBe('illustrative')
    expect(one?.received.file.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(again?.received.file.sha256).toBe(one?.received.file.sha256)
  })

  test('what reviewers decided later and what was published stay behind; what the agency claims comes along', async () => {
    const path = 'submissions/mau-tinh-cqs/2026-06.json'
    const published = read(path, decodeSubmissions)
    const decided = published.filter(each => each.decisions?.some(({ stage }) => stage !== 'selfAssessment'))
    expect(decided.length).toBeGreaterThan(0)
    const taken = await take('2026-06')
    for (const { received } of taken) {
      const said = received.submission?.submission
      expect(said?.stage).toBe('selfAssessment')
      expect(said?.published).toBeUndefined()
      const own = published.find(each => each.agencyId === said?.agencyId)
      const claims = own?.decisions?.filter(({ stage }) => stage === 'selfAssessment') ?? []
      expect(said?.decisions ?? []).toEqual(claims)
      expect(said?.values).toEqual(own?.values)
    }
  })
})
