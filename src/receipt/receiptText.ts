import type { Language } from '../ui/formatNumber.ts'
import type { Receipt, ReceiptLine } from './receipt.ts'
import { type ReceiptWords, receiptWords } from './words.ts'

/** The receipt as plain text, for a report or a letter. The list of stages stays on the screen. */
export function receiptText(receipt: Receipt, language: Language): string {
  const words = receiptWords[language]
  const points = pointsText(receipt, words)
  const head = [
    [words.receipt, receipt.code && `${words.item} ${receipt.code}`].filter(Boolean).join(' · '),
    receipt.title,
    receipt.scope,
    receipt.lost === null ? points : `${points}, ${words.lost(receipt.lost)}`,
  ]
  const body = receipt.sections
    .filter(section => section.id !== 'stages')
    .flatMap((section, index) => {
      const lines = [
        ...(section.title === null ? [] : [section.title]),
        ...section.lines.flatMap(line => lineText(line, words).split('\n')),
      ]
      return ['', ...lines.map((text, place) => (place === 0 ? `${index + 1}. ${text}` : `   ${text}`))]
    })
  return [...head, ...body].join('\n')
}

/** "5,75/6 điểm"; what is not scored only says how much it could be worth. */
function pointsText({ points, maxPoints }: Receipt, words: ReceiptWords): string {
  if (maxPoints === null) return points
  return /\d/.test(points)
    ? `${points}/${maxPoints} ${words.points}`
    : `${points} (${words.atMost(`${maxPoints} ${words.points}`)})`
}

function lineText({ label, value = '', mark, kind }: ReceiptLine, words: ReceiptWords): string {
  const word =
    kind === 'choice' && mark === 'reached'
      ? words.taken
      : mark === 'inferred' && value !== words.inferred
        ? words.inferred
        : mark === 'illustrative' && value !== words.illustrative
          ? words.illustrativeShort
          : null
  const text = `${label === undefined ? '' : `${label}: `}${value}`
  return word === null ? text : `${text} (${word})`
}
