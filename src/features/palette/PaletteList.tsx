import { formatNumber } from '../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import type { PaletteEntry } from './entry.ts'
import type { PaletteOption, PaletteSection } from './listOptions.ts'
import { paletteWords } from './words.ts'

/** The list under the field; the field keeps the focus and names the active line. */
export function PaletteList<Entry extends PaletteEntry>({
  id,
  sections,
  active,
  idOf,
  point,
  take,
}: {
  id: string
  sections: readonly PaletteSection<Entry>[]
  active: number
  idOf: (place: number) => string
  /** The pointer moved over a line. */
  point: (place: number) => void
  take: (option: PaletteOption<Entry>) => void
}) {
  const words = useText(paletteWords)
  const language = useLanguage()
  const starts = sections.map((_, at) =>
    sections.slice(0, at).reduce((sum, section) => sum + section.options.length, 0),
  )
  return (
    <div className="palette-list" id={id} role="listbox" aria-label={words.results}>
      {sections.map((section, at) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox, not of form fields
        <div key={section.kind} role="group" aria-labelledby={`${id}-${section.kind}`}>
          <div className="palette-head" id={`${id}-${section.kind}`}>
            {words.kinds[section.kind]} <span>{formatNumber(`${section.count}`, language)}</span>
          </div>
          {section.options.map((option, offset) => {
            const place = (starts[at] ?? 0) + offset
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the combobox takes the active line
              // biome-ignore lint/a11y/useFocusableInteractive: as above
              <div
                key={option.key}
                id={idOf(place)}
                className="palette-option"
                role="option"
                aria-selected={place === active}
                onPointerMove={() => place !== active && point(place)}
                onPointerDown={event => event.preventDefault()}
                onClick={() => take(option)}
              >
                <Line option={option} />
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}

function Line<Entry extends PaletteEntry>({ option }: { option: PaletteOption<Entry> }) {
  const words = useText(paletteWords)
  const language = useLanguage()
  if (option.is === 'more')
    return <span className="palette-more">{words.more(formatNumber(`${option.hidden}`, language))}</span>
  const { code, name, detail, isCurrent } = option.entry
  return (
    <>
      <span className="palette-code">{code}</span> <span className="palette-name">{name}</span>{' '}
      {(detail || isCurrent) && (
        <span className="palette-detail">
          {[detail, isCurrent && words.current].filter(Boolean).join(' · ')}
        </span>
      )}
    </>
  )
}
