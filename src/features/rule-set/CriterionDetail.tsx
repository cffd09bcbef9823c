import type { Criterion, RuleSet } from '../../model/ruleSet.ts'
import { ReceiptSteps } from '../../receipt/ReceiptSteps.tsx'
import type { ReceiptLine, ReceiptSection } from '../../receipt/receipt.ts'
import {
  adjustmentSections,
  criterionSections,
  poolSections,
  type RuleDescription,
} from '../../receipt/ruleSections.ts'
import type { RuleSpeech } from '../../receipt/ruleSpeech.ts'
import type { RuleSetView } from '../../state/useRuleSetView.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { Icon } from '../../ui/Icon.tsx'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { criterionChangeLines } from './changeText.ts'
import { type CriteriaRow, criteriaRows } from './criteriaRows.ts'
import { changeSpeechOf } from './fieldLines.ts'
import type { RuleSetLinker } from './ruleSetState.ts'
import { ruleSetWords } from './words.ts'

/** Everything the set says about one criterion, joint maximum, bonus or penalty. */
export function CriterionDetail({
  view,
  say,
  id,
  close,
  covers,
  link,
}: {
  view: RuleSetView
  say: RuleSpeech
  id: string
  close: () => void
  covers: boolean
  link: RuleSetLinker
}) {
  const words = useText(ruleSetWords)
  const language = useLanguage()
  const row = criteriaRows(view.ruleSet).find(each => each.id === id)
  if (!row) return null
  return (
    <SidePanel label={words.detail} covers={covers} close={close}>
      <div className="receipt-head">
        <div className="receipt-top">
          <span>
            {words.detail}
            {row.code !== '' && ` · ${words.item} ${row.code}`}
          </span>
          <button
            type="button"
            className="icon-button"
            aria-label={words.closeDetail}
            title={words.closeDetail}
            onClick={close}
          >
            <Icon name="close" />
          </button>
        </div>
        <h2>{pickName(language, row.name, row.nameEn)}</h2>
        <p className="receipt-points">
          {row.maxPoints === null ? (
            <span>
              <Mark kind="missing" />
              {words.unknownMax}
            </span>
          ) : (
            <>
              <b>{formatNumber(row.maxPoints, language)}</b>
              <span>&nbsp;{words.maximum}</span>
            </>
          )}
        </p>
      </div>
      <ReceiptSteps
        sections={[...sectionsOf(row, view, say), ...changeSection(row, view, say)]}
        linkToDocument={(documentId, label) => link({ to: 'document', documentId }, label)}
      />
    </SidePanel>
  )
}

function sectionsOf(row: CriteriaRow, view: RuleSetView, say: RuleSpeech): readonly ReceiptSection[] {
  const { ruleSet, documents, facts } = view
  const metricIds = facts.figures.find(each => each.nodeId === row.id)?.metricIds ?? []
  const description: RuleDescription = { ruleSet, documents, metricIds, say }
  switch (row.kind) {
    case 'adjustment':
      return adjustmentSections(row.adjustment, description)
    case 'pool':
      return [
        ...members(membersOf(row.pool.criterionIds, ruleSet), say),
        ...poolSections(row.pool, description),
      ]
    default:
      return [
        ...members(row.criterion.subCriteria ?? [], say),
        ...criterionSections(row.criterion, description),
      ]
  }
}

function membersOf(ids: readonly string[], ruleSet: RuleSet): readonly Criterion[] {
  return criteriaRows(ruleSet).flatMap(row =>
    'criterion' in row && ids.includes(row.id) ? [row.criterion] : [],
  )
}

function members(criteria: readonly Criterion[], say: RuleSpeech): readonly ReceiptSection[] {
  const words = ruleSetWords[say.language]
  if (criteria.length === 0) return []
  return [
    {
      id: 'members',
      title: words.subCriteria,
      lines: criteria.map(
        ({ code, name, nameEn, maxPoints }): ReceiptLine => ({
          label: `${code} ${pickName(say.language, name, nameEn)}`,
          value: maxPoints === null ? words.unknownMax : say.number(maxPoints),
          ...(maxPoints === null ? { mark: 'missing' as const } : {}),
        }),
      ),
    },
  ]
}

/** What the version compared with said otherwise. */
function changeSection(row: CriteriaRow, view: RuleSetView, say: RuleSpeech): readonly ReceiptSection[] {
  const { comparison, ruleSet } = view
  const changed = comparison?.change.changed.find(each => each.id === row.id)
  if (!comparison || !changed) return []
  const words = ruleSetWords[say.language]
  const speech = changeSpeechOf(comparison.older, ruleSet, say.language)
  const older = pickName(say.language, comparison.older.shortTitle, comparison.older.shortTitleEn)
  return [
    {
      id: 'change',
      title: words.previousVersion(older),
      lines: criterionChangeLines(changed, speech).map(({ label, from, to, difference }) => ({
        kind: 'note' as const,
        value: words.changed(label, from, to, difference),
      })),
    },
  ]
}
