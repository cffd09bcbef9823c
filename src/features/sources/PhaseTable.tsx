import type { Phase } from '../../model/plan.ts'
import { formatDate } from '../../ui/formatNumber.ts'
import { useText } from '../../ui/language.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { Unsure } from './Unsure.tsx'
import { sourcesWords } from './words.ts'

/** Phases with the others they overlap, as the document has them. */
export function PhaseTable({ phases }: { phases: readonly Phase[] }) {
  const words = useText(sourcesWords)
  return (
    <section aria-labelledby="list-phases">
      <div className="section-head">
        <h2 id="list-phases">
          {words.phases} ({phases.length})
        </h2>
      </div>
      <TableScroll label={words.phases}>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{words.phase}</th>
              <th scope="col">{words.phaseTime}</th>
              <th scope="col">{words.phaseCovers}</th>
              <th scope="col">{words.place}</th>
            </tr>
          </thead>
          <tbody>
            {phases.map((phase, index) => (
              <tr key={phase.id}>
                <th scope="row">{phase.name}</th>
                <td className="date">
                  {words.between(formatDate(phase.from), formatDate(phase.to))}
                  {phases
                    .slice(0, index)
                    .filter(earlier => earlier.to >= phase.from)
                    .map(earlier => (
                      <em key={earlier.id} className="note">
                        {' '}
                        {words.overlap(earlier.name)}
                      </em>
                    ))}
                </td>
                <td>
                  {phase.covers}
                  <Unsure certainty={phase.provenance.certainty} note={phase.provenance.note} />
                </td>
                <td>{phase.provenance.source?.place}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  )
}
