import type { Commitment, Plan, Target } from '../../model/plan.ts'
import { useOffer } from '../../state/exports/offers.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { projectTargets, targetRows } from './projectTargets.ts'
import { Unsure } from './Unsure.tsx'
import { sourcesWords } from './words.ts'

/** Everything a document wants reached: percentages, counts, rhythms and days. */
export function TargetTable({
  targets,
  commitments,
  source,
}: {
  targets: readonly { readonly target: Target; readonly plan: Plan }[]
  commitments: readonly Commitment[]
  /** Name of the document. */
  source: string
}) {
  const words = useText(sourcesWords)
  const language = useLanguage()
  const rows = targetRows(targets, commitments, language)
  useOffer({
    kind: 'table',
    id: 'targets',
    name: words.targets,
    make: () => projectTargets(rows, source, language),
  })
  return (
    <section aria-labelledby="list-targets">
      <div className="section-head">
        <h2 id="list-targets">
          {words.targets} ({rows.length})
        </h2>
      </div>
      <TableScroll label={words.targets}>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{words.target}</th>
              <th scope="col">{words.value}</th>
              <th scope="col">{words.by}</th>
              <th scope="col">{words.place}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.id}>
                <th scope="row">
                  {row.name}
                  {row.quote !== undefined && <q>{row.quote}</q>}
                  <Unsure certainty={row.certainty} note={row.note} />
                </th>
                <td className="goal">{row.value}</td>
                <td className="date">{row.by}</td>
                <td>{row.place}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  )
}
