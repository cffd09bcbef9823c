import { useState } from 'react'
import type { ReviewStage } from '../../../model/review.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { Key } from '../../../ui/Key.tsx'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { useCombobox } from '../../../ui/useCombobox.ts'
import { type AgencyLine, agencyBeside, suggestedAgencies } from './agencyLines.ts'
import { deskWords } from './words.ts'

/** Which agency is reviewed: typed, chosen from those with something left, or the one beside it. */
export function AgencyPicker({
  lines,
  current,
  stage,
  isIllustrative,
  choose,
  showsKeys,
}: {
  lines: readonly AgencyLine[]
  current: AgencyLine | null
  stage: ReviewStage
  isIllustrative: boolean
  choose: (id: string) => void
  showsKeys: boolean
}) {
  const words = useText(deskWords)
  /** null: nobody is typing, the name of the agency stands in the field. */
  const [typed, setTyped] = useState<string | null>(null)
  const found = suggestedAgencies(lines, typed ?? '')
  const combobox = useCombobox({
    found,
    pick: line => {
      setTyped(null)
      choose(line.id)
    },
    isTyped: typed !== null,
    takeBack: () => setTyped(null),
  })
  const before = agencyBeside(lines, current?.id ?? null, -1)
  const after = agencyBeside(lines, current?.id ?? null, 1)
  const finished = lines.filter(({ progress, isOpen }) => progress !== null && !isOpen).length
  return (
    <div className="rvd-picker">
      <Step label={words.before} shortcut="[" target={before} choose={choose} showsKeys={showsKeys} />
      <div className="rvd-agency">
        <label htmlFor={combobox.field.id}>{words.agency}</label>
        <input
          {...combobox.field}
          value={typed ?? current?.name ?? ''}
          title={current?.name}
          aria-describedby="rvd-agency-hint"
          onFocus={event => event.target.select()}
          onBlur={() => {
            combobox.field.onBlur()
            setTyped(null)
          }}
          onChange={event => {
            setTyped(event.target.value)
            combobox.show()
          }}
        />
        <Icon name="chevron" size={14} />
        <span className="visually-hidden" id="rvd-agency-hint">
          {words.agencyHint}
        </span>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a list of options, led from the field above */}
        <ul {...combobox.list} role="listbox" aria-label={words.agency} className="rvd-options">
          {found.map(line => (
            <li key={line.id} {...combobox.option(line)}>
              <span>{line.name}</span>
              <Progress line={line} />
            </li>
          ))}
        </ul>
      </div>
      <Step label={words.after} shortcut="]" target={after} choose={choose} showsKeys={showsKeys} />
      <p className="rvd-finished">
        <b>{words.stage[stage]}</b>
        {words.agenciesDone(
          String(finished),
          String(lines.filter(({ progress }) => progress !== null).length),
        )}
        {isIllustrative && <small>{words.illustrative}</small>}
      </p>
    </div>
  )
}

function Progress({ line: { progress, isOpen } }: { line: AgencyLine }) {
  const words = useText(deskWords)
  if (progress === null)
    return (
      <small>
        <Mark kind="missing" size={10} />
        {words.agencyWaits}
      </small>
    )
  const { done, of, asked, conflicts } = progress
  return (
    <small>
      {conflicts > 0 && (
        <span className="rvd-loud">
          <Mark kind="error" size={11} />
          {words.agencyConflicts(String(conflicts))}
        </span>
      )}
      {asked > 0 && <span>{words.agencyAsked(String(asked))}</span>}
      <span>
        {!isOpen && asked === 0 && <Mark kind="reached" size={11} />}
        {words.progress(String(done), String(of))}
      </span>
    </small>
  )
}

function Step({
  label,
  shortcut,
  target,
  choose,
  showsKeys,
}: {
  label: string
  shortcut: string
  target: AgencyLine | null
  choose: (id: string) => void
  showsKeys: boolean
}) {
  return (
    <button
      type="button"
      className="link-button rvd-step"
      aria-label={target === null ? label : `${label}: ${target.name}`}
      title={target?.name}
      aria-keyshortcuts={showsKeys ? shortcut : undefined}
      disabled={target === null}
      onClick={() => target && choose(target.id)}
    >
      {label}
      {showsKeys && <Key>{shortcut}</Key>}
    </button>
  )
}
