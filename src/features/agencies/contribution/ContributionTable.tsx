import type { Exact } from '../../../model/exact.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { TableScroll } from '../../../ui/TableScroll.tsx'
import type { ShownSplit } from './ContributionRows.tsx'
import { lossText, shareText } from './lossText.ts'
import { contributionWords } from './words.ts'

/** Table twin of the bars: every agency, whoever has no figures, and the sum. */
export function ContributionTable({ split, leaf, ruleSet, nobody, fullNameOf, hrefOf }: ShownSplit) {
  const words = useText(contributionWords)
  const language = useLanguage()
  const units = (shortfall: Exact | null) =>
    leaf && (
      <td className="number">{shortfall === null ? '' : formatNumber(shortfall, language, { places: 1 })}</td>
    )
  const figures = (share: { readonly contribution: Exact; readonly percentOfLoss: Exact }) => (
    <>
      <td className={/^-|^0$/.test(share.contribution) ? 'number' : 'number lost'}>
        {lossText(share.contribution, ruleSet, language)}
      </td>
      <td className="number">{shareText(share.percentOfLoss, language)}</td>
    </>
  )
  return (
    <TableScroll label={words.tableLabel}>
      <table className="figures contribution-table">
        <caption className="visually-hidden">{words.tableLabel}</caption>
        <thead>
          <tr>
            <th scope="col">{words.agency}</th>
            {leaf && (
              <th scope="col" className="number">
                {words.shortfallHead[leaf.direction](pickName(language, leaf.unit, leaf.unitEn))}
              </th>
            )}
            <th scope="col" className="number">
              {words.points}
            </th>
            <th scope="col" className="number">
              {words.percentHead}
            </th>
          </tr>
        </thead>
        <tbody>
          {split.rows.map(row => (
            <tr key={row.agencyId}>
              <th scope="row">
                <a href={hrefOf(row.agencyId)}>{fullNameOf(row.agencyId)}</a>
              </th>
              {units(row.shortfall)}
              {figures(row)}
            </tr>
          ))}
          {leaf?.absent.map(each => (
            <tr key={each.agencyId} className="absent">
              <th scope="row">{fullNameOf(each.agencyId)}</th>
              <td colSpan={3}>{words.absent[each.because]}</td>
            </tr>
          ))}
          {split.unallocated && (
            <tr>
              <th scope="row">{nobody}</th>
              {units(split.unallocated.shortfall)}
              {figures(split.unallocated)}
            </tr>
          )}
          <tr className="sum">
            <th scope="row">{words.total}</th>
            {units(leaf?.shortfall ?? null)}
            <td className="number lost">
              {'\u2212'}
              {formatNumber(split.lost, language, { minPlaces: ruleSet.pointsPlaces })}
            </td>
            <td className="number">100%</td>
          </tr>
        </tbody>
      </table>
    </TableScroll>
  )
}
