import type { Slide } from '../../../model/deck.ts'
import type { DeckSource } from '../../../state/deck/deckSource.ts'
import { foldText } from '../../../ui/foldText.ts'

/** What typing leads to. */
export type JumpTarget = {
  readonly id: string
  readonly kind: 'slide' | 'agency'
  /** Id of the slide or the agency. */
  readonly to: string
  readonly name: string
  /** Page of a slide, code of an agency. */
  readonly note: string
  /** Everything that can be typed for it, folded. */
  readonly texts: readonly string[]
}

const mostFound = 8
/** Left out of initials: "Sở Khoa học và Công nghệ" is SKHCN. */
const smallWords = new Set(['va', 'cac', 'cua', '-', '–'])

/** Slides of the deck in their order and every agency that has figures, in the alphabet of names. */
export function jumpTargets(slides: readonly Slide[], source: DeckSource): readonly JumpTarget[] {
  const submitted = new Set(source.submissions.map(submission => submission.agencyId))
  const collator = new Intl.Collator('vi')
  return [
    ...slides.map(
      (slide, at): JumpTarget => ({
        id: `s${at}`,
        kind: 'slide',
        to: slide.id,
        name: slide.name,
        note: String(at + 1),
        texts: [slide.name, slide.title].map(foldText),
      }),
    ),
    ...source.directory.agencies
      .filter(agency => submitted.has(agency.id))
      .toSorted((one, other) => collator.compare(one.name, other.name))
      .map(
        (agency, at): JumpTarget => ({
          id: `a${at}`,
          kind: 'agency',
          to: agency.id,
          name: agency.name,
          note: agency.code ?? '',
          texts: [
            agency.name,
            agency.shortName ?? '',
            agency.code ?? '',
            ...(agency.aliases ?? []),
            initials(agency.name),
          ]
            .map(foldText)
            .filter(text => text !== ''),
        }),
      ),
  ]
}

/**
 * What is meant by the letters typed so far, without accents: first what begins with them, then what has a word that
 * does, then what holds every typed word.
 */
export function findTargets(targets: readonly JumpTarget[], typed: string): readonly JumpTarget[] {
  const query = foldText(typed).trim()
  if (query === '') return targets.slice(0, mostFound)
  const parts = query.split(/\s+/)
  return targets
    .map(target => ({ target, rank: Math.min(...target.texts.map(text => rankOf(text, query, parts))) }))
    .filter(({ rank }) => rank < 3)
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, mostFound)
    .map(({ target }) => target)
}

function rankOf(text: string, query: string, parts: readonly string[]): number {
  if (text.startsWith(query)) return 0
  if (text.includes(` ${query}`)) return 1
  return parts.every(part => text.includes(part)) ? 2 : 3
}

function initials(name: string): string {
  return foldText(name)
    .split(/[\s,]+/)
    .filter(word => word !== '' && !smallWords.has(word))
    .map(word => word[0])
    .join('')
}
