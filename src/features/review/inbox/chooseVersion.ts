import type { LedgerAct, VersionChoice } from '../../../model/review.ts'
import type { AgencyState, FileState } from '../../../model/roundState.ts'

/** Lines about which version of an agency is read. */
export function choosing(agency: AgencyState, write: (acts: readonly LedgerAct[]) => void) {
  const { agencyId, chosenBy } = agency
  const over =
    chosenBy.kind === 'conflict'
      ? chosenBy.entries.map(entry => entry.id)
      : chosenBy.kind === 'settled'
        ? [chosenBy.entry.id]
        : []
  const choose = (choice: VersionChoice, reason: string | null) =>
    write([{ kind: 'use', agencyId, choice, reason, over }])
  return {
    choose,
    /** This file as it is. */
    chooseOnly: ({ file, isOtherRules }: FileState) =>
      choose({ base: file.sha256, picks: [], ...(isOtherRules && { carried: true as const }) }, null),
  }
}
