import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { AgencyDirectory } from '../../../src/model/agency.ts'
import type { Catalogue } from '../../../src/model/catalogue.ts'
import { foldLedger } from '../../../src/scoring/review/foldLedger.ts'
import type { OpenRound } from '../../../src/state/review/openRound.ts'
import type { ReviewView } from '../../../src/state/review/reviewView.ts'
import { useReview } from '../../../src/state/review/useReview.ts'
import { aPen, aRound, points, sha } from '../../scoring/review/ledgerBuilders.ts'
import { handedIn, rules } from '../../scoring/review/reviewBuilders.ts'
import { mount } from '../../server/mount.ts'

const catalogue: Catalogue = {
  documents: 'documents.json',
  agencies: 'agencies.json',
  figures: 'figures.json',
  ruleSets: [],
  submissions: [],
  tables: [],
  plans: [],
  opening: { ruleSetId: 'bo-thu', period: '2026', agencyId: 'so-mot' },
}
const directory: AgencyDirectory = { agencies: [], groups: [] }
const received = new Map([[sha('1'), { sha256: sha('1'), submission: handedIn(), previous: null }]])

function openOf(pen: ReturnType<typeof aPen>): OpenRound {
  const round = aRound()
  return {
    round,
    ruleSet: rules,
    state: foldLedger(round, pen.entries),
    received,
    me: 'Lê Thị Hoa',
    setMe: () => {},
    append: () => [],
    merge: () => {},
    fileOf: () => Promise.resolve(null),
    saving: { status: 'saved' },
    broken: [],
  }
}

let views: ReviewView[] = []
function Probe({ open }: { open: OpenRound }) {
  views.push(useReview(open, catalogue, directory))
  return null
}

afterEach(() => {
  views = []
  vi.useRealTimers()
})

const latest = () => views.at(-1)
const client = new QueryClient()
const drawn = (open: OpenRound) =>
  mount(
    <QueryClientProvider client={client}>
      <Probe open={open} />
    </QueryClientProvider>,
  )

describe('a round on the page', () => {
  test('is scored without anybody asking', async () => {
    const pen = aPen()
    pen.receive('so-mot', '1')
    pen.decide('d', points('1'), { from: '2', to: '1' })
    const { unmount } = drawn(openOf(pen))
    await expect.poll(() => latest()?.scoring).toEqual({ done: 1, of: 1 })
    expect(latest()?.agencies.get('so-mot')?.items.get('d')?.standing).toEqual({ from: '1', to: '1' })
    unmount()
  })

  test('moves on to the second review when the deadline passes, though nobody touches it', async () => {
    vi.useFakeTimers({
      toFake: ['Date', 'setTimeout', 'clearTimeout'],
      now: Date.parse('2026-11-25T09:59:00Z'),
    })
    const pen = aPen()
    pen.receive('so-mot', '1')
    pen.deadline('firstReview', '2026-11-25T17:00:00+07:00')
    const { unmount } = drawn(openOf(pen))
    await vi.waitFor(() => expect(latest()?.stage).toBe('firstReview'))
    await vi.advanceTimersByTimeAsync(59_000)
    expect(latest()?.stage).toBe('firstReview')
    await vi.advanceTimersByTimeAsync(2_000)
    await vi.waitFor(() => expect(latest()?.stage).toBe('secondReview'))
    unmount()
  })
})
