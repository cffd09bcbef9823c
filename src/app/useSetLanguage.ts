import { useNavigate } from '@tanstack/react-router'
import { usePreferences } from '../state/preferences.ts'
import type { Search } from './search.ts'

/** Changes the address and remembers the language for the next visit. */
export function useSetLanguage() {
  const navigate = useNavigate()
  const remember = usePreferences(state => state.setLanguage)
  return (language: 'vi' | 'en') => {
    remember(language)
    void navigate({
      to: '.',
      search: (previous: Search) => ({ ...previous, lang: language === 'en' ? 'en' : undefined }),
      // The same view in other words is no step to go back to.
      replace: true,
    })
  }
}
