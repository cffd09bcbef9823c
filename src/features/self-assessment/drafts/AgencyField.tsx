import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { Agency } from '../../../model/agency.ts'
import { foldText } from '../../../ui/foldText.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { draftsWords } from './words.ts'

/** Suggestions that fit on a screen without scrolling. */
const mostShown = 8

/** One agency, found by part of its name or its code, with or without accents. */
export function AgencyField({
  agencies,
  first,
  value,
  choose,
  problem,
}: {
  agencies: readonly Agency[]
  /** Those the rule set is published for come before the others. */
  first: ReadonlySet<string>
  value: Agency | null
  choose: (agency: Agency | null) => void
  problem: string | null
}) {
  const words = useText(draftsWords)
  const language = useLanguage()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(value?.name ?? '')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  useEffect(() => setTyped(value?.name ?? ''), [value])
  const folded = useMemo(() => inOrder(agencies, first), [agencies, first])
  // A chosen name is no search: opening the list again offers every agency.
  const wanted = value !== null && typed === value.name ? '' : foldText(typed.trim())
  const matching = useMemo(() => folded.filter(each => each.text.includes(wanted)), [folded, wanted])
  const found = matching.slice(0, mostShown).map(({ agency }) => agency)
  const current = found[Math.min(active, found.length - 1)]
  const isListed = isOpen && found.length > 0
  const pick = (agency: Agency) => {
    choose(agency)
    setTyped(agency.name)
    setActive(0)
    setOpen(false)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive(isOpen && found.length > 0 ? (active + step + found.length) % found.length : 0)
      setOpen(true)
    } else if (event.key === 'Enter' && isOpen && current) {
      event.preventDefault()
      pick(current)
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation()
      setOpen(false)
      setTyped(value?.name ?? '')
    }
  }
  const about = [problem === null ? '' : `${id}-problem`, `${id}-hint`].join(' ').trim()
  return (
    <div className="sa-agency">
      <label htmlFor={`${id}-field`}>{words.agency}</label>
      <div>
        <input
          ref={field}
          id={`${id}-field`}
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-autocomplete="list"
          aria-expanded={isListed}
          aria-controls={`${id}-list`}
          aria-describedby={about}
          aria-invalid={problem !== null}
          aria-activedescendant={isListed && current ? `${id}-${current.id}` : undefined}
          value={typed}
          onChange={event => {
            setTyped(event.target.value)
            if (event.target.value === '') choose(null)
            setActive(0)
            setOpen(true)
          }}
          onClick={() => setOpen(true)}
          onFocus={event => event.currentTarget.select()}
          onKeyDown={press}
          onBlur={() => {
            setOpen(false)
            setTyped(value?.name ?? '')
          }}
        />
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={words.agencySuggestions}
          className="sa-agency-options"
          hidden={!isListed}
        >
          {found.map(agency => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field holds the focus and its keys choose
            <div
              key={agency.id}
              id={`${id}-${agency.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={agency === current}
              // Keeps the focus in the field, which closes the list when it leaves.
              onMouseDown={event => event.preventDefault()}
              onMouseMove={() => setActive(found.indexOf(agency))}
              onClick={() => pick(agency)}
            >
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
      <small id={`${id}-hint`}>{agencies.length === 0 ? words.agencyLoading : words.agencyHint}</small>
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
