import type { ReactNode } from 'react'
import { usePreferences } from '../../state/preferences.ts'
import { Key } from '../../ui/Key.tsx'
import { useText } from '../../ui/language.tsx'
import { screens, takeAwayKey } from '../screens.ts'
import { appWords } from '../words.ts'
import { HelpSection } from './HelpSection.tsx'
import { helpWords } from './words.ts'

/** Every key there is, and the switch for those of a single letter. */
export function HelpKeys() {
  const words = useText(helpWords)
  const names = useText(appWords)
  const letterKeys = usePreferences(state => state.letterKeys)
  const setLetterKeys = usePreferences(state => state.setLetterKeys)
  const row = (keys: ReactNode, does: string) => (
    <div key={does}>
      <dt>{keys}</dt>
      <dd>{does}</dd>
    </div>
  )
  const alternatives = (first: string, second: string) => (
    <>
      <Key>{first}</Key> {words.or} <Key>{second}</Key>
    </>
  )
  return (
    <div>
      <HelpSection title={words.keys}>
        <dl className="help-keys">
          {row(alternatives('Ctrl K', 'Cmd K'), words.find)}
          {row(<Key>Tab</Key>, words.tab)}
          {row(<Key>Enter</Key>, words.enter)}
          {row(<Key>Esc</Key>, words.escape)}
          {row(alternatives(words.altLeft, words.altRight), words.back)}
        </dl>
        <label className="help-switch">
          <input
            type="checkbox"
            checked={letterKeys}
            onChange={event => setLetterKeys(event.target.checked)}
          />
          {words.letterKeys}
        </label>
        <p>{words.letterKeysHint}</p>
        <dl className={letterKeys ? 'help-keys' : 'help-keys off'}>
          {row(<Key>?</Key>, words.help)}
          {row(
            <>
              <Key>g</Key> {words.followedBy} <Key>{takeAwayKey}</Key>
            </>,
            words.takeAway,
          )}
          {screens.map(screen =>
            row(
              <>
                <Key>g</Key> {words.followedBy} <Key>{screen.key}</Key>
              </>,
              names[screen.word],
            ),
          )}
        </dl>
      </HelpSection>
      <HelpSection title={words.perScreen}>
        <dl className="help-screens">
          {screens.map(screen => row(names[screen.word], words.uses[screen.word]))}
        </dl>
      </HelpSection>
    </div>
  )
}
