import type { ReactNode } from 'react'
import { useText } from '../ui/language.tsx'
import { Mark } from '../ui/Mark.tsx'
import type { ReceiptLine, ReceiptSection } from './receipt.ts'
import { receiptWords } from './words.ts'

/** Numbered sections of a receipt or of the description of a rule. */
export function ReceiptSteps({
  sections,
  linkToDocument,
}: {
  sections: readonly ReceiptSection[]
  linkToDocument: (documentId: string, label: string) => ReactNode
}) {
  return (
    <ol className="receipt-steps">
      {sections.map((section, index) => (
        <li key={section.id} className={section.id === 'stages' ? 'roomy' : undefined}>
          <span className="step-number" aria-hidden="true">
            {index + 1}
          </span>
          <div>
            {section.title !== null && <h3>{section.title}</h3>}
            {section.lines.map((line, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a receipt never move
              <Line key={place} line={line} linkToDocument={linkToDocument} />
            ))}
          </div>
        </li>
      ))}
    </ol>
  )
}

function Line({
  line,
  linkToDocument,
}: {
  line: ReceiptLine
  linkToDocument: (documentId: string, label: string) => ReactNode
}) {
  const words = useText(receiptWords)
  const value = line.value ?? ''
  switch (line.kind) {
    case 'formula':
      return <p className="formula">{value}</p>
    case 'choice':
      return (
        <p className={line.strong ? 'choice strong' : 'choice'}>
          {value}
          {line.mark && (
            <>
              <Mark kind={line.mark} />
              <span className="visually-hidden">{words.taken}</span>
            </>
          )}
        </p>
      )
    case 'note':
      return <p className="note">{value}</p>
    case 'document':
      return <p>{line.documentId ? linkToDocument(line.documentId, value) : value}</p>
    default:
      return (
        <p className={`pair${line.strong ? ' strong' : ''}`}>
          <span>{line.label}</span>
          <span>
            {line.mark && <Mark kind={line.mark} />}
            {value}
            {line.mark === 'inferred' && value !== words.inferred && <small>{words.inferred}</small>}
            {line.mark === 'illustrative' && value !== words.illustrative && (
              <small>{words.illustrativeShort}</small>
            )}
          </span>
        </p>
      )
  }
}
