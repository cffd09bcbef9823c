import type { SlideFact } from '../../../model/deck.ts'
import { pickName } from '../../../ui/language.tsx'
import type { Frame } from './frame.ts'
import { headlineWords } from './headlineWords.ts'

/** Published rank, or the one computed among the subject's kind; null where neither is known. */
export function rankFact(
  frame: Frame,
): { readonly fact: SlideFact; readonly inSentence: string | null; readonly how: string } | null {
  const { language, view, sheet, group } = frame
  const words = headlineWords[language]
  const published = view.submission.published?.rank
  // A provisional total has no rank, whatever was published for another state of the figures.
  if (published && sheet.total.missingLeaves === 0) {
    const [rank, of] = [frame.count(published.rank), frame.count(published.of)]
    const among = pickName(language, published.among, published.amongEn)
    const isInferred = published.provenance?.certainty === 'inferred'
    return {
      fact: {
        label: words.rank,
        value: rank,
        of,
        note: `${among}, ${words.rankPublished}`,
        ...(isInferred ? { mark: 'inferred' } : {}),
      },
      inSentence: words.inRank(rank, of, among),
      how: words.rankHowPublished,
    }
  }
  const row = group?.rows.find(each => each.agencyId === sheet.agencyId)
  if (!group || !row) return null
  const ranked = frame.count(group.rows.filter(each => each.place === 'ranked').length)
  const how = [
    words.rankHowComputed(ranked),
    ...(group.notSubmitted.length > 0 ? [words.silent(frame.count(group.notSubmitted.length))] : []),
  ].join(' ')
  if (row.rank === null)
    return {
      fact: {
        label: words.rank,
        value: '–',
        note: `${row.place === 'idle' ? words.idle : ''}, ${words.noRank}`.replace(/^, /, ''),
        ...(row.place === 'idle' ? { mark: 'notIncurred' } : {}),
      },
      inSentence: null,
      how,
    }
  const place = rankText(frame, row.rank)
  const among = view.agency ? words.among[view.agency.level] : ''
  const tied = row.tiedWith.length > 0 ? [words.tied] : []
  return {
    fact: {
      label: words.rank,
      value: place,
      of: ranked,
      note: [among, ...tied, words.rankComputed(ranked)].filter(Boolean).join(', '),
    },
    inSentence: row.rank.kind === 'settled' ? words.inRank(place, ranked, among) : null,
    how,
  }
}

/** "12", or "9–20" while figures are missing. */
export function rankText(
  frame: Pick<Frame, 'count'>,
  rank:
    | { readonly kind: 'settled'; readonly rank: number }
    | { readonly kind: 'open'; readonly from: number; readonly to: number },
): string {
  return rank.kind === 'settled'
    ? frame.count(rank.rank)
    : `${frame.count(rank.from)}–${frame.count(rank.to)}`
}
