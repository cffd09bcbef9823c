import { type ReactNode, useId, useMemo, useRef, useState } from 'react'
import type { CheckPlace } from '../../../model/checks.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { useIsPrinting } from '../../../ui/useIsPrinting.ts'
import type { AssessmentProps, GoTo } from '../assessmentProps.ts'
import { CheckRow } from './CheckRow.tsx'
import { type CheckLine, checkLines, codesOf } from './checkLines.ts'
import { FoldedRow } from './FoldedRow.tsx'
import { checksWords } from './words.ts'
import './checks.css'

/** Lines of one kind shown before "còn n". */
const shownFirst = { blocks: 8, doubt: 6, notice: 4, passed: 4 } as const

type ChecksProps = AssessmentProps & {
  readonly goTo: GoTo
  /** Opens the evidence of a criterion; without it the criterion is brought into sight. */
  readonly showEvidence?: ((nodeId: string) => void) | undefined
}

/** What the checks before handing in found: by severity, each with one way to settle it. */
export function ChecksList(props: ChecksProps) {
  const words = useText(checksWords)
  const id = useId()
  return (
    <section className="sa-checks" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{words.title}</h2>
        <p className="sub">{words.sub}</p>
      </div>
      <ChecksBody {...props} />
    </section>
  )
}

/** The list without its head, which a dialog gives in its own way. */
export function ChecksBody({ open, assessment, goTo, showEvidence }: ChecksProps) {
  const words = useText(checksWords)
  const language = useLanguage()
  const body = useRef<HTMLDivElement>(null)
  const [said, setSaid] = useState('')
  const { checks, form, nodes } = assessment
  const { open: groups, accepted } = useMemo(
    () => checkLines(checks, codesOf(form, nodes, language), true),
    [checks, form, nodes, language],
  )
  const count = (number: number) => formatNumber(String(number), language)
  const show = ({ finding: { place } }: CheckLine): (() => void) | null => {
    const { nodeId, part } = place
    if (nodeId === null) return null
    return part === 'evidence' && showEvidence ? () => showEvidence(nodeId) : () => goTo(placeOf(place))
  }
  const decide = ({ finding }: CheckLine, reason: string | null) => {
    const next = neighbour(body.current)
    open.change([{ kind: 'accept', findingId: finding.id, reason }])
    setSaid(reason === null ? '' : words.acceptedNow)
    // The line goes away with the button that was pressed; the keyboard stays in the list.
    requestAnimationFrame(() => {
      const kept = next?.isConnected ? next : body.current?.querySelector<HTMLElement>('button, summary')
      kept?.focus()
    })
  }
  const row = (line: CheckLine) => (
    <CheckRow key={line.finding.id} line={line} show={show(line)} accept={reason => decide(line, reason)} />
  )
  const { blocks, doubts } = checks.open
  return (
    <div className="sa-checks-body" ref={body}>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {blocks + doubts === 0 && (
        <p className="sa-check is-ready">
          <Mark kind="reached" size={14} />
          <b>{words.ready}</b>
        </p>
      )}
      {groups.map(({ severity, lines }) => (
        <Folding
          key={severity}
          first={shownFirst[severity]}
          title={words.severity[severity]}
          rows={lines.map(line =>
            line.folded.length === 0 ? (
              row(line)
            ) : (
              <FoldedRow key={`each ${line.finding.place.nodeId}`} line={line} show={show(line)}>
                {line.folded.map(row)}
              </FoldedRow>
            ),
          )}
        />
      ))}
      {checks.passed.length > 0 && (
        <Folding
          first={shownFirst.passed}
          title={words.passed}
          rows={checks.passed.map(({ code, text }) => (
            <li key={code} className="sa-check is-passed">
              <Mark kind="reached" size={14} />
              <span className="sa-check-text">{text[language]}</span>
            </li>
          ))}
        />
      )}
      {accepted.length > 0 && (
        <Accepted title={words.accepted(count(accepted.length))}>
          {accepted.map(line => (
            <li key={line.finding.id} className="sa-check is-accepted">
              <Mark kind="reached" size={14} />
              <span className="sa-check-text">
                {line.codes.length > 0 && <b>{line.codes.join(', ')} </b>}
                {line.text[language]}
                <small>{words.reason(line.finding.accepted ?? '')}</small>
              </span>
              <span className="sa-check-acts">
                <button
                  type="button"
                  className="link-button"
                  aria-label={words.of(words.takeBack, `${line.codes.join(', ')} ${line.text[language]}`)}
                  onClick={() => decide(line, null)}
                >
                  {words.takeBack}
                </button>
              </span>
            </li>
          ))}
        </Accepted>
      )}
    </div>
  )
}

/** Where the keyboard goes for a finding: its field, or the words that are wanted. */
function placeOf({ nodeId, metricId, part }: CheckPlace): Parameters<GoTo>[0] {
  return { nodeId, metricId, ...(part === 'explanation' && { part }) }
}

/** The first lines of a kind, the rest behind one press; on paper all of them. */
function Folding({ first, title, rows }: { first: number; title: string; rows: readonly ReactNode[] }) {
  const words = useText(checksWords)
  const language = useLanguage()
  const isPrinting = useIsPrinting()
  const [isOpen, setOpen] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  // One line more is no longer than the button that hides it.
  const isWhole = isOpen || isPrinting || rows.length <= first + 1
  const hidden = rows.length - first
  return (
    <>
      <h3 className="visually-hidden">{title}</h3>
      <ul ref={list}>{isWhole ? rows : rows.slice(0, first)}</ul>
      {!isWhole && (
        <button
          type="button"
          className="link-button sa-checks-more"
          aria-label={words.of(title, words.more(formatNumber(String(hidden), language)))}
          onClick={() => {
            setOpen(true)
            requestAnimationFrame(() =>
              list.current?.children[first]?.querySelector<HTMLElement>('button')?.focus(),
            )
          }}
        >
          {words.more(formatNumber(String(hidden), language))}
        </button>
      )}
    </>
  )
}

function Accepted({ title, children }: { title: string; children: ReactNode }) {
  const isPrinting = useIsPrinting()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="sa-checks-accepted" open={isOpen || isPrinting}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keyboard presses it as it stands; paper opens it too and must not leave it open */}
      <summary
        onClick={event => {
          event.preventDefault()
          setOpen(!isOpen)
        }}
      >
        {title}
      </summary>
      <ul>{children}</ul>
    </details>
  )
}

/** Where the keyboard goes when the line that holds it leaves: the next line, or the one before. */
function neighbour(body: HTMLElement | null): HTMLElement | null {
  const row = document.activeElement?.closest('li')
  if (!row || !body?.contains(row)) return null
  const beside = row.nextElementSibling ?? row.previousElementSibling
  return beside?.querySelector<HTMLElement>('button') ?? null
}
