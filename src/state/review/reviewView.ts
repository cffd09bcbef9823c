import type { Agency } from '../../model/agency.ts'
import type { Form } from '../../model/form.ts'
import type { Bilingual } from '../../model/provenance.ts'
import type { ReviewStage } from '../../model/review.ts'
import type { PeerRange, ReviewedAgency } from '../../model/roundState.ts'

/** A round scored. Screens draw it and compute nothing; what no line touched stays the very same object. */
export type ReviewView = {
  /** Stage that new decisions belong to: the first review until it is closed or past its deadline, then the second. */
  readonly stage: ReviewStage
  /** Whether decisions of that stage can be made now, and if not why. */
  readonly writable: 'yes' | 'closed' | 'afterDeadline'
  /** By agency id; only those with a submission that is read. Fills up while `scoring` is not done. */
  readonly agencies: ReadonlyMap<string, ReviewedAgency>
  readonly scoring: { readonly done: number; readonly of: number }
  readonly formOf: (agencyId: string) => Form
  readonly agencyOf: (agencyId: string) => Agency | null
  /** Agencies that cannot be scored, and why; empty or absent where all can. */
  readonly unscored?: ReadonlyMap<string, Bilingual> | undefined
  /** null: fewer than two agencies of the group have settled points there. */
  readonly peersAt: (groupId: string, nodeId: string) => PeerRange | null
}
