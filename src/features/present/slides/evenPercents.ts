import type { Language } from '../../../ui/formatNumber.ts'

const forms = { vi: /^[\d.]+(?:,(\d+))?%$/, en: /^[\d,]+(?:\.(\d+))?%$/ } as const

/** Percentages of one column with the same decimals ("70,50%" beside "70,56%"); other texts as they are. */
export function evenPercents(texts: readonly string[], language: Language): readonly string[] {
  const form = forms[language]
  const placesOf = (text: string) => form.exec(text)?.[1]?.length ?? 0
  const most = Math.max(0, ...texts.map(placesOf))
  return texts.map(text => {
    const missing = form.test(text) ? most - placesOf(text) : 0
    if (missing === 0) return text
    const mark = placesOf(text) > 0 ? '' : language === 'vi' ? ',' : '.'
    return `${text.slice(0, -1)}${mark}${'0'.repeat(missing)}%`
  })
}
