import { useEffect, useId, useRef } from 'react'
import { appVersion } from '../../model/appVersion.ts'
import type { ExportOrigin } from '../../model/exportOrigin.ts'
import type { Problem } from '../../model/problem.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { Icon } from '../../ui/Icon.tsx'
import { instantText } from '../../ui/instants.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { CheckDifferences } from './CheckDifferences.tsx'
import { checkWords } from './checkWords.ts'
import { shownHash } from './originTexts.ts'
import type { CheckResult } from './runCheck.ts'
import type { Obstacle } from './viewObstacle.ts'

/** How far the check is, and what came of it. */
export type CheckState =
  | { readonly status: 'reading' | 'opening' | 'comparing' | 'asking' }
  | { readonly status: 'refused'; readonly problems: readonly Problem[] }
  | { readonly status: 'obstacle'; readonly obstacle: Obstacle; readonly origin: ExportOrigin }
  | { readonly status: 'noView' | 'moved'; readonly origin: ExportOrigin }
  | { readonly status: 'failed'; readonly reason: string }
  | { readonly status: 'done'; readonly result: CheckResult }

/** Lies over a corner of the view that the file is of; the view itself can be read and used meanwhile. */
export function CheckPanel({
  fileName,
  state,
  consent,
  retry,
  close,
}: {
  fileName: string
  state: CheckState
  consent: () => void
  retry: () => void
  close: () => void
}) {
  const words = useText(checkWords)
  const language = useLanguage()
  const headId = useId()
  const head = useRef<HTMLHeadingElement>(null)
  const isOver = !['reading', 'opening', 'comparing'].includes(state.status)
  // Whoever listens is brought to the answer, and the keyboard to what can be done about it.
  useEffect(() => {
    if (isOver) head.current?.focus({ preventScroll: true })
  }, [isOver])
  const madeAt =
    'origin' in state ? state.origin.madeAt : state.status === 'done' ? state.result.origin.madeAt : null
  return (
    <section
      className="ex-check"
      aria-labelledby={headId}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
    >
      <header className="ex-check-top">
        <h2 id={headId} ref={head} tabIndex={-1}>
          {words.title}
        </h2>
        <button type="button" className="icon-button" aria-label={words.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <p className="ex-check-file">
        <b>{fileName}</b>
        {madeAt !== null && <small>{words.madeAt(instantText(madeAt))}</small>}
      </p>
      <div role="status" className="ex-check-answer">
        <Answer state={state} />
      </div>
      {state.status === 'done' && <Remarks result={state.result} />}
      {state.status === 'done' && state.result.count > 0 && (
        <CheckDifferences differences={state.result.check.differences} count={state.result.count} />
      )}
      {state.status === 'refused' && (
        <ul className="ex-check-problems">
          {state.problems.slice(0, 8).map((problem, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be word for word the same
            <li key={index}>
              {problem.path !== '' && <code>{problem.path}</code>} {problem.message[language]}
            </li>
          ))}
        </ul>
      )}
      <div className="ex-check-acts">
        {!isOver && (
          <button type="button" className="button" onClick={close}>
            {words.stop}
          </button>
        )}
        {state.status === 'asking' && (
          <>
            <button type="button" className="button primary" onClick={consent}>
              {words.go}
            </button>
            <button type="button" className="button" onClick={close}>
              {words.stay}
            </button>
          </>
        )}
        {(state.status === 'failed' || state.status === 'noView' || state.status === 'moved') && (
          <button type="button" className="button" onClick={retry}>
            {words.retry}
          </button>
        )}
      </div>
    </section>
  )
}

/** The answer in one sentence. */
function Answer({ state }: { state: CheckState }) {
  const words = useText(checkWords)
  const language = useLanguage()
  const count = (value: number) => formatNumber(String(value), language)
  const line = (kind: 'reached' | 'warning' | 'error', text: string, more?: string) => (
    <p>
      <Mark kind={kind} size={16} />
      <span>
        <b>{text}</b>
        {more !== undefined && ` ${more}`}
      </span>
    </p>
  )
  switch (state.status) {
    case 'reading':
    case 'opening':
    case 'comparing':
      return <p>{words[state.status]}…</p>
    case 'asking':
      return <p>{words.ask}</p>
    case 'refused':
      return line('error', words.notMade)
    case 'obstacle': {
      const { obstacle } = state
      const text =
        obstacle.why === 'ruleSet' ? words.obstacles.ruleSet(obstacle.id) : words.obstacles[obstacle.why]
      return line('error', words.notMade, text)
    }
    case 'noView':
      return line('error', words.notMade, words.noView)
    case 'moved':
      return line('error', words.failed, words.moved)
    case 'failed':
      return line('error', words.failed, state.reason)
    case 'done': {
      const { check, count: differing, frozenAt } = state.result
      const compared = count(check.compared)
      const against = frozenAt === null ? null : instantText(frozenAt)
      if (differing === 0)
        return line(
          'reached',
          against === null ? words.same(compared) : words.sameAsFrozen(against, compared),
        )
      return line(
        'warning',
        against === null
          ? words.differs(count(differing), compared)
          : words.differsFromFrozen(against, count(differing), compared),
      )
    }
  }
}

/** Whether rules, figures or the page itself are others than when the file was made. */
function Remarks({ result: { origin, now, count, frozenAt } }: { result: CheckResult }) {
  const words = useText(checkWords)
  const rules =
    origin.ruleSet && now.ruleSet && origin.ruleSet.sha256 !== now.ruleSet.sha256
      ? origin.ruleSet.version === now.ruleSet.version
        ? words.sameVersionRules(now.ruleSet.version)
        : words.otherRules(origin.ruleSet.version, now.ruleSet.version)
      : null
  const hasHash = origin.dataHash !== null && now.dataHash !== null
  const isSame = hasHash && origin.dataHash === now.dataHash
  const isSameApp = origin.appVersion === appVersion
  const remarks = [
    ...(rules === null ? [] : [rules]),
    ...(hasHash
      ? [
          isSame
            ? words.sameHash(shownHash(origin.dataHash ?? ''))
            : (frozenAt === null ? words.otherHash : words.otherSinceFrozen)(
                shownHash(origin.dataHash ?? ''),
                shownHash(now.dataHash ?? ''),
              ),
        ]
      : []),
    ...(isSameApp ? [] : [words.otherApp(origin.appVersion, appVersion)]),
    ...(count > 0 && isSame && isSameApp ? [words.edited] : []),
  ]
  return (
    <ul className="ex-check-remarks">
      {remarks.map(text => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}
