import type { Band } from '../../model/ruleSet.ts'
import type { Grade } from '../../model/standings.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Pips } from '../../ui/Pips.tsx'
import { bandText } from './leagueTexts.ts'

/** Pips and word of a grade after quotas; says when a quota or a flag changed it. */
export function BandCell({ grade, bands }: { grade: Grade; bands: readonly Band[] }) {
  const places = grade.bandIds.map(id => bands.findIndex(band => band.id === id))
  const { name, why } = bandText(grade, bands, useLanguage())
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
