import { useOffer } from '../../../state/exports/offers.ts'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { TableScroll } from '../../../ui/TableScroll.tsx'
import { projectContribution } from './projectLosses.ts'
import { provinceWords } from './provinceWords.ts'
import type { SummaryViewProps } from './summaryViews.ts'

/** Who carries what the province lost at each criterion whose figures add up. */
export function ContributionTable(props: SummaryViewProps) {
  const { consolidation, names } = props
  const words = useText(provinceWords)
  const { contribution } = consolidation.province
  useOffer(
    contribution?.total
      ? { kind: 'table', id: 'split', name: words.splitTitle, make: () => projectContribution(props) }
      : null,
  )
  if (!contribution?.total) return null
  const unsplit = contribution.unsplit.filter(each => each.reason !== 'noLoss')
  return (
    <section aria-labelledby="rvs-split">
      <div className="section-head rvs-section">
        <h2 id="rvs-split">
          <Mark kind="inferred" />
          {words.splitTitle}
        </h2>
        <span className="sub">
          {words.inferred}, {words.splitSub}
        </span>
      </div>
      <TableScroll label={words.splitTitle}>
        <table className="rvs-table rvs-split">
          <thead>
            <tr>
              <th scope="col">{words.splitColumns.name}</th>
              <th scope="col" className="rvs-number">
                {words.splitColumns.lost}
              </th>
              <th scope="col">{words.splitColumns.leading}</th>
            </tr>
          </thead>
          <tbody>
            {contribution.leaves.map(({ criterionId, lost, maxPoints, leading }) => (
              <tr key={criterionId}>
                <th scope="row">{names.node(criterionId)}</th>
                <td className="rvs-number rvs-lost">
                  <b>{names.points(lost)}</b>
                  <small>/{names.number(maxPoints)}</small>
                </td>
                <td>
                  {leading
                    ? words.leading(
                        leading.agencyIds.map(names.agency).join(', '),
                        names.share(leading.contribution),
                        names.percent(leading.percentOfLoss),
                      )
                    : words.nobodyLeads}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {unsplit.length > 0 && <p className="rvs-quiet">{words.unsplit(names.count(unsplit.length))}</p>}
    </section>
  )
}
