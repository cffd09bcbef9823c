import { useLanguage, useText } from '../../../ui/language.tsx'
import { TableScroll } from '../../../ui/TableScroll.tsx'
import type { ShownSplit } from './ContributionRows.tsx'
import { shareHeads, shareLines } from './projectContribution.ts'
import { contributionWords } from './words.ts'

/** Table twin of the bars: every agency, whoever has no figures, and the sum. */
export function ContributionTable({ hrefOf, ...shown }: ShownSplit) {
  const words = useText(contributionWords)
  const language = useLanguage()
  const heads = shareHeads(shown.leaf, language)
  const ids = new Set(shown.split.rows.map(row => row.agencyId))
  return (
    <TableScroll label={words.tableLabel}>
      <table className="figures contribution-table">
        <caption className="visually-hidden">{words.tableLabel}</caption>
        <thead>
          <tr>
            <th scope="col">{heads.agency}</th>
            {heads.shortfall !== null && (
              <th scope="col" className="number">
                {heads.shortfall}
              </th>
            )}
            <th scope="col" className="number">
              {heads.points}
            </th>
            <th scope="col" className="number">
              {heads.percent}
            </th>
          </tr>
        </thead>
        <tbody>
          {shareLines(shown, language).map(line =>
            line.kind === 'absent' ? (
              <tr key={line.id} className="absent">
                <th scope="row">{line.name}</th>
                <td colSpan={3}>{line.because}</td>
              </tr>
            ) : (
              <tr key={line.id} className={line.kind === 'sum' ? 'sum' : undefined}>
                <th scope="row">
                  {ids.has(line.id) ? <a href={hrefOf(line.id)}>{line.name}</a> : line.name}
                </th>
                {heads.shortfall !== null && <td className="number">{line.shortfall}</td>}
                <td className={line.isLost ? 'number lost' : 'number'}>{line.points}</td>
                <td className="number">{line.percent}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </TableScroll>
  )
}
