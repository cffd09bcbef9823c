import { useEffect, useRef } from 'react'
import type { Problem } from '../../../model/problem.ts'
import type { ReviewConflict } from '../../../model/roundState.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { goToConflict } from './conflictPlace.ts'
import { reviewerWords } from './reviewerWords.ts'

/** What became of one of the files that were given. */
export type MergeResult = { readonly file: string } /** With the conflicts that were none before. */ & (
  | { readonly outcome: 'merged'; readonly lines: number; readonly conflicts: readonly ReviewConflict[] }
  | { readonly outcome: 'left' | 'failed' }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }
  /** A file of another round. */
  | { readonly outcome: 'other'; readonly name: string | null }
)

/** What became of the files that were given together, by file. */
export function MergeOutcome({ results }: { results: readonly MergeResult[] }) {
  const words = useText(reviewerWords)
  const language = useLanguage()
  const count = (number: number) => formatNumber(String(number), language)
  const latest = useRef<HTMLLIElement>(null)
  const last = results.at(-1)
  // The button that was pressed is gone: what came of it takes the keyboard.
  useEffect(() => {
    if (last && isGood(last)) latest.current?.focus()
  }, [last])
  const sentenceOf = (result: MergeResult): string => {
    switch (result.outcome) {
      case 'merged':
        return words.merged(count(result.lines))
      case 'left':
        return words.leftOut
      case 'failed':
        return words.readFailed
      case 'other':
        return words.otherRound(result.name)
      case 'refused':
        return words.notMerged
    }
  }
  return (
    <div role="status">
      {results.length > 0 && (
        <ul className="rvl-refused">
          {results.map((result, place) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name; results are only added
              key={place}
              ref={result === last ? latest : undefined}
              tabIndex={-1}
              className={isGood(result) ? undefined : 'lost'}
            >
              {result.outcome !== 'left' && <Mark kind={isGood(result) ? 'reached' : 'error'} size={13} />}
              <b>{result.file}</b>: {sentenceOf(result)}
              {result.outcome === 'merged' && result.conflicts[0] && (
                <>
                  {'; '}
                  <ConflictLink conflict={result.conflicts[0]}>
                    {words.toChoose(count(result.conflicts.length))}
                  </ConflictLink>
                </>
              )}
              {result.outcome === 'refused' && (
                <ul>
                  {result.problems.map(({ path, code, message }) => (
                    <li key={`${path} ${code}`}>
                      {message[language]} {path !== '' && <code>{path}</code>}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function ConflictLink({ conflict, children }: { conflict: ReviewConflict; children: string }) {
  return (
    <button type="button" className="link-button" onClick={() => goToConflict(conflict)}>
      {children}
    </button>
  )
}

function isGood({ outcome }: MergeResult): boolean {
  return outcome === 'merged' || outcome === 'left'
}
