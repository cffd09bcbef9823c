import { Fragment, useState } from 'react'
import { Icon } from '../../../ui/Icon.tsx'
import { useText } from '../../../ui/language.tsx'
import { TableScroll } from '../../../ui/TableScroll.tsx'
import type { LossLine } from './lossLines.ts'
import { provinceWords } from './provinceWords.ts'

/** Parts named in the row itself; the rest opens below it. */
const named = 2

export function LossTable({
  lines,
  by,
  showsAll,
}: {
  lines: readonly LossLine[]
  by: 'criterion' | 'agency'
  /** Also on a phone. */
  showsAll: boolean
}) {
  const words = useText(provinceWords)
  const [openRow, setOpenRow] = useState<string | null>(null)
  const { lossColumns } = words
  const isByCriterion = by === 'criterion'
  return (
    <TableScroll label={words.annexLoss}>
      <table className={`rvs-table rvs-losses${showsAll ? '' : ' rvs-fits'}`}>
        <thead>
          <tr>
            <th scope="col" className="rvs-number rvs-beyond">
              {lossColumns.number}
            </th>
            <th scope="col">{isByCriterion ? lossColumns.name : lossColumns.agency}</th>
            <th scope="col" className="rvs-number">
              {lossColumns.lost}
            </th>
            <th scope="col" className="rvs-bar-head">
              {lossColumns.share}
            </th>
            {isByCriterion && (
              <th scope="col" className="rvs-number rvs-beyond">
                {lossColumns.agencies}
              </th>
            )}
            <th scope="col" className="rvs-most">
              <span>{lossColumns.most}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <Fragment key={line.id}>
              <tr>
                <td className="rvs-number rvs-quiet-cell rvs-beyond">{index + 1}</td>
                <th scope="row">
                  {line.name}
                  {line.note !== null && <small>{line.note}</small>}
                </th>
                <td className="rvs-number rvs-lost">
                  <b>{line.lost}</b>
                </td>
                <td className="rvs-bar-cell">
                  <svg width="100%" height="12" aria-hidden="true">
                    <rect width={`${line.bar}%`} height="12" fill="var(--lost)" />
                  </svg>
                  <span>{line.share}</span>
                </td>
                {isByCriterion && <td className="rvs-number rvs-beyond">{line.count}</td>}
                <td className="rvs-how rvs-most">
                  <button
                    type="button"
                    aria-expanded={openRow === line.id}
                    onClick={() => setOpenRow(openRow === line.id ? null : line.id)}
                  >
                    <span className="visually-hidden">
                      {isByCriterion ? words.who(line.name) : words.which(line.name)}:{' '}
                    </span>
                    <span className="rvs-who">
                      {line.parts
                        .slice(0, named)
                        .map(part => `${part.name} ${part.lost}`)
                        .join('; ')}
                      {line.parts.length > named &&
                        ` ${(isByCriterion ? words.more : words.moreCriteria)(String(line.parts.length - named))}`}
                    </span>
                    <Icon name="chevron" size={14} />
                  </button>
                </td>
              </tr>
              {openRow === line.id && (
                <tr className="rvs-why">
                  <td colSpan={isByCriterion ? 6 : 5}>
                    <ol className="rvs-parts">
                      {line.parts.map(part => (
                        <li key={part.id}>
                          <span>{part.name}</span>
                          <b>{part.lost}</b>
                          {part.share !== '' && <small>{part.share}</small>}
                        </li>
                      ))}
                    </ol>
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
