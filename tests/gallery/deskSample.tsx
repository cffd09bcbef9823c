import { useMemo, useState } from 'react'
import { DeskPart } from '../../src/features/review/desk/DeskPart.tsx'
import type { ReviewAddress } from '../../src/features/review/reviewProps.ts'
import type { Catalogue } from '../../src/model/catalogue.ts'
import { createReviewer } from '../../src/state/review/createReviewer.ts'
import type { ReviewView } from '../../src/state/review/reviewView.ts'
import { type DeskRound, openDesk, reviewDesk } from '../state/review/deskRound.ts'

/** The desk over a round that lives in the page alone, with the name field of the frame around it. */
export function DeskSample({
  desk: opening,
  me: first = 'Lê Thị Bình',
  address: start = {},
  writable,
  watch,
}: {
  desk: DeskRound
  me?: string
  address?: ReviewAddress
  writable?: ReviewView['writable']
  watch?: (desk: DeskRound, address: ReviewAddress) => void
}) {
  const [desk, setDesk] = useState(opening)
  const [me, setMe] = useState(first)
  const [address, setAddress] = useState<ReviewAddress>(start)
  const [reviewer] = useState(createReviewer)
  const open = useMemo(() => openDesk(desk, me, setDesk, setMe), [desk, me])
  const review = useMemo(() => {
    const view = reviewDesk(open, desk.agencies, reviewer)
    return writable === undefined ? view : { ...view, writable }
  }, [open, desk.agencies, reviewer, writable])
  watch?.(desk, address)
  const [change] = useState(() => (next: ReviewAddress) => setAddress(before => ({ ...before, ...next })))
  return (
    <>
      <p className="rv-me">
        <label>
          Người thẩm định <input value={me} onChange={event => setMe(event.target.value)} />
        </label>
      </p>
      <DeskPart
        open={open}
        review={review}
        catalogue={catalogue}
        directory={{ agencies: desk.agencies, groups: [] }}
        documents={[]}
        address={address}
        change={change}
        isWide
        linkToDocument={(_, label) => label}
      />
    </>
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
