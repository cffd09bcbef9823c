import { Fragment, type ReactNode } from 'react'
import { Mark } from '../../ui/Mark.tsx'
import { PaddedNumber } from '../../ui/PaddedNumber.tsx'
import type { SaidCell, SaidWord } from './saidCells.ts'
import type { TableView } from './tableView.ts'

/** A word in place of a number, with its sign. */
export function Absent({ kind, children }: { kind: 'missing' | 'notApplicable'; children: string }) {
  return (
    <span className="absent">
      <Mark kind={kind} />
      {children}
    </span>
  )
}

/** Words before a number: a sign for who sees it, the word for who hears it; an origin is written out. */
export function Words({ words = [] }: { words?: readonly SaidWord[] | undefined }) {
  return words.map(({ kind, word, full }) =>
    kind === 'origin' ? (
      <small key={kind} className="origin-word" title={full}>
        {word}{' '}
      </small>
    ) : (
      <Fragment key={kind}>
        <Mark kind={kind} />
        <span className="visually-hidden">{word} </span>
      </Fragment>
    ),
  )
}

/** Draws what a cell says. */
export function Said({
  cell: { look, text, words },
  decimals,
  view,
}: {
  cell: SaidCell
  /** Of the longest number in the column. */
  decimals: number
  view: Pick<TableView, 'language'>
}): ReactNode {
  switch (look) {
    case 'none':
      return null
    case 'dash':
      return (
        <span className="even" aria-hidden="true">
          –
        </span>
      )
    case 'missing':
    case 'notApplicable':
      return <Absent kind={look}>{text}</Absent>
    case 'sign':
      return (
        <span title={text}>
          <Mark kind="notApplicable" />
          <span className="visually-hidden">{text}</span>
        </span>
      )
    case 'small':
      return <small>{text}</small>
    case 'text':
      return (
        <>
          <Words words={words} />
          {text}
        </>
      )
    case 'number':
      return (
        <>
          <Words words={words} />
          <PaddedNumber text={text} decimals={decimals} mark={view.language === 'vi' ? ',' : '.'} />
        </>
      )
  }
}
