import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { stageNames } from '../../../receipt/stageNames.ts'
import { type Recheck, recheckClosing } from '../../../state/review/closing.ts'
import { roundScorer } from '../../../state/review/roundScorer.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { DialogFrame } from './DialogFrame.tsx'
import { HashText } from './HashText.tsx'
import type { StageDialogProps } from './stageDialog.ts'
import { type StageWords, stageWords } from './stageWords.ts'

type Checking =
  | { readonly status: 'computing'; readonly done: number; readonly of: number }
  | { readonly status: 'failed' }
  | { readonly status: 'done'; readonly recheck: Recheck }

/** Most names that are listed of one kind. */
const mostNames = 12

/** Makes the frozen result again and says whether it is the same, and where not. */
export function RecheckDialog({ open, review, catalogue, directory, names, stage, close }: StageDialogProps) {
  const client = useQueryClient()
  const words = useText(stageWords)
  const language = useLanguage()
  const [checking, setChecking] = useState<Checking>({ status: 'computing', done: 0, of: 0 })
  const { closed } = open.state.stages[stage]
  const isScored = review.scoring.done >= review.scoring.of
  const count = (number: number) => formatNumber(String(number), language)
  // biome-ignore lint/correctness/useExhaustiveDependencies: checked once, as the ledger stood when everything it shows was scored
  useEffect(() => {
    if (closed === null || !isScored) return
    const control = new AbortController()
    recheckClosing(open, closed, review, {
      score: roundScorer(open, catalogue, directory, client),
      signal: control.signal,
      progress: (done, of) => {
        if (!control.signal.aborted) setChecking({ status: 'computing', done, of })
      },
    }).then(
      recheck => {
        if (!control.signal.aborted) setChecking({ status: 'done', recheck })
      },
      () => {
        if (!control.signal.aborted) setChecking({ status: 'failed' })
      },
    )
    return () => control.abort()
  }, [closed, isScored])
  return (
    <DialogFrame
      title={words.recheckTitle(stageNames[language][stage])}
      close={close}
      foot={
        <button type="button" className="button" onClick={close}>
          {words.close}
        </button>
      }
    >
      <p className="rvl-quiet">{words.recheckHow}</p>
      <div role="status">
        {checking.status === 'computing' && (
          <p>{words.computing(count(checking.done), count(checking.of))}</p>
        )}
        {checking.status === 'failed' && <p className="lost">{words.computeFailed}</p>}
        {checking.status === 'done' && (
          <>
            <Finding isGood={checking.recheck.agrees}>
              {checking.recheck.agrees ? words.matches : words.differs}
            </Finding>
            {checking.recheck.shown !== null && (
              <Finding isGood={checking.recheck.shown.length === 0}>
                {checking.recheck.shown.length === 0
                  ? words.shownSame
                  : words.shownDiffers(listed(checking.recheck.shown.map(names.agency), words, count))}
              </Finding>
            )}
          </>
        )}
      </div>
      {checking.status === 'done' && closed !== null && (
        <>
          {!checking.recheck.agrees && (
            <ul className="rvl-differences">
              {differences(checking.recheck, open.broken, names.agency, words, count).map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
          <HashText label={words.written} sha256={closed.act.sha256} />
          <HashText label={words.computed} sha256={checking.recheck.sha256} />
        </>
      )}
      <p className="rvl-quiet">{words.cannot}</p>
    </DialogFrame>
  )
}

function Finding({ isGood, children }: { isGood: boolean; children: ReactNode }) {
  return (
    <p className={isGood ? 'rvl-agrees' : 'rvl-agrees lost'}>
      <Mark kind={isGood ? 'reached' : 'error'} size={14} />
      {children}
    </p>
  )
}

function listed(all: readonly string[], words: StageWords, count: (number: number) => string): string {
  const rest = all.length - mostNames
  return [...all.slice(0, mostNames), ...(rest > 0 ? [words.more(count(rest))] : [])].join(', ')
}

/** What differs, as far as the closing can tell. */
function differences(
  { missing, hasOtherRules, agencies }: Recheck,
  broken: StageDialogProps['open']['broken'],
  agencyName: (id: string) => string,
  words: StageWords,
  count: (number: number) => string,
): readonly string[] {
  const list = (all: readonly string[]) => listed(all, words, count)
  const named = (ids: readonly string[]) => list(ids.map(agencyName))
  const people = [...new Set(broken.map(each => each.by))]
  const isSameEverywhere =
    agencies !== null && agencies.changed.length + agencies.gone.length + agencies.fresh.length === 0
  return [
    ...(missing.length > 0 ? [words.missingLines(count(missing.length), list(missing))] : []),
    ...(people.length > 0 ? [words.brokenPens(list(people))] : []),
    ...(hasOtherRules ? [words.otherRules] : []),
    ...(agencies === null ? [words.unknownDifference] : []),
    ...(agencies && agencies.changed.length > 0 ? [words.otherResult(named(agencies.changed))] : []),
    ...(agencies && agencies.gone.length > 0 ? [words.goneAgencies(named(agencies.gone))] : []),
    ...(agencies && agencies.fresh.length > 0 ? [words.newAgencies(named(agencies.fresh))] : []),
    ...(isSameEverywhere && missing.length === 0 ? [words.alteredText] : []),
  ]
}
