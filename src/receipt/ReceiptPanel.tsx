import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { SoloGapBar } from '../charts/GapBarMark.tsx'
import type { GapBar } from '../charts/ladderSeries.ts'
import { Icon } from '../ui/Icon.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Mark } from '../ui/Mark.tsx'
import type { Receipt, ReceiptLine } from './receipt.ts'
import { receiptText } from './receiptText.ts'
import { receiptWords } from './words.ts'

/** The score receipt beside the chart: figures, formula, thresholds, rounding, points, stage, source. */
export function ReceiptPanel({
  receipt,
  bar,
  close,
  linkToDocument,
  covers,
}: {
  receipt: Receipt
  bar: GapBar | null
  close: () => void
  /** Draws a link to a registered document. */
  linkToDocument: (documentId: string, label: string) => ReactNode
  /** There is no room beside the page: the receipt lies over it and takes the keyboard. */
  covers: boolean
}) {
  const words = useText(receiptWords)
  const content = <Content receipt={receipt} bar={bar} close={close} linkToDocument={linkToDocument} />
  return covers ? (
    <CoveringPanel label={words.receipt} close={close}>
      {content}
    </CoveringPanel>
  ) : (
    <aside className="receipt" aria-label={words.receipt}>
      {content}
    </aside>
  )
}

/** The browser's own modal dialog: it keeps the keyboard inside and closes on Escape. */
function CoveringPanel({
  label,
  close,
  children,
}: {
  label: string
  close: () => void
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  // Closing before the dialog leaves the page lets the browser hand the focus back to where it was.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same, through onCancel
    <dialog
      ref={dialog}
      className="receipt"
      aria-label={label}
      onClick={event => {
        if (event.target === dialog.current) close()
      }}
      onCancel={event => {
        event.preventDefault()
        close()
      }}
    >
      {children}
    </dialog>
  )
}

function Content({
  receipt,
  bar,
  close,
  linkToDocument,
}: {
  receipt: Receipt
  bar: GapBar | null
  close: () => void
  linkToDocument: (documentId: string, label: string) => ReactNode
}) {
  const words = useText(receiptWords)
  return (
    <>
      <div className="receipt-head">
        <div className="receipt-top">
          <span>
            {words.receipt}
            {receipt.code !== '' && ` · ${words.item} ${receipt.code}`}
          </span>
          <button
            type="button"
            className="icon-button"
            aria-label={words.close}
            title={words.close}
            onClick={close}
          >
            <Icon name="close" />
          </button>
        </div>
        <h2>{receipt.title}</h2>
        <p className="receipt-points">
          {receipt.maxPoints === null ? (
            <span>{receipt.points}</span>
          ) : (
            <>
              <b>{receipt.points}</b>
              <span>
                /{receipt.maxPoints} {words.points}
              </span>
            </>
          )}
          {receipt.lost !== null && (
            <em className="lost">
              <Mark kind="lost" />
              {words.lost(receipt.lost)}
            </em>
          )}
          {receipt.isFull && (
            <em>
              <Mark kind="reached" />
              {words.full}
            </em>
          )}
        </p>
        {bar && <SoloGapBar bar={bar} height={16} />}
      </div>
      <ol className="receipt-steps">
        {receipt.sections.map((section, index) => (
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
      <div className="receipt-foot">
        <CopyButton key={receipt.nodeId} receipt={receipt} />
      </div>
    </>
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
          </span>
        </p>
      )
  }
}

function CopyButton({ receipt }: { receipt: Receipt }) {
  const words = useText(receiptWords)
  const language = useLanguage()
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(receiptText(receipt, language))
      setState('copied')
    } catch {
      setState('failed')
    }
  }
  return (
    <>
      <button type="button" className="button" onClick={copy}>
        <Icon name="copy" size={17} />
        {words.copy}
      </button>
      <span role="status" className="copy-state">
        {state === 'copied' && words.copied}
        {state === 'failed' && words.copyFailed}
      </span>
    </>
  )
}
