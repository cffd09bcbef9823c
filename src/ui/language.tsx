import { createContext, type ReactNode, useContext } from 'react'
import type { Language } from './formatNumber.ts'

/** Texts of one part of the page in both languages; English must say everything Vietnamese does. */
export type Dictionary<Texts> = { readonly vi: Texts; readonly en: Texts }

/** Takes the Vietnamese texts as the measure: a text missing or extra in English does not compile. */
export function dictionary<Texts>(texts: {
  readonly vi: Texts
  readonly en: NoInfer<Texts>
}): Dictionary<Texts> {
  return texts
}

const LanguageContext = createContext<Language>('vi')

export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>
}

export function useLanguage(): Language {
  return useContext(LanguageContext)
}

export function useText<Texts>(dictionary: Dictionary<Texts>): Texts {
  return dictionary[useLanguage()]
}

/** The English name where there is one and English is read, the official Vietnamese name otherwise. */
export function pickName(language: Language, name: string, nameEn: string | undefined): string {
  return language === 'en' && nameEn !== undefined ? nameEn : name
}
