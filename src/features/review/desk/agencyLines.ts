import type { OpenRound } from '../../../state/review/openRound.ts'
import type { ReviewView } from '../../../state/review/reviewView.ts'
import { foldText } from '../../../ui/foldText.ts'

/** One agency of the round in the picker. */
export type AgencyLine = {
  readonly id: string
  readonly name: string
  readonly folded: string
  /** null: nothing that can be reviewed came. */
  readonly progress: {
    readonly of: number
    readonly done: number
    readonly asked: number
    readonly conflicts: number
  } | null
  /** Somebody has to look at something. */
  readonly isOpen: boolean
}

/** Agencies of one group, or of all, in the order of the round. */
export function agencyLines(
  { state, round }: Pick<OpenRound, 'state' | 'round'>,
  review: Pick<ReviewView, 'agencies' | 'agencyOf'>,
  groupId: string | undefined,
): readonly AgencyLine[] {
  const group = round.groups.find(each => each.groupId === groupId)
  const ids = group ? group.agencyIds : [...state.agencies.keys()]
  return ids.map(id => {
    const name = review.agencyOf(id)?.name ?? id
    const progress = review.agencies.get(id)?.progress ?? null
    return {
      id,
      name,
      folded: foldText(name),
      progress,
      isOpen: progress !== null && (progress.done + progress.asked < progress.of || progress.conflicts > 0),
    }
  })
}

/** Those with something left first, then those that wait or are done, then those nothing came from. */
export function suggestedAgencies(lines: readonly AgencyLine[], query: string): readonly AgencyLine[] {
  const wanted = foldText(query.trim())
  const found = wanted === '' ? lines : lines.filter(each => each.folded.includes(wanted))
  const rank = (line: AgencyLine) => (line.isOpen ? 0 : line.progress === null ? 2 : 1)
  return found.toSorted((a, b) => rank(a) - rank(b))
}

/** The agency after or before one, around the ends; only those with something to review. */
export function agencyBeside(
  lines: readonly AgencyLine[],
  id: string | null,
  step: 1 | -1,
  onlyOpen = false,
): AgencyLine | null {
  const place = lines.findIndex(line => line.id === id)
  for (let walked = 1; walked <= lines.length; walked++) {
    const index =
      ((((place === -1 && step === -1 ? 0 : place) + step * walked) % lines.length) + lines.length) %
      lines.length
    const line = lines[index]
    if (line && line.id !== id && line.progress !== null && (!onlyOpen || line.isOpen)) return line
  }
  return null
}
