import { QueryClient } from '@tanstack/react-query'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { viewData } from '../../../src/app/exports/viewData.ts'
import { readSearch, type Search } from '../../../src/app/search.ts'
import { selectionOf } from '../../../src/app/selection.ts'
import { agenciesQuery, catalogueQuery, submissionsQuery } from '../../../src/io/queries.ts'
import type { ExportKind } from '../../../src/model/exportOrigin.ts'
import type { Submission } from '../../../src/model/submission.ts'
import { deckFiles } from '../../../src/state/deck/deckFiles.ts'
import { questionOf } from '../../../src/state/deck/deckQuestion.ts'
import { freezeDeck } from '../../../src/state/deck/freeze.ts'
import { dataHash } from '../../../src/state/exports/dataHash.ts'
import { readText } from '../../data/dataFiles.ts'
import { deckSource } from '../../features/present/deckSources.ts'

beforeAll(() => {
  vi.stubGlobal('fetch', (path: string) => Promise.resolve(new Response(readText(path))))
})
afterAll(() => {
  vi.unstubAllGlobals()
})

const demo = { ruleSet: 'mau-tinh-cqs', period: '2026-10', agency: 'mh-so-noi-vu' }
const traVinh = { ruleSet: 'par-index-2022', period: '2022', agency: 'tinh-tra-vinh' }

/** The hash a file of a view says. */
async function hashOf(client: QueryClient, screen: string, search: Search, kind: ExportKind = 'table') {
  const { hash, parts } = await viewData(client, screen, readSearch(search), kind)
  return hash ?? dataHash(parts)
}

async function read(client: QueryClient) {
  const catalogue = await client.ensureQueryData(catalogueQuery())
  return { catalogue, directory: await client.ensureQueryData(agenciesQuery(catalogue.agencies)) }
}

/** Freezes what the page would show for an address. */
async function freeze(client: QueryClient, search: Search): Promise<string> {
  const { catalogue, directory } = await read(client)
  const selection = selectionOf(catalogue, search)
  const { ruleSetId, period, agencyId } = selection
  const files = await deckFiles(client, catalogue, directory, selection)
  const source = deckSource(ruleSetId, period, agencyId)
  return freezeDeck({ ...source, ...files, asked: questionOf(selection, search.group) })
}

/** As if the page had been published again with another figure of one agency. */
async function publish(client: QueryClient, { ruleSet, period }: Search, agencyId: string): Promise<void> {
  const { catalogue } = await read(client)
  const entry = catalogue.submissions.find(
    each => each.ruleSetId === ruleSet && each.period === period && each.agencyId === agencyId,
  )
  if (!entry) throw new Error(`no ${agencyId}`)
  const file = await client.ensureQueryData(submissionsQuery(entry.path))
  const changed = file.map(
    (each): Submission => (each.agencyId === agencyId ? { ...each, values: each.values.slice(1) } : each),
  )
  client.setQueryData(submissionsQuery(entry.path).queryKey, changed)
}

describe('the hash of a deck', () => {
  test.each([
    ['the demonstration province', demo],
    ['one agency among provinces', traVinh],
  ])('of %s is the same frozen and as the page stands', async (_, search) => {
    const client = new QueryClient()
    const deck = await freeze(client, search)
    expect(await hashOf(client, '/present', { ...search, deck }, 'deck')).toBe(
      await hashOf(client, '/present', search, 'deck'),
    )
  })

  test('stays that of the frozen figures when those of the page change', async () => {
    const client = new QueryClient()
    const before = await hashOf(client, '/present', demo, 'deck')
    const deck = await freeze(client, demo)
    await publish(client, demo, demo.agency)
    expect(await hashOf(client, '/present', { ...demo, deck }, 'deck')).toBe(before)
    expect(await hashOf(client, '/present', demo, 'deck')).not.toBe(before)
  })

  test('covers the earlier periods of its trend', async () => {
    const client = new QueryClient()
    const before = await hashOf(client, '/present', demo, 'deck')
    await publish(client, { ...demo, period: '2026-07' }, demo.agency)
    expect(await hashOf(client, '/present', demo, 'deck')).not.toBe(before)
  })

  test('is not that of frozen figures of another agency', async () => {
    const client = new QueryClient()
    const deck = await freeze(client, demo)
    const other = { ...demo, agency: 'mh-so-xay-dung', deck }
    const { search, subject } = await viewData(client, '/present', readSearch(other), 'deck')
    expect(search.agency).toBe('mh-so-xay-dung')
    expect(subject).toMatchObject({ kind: 'agency', agencyId: 'mh-so-xay-dung' })
  })
})

describe('the hash of a view', () => {
  test('is another one when an agency is renamed in the directory', async () => {
    const client = new QueryClient()
    const before = await hashOf(client, '/criteria', demo)
    const { catalogue, directory } = await read(client)
    client.setQueryData(agenciesQuery(catalogue.agencies).queryKey, {
      ...directory,
      agencies: directory.agencies.map(each =>
        each.id === demo.agency ? { ...each, name: `${each.name} mới` } : each,
      ),
    })
    expect(await hashOf(client, '/criteria', demo)).not.toBe(before)
  })

  test('of a report rests on the figures of the others its rank is among, whichever group was looked at', async () => {
    const client = new QueryClient()
    const search = { ...demo, group: 'minh-hoa-xa-phuong' }
    const table = await hashOf(client, '/criteria', search)
    const report = await hashOf(client, '/criteria', search, 'report')
    await publish(client, demo, 'mh-so-xay-dung')
    expect(await hashOf(client, '/criteria', search)).toBe(table)
    expect(await hashOf(client, '/criteria', search, 'report')).not.toBe(report)
  })
})
