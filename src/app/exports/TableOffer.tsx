import { useEffect, useState } from 'react'
import type { DisplayedTable } from '../../model/displayedTable.ts'
import type { Offer } from '../../state/exports/offers.ts'
import type { TableFormat } from '../../state/exports/tableFile.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { panelWords } from './panelWords.ts'

export type TableOfferOf = Extract<Offer, { readonly kind: 'table' }>

/** A table of the screen: what is in it, and its forms. */
export function TableOffer({
  offer,
  isBusy,
  save,
  copy,
}: {
  offer: TableOfferOf
  isBusy: boolean
  save: (format: TableFormat) => void
  copy: () => void
}) {
  const words = useText(panelWords)
  const button = (what: string, title: string, press: () => void) => (
    <button
      type="button"
      className="button"
      title={title}
      aria-label={words.of(what, offer.name)}
      aria-disabled={isBusy}
      onClick={() => {
        if (!isBusy) press()
      }}
    >
      {what}
    </button>
  )
  return (
    <li className="ex-offer">
      <div>
        <b>{offer.name}</b>
        <Contents offer={offer} />
      </div>
      <div className="ex-buttons">
        {button(words.excel, 'XLSX', () => save('xlsx'))}
        {button(words.csvSemicolon, words.csvSemicolonTitle, () => save('csv-semicolon'))}
        {button(words.csvComma, words.csvCommaTitle, () => save('csv-comma'))}
        {button(words.copy, words.copyTitle, copy)}
      </div>
    </li>
  )
}

/** Rows, columns and what narrows them, as the table stands when the list is opened. */
function Contents({ offer }: { offer: TableOfferOf }) {
  const words = useText(panelWords)
  const language = useLanguage()
  const [table, setTable] = useState<DisplayedTable | 'reading' | 'failed'>('reading')
  useEffect(() => {
    let isOver = false
    // The list is painted first: a table of thousands of rows takes its time.
    const timer = setTimeout(() => {
      Promise.resolve()
        .then(offer.make)
        .then(
          made => !isOver && setTable(made),
          () => !isOver && setTable('failed'),
        )
    }, 60)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [offer])
  if (table === 'reading') return <small>{words.reading}</small>
  if (table === 'failed') return <small>{words.unreadable}</small>
  const count = (value: number) => formatNumber(String(value), language)
  const rows = table.rows.filter(row => row.kind !== 'heading' && row.kind !== 'gap').length
  return (
    <small>
      {table.rows.length === 0 ? words.noRows : words.size(count(rows), count(table.columns.length))}
      {' · '}
      {table.narrowed.length === 0 ? words.whole : table.narrowed.join('; ')}
    </small>
  )
}
