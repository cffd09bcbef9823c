import type { PhasesView } from '../../state/tasks/phasesOf.ts'
import { formatDate, formatNumber } from '../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { tasksWords } from './words.ts'

/** The timeline as a table. */
export function PhasesTable({ view: { phases, overlaps } }: { view: PhasesView }) {
  const language = useLanguage()
  const words = useText(tasksWords)
  return (
    <TableScroll label={words.phasesTable}>
      <table className="tk-phase-table">
        <thead>
          <tr>
            <th scope="col">{words.phase}</th>
            <th scope="col">{words.period}</th>
            <th scope="col">{words.covers}</th>
            <th scope="col">{words.overlapsWith}</th>
            <th scope="col">{words.source}</th>
          </tr>
        </thead>
        <tbody>
          {phases.map(({ id, name, from, to, written, covers, provenance }) => {
            const own = overlaps.filter(({ firstId, secondId }) => firstId === id || secondId === id)
            return (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td className="tk-span">
                  {words.between(formatDate(from), formatDate(to))}
                  <small>{words.asWritten(written)}</small>
                </td>
                <td>
                  {covers}
                  {provenance.note !== undefined && <small>{provenance.note}</small>}
                </td>
                <td>
                  {own.length === 0
                    ? words.noOverlap
                    : own.map(overlap => {
                        const other = overlap.firstId === id ? overlap.secondId : overlap.firstId
                        const otherName = phases.find(phase => phase.id === other)?.name ?? other
                        return (
                          <span key={other} className="tk-pair">
                            {words.overlap(otherName, formatDate(overlap.from), formatDate(overlap.to))}
                            <small>{words.overlapDays(formatNumber(String(overlap.days), language))}</small>
                          </span>
                        )
                      })}
                </td>
                <td>{provenance.source?.place}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableScroll>
  )
}
