import type { ReviewRound } from '../../../model/review.ts'
import { periodName } from '../../../receipt/periodName.ts'
import type { Language } from '../../../ui/formatNumber.ts'
import { instantText } from '../../../ui/instants.ts'
import { type InboxRow, isReadable } from './inboxRows.ts'
import type { inboxWords } from './words.ts'

/**
 * Whom to remind of what, as plain text for a letter: a paragraph a reason, agencies as a numbered list.
 * @param deadline of handing in; null: none
 * @param now ISO instant
 * @returns "" where nobody has to be reminded
 */
export function reminderText(
  rows: readonly InboxRow[],
  { round, deadline, now }: { round: ReviewRound; deadline: string | null; now: string },
  words: (typeof inboxWords)['vi']['reminder'],
  language: Language,
): string {
  const expected = rows.filter(row => row.groupId !== '')
  const has = (row: InboxRow, trouble: InboxRow['troubles'][number]) => row.troubles.includes(trouble)
  const parts = [
    {
      title: words.notReceived,
      rows: expected.filter(row => row.standing === 'notReceived'),
      note: () => null,
    },
    {
      title: words.refused,
      rows: expected.filter(row => has(row, 'refused') || has(row, 'setAside')),
      note: () => null,
    },
    {
      title: words.otherRules,
      rows: expected.filter(row => has(row, 'otherRules')),
      note: ({ file }: InboxRow) =>
        file?.file.outcome === 'read'
          ? words.usedVersion(file.file.ruleSet.version, round.ruleSet.version)
          : null,
    },
    {
      title: words.unclear,
      rows: expected.filter(row => has(row, 'unclear')),
      note: () => null,
    },
    {
      title: words.late,
      rows: expected.filter(row => row.isLate),
      note: ({ file }: InboxRow) =>
        file && isReadable(file) ? words.lateAt(instantText(file.receivedAt)) : null,
    },
  ].filter(part => part.rows.length > 0)
  if (parts.length === 0) return ''
  const names = new Map(round.groups.map(group => [group.groupId, group.name]))
  const list = (part: (typeof parts)[number]) => {
    let place = 0
    return round.groups.flatMap(({ groupId }) => {
      const own = part.rows.filter(row => row.groupId === groupId)
      if (own.length === 0) return []
      return [
        ...(round.groups.length > 1 ? [`  ${names.get(groupId)}`] : []),
        ...own.map(row => {
          place += 1
          const note = part.note(row)
          return `  ${place}. ${row.name}${note === null ? '' : ` (${note})`}`
        }),
      ]
    })
  }
  const period = periodName(round.period, language)
  return [
    words.head(round.name ?? round.ruleSet.id, period),
    [
      ...(deadline === null ? [] : [words.deadline(instantText(deadline))]),
      words.asOf(instantText(now)),
    ].join(' '),
    ...parts.flatMap(part => ['', part.title(part.rows.length), ...list(part)]),
  ].join('\n')
}
