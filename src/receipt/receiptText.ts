import type { Language } from '../ui/formatNumber.ts'
import type { Receipt } from './receipt.ts'
import { receiptWords } from './words.ts'

/** The receipt as plain text, for a report or a letter. */
export function receiptText(receipt: Receipt, language: Language): string {
  const words = receiptWords[language]
  const head = [
    [words.receipt, receipt.code && `${words.item} ${receipt.code}`].filter(Boolean).join(' · '),
    receipt.title,
    `${receipt.points}/${receipt.maxPoints} ${words.points}${receipt.lost === null ? '' : `, ${words.lost(receipt.lost)}`}`,
  ]
  const body = receipt.sections.flatMap((section, index) => [
    '',
    ...(section.title === null ? [] : [`${index + 1}. ${section.title}`]),
    ...section.lines.map(line => {
      const label = line.label === undefined ? '' : `${line.label}: `
      const sign = line.mark === 'inferred' ? ` (${words.inferred})` : ''
      return `${section.title === null ? `${index + 1}. ` : '   '}${label}${(line.value ?? '').replaceAll('\n', '; ')}${sign}`
    }),
  ])
  return [...head, ...body].join('\n')
}
