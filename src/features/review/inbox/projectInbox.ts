import { column, figureCell, headingRow, textCell } from '../../../exports/displayedCells.ts'
import type { DisplayedRow, DisplayedTable } from '../../../model/displayedTable.ts'
import type { ReviewRound } from '../../../model/review.ts'
import { formatNumber, type Language } from '../../../ui/formatNumber.ts'
import type { InboxItem } from './inboxItems.ts'
import { type InboxFilter, type InboxRow, isReadable } from './inboxRows.ts'
import { receivedTexts, rulesText, troublesSaid, versionsText, wholeText } from './inboxTexts.ts'
import { type InboxWords, inboxWords } from './words.ts'

const aligned = { figures: 'right', review: 'right' } as const
const widths = {
  agency: 46,
  trouble: 30,
  received: 18,
  note: 22,
  figures: 12,
  checks: 26,
  rules: 24,
  whole: 22,
  versions: 26,
  review: 12,
} as const

/** What came in, an agency a row, under the heads of the groups. */
export function projectInbox(
  {
    round,
    items,
    filter,
    q,
    title,
    shown,
    all,
  }: {
    readonly round: ReviewRound
    readonly items: readonly InboxItem[]
    readonly filter: InboxFilter | null
    readonly q: string
    readonly title: string
    /** Agencies shown, and all there are. */
    readonly shown: number
    readonly all: number
  },
  language: Language,
): DisplayedTable {
  const words = inboxWords[language]
  const heads = { ...words.column, trouble: words.filter.look, note: words.receivedNote }
  const keys = Object.keys(widths) as readonly (keyof typeof widths)[]
  const count = (value: number) => formatNumber(String(value), language)
  return {
    id: 'inbox',
    name: words.list,
    title,
    columns: keys.map(key =>
      column(key, heads[key], widths[key], key === 'figures' || key === 'review' ? aligned[key] : 'left'),
    ),
    rows: items.map(item =>
      item.kind === 'group'
        ? headingRow(` ${item.id}`, `${item.name} ${count(item.received)}/${count(item.of)}`)
        : rowOf(item.row, round, words, language),
    ),
    notes: [...(round.provenance.certainty === 'illustrative' ? [words.illustrative] : []), words.said],
    narrowed: [
      ...(filter === null ? [] : [words.filter[filter]]),
      ...(q.trim() === '' ? [] : [`${words.search}: “${q.trim()}”`]),
      words.searchHint(shown, all),
    ],
    empty: words.noneShown,
  }
}

function rowOf(row: InboxRow, round: ReviewRound, words: InboxWords, language: Language): DisplayedRow {
  const { file, figures, checks, progress, state } = row
  const used = file && isReadable(file) ? file : null
  const received = file && receivedTexts(file, words)
  const share = (part: number, whole: number) =>
    figureCell(`${formatNumber(String(part), language)}/${formatNumber(String(whole), language)}`, language)
  const findings = checks
    ? checks.blocks + checks.doubts === 0
      ? [words.noFindings]
      : [
          ...(checks.blocks > 0 ? [words.blocks(checks.blocks)] : []),
          ...(checks.doubts > 0 ? [words.doubts(checks.doubts)] : []),
        ]
    : []
  return {
    id: row.agencyId,
    kind: 'row',
    depth: 1,
    cells: [
      textCell(row.name),
      textCell(
        troublesSaid(row)
          .map(trouble => words.trouble[trouble])
          .join('; '),
      ),
      textCell(received ? received.when : words.notReceived),
      textCell(received?.note),
      used && figures
        ? share(figures.given, figures.of)
        : textCell(used && state.state === 'chosen' && words.scoring),
      textCell(used && findings.join(' ')),
      textCell(used && rulesText(row, used, round, words)?.text),
      textCell(used && wholeText(used, words)?.text),
      textCell(state.files.length > 0 && versionsText(row, words).text),
      progress ? share(progress.done, progress.of) : textCell(),
    ],
  }
}
