import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Bilingual } from '../model/provenance.ts'

export type Theme = 'system' | 'light' | 'dark' | 'contrast'
export type Language = keyof Bilingual

type Preferences = {
  readonly theme: Theme
  readonly language: Language
  readonly setTheme: (theme: Theme) => void
  readonly setLanguage: (language: Language) => void
}

const themes: readonly string[] = ['system', 'light', 'dark', 'contrast']

/** How this reader likes the page; kept on this machine only. What is shown lives in the address. */
export const usePreferences = create<Preferences>()(
  persist(
    set => ({
      theme: 'system',
      language: 'vi',
      setTheme: theme => set({ theme }),
      setLanguage: language => set({ language }),
    }),
    {
      name: 'parboard-preferences',
      version: 1,
      partialize: ({ theme, language }) => ({ theme, language }),
      // Version 1 is the first; whatever older or foreign text stands there is read field by field.
      migrate: stored => readStored(stored),
      merge: (stored, current) => ({ ...current, ...readStored(stored) }),
    },
  ),
)

function readStored(stored: unknown): Pick<Preferences, 'theme' | 'language'> {
  const fields = typeof stored === 'object' && stored !== null ? stored : {}
  const theme =
    'theme' in fields && themes.includes(String(fields.theme)) ? (fields.theme as Theme) : 'system'
  const language = 'language' in fields && fields.language === 'en' ? 'en' : 'vi'
  return { theme, language }
}
