import { useId, useRef, useState } from 'react'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { instantText } from '../../../ui/instants.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { useIsPrinting } from '../../../ui/useIsPrinting.ts'
import type { ReviewProps } from '../reviewProps.ts'
import { itemsOf, type QuestionRow } from './exchangeRows.ts'
import { QuestionTable } from './QuestionTable.tsx'
import { RequestFoot } from './RequestFoot.tsx'
import { Standings } from './Standings.tsx'
import { useFocusAfterMaking } from './useFocusAfterMaking.ts'
import type { useMakeRequests } from './useMakeRequests.ts'
import { questionsWords } from './words.ts'

/** One agency: how its requests stand, and its questions with what came back. */
export function AgencyQuestions({
  row,
  props,
  due,
  making,
  remind,
}: {
  row: QuestionRow
  props: ReviewProps
  /** Until when an answer is wanted; undefined: what was typed cannot be read. */
  due: string | null | undefined
  making: ReturnType<typeof useMakeRequests>
  remind: () => void
}) {
  const { open, review } = props
  const words = useText(questionsWords)
  const language = useLanguage()
  const id = useId()
  const isPrinting = useIsPrinting()
  const [isOpen, setOpen] = useState<boolean | null>(null)
  const toggle = useRef<HTMLButtonElement>(null)
  const focus = useFocusAfterMaking(row.toSend.length === 0, toggle)
  // What somebody has to do something about stands open until it is folded.
  const isShown = (isOpen ?? (row.toSend.length > 0 || row.toDecide > 0)) || isPrinting
  const items = itemsOf(review, row.agencyId)
  const count = (number: number) => formatNumber(String(number), language)
  const isScored = review.agencies.has(row.agencyId)
  const owes = row.kinds.has('waiting') || row.kinds.has('overdue')
  const cannot = open.me === '' || due === undefined || !isScored || making.state.status === 'making'
  return (
    <section className="rvq-agency" aria-labelledby={id} data-agency={row.agencyId}>
      <div className="rvq-agency-head">
        <h2 id={id}>
          <button
            ref={toggle}
            type="button"
            aria-expanded={isShown}
            aria-controls={`${id}-body`}
            onClick={() => setOpen(!isShown)}
          >
            <Icon name="chevron" size={14} />
            <span>{row.name}</span>
          </button>
        </h2>
        <Standings row={row} />
        <span className="rvq-agency-acts">
          {owes && (
            <button
              type="button"
              className="link-button"
              aria-label={words.remindFor(row.name)}
              onClick={remind}
            >
              {words.remind}
            </button>
          )}
          {row.toSend.length > 0 && (
            <button
              type="button"
              className="button"
              aria-label={words.makeOneFor(row.name)}
              aria-disabled={cannot}
              aria-describedby="rvq-made"
              title={isScored ? undefined : words.notScored}
              onClick={() => {
                if (cannot || due === undefined) return
                focus.pressed()
                making.make([row], due, 'each')
              }}
            >
              {words.makeOne}
            </button>
          )}
        </span>
      </div>
      <div id={`${id}-body`} hidden={!isShown}>
        {isShown && (
          <>
            {row.toSend.length > 0 && (
              <>
                {row.requests.length > 0 && (
                  <p className="rvq-request-head">
                    <b>{words.notSent}</b>
                  </p>
                )}
                <QuestionTable
                  label={`${words.questionsOf(row.name)}, ${words.notSent}`}
                  questions={row.toSend}
                  request={null}
                  agencyId={row.agencyId}
                  items={items}
                  props={props}
                />
              </>
            )}
            {row.requests.map(request => {
              const name = words.requestOn(instantText(request.request.at), request.request.by)
              return (
                <div key={request.entry.id}>
                  <p className="rvq-request-head">
                    <b>{name}</b> <span>{words.count(count(request.questions.length))}</span>
                  </p>
                  <QuestionTable
                    label={`${words.questionsOf(row.name)}, ${name}`}
                    questions={request.questions}
                    request={request}
                    agencyId={row.agencyId}
                    items={items}
                    props={props}
                  />
                  <RequestFoot request={request} open={open} items={items} />
                </div>
              )
            })}
          </>
        )}
      </div>
    </section>
  )
}
