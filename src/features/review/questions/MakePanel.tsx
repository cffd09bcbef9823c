import { useRef } from 'react'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { type Due, DueFields } from './DueFields.tsx'
import type { QuestionRow } from './exchangeRows.ts'
import { resultId, useFocusAfterMaking } from './useFocusAfterMaking.ts'
import type { useMakeRequests } from './useMakeRequests.ts'
import { questionsWords } from './words.ts'

/** Request files for everybody who waits for one: until when, as one zip or one after the other. */
export function MakePanel({
  rows,
  due,
  making: { state, make },
  isNamed,
}: {
  rows: readonly QuestionRow[]
  due: Due
  making: ReturnType<typeof useMakeRequests>
  isNamed: boolean
}) {
  const words = useText(questionsWords)
  const language = useLanguage()
  const count = (number: number) => formatNumber(String(number), language)
  const waiting = rows.filter(row => row.toSend.length > 0)
  const result = useRef<HTMLParagraphElement>(null)
  const focus = useFocusAfterMaking(waiting.length < 2, result)
  const cannot = !isNamed || due.at === undefined || state.status === 'making'
  const press = (how: 'together' | 'each') => {
    if (cannot || due.at === undefined) return
    focus.pressed()
    make(waiting, due.at, how)
  }
  return (
    <section className="rvq-make" aria-labelledby="rvq-make">
      <div className="section-head">
        <h2 id="rvq-make">{words.make}</h2>
      </div>
      {waiting.length > 0 ? <DueFields due={due} /> : <p className="rvq-sent">{words.allSent}</p>}
      {waiting.length > 1 && (
        <p className="rvq-acts">
          <button
            type="button"
            className="button primary"
            aria-disabled={cannot}
            aria-describedby="rvq-made"
            onClick={() => press('together')}
          >
            <Icon name="download" size={16} />
            {words.makeAll(count(waiting.length))}
          </button>
          <button
            type="button"
            className="link-button"
            aria-disabled={cannot}
            aria-describedby="rvq-made"
            onClick={() => press('each')}
          >
            {words.makeEach}
          </button>
        </p>
      )}
      <div id="rvq-made" className="rvq-made">
        {!isNamed && waiting.length > 0 && (
          <p className="rvq-need">
            <Mark kind="warning" size={13} />
            {words.needName}
          </p>
        )}
        <p role="status" id={resultId} ref={result} tabIndex={-1}>
          {state.status === 'making'
            ? words.making(count(state.done), count(state.of))
            : state.status === 'made'
              ? words.made(count(state.count))
              : ''}
        </p>
        {state.status === 'failed' && (
          <p role="alert" className="lost">
            {state.problems.length === 0
              ? words.failed
              : `${words.failedWith} ${state.problems
                  .map(({ file, path, message }) => `${file} ${path}: ${message[language]}`)
                  .join('; ')}`}
          </p>
        )}
      </div>
    </section>
  )
}
