import type { AppliedRounding } from '../model/explanation.ts'
import type { Certainty } from '../model/provenance.ts'
import { formatNumber } from '../ui/formatNumber.ts'
import type { MarkKind } from '../ui/Mark.tsx'
import { roundingModes } from './formulaWords.ts'
import type { ReceiptLine } from './receipt.ts'
import type { Speech } from './speech.ts'

export function pair(label: string, value: string, rest: Partial<ReceiptLine> = {}): ReceiptLine {
  return { kind: 'pair', label, value, ...rest }
}

export function noteLines(...notes: readonly (string | null | undefined)[]): readonly ReceiptLine[] {
  return notes.flatMap(value => (value ? [{ kind: 'note' as const, value }] : []))
}

export function formulaLine(value: string): ReceiptLine {
  return { kind: 'formula', value }
}

export function certaintyWord(certainty: Certainty, { words }: Speech): string {
  return { stated: words.stated, inferred: words.inferred, illustrative: words.illustrative }[certainty]
}

export function certaintyMark(certainty: Certainty): MarkKind {
  return certainty === 'stated' ? 'known' : certainty
}

/** "2 chữ số thập phân: 5,745 thành 5,75" with how halves go. */
export function roundingLines(applied: AppliedRounding, say: Speech): readonly ReceiptLine[] {
  const { words, language } = say
  const percent = applied.place === 'ratio' ? '%' : ''
  const before = `${say.number(applied.before)}${percent}`
  const after = `${formatNumber(applied.after, language, { minPlaces: applied.step.places })}${percent}`
  const mode = roundingModes[language][applied.step.mode]
  return [
    pair(
      words.places(applied.step.places),
      applied.before === applied.after ? after : words.becomes(before, after),
    ),
    ...noteLines(applied.place === 'ratio' ? `${mode}; ${words.ratioFirst}` : mode),
  ]
}
