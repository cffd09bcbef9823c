import { useRouterState } from '@tanstack/react-router'
import { type Theme, usePreferences } from '../state/preferences.ts'
import { Icon } from '../ui/Icon.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { PresentLink, presentable } from './exports/PresentLink.tsx'
import { useOverlay } from './overlay.ts'
import { useSetLanguage } from './useSetLanguage.ts'
import { appWords } from './words.ts'

/** Help, slides of this view, what can be taken away, print, theme and language: on every screen. */
export function Tools() {
  const setLanguage = useSetLanguage()
  const show = useOverlay(state => state.show)
  const words = useText(appWords)
  const language = useLanguage()
  const theme = usePreferences(state => state.theme)
  const pathname = useRouterState({ select: state => state.location.pathname })
  const setTheme = usePreferences(state => state.setTheme)
  return (
    <div className="tools">
      <button
        type="button"
        className="tool"
        aria-label={words.help}
        aria-haspopup="dialog"
        title={words.help}
        onClick={() => show('help')}
      >
        <Icon name="help" />
      </button>
      {presentable.includes(pathname) && (
        <PresentLink className="tool present-tool" title={words.presentThis}>
          <Icon name="present" />
        </PresentLink>
      )}
      <button
        type="button"
        className="tool"
        aria-label={words.takeAway}
        aria-haspopup="dialog"
        title={words.takeAwayTitle}
        onClick={() => show('export')}
      >
        <Icon name="download" />
      </button>
      <button
        type="button"
        className="tool"
        aria-label={words.print}
        title={words.print}
        onClick={() => window.print()}
      >
        <Icon name="print" />
      </button>
      <label className="tool" title={words.theme}>
        <Icon name="theme" />
        <span className="visually-hidden">{words.theme}</span>
        <select value={theme} onChange={event => setTheme(event.target.value as Theme)}>
          {Object.entries(words.themes).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="tool language" title={words.language}>
        <span className="visually-hidden">{words.language}</span>
        <select value={language} onChange={event => setLanguage(event.target.value === 'en' ? 'en' : 'vi')}>
          <option value="vi" lang="vi">
            VI
          </option>
          <option value="en" lang="en">
            EN
          </option>
        </select>
      </label>
    </div>
  )
}
