import { Link, Outlet, useRouterState, useSearch } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useEffect, useSyncExternalStore } from 'react'
import { OriginProvider } from '../state/exports/originContext.ts'
import { type Language, usePreferences } from '../state/preferences.ts'
import { Brand, Icon } from '../ui/Icon.tsx'
import { LanguageProvider, useText } from '../ui/language.tsx'
import { HatchPatterns } from '../ui/Mark.tsx'
import { PictureFoot } from '../ui/picture/foot.ts'
import { useOriginMaker, usePictureFoot } from './exports/useOriginMaker.ts'
import { Overlays } from './Overlays.tsx'
import { screenAt, screens, toAnotherScreen } from './screens.ts'
import type { Search } from './search.ts'
import { useArrival } from './useArrival.ts'
import { useKeys } from './useKeys.ts'
import { appWords } from './words.ts'

// Only paper shows it; a screen without it is whole.
const PrintedFoot = lazy(
  (): Promise<{ default: () => ReactNode }> =>
    import('./exports/PrintedFoot.tsx').then(
      module => ({ default: module.PrintedFoot }),
      () => ({ default: NoFoot }),
    ),
)

function NoFoot(): ReactNode {
  return null
}

/** Frame of every screen: language, theme, navigation, keys, and what lies over the page. */
export function Shell() {
  const preferred = usePreferences(state => state.language)
  const { lang } = useSearch({ from: '__root__' })
  const language: Language = lang ?? preferred
  useTheme()
  useKeys()
  const arrivedAt = useArrival()
  const screen = arrivedAt === null ? undefined : screenAt(arrivedAt)
  const words = appWords[language]
  const makeOrigin = useOriginMaker(language)
  const pictureFoot = usePictureFoot(makeOrigin, language)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <LanguageProvider language={language}>
      <OriginProvider value={makeOrigin}>
        <HatchPatterns />
        <div className="app">
          <SkipLink />
          <Navigation />
          <PictureFoot value={pictureFoot}>
            <Outlet />
          </PictureFoot>
          <p className="visually-hidden" aria-live="polite">
            {screen && words[screen.word]}
          </p>
          <Suspense fallback={null}>
            <PrintedFoot />
          </Suspense>
        </div>
        <Overlays />
      </OriginProvider>
    </LanguageProvider>
  )
}

/** Hash routing owns the address, so the jump is made by hand. */
function SkipLink() {
  const words = useText(appWords)
  return (
    <button type="button" className="skip" onClick={() => document.getElementById('content')?.focus()}>
      {words.skip}
    </button>
  )
}

function Navigation() {
  const words = useText(appWords)
  const current = useRouterState({ select: state => state.location.pathname })
  return (
    <nav className="nav" aria-label={words.screens}>
      <Link
        className="brand"
        to="/"
        search={(previous: Search) => ({ lang: previous.lang })}
        aria-label={words.home}
      >
        <Brand />
      </Link>
      {screens.map(screen => (
        <Link
          key={screen.to}
          to={screen.to}
          search={toAnotherScreen}
          {...(screen.startsGroup ? { className: 'group-start' } : {})}
          {...(screen.to === current ? { 'aria-current': 'page' as const } : {})}
        >
          <Icon name={screen.icon} size={20} />
          <span>{words[screen.word]}</span>
        </Link>
      ))}
    </nav>
  )
}

/** Applies the reader's theme to the whole document; "system" follows the machine. */
function useTheme() {
  const theme = usePreferences(state => state.theme)
  const prefersDark = useSyncExternalStore(subscribeDark, () => darkQuery().matches)
  const prefersContrast = useSyncExternalStore(subscribeContrast, () => contrastQuery().matches)
  const applied = theme === 'system' ? (prefersContrast ? 'contrast' : prefersDark ? 'dark' : 'light') : theme
  useEffect(() => {
    document.documentElement.dataset['theme'] = applied
  }, [applied])
}

const darkQuery = () => window.matchMedia('(prefers-color-scheme: dark)')
const contrastQuery = () => window.matchMedia('(prefers-contrast: more)')

function subscribe(query: MediaQueryList, notify: () => void) {
  query.addEventListener('change', notify)
  return () => query.removeEventListener('change', notify)
}

const subscribeDark = (notify: () => void) => subscribe(darkQuery(), notify)
const subscribeContrast = (notify: () => void) => subscribe(contrastQuery(), notify)
