import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react'
import { exchangeOf } from '../../../state/review/exchange.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { instantText } from '../../../ui/instants.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { useNow } from '../ledger/useNow.ts'
import type { ReviewProps } from '../reviewProps.ts'
import { AgencyQuestions } from './AgencyQuestions.tsx'
import { useDueFields } from './DueFields.tsx'
import { questionFilters, questionRows, shownRows } from './exchangeRows.ts'
import { MakePanel } from './MakePanel.tsx'
import { QuestionFilters } from './QuestionFilters.tsx'
import { ReceiveAnswers } from './ReceiveAnswers.tsx'
import { useMakeRequests } from './useMakeRequests.ts'
import { type QuestionsWords, questionsWords } from './words.ts'
import './questions.css'
import './answers.css'

const ReminderDialog = lazy(() =>
  import('./ReminderDialog.tsx').then(module => ({ default: module.ReminderDialog })),
)

/** Giải trình: what was asked of whom, the files that carry it, and what came back. */
export function QuestionsPart(props: ReviewProps) {
  const { open, review, directory, address, change } = props
  const words = useText(questionsWords)
  const language = useLanguage()
  const now = useNow()
  const exchange = useMemo(() => exchangeOf(open.state, now), [open.state, now])
  const rows = useMemo(() => questionRows(exchange, directory), [exchange, directory])
  const filter = questionFilters.find(each => each === address.filter) ?? null
  const q = useDeferredValue(address.q ?? '')
  const shown = useMemo(() => shownRows(rows, { filter, q }), [rows, filter, q])
  const { deadline } = open.state.stages.explanation
  const due = useDueFields(deadline)
  const making = useMakeRequests({ open, review })
  const [reminded, setReminded] = useState<string | 'all' | null>(null)
  const count = (number: number) => formatNumber(String(number), language)
  const toRemind = rows.filter(row => row.kinds.has('waiting') || row.kinds.has('overdue'))
  return (
    <div className="rvq">
      <header className="rvq-head">
        <h1>{titleOf(exchange, words, count)}</h1>
        <p className="eyebrow">
          {[
            deadline === null ? words.noDeadline : words.deadline(instantText(deadline)),
            ...(exchange.toSend > 0 ? [words.toSendCount(count(exchange.toSend))] : []),
          ].join(' · ')}
          {open.round.provenance.certainty === 'illustrative' && (
            <>
              {' · '}
              <Mark kind="illustrative" />
              {words.illustrative}
            </>
          )}
        </p>
      </header>
      <div className="rvq-top">
        {rows.length > 0 ? (
          <MakePanel rows={rows} due={due} making={making} isNamed={open.me !== ''} />
        ) : (
          <section className="rvq-none">
            <p>{words.noneHint}</p>
            <button
              type="button"
              className="button"
              onClick={() => change({ part: 'desk', filter: undefined, q: undefined }, 'push')}
            >
              {words.toDesk}
            </button>
          </section>
        )}
        <ReceiveAnswers {...props} strays={exchange.strays} />
      </div>
      {rows.length > 0 && (
        <>
          <QuestionFilters
            rows={rows}
            filter={filter}
            address={address}
            change={change}
            remind={toRemind.length > 0 ? () => setReminded('all') : null}
            toRemind={toRemind.length}
          />
          {shown.map(row => (
            <AgencyQuestions
              key={row.agencyId}
              row={row}
              props={props}
              due={due.at}
              making={making}
              remind={() => setReminded(row.agencyId)}
            />
          ))}
          {shown.length === 0 && (
            <p className="rvq-nothing">
              {words.noneShown}{' '}
              <button
                type="button"
                className="link-button"
                onClick={() => change({ filter: undefined, q: undefined })}
              >
                {words.showAll}
              </button>
            </p>
          )}
        </>
      )}
      <p className="rvq-quiet">{words.privacy}</p>
      {reminded !== null && (
        <Suspense fallback={null}>
          <ReminderDialog
            rows={reminded === 'all' ? toRemind : rows.filter(row => row.agencyId === reminded)}
            open={open}
            review={review}
            close={() => setReminded(null)}
          />
        </Suspense>
      )}
    </div>
  )
}

/** "18 câu hỏi cho 7 đơn vị, 4 đơn vị đã trả lời". */
function titleOf(
  { agencies, questions, asked, answered }: ReturnType<typeof exchangeOf>,
  words: QuestionsWords,
  count: (number: number) => string,
): string {
  if (agencies.length === 0) return words.none
  const head = words.title(count(questions), count(agencies.length))
  if (asked === 0) return words.titleNotSent(head)
  if (answered === 0) return words.titleNone(head)
  if (answered === agencies.length) return words.titleAll(head)
  return words.titleAnswered(head, count(answered))
}
