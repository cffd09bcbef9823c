import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Dialog } from '../../ui/Dialog.tsx'
import { formatNumber } from '../../ui/formatNumber.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Key } from '../../ui/Key.tsx'
import { useLanguage, useText } from '../../ui/language.tsx'
import type { EntryKind, PaletteEntry } from './entry.ts'
import { moveTo, type PaletteOption, sectionsOf } from './listOptions.ts'
import { PaletteList } from './PaletteList.tsx'
import { indexEntries, searchPalette } from './searchIndex.ts'
import { paletteWords } from './words.ts'
import './palette.css'

const noKinds: ReadonlySet<EntryKind> = new Set()

/** One field for everything that can be opened or done: a combobox over a list in groups. */
export function Palette<Entry extends PaletteEntry>({
  entries,
  recent,
  status,
  typedBefore,
  choose,
  close,
}: {
  /** In the order they stand in when nothing is typed. */
  entries: readonly Entry[]
  /** Ids chosen lately, the latest first. */
  recent: readonly string[]
  /** Whether every list has been read. */
  status: 'ready' | 'loading' | 'incomplete'
  /** What was typed while the palette itself was still being loaded. */
  typedBefore?: (() => string) | undefined
  choose: (entry: Entry) => void
  close: () => void
}) {
  const words = useText(paletteWords)
  const language = useLanguage()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [opened, setOpened] = useState(noKinds)
  const [active, setActive] = useState(0)

  // Asked for when it is there, not when it is drawn: keys may come in between.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed before the first showing
  useLayoutEffect(() => setTyped(typedBefore?.() ?? ''), [])

  const index = useMemo(() => indexEntries(entries), [entries])
  const groups = useMemo(() => {
    const found = searchPalette(index, typed)
    if (typed.trim() !== '') return found
    const known = recent.flatMap(each => entries.find(entry => entry.id === each && !entry.isCurrent) ?? [])
    return known.length === 0 ? found : [{ kind: 'recent' as const, entries: known }, ...found]
  }, [index, typed, recent, entries])
  const sections = useMemo(() => sectionsOf(groups, opened), [groups, opened])
  const options = useMemo(() => sections.flatMap(section => section.options), [sections])
  const place = Math.min(active, options.length - 1)
  const option = options[place]
  const count = groups.reduce((sum, group) => sum + (group.kind === 'recent' ? 0 : group.entries.length), 0)

  const idOf = (shown: number) => `${id}-${shown}`
  useEffect(() => {
    // The first line brings the head of its group into sight with it.
    const line = document.getElementById(`${id}-${place}`)
    if (place === 0) line?.closest('[role=listbox]')?.scrollTo(0, 0)
    else line?.scrollIntoView({ block: 'nearest' })
  }, [id, place])

  const take = (chosen: PaletteOption<Entry> | undefined) => {
    if (chosen?.is === 'entry') choose(chosen.entry)
    if (chosen?.is === 'more') {
      setOpened(new Set([...opened, chosen.kind]))
      input.current?.focus()
    }
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
      return
    if (event.key === 'Enter') {
      event.preventDefault()
      take(option)
      return
    }
    const next = moveTo(event.key, place, options.length)
    if (next === null) return
    event.preventDefault()
    setActive(next)
  }

  const does =
    option?.is === 'entry'
      ? option.entry.does
      : option && words.more(formatNumber(`${option.hidden}`, language))
  return (
    <Dialog label={words.title} className="palette" close={close}>
      <div className="palette-field">
        <Icon name="search" />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={words.label}
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-describedby={`${id}-does`}
          {...(option ? { 'aria-activedescendant': idOf(place) } : {})}
          placeholder={words.hint}
          value={typed}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={120}
          onChange={event => {
            setTyped(event.target.value)
            setActive(0)
            setOpened(noKinds)
          }}
          onKeyDown={press}
        />
        <button type="button" className="icon-button" aria-label={words.close} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <PaletteList
        id={`${id}-list`}
        sections={sections}
        active={place}
        idOf={idOf}
        point={setActive}
        take={take}
      />
      {count === 0 && status !== 'loading' && (
        <div className="palette-nothing">
          <p>{words.nothing(typed.trim())}</p>
          <p>{words.nothingHint}</p>
        </div>
      )}
      <footer className="palette-foot">
        <p id={`${id}-does`}>
          {does && (
            <>
              <Key>{words.enter}</Key> {does}
            </>
          )}
        </p>
        <p className="palette-keys" aria-hidden="true">
          {words.move} · {words.leave}
        </p>
        {status !== 'ready' && <p role="status">{status === 'loading' ? words.loading : words.incomplete}</p>}
      </footer>
      <p className="visually-hidden" role="status">
        {typed.trim() === '' ? '' : words.found(formatNumber(`${count}`, language))}
      </p>
    </Dialog>
  )
}
