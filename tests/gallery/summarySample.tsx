import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ComponentType, Suspense, useMemo, useState } from 'react'
import type { ReviewAddress, ReviewProps } from '../../src/features/review/reviewProps.ts'
import type { AgencyDirectory } from '../../src/model/agency.ts'
import type { Catalogue } from '../../src/model/catalogue.ts'
import { createReviewer } from '../../src/state/review/createReviewer.ts'
import { type DeskRound, openDesk, reviewDesk } from '../state/review/deskRound.ts'

const catalogue: Catalogue = {
  documents: '',
  agencies: '',
  figures: '',
  ruleSets: [{ id: 'bo-thu', version: '2', path: '', shortTitle: 'Bộ thử 2026' }],
  submissions: [],
  tables: [],
  plans: [],
  opening: { ruleSetId: 'bo-thu', period: '2026-11', agencyId: 'co-quan-1' },
}

const client = new QueryClient()

/** One part of a round that lives in the page alone; lines written in it are folded and scored at once. */
export function PartSample({
  part: Part,
  desk: opening,
  me = 'Lê Thị Bình',
  address: start = {},
  watch,
}: {
  part: ComponentType<ReviewProps>
  desk: DeskRound
  me?: string
  address?: ReviewAddress
  watch?: (desk: DeskRound, address: ReviewAddress) => void
}) {
  const [desk, setDesk] = useState(opening)
  const [address, setAddress] = useState<ReviewAddress>(start)
  const [reviewer] = useState(createReviewer)
  const open = useMemo(() => openDesk(desk, me, setDesk), [desk, me])
  const review = useMemo(() => reviewDesk(open, desk.agencies, reviewer), [open, desk.agencies, reviewer])
  const directory = useMemo<AgencyDirectory>(() => ({ agencies: desk.agencies, groups: [] }), [desk.agencies])
  const [change] = useState(() => (next: ReviewAddress) => setAddress(before => ({ ...before, ...next })))
  watch?.(desk, address)
  return (
    <QueryClientProvider client={client}>
      <Suspense fallback={null}>
        <Part
          open={open}
          review={review}
          catalogue={catalogue}
          directory={directory}
          documents={[]}
          address={address}
          change={change}
          isWide
          linkToDocument={(_, label) => label}
        />
      </Suspense>
    </QueryClientProvider>
  )
}
