import type { Agency } from '../../model/agency.ts'
import type { StatedFigure } from '../../model/figure.ts'
import type { SourceDocument } from '../../model/provenance.ts'
import { useOffer } from '../../state/exports/offers.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { figureRows, projectFigures, sourceName } from './projectFigures.ts'
import { Unsure } from './Unsure.tsx'
import { sourcesWords } from './words.ts'

/** Figures a document states, with what other sources say of the same thing. */
export function FigureTable({
  figures,
  documentId,
  documents,
  agencies,
}: {
  figures: readonly StatedFigure[]
  documentId: string
  documents: readonly SourceDocument[]
  agencies: readonly Agency[]
}) {
  const words = useText(sourcesWords)
  const language = useLanguage()
  const rows = figureRows({ figures, documentId, documents, agencies }, language)
  useOffer({
    kind: 'table',
    id: 'figures',
    name: words.figures,
    make: () => projectFigures(rows, sourceName(documentId, documents, language), language),
  })
  return (
    <section aria-labelledby="list-figures">
      <div className="section-head">
        <h2 id="list-figures">
          {words.figures} ({figures.length})
        </h2>
      </div>
      <TableScroll label={words.figures}>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{words.figure}</th>
              <th scope="col" className="number">
                {words.figureValue}
              </th>
              <th scope="col">{words.period}</th>
              <th scope="col">{words.about}</th>
              <th scope="col">{words.place}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.id}>
                <th scope="row">
                  {row.name}
                  {row.certainty && <Unsure certainty={row.certainty} note={row.note} />}
                  {row.conflicts.map(text => (
                    <p key={text} className="note">
                      <Mark kind="warning" />
                      {text}
                    </p>
                  ))}
                </th>
                <td className="number">{row.value}</td>
                <td className="date">{row.period}</td>
                <td>{row.about}</td>
                <td>{row.place}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  )
}
