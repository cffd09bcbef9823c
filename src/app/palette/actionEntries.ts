import type { Search } from '../search.ts'
import type { Action, AppEntry, PaletteContext, Target } from './targets.ts'
import { targetWords } from './words.ts'

const themes = ['light', 'dark', 'contrast', 'system'] as const

/** What can be done on any screen, in the words of the reader. */
export function actionEntries(context: PaletteContext): readonly AppEntry[] {
  const { language, screen, search, theme } = context
  const words = targetWords[language]
  const does = (action: Action): Target => ({ is: 'action', action })
  const entry = (
    id: string,
    name: string,
    what: string,
    aliases: readonly string[],
    target: Target,
  ): AppEntry => ({ id: `action:${id}`, kind: 'action', name, does: what, aliases, target: () => target })
  const other = language === 'vi' ? 'en' : 'vi'
  return [
    ...(narrows(search)
      ? [
          entry('clear', words.clear, words.clearDoes, words.aliases.clear, {
            is: 'view' as const,
            to: screen,
            search: withoutNarrowing(search),
          }),
        ]
      : []),
    entry('copy', words.copy, words.copyDoes, words.aliases.copy, does({ is: 'copy' })),
    entry('take-away', words.takeAway, words.takeAwayDoes, words.aliases.takeAway, does({ is: 'takeAway' })),
    entry(
      'check-file',
      words.checkFile,
      words.checkFileDoes,
      words.aliases.checkFile,
      does({ is: 'checkFile' }),
    ),
    entry('print', words.print, words.printDoes, words.aliases.print, does({ is: 'print' })),
    entry('help', words.help, words.helpDoes, words.aliases.help, does({ is: 'help' })),
    ...themes.map(each => ({
      ...entry(
        `theme-${each}`,
        words.themes[each],
        words.themeDoes,
        words.aliases.theme,
        does({ is: 'theme', theme: each }),
      ),
      isCurrent: each === theme,
    })),
    entry(
      `language-${other}`,
      words.language,
      words.languageDoes,
      words.languageAliases,
      does({ is: 'language', language: other }),
    ),
    entry('reset', words.reset, words.resetDoes, words.aliases.reset, {
      is: 'view',
      to: '/',
      search: { lang: search.lang },
    }),
  ]
}

const narrowing = ['filter', 'q', 'sort', 'hide', 'only', 'kind', 'closed'] as const

const narrows = (search: Search) => narrowing.some(key => search[key] !== undefined)

function withoutNarrowing(search: Search): Search {
  return { ...search, ...Object.fromEntries(narrowing.map(key => [key, undefined])) }
}
