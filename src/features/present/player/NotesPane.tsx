import type { Slide } from '../../../model/deck.ts'
import { useText } from '../../../ui/language.tsx'
import { TableTwin } from '../stage/TableTwin.tsx'
import { playerWords } from './words.ts'

/** What to say, and the table behind the chart, beside a smaller slide. */
export function NotesPane({ slide, following }: { slide: Slide; following: Slide | null }) {
  const words = useText(playerWords)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <aside className="ps-side" aria-label={words.notes} tabIndex={0}>
      <h2>{words.speak}</h2>
      {slide.notes.length === 0 ? (
        <p>{words.noNotes}</p>
      ) : (
        <ul>
          {slide.notes.map(note => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <p className="ps-up-next">{following === null ? words.lastSlide : words.upNext(following.name)}</p>
      {slide.table !== null && (
        <>
          <h2>{words.behind}</h2>
          <TableTwin table={slide.table} />
        </>
      )}
    </aside>
  )
}
