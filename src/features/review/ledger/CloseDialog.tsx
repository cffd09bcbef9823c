import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { stageNames } from '../../../receipt/stageNames.ts'
import { closeAct, freezeStage } from '../../../state/review/closing.ts'
import { closingRefusals, conflictsAt, openAgencies } from '../../../state/review/closingObstacles.ts'
import { roundScorer } from '../../../state/review/roundScorer.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { DialogFrame } from './DialogFrame.tsx'
import { HashText } from './HashText.tsx'
import { OpenMatters } from './OpenMatters.tsx'
import { openTotals } from './openTotals.ts'
import type { StageDialogProps } from './stageDialog.ts'
import { stageWords } from './stageWords.ts'

type Freezing =
  | { readonly status: 'idle' | 'failed' }
  | { readonly status: 'computing'; readonly done: number; readonly of: number }
  | {
      readonly status: 'done'
      readonly act: ReturnType<typeof closeAct>
      /** Agencies with something to score. */
      readonly scored: number
      readonly of: StageDialogProps['open']['state']
    }

/** Freezes a stage: what is still open, the result with its hash, what closing means and what it cannot do. */
export function CloseDialog({ open, review, catalogue, directory, names, stage, close }: StageDialogProps) {
  const client = useQueryClient()
  const words = useText(stageWords)
  const language = useLanguage()
  const [freezing, setFreezing] = useState<Freezing>({ status: 'idle' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const count = (number: number) => formatNumber(String(number), language)
  const { state } = open
  const refusals = closingRefusals(state, stage)
  const matters = useMemo(() => openAgencies(state, stage, review), [state, stage, review])
  const { done, of } = review.scoring
  const stillOpen = openTotals(matters, stage, { words, count, isScored: done >= of })
  const name = stageNames[language][stage]
  const isStale = freezing.status === 'done' && freezing.of !== state
  const compute = () => {
    running.current?.abort()
    const control = new AbortController()
    running.current = control
    setFreezing({ status: 'computing', done: 0, of: 0 })
    freezeStage(open, stage, {
      score: roundScorer(open, catalogue, directory, client),
      signal: control.signal,
      progress: (done, of) => {
        if (!control.signal.aborted) setFreezing({ status: 'computing', done, of })
      },
    }).then(
      result => {
        if (control.signal.aborted) return
        const scored = result.agencies.filter(each => each.choice !== null).length
        setFreezing({ status: 'done', act: closeAct(result), scored, of: state })
      },
      () => {
        if (!control.signal.aborted) setFreezing({ status: 'failed' })
      },
    )
  }
  const write = () => {
    if (freezing.status !== 'done' || isStale) return
    if (open.append([freezing.act]).length > 0) close()
  }
  const isReady = freezing.status === 'done' && !isStale
  return (
    <DialogFrame
      title={stage === 'closed' ? words.closeStage.closed : words.closeTitle(name)}
      close={close}
      foot={
        <>
          <div className="rvl-foot-says">
            {stillOpen !== null && <p>{stillOpen}</p>}
            <p role="status">
              {freezing.status === 'computing' && words.computing(count(freezing.done), count(freezing.of))}
              {freezing.status === 'failed' && <span className="lost">{words.computeFailed}</span>}
              {isStale && words.changed}
            </p>
          </div>
          <button type="button" className="button" onClick={close}>
            {words.cancel}
          </button>
          {refusals.length === 0 && (
            <button
              type="button"
              className="button primary"
              aria-disabled={freezing.status === 'computing'}
              onClick={isReady ? write : freezing.status === 'computing' ? undefined : compute}
            >
              {isReady ? (stage === 'closed' ? words.closeStage.closed : words.confirm(name)) : words.compute}
            </button>
          )}
        </>
      }
    >
      {stillOpen !== null && (
        <p className="rvl-still">
          <Mark kind="warning" size={13} />
          {stillOpen}
        </p>
      )}
      {refusals.length > 0 && (
        <div role="alert">
          <ul className="rvl-refused">
            {refusals.map(each => (
              <li key={each}>
                <Mark kind="error" size={13} />
                {each === 'conflicts'
                  ? words.refused.conflicts(count(conflictsAt(state, stage).length))
                  : words.refused[each]}
              </li>
            ))}
          </ul>
        </div>
      )}
      {freezing.status === 'done' && !isStale && (
        <section className="rvl-frozen">
          <p>{words.frozen(count(freezing.scored), count(freezing.act.entryIds.length))}</p>
          <HashText sha256={freezing.act.sha256} />
        </section>
      )}
      <p>{words.meaning(name)}</p>
      <p className="rvl-quiet">{words.cannot}</p>
      <OpenMatters matters={matters} stage={stage} names={names} />
    </DialogFrame>
  )
}
