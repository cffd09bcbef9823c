import { radarAreas } from '../../charts/radarSeries.ts'
import type { LossView } from '../../model/scoreSheet.ts'
import type { ScoredView } from '../../state/useScoredView.ts'
import type { LossMode } from './LossSwitch.tsx'

/** What of this screen lives in the address. */
export type OverviewState = {
  /** Open receipt: a node id, `none` when the reader closed it, absent for the opening one. */
  readonly criterion?: string | undefined
  /** Which charts show their table twin. */
  readonly table?: 'losses' | 'targets' | 'both' | undefined
  /** Every loss instead of the largest ones. */
  readonly rows?: 'all' | undefined
  /** Both readings of figures that do not add up. */
  readonly readings?: 'open' | undefined
  /** How losses are told: `none` by criterion, `all` by area, `shares` as a radar, or the criteria of one area. */
  readonly area?: string | undefined
  /** `missing` lists the figures that are not there. */
  readonly filter?: string | undefined
}

/** A set of more criteria than this opens by area: a ladder of its small losses says little. */
const mostLeaves = 30

export function tablesOf({ table }: OverviewState): { readonly losses: boolean; readonly targets: boolean } {
  return {
    losses: table === 'losses' || table === 'both',
    targets: table === 'targets' || table === 'both',
  }
}

/**
 * Which ladder an address asks for, and which ways the set can be told in. What it does not have falls back to
 * every criterion.
 * @returns `losses` absent for every criterion of the sheet
 */
export function lossesShown(
  { sheet, parts }: Pick<ScoredView, 'sheet' | 'parts'>,
  asked: string | undefined,
): { readonly mode: LossMode; readonly losses: LossView | undefined; readonly modes: readonly LossMode[] } {
  const areas = parts?.areas ?? null
  if (!areas) return { mode: 'items', losses: undefined, modes: ['items'] }
  const count = parts?.shares?.areas.length ?? 0
  const hasShares = count >= radarAreas.least && count <= radarAreas.most
  const modes: readonly LossMode[] = ['items', 'areas', ...(hasShares ? (['shares'] as const) : [])]
  const leaves = sheet.nodes.filter(node => node.isLeaf).length
  const area = asked ?? (leaves > mostLeaves ? 'all' : 'none')
  if (area === 'shares' && hasShares) return { mode: 'shares', losses: undefined, modes }
  if (area === 'all') return { mode: 'areas', losses: areas.whole, modes }
  const within = areas.each.find(each => each.nodeId === area)
  return within ? { mode: 'areas', losses: within, modes } : { mode: 'items', losses: undefined, modes }
}
