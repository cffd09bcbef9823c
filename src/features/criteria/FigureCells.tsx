import { Fragment } from 'react'
import type { CriteriaLine } from './criteriaLines.ts'
import { isNumeric } from './figuresOf.ts'
import { saidEvidence, saidFigures } from './saidFigures.ts'
import { Absent, Words } from './signs.tsx'
import type { TableView } from './tableView.ts'

/** What the rule looked at. */
export function FiguresCell({ line, view }: { line: CriteriaLine; view: TableView }) {
  const said = saidFigures(line, view)
  if (!said) return null
  if (said.none !== null)
    return (
      <span className="even" title={said.full}>
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{said.none}</span>
      </span>
    )
  return (
    <span title={said.full}>
      <Words words={said.words} />
      <Figures parts={said.parts} />
      {said.absent && (
        <>
          {said.parts.length > 0 && ' '}
          <Absent kind={said.absent.kind}>{said.absent.word}</Absent>
        </>
      )}
    </span>
  )
}

/** Several figures break between them, never inside a ratio or a number. */
function Figures({ parts }: { parts: readonly string[] }) {
  return parts.map((part, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts are their places
    <Fragment key={place}>
      {place > 0 && ' · '}
      {isNumeric(part) ? <span className="whole">{part}</span> : part}
    </Fragment>
  ))
}

/** Documents handed in for the line, or the one its points come from. */
export function EvidenceCell({ line, view }: { line: CriteriaLine; view: TableView }) {
  const said = saidEvidence(line, view)
  if (!said) return null
  if (said.look === 'none') return <span className="even">{said.text}</span>
  return (
    <span {...(said.look === 'source' ? { className: 'one-line' } : {})} title={said.full}>
      <Clip />
      {said.text}
    </span>
  )
}

function Clip() {
  return (
    <svg className="clip" viewBox="0 0 14 14" width="12" height="12" fill="none" aria-hidden="true">
      <path
        d="M11.6 6.2 6.9 10.9a2.6 2.6 0 0 1-3.7-3.7l5.3-5.3a1.7 1.7 0 0 1 2.4 2.4L5.8 9.4a.8.8 0 0 1-1.2-1.2L9 3.9"
        stroke="currentColor"
        strokeWidth="1.2"
      />
    </svg>
  )
}
