import { Fragment } from 'react'
import { citation, documentName } from '../../receipt/citation.ts'
import { Mark } from '../../ui/Mark.tsx'
import type { CriteriaLine } from './criteriaLines.ts'
import { figuresOf, isNumeric } from './figuresOf.ts'
import { Absent } from './signs.tsx'
import type { TableView } from './tableView.ts'

/** What the rule looked at. */
export function FiguresCell({ line, view }: { line: CriteriaLine; view: TableView }) {
  const { words, language } = view
  const rule = line.node?.explanation?.rule ?? line.adjustment?.explanation.rule
  if (!rule) return null
  const figures = figuresOf(rule, language)
  if (!figures)
    return (
      <span className="even" title={words.noFigures}>
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{words.noFigures}</span>
      </span>
    )
  const isIdle = line.node?.notIncurred === true
  return (
    <span title={figures.full}>
      {figures.text !== '' && (
        <>
          {isIdle && (
            <>
              <Mark kind="notApplicable" />
              <span className="visually-hidden">{words.notIncurred} </span>
            </>
          )}
          {figures.isInferred && (
            <>
              <Mark kind="inferred" />
              <span className="visually-hidden">{words.inferred} </span>
            </>
          )}
          <Figures parts={figures.parts} />
        </>
      )}
      {figures.absent && (
        <Absent kind={figures.absent === 'notApplicable' ? 'notApplicable' : 'missing'}>
          {words[figures.absent]}
        </Absent>
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

/** Documents handed in for the line; where nobody hands any in, the document its points come from. */
export function EvidenceCell({ line, view }: { line: CriteriaLine; view: TableView }) {
  const { evidence, words, documents, language } = view
  if (line.kind !== 'leaf' && line.kind !== 'adjustment') return null
  if (line.node?.ruleKind === 'monitor') return null
  if (evidence) {
    const items = evidence.get(line.id) ?? []
    if (items.length === 0)
      return line.node?.outcome?.kind === 'notApplicable' ? null : (
        <span className="even">{words.noEvidence}</span>
      )
    return (
      <span title={items.map(item => item.title).join('\n')}>
        <Clip />
        {words.documents(items.length)}
      </span>
    )
  }
  const source = (line.node?.explanation ?? line.adjustment?.explanation)?.pointsProvenance.source
  const document = source && documents.get(source.documentId)
  if (!document || line.node?.outcome?.kind === 'missing') return null
  return (
    <span className="one-line" title={citation(document, source.place, language)}>
      <Clip />
      {source.place ?? documentName(document, language)}
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
