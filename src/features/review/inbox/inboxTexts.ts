import type { ReviewRound } from '../../../model/review.ts'
import type { FileState } from '../../../model/roundState.ts'
import { instantText, localTime } from '../../../ui/instants.ts'
import { type InboxRow, isReadable, type Trouble } from './inboxRows.ts'
import type { InboxWords } from './words.ts'

/** What a cell of the row says already. */
const shownElsewhere: readonly Trouble[] = ['unclear', 'versions', 'conflict', 'otherRules', 'differs']

/** Troubles that are said under the name of the agency. */
export function troublesSaid({ troubles }: InboxRow): readonly Trouble[] {
  return troubles.filter(trouble => !shownElsewhere.includes(trouble))
}

/** When a file came, and what is to be known of that. */
export function receivedTexts(file: FileState, words: InboxWords) {
  const { timeliness, correctedAt, receivedAt } = file
  const isFromPage = file.file.outcome === 'read' && file.file.origin === 'page'
  const word = words.timeliness[timeliness]
  return {
    when: isFromPage && correctedAt ? dayOf(receivedAt) : instantText(receivedAt),
    note: [
      ...(word === '' ? [] : [word]),
      ...(isFromPage ? [words.fromPage] : correctedAt ? [words.corrected] : []),
      ...(isReadable(file) || file.file.outcome === 'read' ? [] : [words.notUsable]),
    ].join(', '),
  }
}

/** Only the day is published. */
function dayOf(instant: string): string {
  const local = localTime(instant)
  return local ? local.day.split('-').toReversed().join('/') : instant
}

/** By which rules a file was made; `isBad` where they are not those of the round. */
export function rulesText({ state }: InboxRow, file: FileState, round: ReviewRound, words: InboxWords) {
  if (file.file.outcome !== 'read') return null
  const { version } = file.file.ruleSet
  if (!file.isOtherRules) return { text: words.version(version), kind: 'quiet' as const }
  if (state.choice?.carried) return { text: words.carried(version), kind: 'plain' as const }
  const isSame = version === round.ruleSet.version
  return { text: isSame ? words.otherContent(version) : words.otherVersion(version), kind: 'bad' as const }
}

/** Whether a file comes to the points it says. */
export function wholeText({ file }: FileState, words: InboxWords) {
  if (file.outcome !== 'read') return null
  if (file.origin === 'page') return { text: words.unchecked, kind: 'quiet' as const }
  return file.rescored === 'identical'
    ? { text: words.identical, kind: 'same' as const }
    : { text: words[file.rescored], kind: 'bad' as const }
}

/** How many versions came, and which of them counts. */
export function versionsText({ state, usable }: InboxRow, words: InboxWords) {
  const count = state.files.length
  if (state.chosenBy.kind === 'conflict') return { text: words.conflict, waits: true }
  if (state.state === 'undecided') return { text: words.undecided(usable), waits: true }
  if (state.choice && state.choice.picks.length > 0) return { text: words.merged(count), waits: false }
  if (state.chosenBy.kind === 'settled' && count > 1) return { text: words.chosen(count), waits: false }
  return { text: words.versionCount(count), waits: false }
}
