import type { AgencyDirectory } from '../../../model/agency.ts'
import type { ReviewRound } from '../../../model/review.ts'
import type { Language } from '../../../ui/formatNumber.ts'
import { pickName } from '../../../ui/language.tsx'
import { countRows, type InboxRow } from './inboxRows.ts'
import { inboxWords } from './words.ts'

/** A line of the list: the head of a group, or an agency. */
export type InboxItem =
  | {
      readonly kind: 'group'
      readonly id: string
      readonly name: string
      readonly received: number
      readonly of: number
    }
  | { readonly kind: 'row'; readonly row: InboxRow }

/**
 * Rows under the heads of their groups, whom nobody expected last; where there is one group, its head would say
 * nothing.
 * @param all every row, for the counts in the heads
 */
export function inboxItems(
  round: ReviewRound,
  directory: Pick<AgencyDirectory, 'groups'>,
  rows: readonly InboxRow[],
  all: readonly InboxRow[],
  language: Language,
): readonly InboxItem[] {
  const inEnglish = new Map(directory.groups.map(group => [group.id, group.nameEn]))
  const groups = [
    ...round.groups.map(({ groupId, name }) => ({
      id: groupId,
      name: pickName(language, name, inEnglish.get(groupId)),
    })),
    { id: '', name: inboxWords[language].unexpectedGroup },
  ]
  const inGroups = groups
    .map(group => ({ ...group, rows: rows.filter(row => row.groupId === group.id) }))
    .filter(group => group.rows.length > 0)
  if (groups.length === 2 && inGroups.length === 1) return rows.map(row => ({ kind: 'row', row }))
  return inGroups.flatMap(({ id, name, rows: own }): readonly InboxItem[] => {
    const members = all.filter(row => row.groupId === id)
    const received = id === '' ? members.length : countRows(members).received
    return [
      { kind: 'group', id, name, received, of: members.length },
      ...own.map(row => ({ kind: 'row', row }) as const),
    ]
  })
}
