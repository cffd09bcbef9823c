import type { RefObject } from 'react'
import { CompareLetter } from '../../../charts/CompareMarks.tsx'
import type { CohortGroup, CohortRow } from '../../../model/cohort.ts'
import type { RuleSet } from '../../../model/ruleSet.ts'
import { formatInterval, pointsFormat } from '../../../receipt/pointsFormat.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { mostCompared } from '../agenciesState.ts'
import { AgencyCombobox } from './AgencyCombobox.tsx'
import { compareWords } from './words.ts'

const collator = new Intl.Collator('vi')

/** The agencies compared with their letters and scores; one more can be added, each can be taken out. */
export function ChosenAgencies({
  chosen,
  group,
  ruleSet,
  nameOf,
  fullNameOf,
  hrefOf,
  choose,
  field,
}: {
  chosen: readonly string[]
  group: CohortGroup
  ruleSet: RuleSet
  nameOf: (agencyId: string) => string
  fullNameOf: (agencyId: string) => string
  hrefOf: (agencyId: string) => string
  choose: (agencyIds: readonly string[], by: 'field' | 'button') => void
  field: RefObject<HTMLInputElement | null>
}) {
  const words = useText(compareWords)
  const language = useLanguage()
  const format = pointsFormat(ruleSet, language)
  const others = group.rows
    .filter(row => !chosen.includes(row.agencyId))
    .map(({ agencyId: id }) => ({ id, name: nameOf(id), alsoKnownAs: fullNameOf(id) }))
    .toSorted((a, b) => collator.compare(a.name, b.name))
  return (
    <div className="compare-chosen">
      {chosen.length > 0 && (
        <ul aria-label={words.chosen}>
          {chosen.map((id, index) => (
            <li key={id}>
              <CompareLetter index={index} />
              <a href={hrefOf(id)} title={fullNameOf(id)}>
                {nameOf(id)}
              </a>
              <span className="figures-of">
                <Total row={group.rows.find(row => row.agencyId === id)} format={format} />
              </span>
              <button
                type="button"
                className="icon-button"
                data-picture="skip"
                aria-label={words.remove(nameOf(id))}
                title={words.remove(nameOf(id))}
                onClick={() =>
                  choose(
                    chosen.filter(each => each !== id),
                    'button',
                  )
                }
              >
                <Icon name="close" size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {chosen.length >= mostCompared ? (
        <p className="compare-note" role="status" data-picture="skip">
          {words.full(formatNumber(String(mostCompared), language))}
        </p>
      ) : (
        others.length > 0 && (
          <AgencyCombobox choices={others} pick={id => choose([...chosen, id], 'field')} field={field} />
        )
      )}
    </div>
  )
}

/** Points over maximum; an interval while figures are missing. */
function Total({ row, format }: { row: CohortRow | undefined; format: (points: string) => string }) {
  const words = useText(compareWords)
  const language = useLanguage()
  if (!row) return null
  const { points, maxPoints } = row.total
  return (
    <>
      {row.place === 'idle' && (
        <span className="idle" title={words.idle}>
          <Mark kind="notApplicable" />
          <span className="visually-hidden">{words.idle} </span>
        </span>
      )}
      {points.kind === 'known' ? (
        <>
          <b>{formatInterval(points, format)}</b>/{formatNumber(maxPoints, language)}
        </>
      ) : (
        words.state.unknown
      )}
    </>
  )
}
