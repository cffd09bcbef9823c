import { claimText } from '../../../io/figures/claimText.ts'
import type { Agreement, PublishedCheck } from '../../../model/consolidation.ts'
import type { LedgerAct } from '../../../model/review.ts'
import type { EntryOf, Standing } from '../../../model/roundState.ts'
import type { RuleSet } from '../../../model/ruleSet.ts'
import { entryWords } from './entryWords.ts'
import { type EntryReading, readEntry } from './readEntry.ts'
import type { SummaryNames } from './summaryNames.ts'
import { headsOf } from './surveyLeaf.ts'
import { summaryWords } from './words.ts'

export const publishedColumns = ['total', 'rank', 'band'] as const
export type PublishedColumn = (typeof publishedColumns)[number]
export type PublishedStanding = Standing<EntryOf<'publish'>>
type PublishAct = Extract<LedgerAct, { readonly kind: 'publish' }>

/** What is recorded of an agency in a column, as somebody would type it. */
export function publishedText(standing: PublishedStanding, column: string): string {
  return standing.kind === 'settled' ? actText(standing.entry.act, column) : ''
}

export function actText({ total, rank, band }: PublishAct, column: string): string {
  if (column === 'total') return total === null ? '' : claimText(total)
  if (column === 'rank') return rank === null ? '' : String(rank.rank)
  return band ?? ''
}

/** The readings of one row, and the line they make; null where a field is wrong. */
export function readPublishedRow(
  textOf: (column: PublishedColumn) => string,
  line: {
    readonly agencyId: string
    readonly standing: PublishedStanding
    readonly of: number
    readonly source: string
    readonly ruleSet: RuleSet
    readonly names: SummaryNames
  },
): { readonly readings: Readonly<Record<PublishedColumn, EntryReading>>; readonly act: PublishAct | null } {
  const { agencyId, standing, of, source, names, ruleSet } = line
  const words = entryWords[names.language]
  const points = { valueType: 'number', unit: 'điểm' } as const
  const total = readEntry(textOf('total'), points, null, names)
  const rankRead = readEntry(textOf('rank'), { valueType: 'count', unit: '' }, null, names)
  const rank: EntryReading =
    rankRead.kind === 'value' && (Number(rankRead.value) < 1 || Number(rankRead.value) > of)
      ? { kind: 'wrong', message: words.rankBounds(names.count(of)) }
      : rankRead
  const bandText = textOf('band').normalize('NFC').trim()
  const band: EntryReading =
    bandText === ''
      ? { kind: 'empty' }
      : bandText.length > 60
        ? { kind: 'wrong', message: words.longBand }
        : { kind: 'value', value: bandOf(bandText, ruleSet) }
  const readings = { total, rank, band }
  if (Object.values(readings).some(each => each.kind === 'wrong')) return { readings, act: null }
  const saidBy = (reading: EntryReading) => (reading.kind === 'value' ? reading.value : null)
  const placed = saidBy(rank)
  return {
    readings,
    act: {
      kind: 'publish',
      agencyId,
      total: saidBy(total),
      points: standing.kind === 'settled' ? standing.entry.act.points : [],
      rank: placed === null ? null : { rank: Number(placed), of },
      band: saidBy(band),
      source,
      over: headsOf(standing),
    },
  }
}

/** The name the rule set writes, where the text is one of its grades in other letters. */
function bandOf(text: string, { bands }: RuleSet): string {
  const plain = (word: string) => word.normalize('NFC').toLocaleLowerCase('vi')
  return (
    bands.find(({ name, aliases = [] }) => [name, ...aliases].some(word => plain(word) === plain(text)))
      ?.name ?? text
  )
}

/** A published result beside ours, as its row says it. */
export type ComparedRow = {
  readonly agencyId: string
  readonly name: string
  readonly total: string
  readonly computedTotal: string
  readonly difference: string
  readonly rank: string
  readonly computedRank: string
  readonly band: string
  readonly computedBand: string
  readonly verdict: string
  readonly worst: Agreement | null
  readonly source: string
}

const order: readonly Agreement[] = ['differs', 'open', 'unscored', 'rounded', 'same']

/** Everything published about the agencies of a group, those that differ first. */
export function comparedRows(checks: readonly PublishedCheck[], names: SummaryNames): readonly ComparedRow[] {
  const words = entryWords[names.language]
  const summary = summaryWords[names.language]
  const rows = checks.map(({ agencyId, total, rank, band, source }): ComparedRow => {
    const parts = { total, rank, band }
    const found = publishedColumns.flatMap(key => {
      const agreement = parts[key]?.agreement
      return agreement === undefined ? [] : [{ key, agreement }]
    })
    const worst = order.find(each => found.some(part => part.agreement === each)) ?? null
    const differing = found.filter(each => each.agreement === 'differs').map(each => words.parts[each.key])
    return {
      agencyId,
      name: names.agency(agencyId),
      total: total ? names.number(total.published) : words.noRow,
      computedTotal: total?.computed
        ? total.computed.from === total.computed.to
          ? names.points(total.computed.to)
          : `${names.points(total.computed.from)}–${names.points(total.computed.to)}`
        : words.noRow,
      difference: total?.difference == null ? words.noRow : names.difference(total.difference),
      rank: rank ? `${names.count(rank.published)}/${names.count(rank.of)}` : words.noRow,
      computedRank: rank?.computed
        ? rank.computed.kind === 'settled'
          ? `${names.count(rank.computed.rank)}/${names.count(rank.computedOf)}`
          : summary.rankOpen(names.count(rank.computed.from), names.count(rank.computed.to))
        : words.noRow,
      band: band?.published ?? words.noRow,
      computedBand:
        band && band.computedIds.length > 0
          ? band.computedIds.toReversed().map(names.band).join(summary.bandOr)
          : words.noRow,
      verdict:
        worst === null
          ? words.noRow
          : worst === 'differs'
            ? `${words.agreement.differs} ${differing.join(', ')}`
            : words.agreement[worst],
      worst,
      source,
    }
  })
  return rows.toSorted(
    (a, b) => (a.worst ? order.indexOf(a.worst) : 9) - (b.worst ? order.indexOf(b.worst) : 9),
  )
}
