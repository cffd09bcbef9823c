import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Bilingual } from '../model/provenance.ts'

export type Theme = 'system' | 'light' | 'dark' | 'contrast'
export type Language = keyof Bilingual

/** What is kept on this machine. */
type Kept = {
  readonly theme: Theme
  readonly language: Language
  /** The first-visit hint was closed, or the reader found the way without it. */
  readonly hintDone: boolean
  /** Keys of a single letter; off for whoever dictates or has them taken by other software. */
  readonly letterKeys: boolean
  /** What was last chosen in the palette, the latest first. */
  readonly recent: readonly string[]
  /** Name that goes into ledgers of reviews, as typed; "" until somebody did. */
  readonly reviewer: string
}

type Preferences = Kept & {
  readonly setTheme: (theme: Theme) => void
  readonly setLanguage: (language: Language) => void
  readonly finishHint: () => void
  readonly setLetterKeys: (on: boolean) => void
  readonly rememberChoice: (id: string) => void
  readonly setReviewer: (name: string) => void
}

const themes: readonly Theme[] = ['system', 'light', 'dark', 'contrast']
const rememberedChoices = 6
const longestName = 80

/** How this reader likes the page; kept on this machine only. What is shown lives in the address. */
export const usePreferences = create<Preferences>()(
  persist(
    set => ({
      ...readStored(undefined),
      setTheme: theme => set({ theme }),
      setLanguage: language => set({ language }),
      finishHint: () => set({ hintDone: true }),
      setLetterKeys: letterKeys => set({ letterKeys }),
      rememberChoice: id =>
        set(({ recent }) => ({
          recent: [id, ...recent.filter(each => each !== id)].slice(0, rememberedChoices),
        })),
      setReviewer: name => set({ reviewer: readName(name) }),
    }),
    {
      name: 'parboard-preferences',
      version: 2,
      partialize: ({ theme, language, hintDone, letterKeys, recent, reviewer }) => ({
        theme,
        language,
        hintDone,
        letterKeys,
        recent,
        reviewer,
      }),
      // Version 1 had theme and language alone. Whatever stands there is read field by field.
      migrate: stored => readStored(stored),
      merge: (stored, current) => ({ ...current, ...readStored(stored) }),
    },
  ),
)

/** Fields that are understood; the rest as on a first visit. */
export function readStored(stored: unknown): Kept {
  const fields: Readonly<Record<string, unknown>> =
    typeof stored === 'object' && stored !== null ? { ...stored } : {}
  const { theme, language, hintDone, letterKeys, recent, reviewer } = fields
  return {
    theme: themes.find(each => each === theme) ?? 'system',
    language: language === 'en' ? 'en' : 'vi',
    hintDone: hintDone === true,
    letterKeys: letterKeys !== false,
    recent: Array.isArray(recent)
      ? recent.filter((each): each is string => typeof each === 'string').slice(0, rememberedChoices)
      : [],
    reviewer: readName(reviewer),
  }
}

/** In NFC, without spaces nobody sees, no longer than a name is. */
function readName(name: unknown): string {
  if (typeof name !== 'string') return ''
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').slice(0, longestName).trim()
}
