import type { Agency } from '../../model/agency.ts'
import type { StatedFigure } from '../../model/figure.ts'
import type { SourceDocument } from '../../model/provenance.ts'
import { documentName } from '../../receipt/citation.ts'
import { periodName } from '../../receipt/periodName.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
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
  const nameOf = (id: string | undefined) => {
    const document = documents.find(each => each.id === id)
    return document ? documentName(document, language) : (id ?? '')
  }
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
            {figures.map(figure => {
              const others = [figure, ...(figure.conflicts ?? [])].filter(
                each => each.provenance.source?.documentId !== documentId,
              )
              const own = [figure, ...(figure.conflicts ?? [])].find(
                each => each.provenance.source?.documentId === documentId,
              )
              return (
                <tr key={figure.id}>
                  <th scope="row">
                    {pickName(language, figure.name, figure.nameEn)}
                    {own && <Unsure certainty={own.provenance.certainty} note={own.provenance.note} />}
                    {others.map(other => (
                      <p key={other.value} className="note">
                        <Mark kind="warning" />
                        {words.conflict(
                          valueText(other.value, figure, language),
                          nameOf(other.provenance.source?.documentId),
                        )}
                      </p>
                    ))}
                  </th>
                  <td className="number">{valueText(own?.value ?? figure.value, figure, language)}</td>
                  <td className="date">{periodName(figure.period, language)}</td>
                  <td>
                    {figure.scope ??
                      agencies.find(agency => agency.id === figure.agencyId)?.name ??
                      figure.agencyId}
                  </td>
                  <td>{own?.provenance.source?.place}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </TableScroll>
    </section>
  )
}

/** "27/30 chế độ báo cáo", "81,93%". */
function valueText(value: string, { unit, of }: StatedFigure, language: 'vi' | 'en'): string {
  const whole = of === undefined ? '' : `/${formatNumber(of, language)}`
  return `${formatNumber(value, language)}${whole}${unit === '%' ? '%' : `\u00a0${unit}`}`
}
