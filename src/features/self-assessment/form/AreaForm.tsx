import { Fragment, useCallback, useMemo } from 'react'
import type { FormArea, FormItem } from '../../../model/form.ts'
import type { MetricValue } from '../../../model/submission.ts'
import { pointsFormat } from '../../../receipt/pointsFormat.ts'
import type { RuleSpeech } from '../../../receipt/ruleSpeech.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { Key } from '../../../ui/Key.tsx'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { alsoUsedBy } from '../asked/askedForm.ts'
import { QuestionBlock } from '../asked/QuestionBlock.tsx'
import type { AssessmentProps } from '../assessmentProps.ts'
import { EvidenceLine } from '../evidence/EvidenceLine.tsx'
import { screenWords } from '../words.ts'
import type { FormActs } from './acts.ts'
import type { AreaStanding } from './areas.ts'
import { Item } from './Item.tsx'
import { exemptFromAbove, itemData } from './itemData.ts'
import { formWords } from './words.ts'

const nothingBefore: ReadonlyMap<string, MetricValue> = new Map()

/** The criteria of one area, under the groups they belong to. */
export function AreaForm({
  open,
  assessment,
  area,
  say,
  acts,
  showEvidence,
  previousPeriod,
}: AssessmentProps & {
  area: FormArea
  say: RuleSpeech
  acts: FormActs
  showEvidence: (nodeId: string) => void
  previousPeriod: string | null
}) {
  const words = useText(formWords)
  const language = useLanguage()
  const { form, ruleSet, previous } = assessment
  const { exempt } = open.draft
  const fromAbove = useMemo(() => exemptFromAbove(ruleSet, exempt), [ruleSet, exempt])
  const codes = useMemo(
    () => new Map(form.areas.flatMap(each => each.items.map(item => [item.nodeId, item.code] as const))),
    [form],
  )
  const codeOf = useCallback((nodeId: string) => codes.get(nodeId) ?? nodeId, [codes])
  const canBeWithheld = useMemo(() => tellsWithheld(ruleSet), [ruleSet])
  const { asked } = open.draft
  const alsoUsed = useMemo(() => (asked ? alsoUsedBy(form, asked) : null), [form, asked])
  const format = useMemo(() => pointsFormat(ruleSet, language), [ruleSet, language])
  return area.items.map((item, index) => {
    const group = item.above.at(-1)
    const isFirstOfGroup = group !== undefined && groupKey(item) !== groupKey(area.items[index - 1])
    return (
      <Fragment key={item.nodeId}>
        {isFirstOfGroup && (
          <h2 className="sa-group-head">
            <span className="sa-code">{group.code}</span>
            {pickName(language, group.name, group.nameEn)}
          </h2>
        )}
        <Item
          item={item}
          data={itemData(item, assessment, open.draft, fromAbove, words, language)}
          previous={previous?.values ?? nothingBefore}
          previousPeriod={previousPeriod}
          canBeWithheld={canBeWithheld}
          say={say}
          codeOf={codeOf}
          acts={acts}
          level={group === undefined ? 2 : 3}
          question={
            asked && alsoUsed ? (
              <QuestionBlock
                asked={asked}
                item={item}
                explanation={open.draft.explanations.get(item.nodeId)}
                answer={assessment.answers?.find(each => each.criterionId === item.nodeId)}
                alsoUsed={alsoUsed}
                format={format}
                acts={acts}
              />
            ) : null
          }
          evidence={<EvidenceLine open={open} item={item} openPanel={() => showEvidence(item.nodeId)} />}
        />
      </Fragment>
    )
  })
}

function groupKey(item: FormItem | undefined): string {
  return item ? item.above.map(group => group.code).join(' ') : ''
}

/** Whether anything in the rules asks if a figure is kept back or just not there. */
function tellsWithheld({
  states,
  criteria,
  adjustments = [],
}: AssessmentProps['assessment']['ruleSet']): boolean {
  type Node = (typeof criteria)[number]
  const some = (list: readonly Node[]): boolean =>
    list.some(each => each.states?.withheld !== undefined || some(each.subCriteria ?? []))
  return (
    states?.withheld !== undefined ||
    some(criteria) ||
    adjustments.some(each => each.states?.withheld !== undefined)
  )
}

/** To the areas before and after. */
export function AreaSteps({
  before,
  after,
  go,
  goNextMissing,
}: {
  before: AreaStanding | undefined
  after: AreaStanding | undefined
  go: (areaId: string) => void
  /** null: nothing is missing. */
  goNextMissing: (() => void) | null
}) {
  const words = useText(screenWords)
  return (
    <p className="sa-area-steps">
      {before && (
        <button
          type="button"
          className="link-button"
          title={words.previousArea}
          onClick={() => go(before.area.id)}
        >
          <Icon name="back" size={15} />
          {before.code} {before.shortName}
        </button>
      )}
      {goNextMissing && (
        <button
          type="button"
          className="link-button sa-next-missing"
          title={words.nextMissingTitle}
          onClick={goNextMissing}
        >
          <Mark kind="missing" />
          {words.nextMissing}
          <Key>Ctrl M</Key>
        </button>
      )}
      {after && (
        <button
          type="button"
          className="link-button"
          title={words.nextArea}
          onClick={() => go(after.area.id)}
        >
          {after.code} {after.shortName}
          <Icon name="next" size={15} />
        </button>
      )}
    </p>
  )
}
