import type { Agency, AgencyGroup } from '../../model/agency.ts'
import { useText } from '../../ui/language.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { Unsure } from './Unsure.tsx'
import { sourcesWords } from './words.ts'

/** Agencies and groups whose names, codes or mergers come from the document; long lists stay folded. */
export function AgencyTable({ agencies }: { agencies: readonly (Agency | AgencyGroup)[] }) {
  const words = useText(sourcesWords)
  return (
    <section aria-labelledby="list-agencies">
      <div className="section-head">
        <h2 id="list-agencies">
          {words.agencies} ({agencies.length})
        </h2>
      </div>
      <details className="agency-details">
        <summary>{words.show}</summary>
        <TableScroll label={words.agencies}>
          <table className="figures">
            <tbody>
              {agencies.map(agency => (
                <tr key={agency.id}>
                  <td>{'code' in agency ? agency.code : ''}</td>
                  <th scope="row">
                    {agency.name}
                    {agency.note !== undefined && <p className="note">{agency.note}</p>}
                    {agency.provenance && (
                      <Unsure certainty={agency.provenance.certainty} note={agency.provenance.note} />
                    )}
                  </th>
                  <td>{agency.provenance?.source?.place}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      </details>
    </section>
  )
}
