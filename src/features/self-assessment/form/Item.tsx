import { memo, type ReactNode, useId, useState } from 'react'
import type { FieldEntry } from '../../../model/draft.ts'
import { type FormItem, isFilledByAgency } from '../../../model/form.ts'
import type { MetricValue } from '../../../model/submission.ts'
import type { RuleSpeech } from '../../../receipt/ruleSpeech.ts'
import { formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { FormActs } from './acts.ts'
import { ClaimField } from './ClaimField.tsx'
import { ExemptPart } from './ExemptPart.tsx'
import { FieldGroupView, type GroupContext } from './FieldGroupView.tsx'
import { ItemRules } from './ItemRules.tsx'
import { type ItemData, isSameData } from './itemData.ts'
import { KnownFigures } from './KnownFigures.tsx'
import { LivePoints } from './LivePoints.tsx'
import { type FormWords, formWords } from './words.ts'

type ItemProps = {
  readonly item: FormItem
  readonly data: ItemData
  readonly previous: ReadonlyMap<string, MetricValue>
  readonly previousPeriod: string | null
  readonly canBeWithheld: boolean
  readonly say: RuleSpeech
  readonly codeOf: (nodeId: string) => string
  readonly acts: FormActs
  /** Depth of its heading: items stand under the area, or under a group of it. */
  readonly level: 2 | 3
  /** Documents behind it; drawn anew when they change. */
  readonly evidence: ReactNode
  /** What a reviewer asked about it; null in a draft of its own. */
  readonly question: ReactNode
}

/** One criterion of the form: its fields, how it is scored, what it comes to now. */
export const Item = memo(
  function Item(props: ItemProps) {
    const { item, data, acts, level, evidence, say, question } = props
    const words = useText(formWords)
    const language = useLanguage()
    const titleId = useId()
    const { nodeId, code } = item
    const { live, exempt } = data
    const isOurs = isFilledByAgency(item)
    const [isMore, setMore] = useState(false)
    const Title = level === 2 ? 'h2' : 'h3'
    return (
      <article className="sa-item" aria-labelledby={titleId} tabIndex={-1} data-item={nodeId}>
        <header>
          <span className="sa-code">{code}</span>
          <Title id={titleId}>{pickName(language, item.name, item.nameEn)}</Title>
          <span className="sa-max">{maximumText(item, words, language)}</span>
        </header>
        <div className="sa-item-body">
          <div className="sa-item-fields">
            {question}
            {exempt ? (
              <ExemptPart
                nodeId={nodeId}
                exempt={question === null ? exempt : { ...exempt, isOwn: false }}
                isForLevel={item.notForLevel === null}
                acts={acts}
              />
            ) : isOurs ? (
              <Asked {...props} isMore={isMore} />
            ) : (
              <>
                <p className="sa-by-others">
                  <Mark kind="known" />
                  {item.filledBy === 'survey' ? words.bySurvey : words.byReview}
                </p>
                <KnownFigures groups={item.groups} entries={entriesOf(item, data)} />
              </>
            )}
            <ItemRules item={item} say={say} />
            {((isOurs && !exempt) || question !== null) && evidence}
          </div>
          <div className="sa-item-side">
            {live && (
              <LivePoints
                live={live}
                code={code === '' ? item.shortName : code}
                openReceipt={() => acts.openReceipt(nodeId)}
              />
            )}
            {isOurs && !exempt && <More {...props} isMore={isMore} setMore={setMore} />}
          </div>
        </div>
      </article>
    )
  },
  (a, b) =>
    a.item === b.item &&
    a.previous === b.previous &&
    a.say === b.say &&
    a.acts === b.acts &&
    a.level === b.level &&
    a.codeOf === b.codeOf &&
    isSameData(a.data, b.data),
)

function maximumText(
  { maxPoints, effect, filledBy }: FormItem,
  words: FormWords,
  language: Language,
): string {
  if (filledBy === 'watched') return words.unscored
  if (maxPoints === null) return words.unknownMaximum
  const say = {
    criterion: words.maximum,
    bonus: words.bonusMaximum,
    penalty: words.penaltyMaximum,
  }[effect]
  return say(formatNumber(maxPoints, language))
}

function entriesOf(item: FormItem, { entries }: ItemData): ReadonlyMap<string, FieldEntry> {
  const ids = item.groups.flatMap(group => group.fields.map(field => field.metric.id))
  return new Map(
    ids.flatMap((id, index) => {
      const entry = entries[index]
      return entry ? [[id, entry] as const] : []
    }),
  )
}

/** What the agency is asked for: figures, points it claims, or that the criterion is not for it. */
function Asked({
  item,
  data,
  previous,
  previousPeriod,
  canBeWithheld,
  codeOf,
  acts,
  isMore,
}: ItemProps & { isMore: boolean }) {
  const words = useText(formWords)
  const { nodeId, filledBy, canClaim, groups } = item
  const { claim, claimFault } = data
  const context: GroupContext = {
    nodeId,
    entries: entriesOf(item, data),
    previous,
    previousPeriod,
    canBeWithheld,
    codeOf,
    acts,
    faults: new Map(
      groups
        .flatMap(group => group.fields)
        .map(({ metric }, index) => [metric.id, data.faults[index] ?? null] as const),
    ),
  }
  const isClaimMain = filledBy === 'claim'
  return (
    <>
      {isClaimMain && <ClaimField item={item} claim={claim} fault={claimFault} acts={acts} isMain />}
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups of a form never change place
        <FieldGroupView key={index} group={group} siblings={groups} context={context} />
      ))}
      {groups.length === 0 && !isClaimMain && <p className="sa-by-others">{words.nothingToEnter}</p>}
      {(isMore || claim !== undefined) && canClaim && !isClaimMain && (
        <ClaimField item={item} claim={claim} fault={claimFault} acts={acts} isMain={false} />
      )}
    </>
  )
}

/** What is rarely needed: points other than computed, and that the criterion is not for this agency. */
function More({
  item: { nodeId, code, filledBy, canClaim, effect, pool },
  data: { claim },
  acts,
  question,
  isMore,
  setMore,
}: ItemProps & { isMore: boolean; setMore: (isMore: boolean) => void }) {
  const words = useText(formWords)
  const canClaimOther = canClaim && filledBy !== 'claim' && claim === undefined
  // Whoever answers says so in words: a reviewer decides it.
  const canExempt = effect === 'criterion' && !pool && question === null
  if (!canClaimOther && !canExempt) return null
  const focusIn = (selector: string) =>
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`${selector}[data-node="${CSS.escape(nodeId)}"]`)?.focus(),
    )
  return (
    <p className="sa-more">
      {canClaimOther && (
        <button
          type="button"
          aria-expanded={isMore}
          aria-label={`${code}: ${words.claimOther}`}
          title={words.claimOther}
          onClick={() => {
            setMore(!isMore)
            if (!isMore) focusIn('[data-claim]')
          }}
        >
          {words.claimOtherShort}
        </button>
      )}
      {canExempt && (
        <button
          type="button"
          aria-label={words.exemptOf(code)}
          title={words.exempt}
          onClick={() => {
            acts.change([{ kind: 'exempt', criterionId: nodeId, reason: '' }])
            // The fields leave, and what was pressed with them: the reason is what comes next.
            focusIn('[data-exempt]')
          }}
        >
          {words.exemptShort}
        </button>
      )}
    </p>
  )
}
