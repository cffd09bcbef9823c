import { useRouterState, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { usePreferences } from '../../state/preferences.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Key } from '../../ui/Key.tsx'
import { useText } from '../../ui/language.tsx'
import { useOverlay } from '../overlay.ts'
import { trailWords } from './words.ts'

/** How long the word of an action stays. */
const sayFor = 5000

/** Screens whose rows open a receipt. */
const receiptScreens: readonly string[] = ['/', '/criteria']

/** What an action has just done or, until the first receipt is opened, how to open one. */
export function Hint() {
  const words = useText(trailWords)
  const said = useOverlay(state => state.said)
  const say = useOverlay(state => state.say)
  const isDone = usePreferences(state => state.hintDone)
  const finish = usePreferences(state => state.finishHint)
  const letterKeys = usePreferences(state => state.letterKeys)
  const hasRows = useRouterState({ select: state => receiptScreens.includes(state.location.pathname) })
  useFinishOnReceipt(finish)
  useEffect(() => {
    if (said === '') return
    const timer = setTimeout(() => say(''), sayFor)
    return () => clearTimeout(timer)
  }, [said, say])
  return (
    <>
      <p className="trail-said" role="status">
        {said}
      </p>
      {!isDone && hasRows && said === '' && (
        <p className="trail-hint">
          <span>
            {words.hint}{' '}
            <span className="trail-keys">
              <Key>Ctrl K</Key> {words.hintKeys.find}{' '}
              {letterKeys && (
                <>
                  <Key>?</Key> {words.hintKeys.help}
                </>
              )}
            </span>
          </span>
          <button type="button" aria-label={words.closeHint} title={words.closeHint} onClick={finish}>
            <Icon name="close" size={12} />
          </button>
        </p>
      )}
    </>
  )
}

/** A receipt in the address the page was opened with is somebody else's doing; the next one is the reader's. */
function useFinishOnReceipt(finish: () => void) {
  const { criterion } = useSearch({ from: '__root__' })
  const before = useRef(criterion)
  useEffect(() => {
    if (criterion === before.current) return
    before.current = criterion
    if (criterion !== undefined && criterion !== 'none') finish()
  }, [criterion, finish])
}
