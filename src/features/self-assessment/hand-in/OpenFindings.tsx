import { useMemo, useRef, useState } from 'react'
import type { CheckPlace } from '../../../model/checks.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { AssessmentProps } from '../assessmentProps.ts'
import { AcceptForm } from '../checks/AcceptForm.tsx'
import { CheckRow } from '../checks/CheckRow.tsx'
import { checkLines, codesOf } from '../checks/checkLines.ts'
import { handInWords } from './words.ts'
import '../checks/checks.css'

/** Lines of one kind shown before the rest is asked for. */
const shownFirst = 8

/** One line more is no longer than the button that hides it. */
function shownOf<Line>(lines: readonly Line[], isWhole: boolean): readonly Line[] {
  return isWhole || lines.length <= shownFirst + 1 ? lines : lines.slice(0, shownFirst)
}

/** What keeps the file from being made: errors with the way to their field, doubts that want a reason. */
export function OpenFindings({
  open,
  assessment,
  show,
}: AssessmentProps & {
  /** Leads to where a finding is mended. */
  show: (place: CheckPlace) => void
}) {
  const words = useText(handInWords)
  const language = useLanguage()
  const { checks, form, nodes } = assessment
  const head = useRef<HTMLHeadingElement>(null)
  const [isAsking, setAsking] = useState(false)
  const [isWhole, setWhole] = useState(false)
  const [said, setSaid] = useState('')
  const groups = useMemo(
    () =>
      checkLines(checks, codesOf(form, nodes, language)).open.filter(({ severity }) => severity !== 'notice'),
    [checks, form, nodes, language],
  )
  const doubts = checks.findings.filter(each => each.severity === 'doubt' && each.accepted === null)
  const count = (number: number) => (number === 0 ? '' : formatNumber(String(number), language))
  const accept = (findingIds: readonly string[], reason: string, told: string) => {
    open.change(findingIds.map(findingId => ({ kind: 'accept', findingId, reason })))
    setSaid(told)
    setAsking(false)
    // The line goes with the button that was pressed; the keyboard stays in this part.
    requestAnimationFrame(() => head.current?.focus())
  }
  return (
    <section className="sa-hand-in-checks" aria-labelledby="sa-hand-in-checks">
      <div className="section-head">
        <h3 id="sa-hand-in-checks" ref={head} tabIndex={-1}>
          {words.checks}
        </h3>
        <p className="sub">{words.checksSub(count(checks.open.blocks), count(checks.open.doubts))}</p>
      </div>
      <p role="status" className="visually-hidden">
        {said}
      </p>
      {groups.length === 0 && (
        <p className="sa-hand-in-ready">
          <Mark kind="reached" size={14} />
          {words.ready}
        </p>
      )}
      {groups.map(({ severity, lines }) => (
        <div key={severity}>
          <p className="sa-hand-in-hint">{severity === 'blocks' ? words.blocksHint : words.doubtsHint}</p>
          <ul>
            {shownOf(lines, isWhole).map(line => {
              const { place, id } = line.finding
              return (
                <CheckRow
                  key={id}
                  line={line}
                  show={place.nodeId === null ? null : () => show(place)}
                  accept={reason => accept([id], reason, words.acceptedOne)}
                />
              )
            })}
          </ul>
          {shownOf(lines, isWhole).length < lines.length && (
            <button
              type="button"
              className="link-button sa-hand-in-more"
              onClick={() => {
                setWhole(true)
                head.current?.focus()
              }}
            >
              {words.showMore(count(lines.length - shownFirst))}
            </button>
          )}
        </div>
      ))}
      {doubts.length > 1 &&
        (isAsking ? (
          <AcceptForm
            accept={reason =>
              accept(
                doubts.map(each => each.id),
                reason,
                words.acceptedAll(count(doubts.length)),
              )
            }
            cancel={() => setAsking(false)}
          />
        ) : (
          <button type="button" className="button sa-hand-in-all" onClick={() => setAsking(true)}>
            {words.acceptAll(count(doubts.length))}
          </button>
        ))}
    </section>
  )
}
