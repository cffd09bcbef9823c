import type { Band } from '../../model/ruleSet.ts'
import type { Grade } from '../../model/standings.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Pips } from '../../ui/Pips.tsx'
import { agenciesWords } from './words.ts'

/** Pips and word of a grade after quotas; says when a quota or a flag changed it. */
export function BandCell({ grade, bands }: { grade: Grade; bands: readonly Band[] }) {
  const words = useText(agenciesWords)
  const language = useLanguage()
  const places = grade.bandIds.map(id => bands.findIndex(band => band.id === id))
  const nameOf = (id: string) => {
    const band = bands.find(each => each.id === id)
    return band ? pickName(language, band.name, band.nameEn) : id
  }
  const why = reasonOf(grade, nameOf, words)
  // Highest first, as one says "Tốt hoặc Khá".
  const name = grade.bandIds.toReversed().map(nameOf).join(words.bandOr)
  return (
    <span className="band" title={why ?? undefined}>
      <Pips
        className="band-pips"
        count={bands.length}
        sure={Math.min(...places) + 1}
        possible={Math.max(...places) + 1}
      />
      <span className="band-name">
        {why !== null && <Mark kind="warning" />}
        {name}
        {why !== null && <span className="visually-hidden"> ({why})</span>}
      </span>
    </span>
  )
}

function reasonOf(
  { override, verdicts, beforeQuotas }: Grade,
  nameOf: (id: string) => string,
  words: (typeof agenciesWords)['vi'],
): string | null {
  if (override) return words.forced
  if (verdicts.some(verdict => verdict.outcome === 'falls'))
    return words.fellByQuota(beforeQuotas.map(nameOf).join(words.bandOr))
  return verdicts.some(verdict => verdict.outcome === 'open') ? words.maybeByQuota : null
}
