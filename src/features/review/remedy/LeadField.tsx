import { useId, useMemo } from 'react'
import type { AgencyDirectory } from '../../../model/agency.ts'
import { foldText } from '../../../ui/foldText.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useText } from '../../../ui/language.tsx'
import { useCombobox } from '../../../ui/useCombobox.ts'
import { remedyWords } from './words.ts'

/** Suggestions that fit beside the dialog. */
const mostShown = 7

/** Agencies of the directory, several where they share the lead, or a name that is not in it. */
export function LeadField({
  directory,
  leadIds,
  setLeadIds,
  text,
  setText,
}: {
  directory: AgencyDirectory
  leadIds: readonly string[]
  setLeadIds: (ids: readonly string[]) => void
  text: string
  setText: (text: string) => void
}) {
  const words = useText(remedyWords)
  const id = useId()
  const folded = useMemo(
    () =>
      directory.agencies.map(agency => ({
        agency,
        text: foldText(
          [agency.name, agency.shortName ?? '', agency.code ?? '', ...(agency.aliases ?? [])].join(' '),
        ),
      })),
    [directory],
  )
  const wanted = foldText(text.trim())
  const found =
    wanted === ''
      ? []
      : folded
          .filter(each => each.text.includes(wanted) && !leadIds.includes(each.agency.id))
          .slice(0, mostShown)
          .map(each => each.agency)
  const {
    isOpen: _,
    close,
    show,
    ...combobox
  } = useCombobox({
    found,
    pick: agency => {
      setLeadIds([...leadIds, agency.id])
      setText('')
    },
    isTyped: text !== '',
    takeBack: () => setText(''),
  })
  const nameOf = (agencyId: string) => leadName(directory, agencyId)
  return (
    <div className="rvm-lead">
      <label htmlFor={combobox.field.id}>{words.lead}</label>
      {leadIds.length > 0 && (
        <ul>
          {leadIds.map(each => (
            <li key={each}>
              {nameOf(each)}
              <button
                type="button"
                aria-label={words.removeLead(nameOf(each))}
                onClick={() => setLeadIds(leadIds.filter(other => other !== each))}
              >
                <Icon name="close" size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="rvm-combo">
        <input
          {...combobox.field}
          value={text}
          maxLength={200}
          aria-describedby={`${id}-hint`}
          onChange={event => {
            setText(event.target.value)
            show()
          }}
          onBlur={close}
        />
        <div role="listbox" {...combobox.list} aria-label={words.leadSuggestions} className="rvm-options">
          {found.map(agency => (
            <div key={agency.id} {...combobox.option(agency)}>
              {agency.name}
            </div>
          ))}
        </div>
      </div>
      <small id={`${id}-hint`}>{words.leadHint}</small>
    </div>
  )
}

/** Name of an agency or of a group that a plan addresses together. */
export function leadName({ agencies, groups }: AgencyDirectory, id: string): string {
  return [...agencies, ...groups].find(each => each.id === id)?.name ?? id
}
