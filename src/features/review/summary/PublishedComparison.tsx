import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { TableScroll } from '../../../ui/TableScroll.tsx'
import { entryWords } from './entryWords.ts'
import type { ComparedRow } from './publishedRows.ts'

/** Published and computed results side by side, to the last digit; those that differ first. */
export function PublishedComparison({ rows }: { rows: readonly ComparedRow[] }) {
  const words = useText(entryWords)
  const number = (name: string, hint?: string) => (
    <th scope="col" className="rvs-number">
      {name}
      {hint !== undefined && <small>{hint}</small>}
    </th>
  )
  return (
    <TableScroll label={words.annex}>
      <table className="rvs-table rvs-compared">
        <thead>
          <tr>
            <th scope="col">{words.agency}</th>
            {number(words.total)}
            {number(words.computedTotal)}
            {number(words.difference, words.differenceHint)}
            {number(words.rank)}
            {number(words.computedRank)}
            <th scope="col">{words.band}</th>
            <th scope="col">{words.computedBand}</th>
            <th scope="col">{words.verdict}</th>
            <th scope="col">{words.source}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.agencyId}>
              <th scope="row">{row.name}</th>
              <td className="rvs-number">{row.total}</td>
              <td className="rvs-number">{row.computedTotal}</td>
              <td className={row.worst === 'differs' ? 'rvs-number rvs-lost' : 'rvs-number'}>
                {row.difference}
              </td>
              <td className="rvs-number">{row.rank}</td>
              <td className="rvs-number">{row.computedRank}</td>
              <td>{row.band}</td>
              <td>{row.computedBand}</td>
              <td className={row.worst === 'differs' ? 'rvs-lost' : undefined}>
                {row.worst !== null && (
                  <Mark
                    kind={
                      row.worst === 'differs'
                        ? 'warning'
                        : row.worst === 'same' || row.worst === 'rounded'
                          ? 'reached'
                          : 'missing'
                    }
                  />
                )}
                {row.verdict}
              </td>
              <td className="rvs-how">{row.source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
