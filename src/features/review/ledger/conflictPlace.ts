import type { ReviewConflict } from '../../../model/roundState.ts'

/** Heading of all conflicts. */
export const conflictsHeading = 'rvl-conflicts'

/** The same for the same lines. */
export function conflictKey({ entries }: Pick<ReviewConflict, 'entries'>): string {
  return entries.map(entry => entry.id).join(' ')
}

/** Id of the heading of a conflict on the screen. */
export function conflictHeading(conflict: Pick<ReviewConflict, 'entries'>): string {
  return `${conflictsHeading} ${conflictKey(conflict)}`
}

/** Goes to a conflict, or to where conflicts stand if it is not there any more. */
export function goToConflict(conflict: Pick<ReviewConflict, 'entries'>): void {
  const heading =
    document.getElementById(conflictHeading(conflict)) ?? document.getElementById(conflictsHeading)
  heading?.scrollIntoView({ block: 'center' })
  heading?.focus({ preventScroll: true })
}
