import { lazy, Suspense, useState } from 'react'
import { type RoundStage, roundStages } from '../../../model/review.ts'
import type { StageState } from '../../../model/roundState.ts'
import { stageNames } from '../../../receipt/stageNames.ts'
import { closingRefusals, type StageCounts, stageCounts } from '../../../state/review/closingObstacles.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { instantText } from '../../../ui/instants.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { ReviewProps } from '../reviewProps.ts'
import type { EntryNames } from './entryNames.ts'
import { PaperHead } from './PaperHead.tsx'
import { currentStage, waitsForFirst } from './stagePlace.ts'
import { stageStanding } from './stageStanding.ts'
import { stageWords } from './stageWords.ts'
import { useNow } from './useNow.ts'
import { ledgerWords } from './words.ts'
import './stages.css'

const DeadlineDialog = lazy(() =>
  import('./DeadlineDialog.tsx').then(each => ({ default: each.DeadlineDialog })),
)
const CloseDialog = lazy(() => import('./CloseDialog.tsx').then(each => ({ default: each.CloseDialog })))
const ReopenDialog = lazy(() => import('./ReopenDialog.tsx').then(each => ({ default: each.ReopenDialog })))
const RecheckDialog = lazy(() =>
  import('./RecheckDialog.tsx').then(each => ({ default: each.RecheckDialog })),
)

type Asked = { readonly stage: RoundStage; readonly what: 'deadline' | 'close' | 'reopen' | 'recheck' }

/** The five stages with deadlines and counts; closing, reopening, checking. */
export function StagesView(props: ReviewProps & { names: EntryNames }) {
  const { open, review } = props
  const words = useText(stageWords)
  const now = useNow()
  const [asked, setAsked] = useState<Asked | null>(null)
  const { state } = open
  const at = currentStage(state, review.stage)
  const dialog = asked && { ...props, stage: asked.stage, close: () => setAsked(null) }
  return (
    <>
      <PaperHead open={open} names={props.names} title={words.table} />
      <h1>
        <Title {...props} />
      </h1>
      {open.me === '' && (
        <p className="rvl-needs">
          <Mark kind="warning" size={13} />
          {words.needsName}
        </p>
      )}
      <ol className="rvl-stages" aria-label={words.table}>
        {roundStages.map(stage => (
          <Stage
            key={stage}
            state={state.stages[stage]}
            counts={stageCounts(state, stage, review)}
            isCurrent={stage === at}
            isWaiting={waitsForFirst(state, stage)}
            canWrite={open.me !== ''}
            isRefused={closingRefusals(state, stage).length > 0}
            now={now}
            ask={what => setAsked({ stage, what })}
          />
        ))}
      </ol>
      <p className="rvl-quiet">{words.isolation}</p>
      <p className="rvl-quiet">{words.clock}</p>
      <StageHistory open={open} />
      <Suspense fallback={null}>
        {dialog && asked?.what === 'deadline' && <DeadlineDialog {...dialog} />}
        {dialog && asked?.what === 'close' && <CloseDialog {...dialog} />}
        {dialog && asked?.what === 'reopen' && <ReopenDialog {...dialog} />}
        {dialog && asked?.what === 'recheck' && <RecheckDialog {...dialog} />}
      </Suspense>
    </>
  )
}

/** Where the round stands, in a sentence. */
function Title({ open: { state }, review }: Pick<ReviewProps, 'open' | 'review'>) {
  const { title } = useText(stageWords)
  const language = useLanguage()
  const count = (number: number) => formatNumber(String(number), language)
  const at = currentStage(state, review.stage)
  if (at === null) return title.closed(instantText(state.stages.closed.closed?.at ?? ''))
  const { deadline } = state.stages[at]
  const due = deadline === null ? null : instantText(deadline)
  if (at === 'closed') return title.toClose(due)
  if (at !== review.stage) return title.toCloseFirst
  const counts = stageCounts(state, at, review)
  const of = counts.of === null || waitsForFirst(state, at) ? null : count(counts.of)
  return title.at(stageNames[language][at], count(counts.done), of, due)
}

function Stage({
  state,
  counts,
  isCurrent,
  isWaiting,
  canWrite,
  isRefused,
  now,
  ask,
}: {
  state: StageState
  counts: StageCounts
  isCurrent: boolean
  /** What it has to decide is not known yet. */
  isWaiting: boolean
  canWrite: boolean
  isRefused: boolean
  now: Date
  ask: (what: Asked['what']) => void
}) {
  const words = useText(stageWords)
  const ledger = useText(ledgerWords)
  const language = useLanguage()
  const { stage, deadline, closed } = state
  const count = (number: number) => formatNumber(String(number), language)
  const standing = stageStanding(state, now)
  return (
    <li className={isCurrent ? 'rvl-step current' : 'rvl-step'} aria-current={isCurrent ? 'step' : undefined}>
      <h2>{ledger.stage[stage]}</h2>
      <p className={`rvl-state ${standing}`}>
        {standing === 'closed' && <Mark kind="reached" size={12} />}
        {standing === 'past' && <Mark kind="warning" size={12} />}
        {words.stateIs[standing]}
      </p>
      <dl>
        <div>
          <dt>{words.deadline}</dt>
          <dd>
            {deadline === null ? words.noDeadline : <time dateTime={deadline}>{instantText(deadline)}</time>}
          </dd>
        </div>
        <div>
          <dt>{words.progress}</dt>
          <dd>
            {isWaiting
              ? words.waitsForFirst(counts.done === 0 ? null : count(counts.done))
              : `${
                  counts.of === null
                    ? words.counting(count(counts.done))
                    : `${count(counts.done)}/${count(counts.of)}`
                } ${words.what[stage]}`}
          </dd>
        </div>
        {closed === null ? (
          (!isWaiting || counts.conflicts > 0) && (
            <div>
              <dt>{words.open}</dt>
              <dd>
                <Open counts={isWaiting ? { ...counts, of: null, unanswered: 0 } : counts} stage={stage} />
              </dd>
            </div>
          )
        ) : (
          <div>
            <dt>{words.closedAt}</dt>
            <dd>
              {words.closedBy(instantText(closed.at), closed.by)}.{' '}
              {words.lines(count(closed.act.entryIds.length))}
            </dd>
          </div>
        )}
      </dl>
      <p className="rvl-after">{words.after[stage]}</p>
      <p className="rvl-step-acts">
        {closed === null ? (
          <>
            <button type="button" className="button" disabled={!canWrite} onClick={() => ask('deadline')}>
              {deadline === null ? words.setDeadline : words.moveDeadline}
            </button>
            <button
              type="button"
              className={isCurrent && !isRefused ? 'button primary' : 'button'}
              disabled={!canWrite}
              onClick={() => ask('close')}
            >
              {words.closeStage[stage]}
            </button>
          </>
        ) : (
          <>
            <button type="button" className="button" onClick={() => ask('recheck')}>
              {words.recheck}
            </button>
            <button type="button" className="button" disabled={!canWrite} onClick={() => ask('reopen')}>
              {words.reopenStage}
            </button>
          </>
        )}
      </p>
    </li>
  )
}

function Open({ counts, stage }: { counts: StageCounts; stage: RoundStage }) {
  const words = useText(stageWords)
  const language = useLanguage()
  const count = (number: number) => formatNumber(String(number), language)
  const unanswered = stage === 'explanation' || stage === 'secondReview' ? counts.unanswered : 0
  const isOfAgencies = stage === 'selfAssessment' || stage === 'closed'
  const absent = isOfAgencies && counts.of !== null ? counts.of - counts.done : 0
  const isOfItems = stage === 'firstReview' || stage === 'secondReview'
  const undecided = isOfItems && counts.of !== null ? counts.of - counts.done : 0
  if (counts.conflicts === 0 && unanswered === 0 && absent === 0 && undecided === 0)
    return counts.of === null ? words.notCountedYet : words.nothingOpen
  return (
    <>
      {counts.conflicts > 0 && (
        <span className="rvl-warned">
          <Mark kind="warning" size={12} />
          {words.conflicts(count(counts.conflicts))}
        </span>
      )}
      {unanswered > 0 && <span>{words.unanswered(count(unanswered))}</span>}
      {absent > 0 && <span>{words.absent(count(absent))}</span>}
      {undecided > 0 && <span>{words.undecidedItems(count(undecided))}</span>}
    </>
  )
}

/** Closings and reopenings of every stage, in order. */
function StageHistory({ open }: Pick<ReviewProps, 'open'>) {
  const words = useText(stageWords)
  const ledger = useText(ledgerWords)
  const language = useLanguage()
  const closingName = (stage: RoundStage) =>
    stage === 'closed' ? words.closeStage.closed : words.closeTitle(stageNames[language][stage])
  const lines = roundStages
    .flatMap(stage => open.state.stages[stage].history.map(entry => ({ stage, entry })))
    .toSorted((a, b) => a.entry.clock - b.entry.clock || (a.entry.id < b.entry.id ? -1 : 1))
  if (lines.length === 0) return null
  return (
    <section className="rvl-closings">
      <div className="section-head">
        <h2>{words.history}</h2>
      </div>
      <ol>
        {lines.map(({ stage, entry }) => (
          <li key={entry.id}>
            <time dateTime={entry.at}>{instantText(entry.at)}</time>
            <span>{entry.by}</span>
            <b>
              {entry.act.kind === 'close'
                ? closingName(stage)
                : words.reopenTitle(stageNames[language][stage])}
            </b>
            {entry.act.kind === 'close' ? (
              <span>
                {words.lines(formatNumber(String(entry.act.entryIds.length), language))}; SHA-256{' '}
                <code translate="no">{entry.act.sha256}</code>
              </span>
            ) : (
              <span>
                {ledger.reason}: {entry.act.reason}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
