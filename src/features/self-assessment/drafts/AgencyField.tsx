import { useEffect, useId, useMemo, useState } from 'react'
import type { Agency, AgencyLevel } from '../../../model/agency.ts'
import { levelNames } from '../../../model/levelNames.ts'
import { foldText } from '../../../ui/foldText.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { useCombobox } from '../../../ui/useCombobox.ts'
import { draftsWords } from './words.ts'

/** Suggestions that fit on a screen without scrolling. */
const mostShown = 8

/** One agency, found by part of its name or its code, with or without accents. */
export function AgencyField({
  agencies,
  levels,
  first,
  value,
  choose,
  problem,
}: {
  agencies: readonly Agency[]
  /** Whom the rule set is for; empty: not known. */
  levels: readonly AgencyLevel[]
  /** Those the rule set is published for come before the others. */
  first: ReadonlySet<string>
  value: Agency | null
  choose: (agency: Agency | null) => void
  problem: string | null
}) {
  const words = useText(draftsWords)
  const language = useLanguage()
  const id = useId()
  const [typed, setTyped] = useState(value?.name ?? '')
  useEffect(() => setTyped(value?.name ?? ''), [value])
  const folded = useMemo(() => inOrder(agencies, first), [agencies, first])
  // A chosen name is no search: opening the list again offers every agency.
  const wanted = value !== null && typed === value.name ? '' : foldText(typed.trim())
  const matching = useMemo(() => folded.filter(each => each.text.includes(wanted)), [folded, wanted])
  const found = matching.slice(0, mostShown).map(({ agency }) => agency)
  const chosen = value?.name ?? ''
  const { isOpen, close, show, ...combobox } = useCombobox({
    found,
    pick: agency => {
      choose(agency)
      setTyped(agency.name)
    },
    isTyped: typed !== chosen,
    takeBack: () => setTyped(chosen),
  })
  const about = [problem === null ? '' : `${id}-problem`, `${id}-hint`].join(' ').trim()
  return (
    <div className="sa-agency">
      <label htmlFor={combobox.field.id}>{words.agency}</label>
      <div>
        <input
          {...combobox.field}
          aria-describedby={about}
          aria-invalid={problem !== null}
          value={typed}
          onChange={event => {
            setTyped(event.target.value)
            if (event.target.value === '') choose(null)
            show()
          }}
          onFocus={event => event.currentTarget.select()}
          onBlur={() => {
            close()
            setTyped(chosen)
          }}
        />
        <div
          role="listbox"
          {...combobox.list}
          aria-label={words.agencySuggestions}
          className="sa-agency-options"
        >
          {found.map(agency => (
            <div key={agency.id} {...combobox.option(agency)}>
              {agency.name}
              {agency.code !== null && <small>{agency.code}</small>}
            </div>
          ))}
          {matching.length > found.length && (
            <p aria-hidden="true">
              {words.agencyMore(
                formatNumber(String(found.length), language),
                formatNumber(String(matching.length), language),
              )}
            </p>
          )}
        </div>
        {isOpen && found.length === 0 && (
          <p className="sa-agency-options" role="status">
            {words.agencyNone}
          </p>
        )}
      </div>
      {problem !== null && (
        <small className="lost" id={`${id}-problem`}>
          {problem}
        </small>
      )}
      <small id={`${id}-hint`}>
        {levels.length > 0 && words.agencyLevels(levels.map(each => levelNames[each][language]))}{' '}
        {agencies.length === 0 ? words.agencyLoading : words.agencyHint}
      </small>
    </div>
  )
}

const collator = new Intl.Collator('vi')

/** Agencies by name, those of the rule set first, with the text they are found by. */
function inOrder(agencies: readonly Agency[], first: ReadonlySet<string>) {
  return agencies
    .map(agency => ({
      agency,
      isFirst: first.has(agency.id),
      text: foldText([agency.name, agency.shortName, agency.code, ...(agency.aliases ?? [])].join(' ')),
    }))
    .toSorted(
      (a, b) => Number(b.isFirst) - Number(a.isFirst) || collator.compare(a.agency.name, b.agency.name),
    )
}
