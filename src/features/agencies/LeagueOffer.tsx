import { useOffer } from '../../state/exports/offers.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { projectLeague, type ShownLeague } from './projectLeague.ts'
import { agenciesWords } from './words.ts'

/** Offers the ranking; stands before the parts beside it, so that it is offered before their tables. */
export function LeagueOffer({ shown }: { shown: () => ShownLeague }) {
  const words = useText(agenciesWords)
  const language = useLanguage()
  useOffer({
    kind: 'table',
    id: 'league',
    name: words.league,
    make: () => projectLeague(shown(), language),
  })
  return null
}
