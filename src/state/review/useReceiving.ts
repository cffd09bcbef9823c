import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import type { AgencyDirectory } from '../../model/agency.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { OpenRound } from './openRound.ts'
import { type DroppedFiles, type ReceivingState, receivingOf } from './receivingSession.ts'

export type Receiving = {
  readonly state: ReceivingState
  readonly start: (dropped: DroppedFiles) => void
  readonly takeOver: (agencyIds: ReadonlySet<string>) => void
  readonly cancel: () => void
  readonly dismiss: () => void
}

/** Reads files into a round; goes on while another part of the round is looked at. */
export function useReceiving(
  open: OpenRound,
  from: { readonly catalogue: Catalogue; readonly directory: AgencyDirectory },
): Receiving {
  const client = useQueryClient()
  const session = receivingOf(open.round.id)
  const state = useSyncExternalStore(session.subscribe, session.state)
  useEffect(() => session.follow(open), [session, open])
  return {
    state,
    start: session.start,
    takeOver: agencyIds => session.takeOver(agencyIds, from, client),
    cancel: session.cancel,
    dismiss: session.dismiss,
  }
}
