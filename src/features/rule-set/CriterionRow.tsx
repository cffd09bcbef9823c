import type { RuleSpeech } from '../../receipt/ruleSpeech.ts'
import type { RuleSetView } from '../../state/useRuleSetView.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { Icon } from '../../ui/Icon.tsx'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { PaddedNumber } from '../../ui/PaddedNumber.tsx'
import { Figures, Formula, Origin, Thresholds } from './CriterionCells.tsx'
import type { CriteriaRow } from './criteriaRows.ts'
import { methodText } from './criterionTexts.ts'
import type { RuleSetLinker } from './ruleSetState.ts'
import { ruleSetWords } from './words.ts'

/** One line of the official table. */
export function CriterionRow({
  row,
  view,
  say,
  decimals,
  isOpen,
  fold,
  metricIds,
  isFirstAdjustment,
  select,
  link,
}: {
  row: CriteriaRow
  view: RuleSetView
  say: RuleSpeech
  decimals: number
  isOpen: boolean
  /** null: nothing to fold. */
  fold: { readonly isClosed: boolean; readonly toggle: (id: string) => void } | null
  metricIds: readonly string[]
  isFirstAdjustment: boolean
  select: (id: string) => void
  link: RuleSetLinker
}) {
  const words = useText(ruleSetWords)
  const language = useLanguage()
  const name = pickName(language, row.name, row.nameEn)
  const method = methodText(row, view, say)
  return (
    <>
      {isFirstAdjustment && (
        <tr className="band">
          <td className="code" />
          <th scope="rowgroup" className="name">
            {words.adjustments}
          </th>
          <td className="max" />
          <td className="method" />
          <td className="needs" />
          <td className="thresholds" />
          <td className="origin" />
        </tr>
      )}
      <tr
        id={`row-${row.id}`}
        className={[row.kind, `depth-${Math.min(row.depth, 3)}`, isOpen ? 'selected' : ''].join(' ')}
      >
        <td className="code">{row.code}</td>
        <th scope="row" className="name">
          <div>
            {fold && (
              <button
                type="button"
                className="fold"
                aria-expanded={!fold.isClosed}
                aria-label={fold.isClosed ? words.open(name) : words.collapse(name)}
                onClick={() => fold.toggle(row.id)}
              >
                <Icon name="chevron" size={14} />
              </button>
            )}
            <button
              type="button"
              id={`open-${row.id}`}
              className="open"
              aria-pressed={isOpen}
              onClick={() => select(row.id)}
            >
              {name}
            </button>
          </div>
          {method !== null && <p className="narrow">{method}</p>}
        </th>
        <td className="number max">
          {row.maxPoints === null ? (
            <span className="unknown">
              <Mark kind="missing" />
              {words.unknownMax}
            </span>
          ) : row.kind === 'adjustment' ? (
            words.upTo(formatNumber(row.maxPoints, language))
          ) : (
            <PaddedNumber
              text={formatNumber(row.maxPoints, language)}
              decimals={decimals}
              mark={language === 'vi' ? ',' : '.'}
            />
          )}
        </td>
        <td className="method">
          {method}
          {row.rule?.kind === 'formula' && <Formula row={row} say={say} />}
        </td>
        <td className="needs">
          <Figures row={row} view={view} say={say} metricIds={metricIds} />
        </td>
        <td className="thresholds">
          <Thresholds row={row} say={say} />
        </td>
        <td className="origin">
          <Origin row={row} view={view} say={say} link={link} />
        </td>
      </tr>
    </>
  )
}
