import { lazy, Suspense, useState } from 'react'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { ReviewProps } from '../reviewProps.ts'
import { conflictHeading, conflictKey, conflictsHeading } from './conflictPlace.ts'
import { conflictTitle } from './conflictTitle.ts'
import { EntryCard } from './EntryCard.tsx'
import type { EntryNames } from './entryNames.ts'
import { reviewerWords } from './reviewerWords.ts'

const ConflictDialog = lazy(() =>
  import('./ConflictDialog.tsx').then(each => ({ default: each.ConflictDialog })),
)

/** Every matter that several people decided without knowing of each other, with their lines side by side. */
export function ConflictsSection(props: ReviewProps & { names: EntryNames }) {
  const { open, names } = props
  const words = useText(reviewerWords)
  const [chosen, setChosen] = useState<string | null>(null)
  const { conflicts } = open.state
  const asked = conflicts.find(each => conflictKey(each) === chosen)
  return (
    <section aria-labelledby={conflictsHeading}>
      <div className="section-head">
        <h2 id={conflictsHeading} tabIndex={-1}>
          {words.conflicts}
        </h2>
        {conflicts.length > 0 && <span className="sub">{words.conflictsHint}</span>}
      </div>
      {conflicts.length === 0 ? (
        <p className="rvl-none">
          <Mark kind="reached" size={13} />
          {words.noConflicts}
        </p>
      ) : (
        <ul className="rvl-conflicts">
          {conflicts.map(conflict => {
            const title = conflictTitle(conflict, names)
            return (
              <li key={conflictKey(conflict)}>
                <div className="rvl-conflict-head">
                  <h3 id={conflictHeading(conflict)} tabIndex={-1}>
                    <Mark kind="warning" size={13} />
                    {title}
                  </h3>
                  <button
                    type="button"
                    className="button"
                    disabled={open.me === ''}
                    aria-label={`${words.choose} ${title}`}
                    onClick={() => setChosen(conflictKey(conflict))}
                  >
                    {words.choose}
                  </button>
                </div>
                <div className="rvl-sides">
                  {conflict.entries.map(entry => (
                    <EntryCard key={entry.id} entry={entry} names={names} />
                  ))}
                </div>
              </li>
            )
          })}
        </ul>
      )}
      {asked && (
        <Suspense fallback={null}>
          <ConflictDialog {...props} conflict={asked} close={() => setChosen(null)} />
        </Suspense>
      )}
    </section>
  )
}
