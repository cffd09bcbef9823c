import { Link, Outlet, useNavigate, useRouterState, useSearch } from '@tanstack/react-router'
import { useEffect, useSyncExternalStore } from 'react'
import { usePreferences } from '../state/preferences.ts'
import { Brand, Icon, type IconName } from '../ui/Icon.tsx'
import { LanguageProvider, useText } from '../ui/language.tsx'
import { HatchPatterns } from '../ui/Mark.tsx'
import type { Search } from './search.ts'
import { appWords } from './words.ts'

/** Frame of every screen: language, theme, navigation. */
export function Shell() {
  const preferred = usePreferences(state => state.language)
  const { lang } = useSearch({ from: '__root__' })
  const language = lang ?? preferred
  useTheme()
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <LanguageProvider language={language}>
      <HatchPatterns />
      <div className="app">
        <SkipLink />
        <Navigation />
        <Outlet />
      </div>
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

const screens = [
  { to: '/', icon: 'overview', word: 'overview' },
  { to: '/rule-sets', icon: 'ruleSets', word: 'ruleSets' },
  { to: '/sources', icon: 'sources', word: 'sources' },
  { to: '/exchange', icon: 'exchange', word: 'exchange' },
] as const satisfies readonly {
  to: string
  icon: IconName
  word: 'overview' | 'ruleSets' | 'sources' | 'exchange'
}[]

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
          // What is typed into one screen's search is not meant for another's.
          search={(previous: Search) => ({ ...previous, q: undefined })}
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

/** Changes the address and remembers the language for the next visit. */
export function useSetLanguage() {
  const navigate = useNavigate()
  const remember = usePreferences(state => state.setLanguage)
  return (language: 'vi' | 'en') => {
    remember(language)
    void navigate({
      to: '.',
      search: (previous: Search) => ({ ...previous, lang: language === 'en' ? 'en' : undefined }),
    })
  }
}
