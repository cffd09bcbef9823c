import type { ReactNode } from 'react'
import type { CriterionPlace } from '../../model/criteria.ts'
import type { ChangedCriterion } from '../../model/ruleSetChange.ts'
import { ruleSentence } from '../../receipt/ruleSentence.ts'
import type { RuleSpeech } from '../../receipt/ruleSpeech.ts'
import { useOffer } from '../../state/exports/offers.ts'
import type { RuleSetView } from '../../state/useRuleSetView.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { ChangeTable } from './ChangeTable.tsx'
import { askedLines, changeCounts, isRenamed, placeLines, ruleChangeLines } from './changeText.ts'
import { changeWords } from './changeWords.ts'
import { comparisonSentence } from './comparisonSentence.ts'
import { type ChangeSpeech, changeSpeechOf, fieldLines } from './fieldLines.ts'
import { generalLines } from './generalLines.ts'
import { MaximaTable } from './MaximaTable.tsx'
import { MetricChanges } from './MetricChanges.tsx'
import { PointsLedger } from './PointsLedger.tsx'
import { projectComparison } from './projectComparison.ts'
import type { RuleSetLinker } from './ruleSetState.ts'
import { ruleSetWords } from './words.ts'

/** Two versions side by side: what came, what went, what changed and by how much. */
export function CompareView({
  view,
  say,
  select,
  link,
}: {
  view: RuleSetView
  say: RuleSpeech
  select: (id: string) => void
  link: RuleSetLinker
}) {
  const words = useText(changeWords)
  const language = useLanguage()
  const { comparison, comparisonProblems, ruleSet } = view
  const { views } = useText(ruleSetWords)
  useOffer(
    comparisonProblems.length > 0 || !comparison
      ? null
      : {
          kind: 'table',
          id: 'comparison',
          name: views.compare,
          make: () => projectComparison(view, say, comparisonSentence(view, language)),
        },
  )
  if (comparisonProblems.length > 0)
    return (
      <ul className="findings" role="alert">
        {comparisonProblems.map(({ file, path, code, message }) => (
          <li key={`${path} ${code} ${message.vi}`} className="error">
            <Mark kind="error" size={15} />
            <p>
              <b>{file}</b> {path} {message[language]}
            </p>
          </li>
        ))}
      </ul>
    )
  if (!comparison)
    return (
      <div className="empty">
        <p>{words.noneHint}</p>
      </div>
    )
  const { older, change } = comparison
  if (change.isSame || change.shared === 0)
    return (
      <div className="empty">
        <p>{change.isSame ? words.sameHint : words.strangersHint}</p>
      </div>
    )
  const speech = changeSpeechOf(older, ruleSet, language)
  const counts = changeCounts(change)
  const rules = change.changed.filter(each => each.rule !== null || each.fields.length > 0)
  const asked = change.changed.filter(each => each.asked.length > 0)
  const names = change.changed.filter(isRenamed)
  const general = generalLines(change, speech)
  return (
    <div className="compare">
      <PointsLedger view={view} link={link} />
      <MaximaTable changed={change.changed} select={select} />
      <Section id="rules" title={words.sections.rules} count={counts.rules} isThere={rules.length > 0}>
        <ChangeTable
          groups={rules.map(changed => ({
            id: changed.id,
            code: changed.to.code,
            name: pickName(language, changed.to.name, changed.to.nameEn),
            lines: [
              ...ruleChangeLines(
                changed.rule,
                changed,
                { from: changed.from.maxPoints, to: changed.to.maxPoints },
                speech,
              ),
              ...fieldLines(changed.fields, speech),
            ],
          }))}
          select={select}
        />
      </Section>
      <Section id="added" title={words.sections.added} count={counts.added} isThere={change.added.length > 0}>
        <Places places={change.added} say={speech.newer} select={select} />
      </Section>
      <Section
        id="removed"
        title={words.sections.removed}
        count={counts.removed}
        isThere={change.removed.length > 0}
      >
        <Places places={change.removed} say={speech.older} />
      </Section>
      <Section id="general" title={words.sections.general} count={null} isThere={general.length > 0}>
        <ChangeTable groups={[{ id: 'general', code: null, name: '', lines: general }]} />
      </Section>
      <Section
        id="asked"
        title={words.sections.asked}
        count={asked.length}
        note={words.movesNoPoint}
        isThere={asked.length > 0}
      >
        <ChangeTable
          groups={asked.map(changed => ({
            id: changed.id,
            code: changed.to.code,
            name: pickName(language, changed.to.name, changed.to.nameEn),
            lines: askedLines(changed, speech),
          }))}
          select={select}
        />
      </Section>
      <Section id="names" title={words.sections.names} count={names.length} isThere={names.length > 0}>
        <Names changed={names} speech={speech} select={select} />
      </Section>
      <MetricChanges change={change.metrics} say={say} speech={speech} />
    </div>
  )
}

function Section({
  id,
  title,
  count,
  note,
  isThere,
  children,
}: {
  id: string
  title: string
  count: number | null
  note?: string | undefined
  isThere: boolean
  children: ReactNode
}) {
  const words = useText(changeWords)
  if (!isThere) return null
  return (
    <section aria-labelledby={`changes-${id}`}>
      <div className="section-head">
        <h2 id={`changes-${id}`}>{title}</h2>
        {count !== null && count > 0 && (
          <p className="sub">{[words.ofLeaves(count), ...(note === undefined ? [] : [note])].join(', ')}</p>
        )}
      </div>
      {children}
    </section>
  )
}

/** Criteria that came or went, with what they are worth and how they are scored. */
function Places({
  places,
  say,
  select,
}: {
  places: readonly CriterionPlace[]
  say: RuleSpeech
  select?: ((id: string) => void) | undefined
}) {
  const { columns, unknownMax } = useText(ruleSetWords)
  const language = useLanguage()
  return (
    <table className="figures list-table">
      <thead>
        <tr>
          <th scope="col" className="code">
            {columns.code}
          </th>
          <th scope="col">{columns.criterion}</th>
          <th scope="col" className="number">
            {columns.max}
          </th>
          <th scope="col">{columns.method}</th>
        </tr>
      </thead>
      <tbody>
        {places.map(({ criterion }) => {
          const name = pickName(language, criterion.name, criterion.nameEn)
          return (
            <tr key={criterion.id}>
              <td className="code">{criterion.code}</td>
              <th scope="row">
                {select ? (
                  <button type="button" className="row-link" onClick={() => select(criterion.id)}>
                    {name}
                  </button>
                ) : (
                  name
                )}
              </th>
              <td className="number">
                {criterion.maxPoints === null ? unknownMax : formatNumber(criterion.maxPoints, language)}
              </td>
              <td>{criterion.rule && ruleSentence(criterion.rule, say)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Names({
  changed,
  speech,
  select,
}: {
  changed: readonly ChangedCriterion[]
  speech: ChangeSpeech
  select: (id: string) => void
}) {
  return (
    <ChangeTable
      groups={changed.map(each => ({
        id: each.id,
        code: each.to.code,
        name: pickName(speech.language, each.to.name, each.to.nameEn),
        lines: placeLines(each, speech),
      }))}
      select={select}
    />
  )
}
