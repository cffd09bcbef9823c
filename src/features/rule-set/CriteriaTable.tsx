import type { RuleSpeech } from '../../receipt/ruleSpeech.ts'
import type { RuleSetView } from '../../state/useRuleSetView.ts'
import { countDecimals, formatNumber } from '../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { PaddedNumber } from '../../ui/PaddedNumber.tsx'
import { CriterionRow } from './CriterionRow.tsx'
import type { CriteriaRow } from './criteriaRows.ts'
import type { RuleSetLinker } from './ruleSetState.ts'
import { ruleSetWords } from './words.ts'

/** Criteria as the annex of a decision sets them: number, name, maximum, rule, figures, thresholds, source. */
export function CriteriaTable({
  view,
  say,
  rows,
  all,
  closed,
  canFold,
  toggle,
  figures,
  openId,
  select,
  link,
}: {
  view: RuleSetView
  say: RuleSpeech
  rows: readonly CriteriaRow[]
  /** Lines there are without search and filter. */
  all: number
  closed: ReadonlySet<string>
  canFold: boolean
  toggle: (id: string) => void
  figures: ReadonlyMap<string, readonly string[]>
  openId: string | undefined
  select: (id: string) => void
  link: RuleSetLinker
}) {
  const words = useText(ruleSetWords)
  const language = useLanguage()
  const { ruleSet } = view
  const decimals = Math.max(
    0,
    ...rows.map(row => (row.maxPoints === null ? 0 : countDecimals(row.maxPoints))),
  )
  const firstExtra = rows.find(row => row.kind === 'adjustment')?.id
  const { columns } = words
  return (
    <table className="criteria-table">
      <caption className="visually-hidden">{words.table}</caption>
      <thead>
        <tr>
          <th scope="col" className="code">
            {columns.code}
          </th>
          <th scope="col" className="name">
            {columns.criterion}
          </th>
          <th scope="col" className="number max">
            {columns.max}
          </th>
          <th scope="col" className="method">
            {columns.method}
          </th>
          <th scope="col" className="needs">
            {columns.figures}
          </th>
          <th scope="col" className="thresholds">
            {columns.thresholds}
          </th>
          <th scope="col" className="origin">
            {columns.source}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <CriterionRow
            key={row.id}
            row={row}
            view={view}
            say={say}
            decimals={decimals}
            isOpen={row.id === openId}
            fold={row.kind === 'group' && canFold ? { isClosed: closed.has(row.id), toggle } : null}
            metricIds={figures.get(row.id) ?? []}
            isFirstAdjustment={row.id === firstExtra}
            select={select}
            link={link}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td className="code" />
          <th scope="row" className="name">
            {words.total} {rows.length < all && <small>{words.shownOf(rows.length, all)}</small>}
          </th>
          <td className="number max">
            <PaddedNumber
              text={formatNumber(ruleSet.scale, language)}
              decimals={decimals}
              mark={language === 'vi' ? ',' : '.'}
            />
          </td>
          <td className="method" />
          <td className="needs" />
          <td className="thresholds" />
          <td className="origin" />
        </tr>
      </tfoot>
    </table>
  )
}
