import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { LedgerPart } from '../../src/features/review/ledger/LedgerPart.tsx'
import type { ReviewAddress } from '../../src/features/review/reviewProps.ts'
import type { Catalogue } from '../../src/model/catalogue.ts'
import { createReviewer } from '../../src/state/review/createReviewer.ts'
import { type DeskRound, openDesk, reviewDesk } from '../state/review/deskRound.ts'

/** The ledger over a round that lives in the page alone. */
export function LedgerSample({
  desk: opening,
  me = 'Phạm Minh Đức',
  address: start = {},
  watch,
}: {
  desk: DeskRound
  me?: string
  address?: ReviewAddress
  watch?: (desk: DeskRound, address: ReviewAddress) => void
}) {
  const [desk, setDesk] = useState(opening)
  const [address, setAddress] = useState<ReviewAddress>(start)
  const [reviewer] = useState(createReviewer)
  const [client] = useState(() => new QueryClient())
  const open = useMemo(() => openDesk(desk, me, setDesk), [desk, me])
  const review = useMemo(() => reviewDesk(open, desk.agencies, reviewer), [open, desk.agencies, reviewer])
  const directory = useMemo(() => ({ agencies: desk.agencies, groups: [] }), [desk.agencies])
  watch?.(desk, address)
  return (
    <QueryClientProvider client={client}>
      <LedgerPart
        open={open}
        review={review}
        catalogue={catalogue}
        directory={directory}
        documents={[]}
        address={address}
        change={next => setAddress(before => ({ ...before, ...next }))}
        isWide
        linkToDocument={(_, label) => label}
      />
    </QueryClientProvider>
  )
}

const catalogue: Catalogue = {
  documents: 'documents.json',
  agencies: 'agencies.json',
  figures: 'figures.json',
  ruleSets: [],
  submissions: [],
  tables: [],
  plans: [],
  opening: { ruleSetId: 'bo-thu', period: '2026-11', agencyId: 'co-quan-1' },
}
