import { type ReactNode, useState } from 'react'
import { SoloGapBar } from '../charts/GapBarMark.tsx'
import type { GapBar } from '../charts/ladderSeries.ts'
import { Icon } from '../ui/Icon.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Mark } from '../ui/Mark.tsx'
import { SidePanel } from '../ui/SidePanel.tsx'
import { ReceiptSteps } from './ReceiptSteps.tsx'
import type { Receipt } from './receipt.ts'
import { receiptLink } from './receiptLink.ts'
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
  return (
    <SidePanel label={words.receipt} close={close} covers={covers}>
      <Content receipt={receipt} bar={bar} close={close} linkToDocument={linkToDocument} />
    </SidePanel>
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
      <ReceiptSteps sections={receipt.sections} linkToDocument={linkToDocument} />
      <div className="receipt-foot">
        <CopyButtons key={receipt.nodeId} receipt={receipt} />
      </div>
    </>
  )
}

type Copied = 'idle' | 'text' | 'link' | 'failed'

function CopyButtons({ receipt }: { receipt: Receipt }) {
  const words = useText(receiptWords)
  const language = useLanguage()
  const [state, setState] = useState<Copied>('idle')
  const copy = async (what: 'text' | 'link', text: string) => {
    try {
      await navigator.clipboard.writeText(text)
      setState(what)
    } catch {
      setState('failed')
    }
  }
  return (
    <>
      <button type="button" className="button" onClick={() => copy('text', receiptText(receipt, language))}>
        <Icon name="copy" size={17} />
        {words.copy}
      </button>
      <button
        type="button"
        className="button"
        onClick={() => copy('link', receiptLink(window.location.href, receipt.nodeId))}
      >
        {words.copyLink}
      </button>
      <span role="status" className="copy-state">
        {state === 'text' && words.copied}
        {state === 'link' && words.linkCopied}
        {state === 'failed' && words.copyFailed}
      </span>
    </>
  )
}
