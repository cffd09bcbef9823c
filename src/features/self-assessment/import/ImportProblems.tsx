import { useId, useState } from 'react'
import type { ImportProblem } from '../../../model/figureImport.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { Place } from './Place.tsx'
import { type ImportWords, importWords } from './words.ts'

/** A column filled in wrongly would fill the page; the first lines say what is the matter. */
const shownAtFirst = 12

/** What was not taken over, or is to be looked at, line by line: where, what stands there, what is needed. */
export function ImportProblems({
  problems,
  severity,
  isPaste,
  hasOthers,
}: {
  problems: readonly ImportProblem[]
  severity: ImportProblem['severity']
  isPaste: boolean
  /** Something else can be applied. */
  hasOthers: boolean
}) {
  const words = useText(importWords)
  const language = useLanguage()
  const id = useId()
  const [showsAll, setShowsAll] = useState(false)
  const own = problems.filter(problem => problem.severity === severity)
  if (own.length === 0) return null
  const shown = showsAll ? own : own.slice(0, shownAtFirst)
  return (
    <section className={`sa-import-problems is-${severity}`} aria-labelledby={id}>
      <div className="section-head">
        <h3 id={id}>{severity === 'error' ? words.problems : words.warnings}</h3>
        {severity === 'error' && <p className="sub">{subOf(isPaste, hasOthers, words)}</p>}
      </div>
      <ul>
        {shown.map(({ place, found, message }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one cell may be wrong in two ways
          <li key={index}>
            <p className="place">
              <Mark kind={severity} size={13} />
              <Place place={place} isPaste={isPaste} />
            </p>
            <p>
              {place.title !== '' && place.title !== found && <b>{place.title}</b>}
              {found !== '' && !message[language].includes(found) && <q>{found}</q>}
              <span>{sentence(message[language])}</span>
            </p>
          </li>
        ))}
      </ul>
      {shown.length < own.length && (
        <button type="button" className="link-button more" onClick={() => setShowsAll(true)}>
          {words.showAll(formatNumber(String(own.length), language))}
        </button>
      )}
    </section>
  )
}

function subOf(isPaste: boolean, hasOthers: boolean, words: ImportWords): string {
  if (isPaste) return hasOthers ? words.pasteProblemsSub : words.pasteNothingSub
  return hasOthers ? words.problemsSub : words.nothingSub
}

/** Messages of decoders begin small, as they follow a place. */
function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
