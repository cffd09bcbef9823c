import type { ReactNode } from 'react'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { PercentBar } from './PercentBar.tsx'
import type { PrintedRow } from './printedRows.ts'
import { type PrintWords, printWords } from './words.ts'

const columns = ['code', 'name', 'max', 'figures', 'points', 'lost', 'percent', 'evidence', 'note'] as const

/** Letters of a part that fit on one line of its column. */
const longestWhole = 14

/** The form as a ruled table; its head stands on every page, its foot stays with the total. */
export function PrintedTable({ rows, foot }: { rows: readonly PrintedRow[]; foot: ReactNode }) {
  const words = useText(printWords)
  return (
    <table>
      <colgroup>
        {columns.map(column => (
          <col key={column} className={`sa-col-${column}`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(column => (
            <th key={column} scope="col">
              {words[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <Row key={`${row.kind} ${row.id}`} row={row} words={words} />
        ))}
        <tr className="foot">
          <td colSpan={columns.length}>{foot}</td>
        </tr>
      </tbody>
    </table>
  )
}

function Row({ row, words }: { row: PrintedRow; words: PrintWords }) {
  return (
    <tr className={row.kind}>
      <td className="code">{row.code}</td>
      <th scope="row">{row.name}</th>
      <td className="number">{row.max}</td>
      <td className="number">
        <Figures row={row} words={words} />
      </td>
      <td className={row.points.isWord ? 'middle' : 'number'}>
        {row.points.mark && <Mark kind={row.points.mark} />}
        {row.points.text}
        {row.isClaimed && '*'}
      </td>
      <td className="number">{row.lost}</td>
      <td>
        {row.percent === 'none'
          ? '–'
          : row.percent && <PercentBar percent={row.percent} isInferred={row.isInferred} />}
      </td>
      <td>
        <Lines texts={row.evidence} />
        {row.lack !== null && (
          <p>
            <Mark kind="missing" />
            {row.lack}
          </p>
        )}
      </td>
      <td>
        <Lines texts={row.notes} />
      </td>
    </tr>
  )
}

function Figures({ row: { figures, kind }, words }: { row: PrintedRow; words: PrintWords }) {
  if (!figures) return kind === 'leaf' || kind === 'adjustment' ? '–' : null
  return (
    <>
      {figures.parts.map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts are their places
        <span key={place}>
          {place > 0 && ' '}
          <span className={part.length <= longestWhole ? 'whole' : undefined}>
            {part}
            {place < figures.parts.length - 1 && ' ·'}
          </span>
        </span>
      ))}
      {figures.absent && (
        <span className="absent">
          <Mark
            kind={
              figures.absent === 'notApplicable' || figures.absent === 'notProposed'
                ? 'notApplicable'
                : 'missing'
            }
          />
          {words[figures.absent]}
        </span>
      )}
    </>
  )
}

function Lines({ texts }: { texts: readonly string[] }) {
  return texts.map((text, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two documents may have the same title
    <p key={place}>{text}</p>
  ))
}
