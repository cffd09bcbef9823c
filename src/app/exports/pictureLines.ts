import type { OriginLine } from '../../model/exportOrigin.ts'
import type { Language } from '../../ui/formatNumber.ts'
import { originWords } from './words.ts'

/** Of the lines that say what a view is, those under a picture: the rest stands in its own heading and source. */
export function pictureLines(lines: readonly OriginLine[], language: Language): readonly string[] {
  const words = originWords[language]
  const wanted: readonly string[] = [words.ruleSet, words.dataHash, words.app, words.madeAt]
  return lines.filter(line => wanted.includes(line.label)).map(({ label, text }) => `${label}: ${text}`)
}
