import './newRound.css'
import { useId, useMemo, useRef, useState } from 'react'
import type { AgencyDirectory } from '../../../model/agency.ts'
import type { Catalogue } from '../../../model/catalogue.ts'
import type { RoundStage } from '../../../model/review.ts'
import { periodName } from '../../../receipt/periodName.ts'
import { usePreferences } from '../../../state/preferences.ts'
import { groupChoices, groupsOf, usualGroups } from '../../../state/review/newRound.ts'
import { roundPeriods } from '../../../state/review/roundPeriods.ts'
import { useMakeRound } from '../../../state/review/useMakeRound.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { DeadlineFields, readDeadlines, type TypedDeadlines } from './DeadlineFields.tsx'
import { GroupFields } from './GroupFields.tsx'
import { roundsWords } from './words.ts'

/** Rule set, period, who has to hand in, a name and deadlines: all a round needs. */
export function NewRoundDialog({
  catalogue,
  directory,
  suggested,
  made,
  close,
}: {
  catalogue: Catalogue
  directory: AgencyDirectory
  suggested: { readonly ruleSetId?: string | undefined; readonly period?: string | undefined }
  made: (id: string) => void
  close: () => void
}) {
  const words = useText(roundsWords)
  const { form } = words
  const language = useLanguage()
  const id = useId()
  const make = useMakeRound(catalogue)
  const reviewer = usePreferences(each => each.reviewer)
  const setReviewer = usePreferences(each => each.setReviewer)
  const known = (wanted: string | undefined) => catalogue.ruleSets.find(each => each.id === wanted)
  const first = known(suggested.ruleSetId) ?? known(catalogue.opening.ruleSetId) ?? catalogue.ruleSets[0]
  const [ruleSetId, setRuleSetId] = useState(first?.id ?? '')
  const entry = known(ruleSetId)
  const periods = useMemo(() => roundPeriods(catalogue, ruleSetId, new Date()), [catalogue, ruleSetId])
  const [chosenPeriod, setPeriod] = useState<string | null>(null)
  // Until somebody chooses: one with data, so that there is something to review.
  const withData = periods.filter(each => !each.isNext)
  const usualPeriod = withData.find(each => each.period === suggested.period) ?? withData[0] ?? periods[0]
  const period = (periods.find(each => each.period === chosenPeriod) ?? usualPeriod)?.period ?? ''
  const choices = useMemo(
    () => groupChoices(directory, catalogue, { ruleSetId, period }),
    [directory, catalogue, ruleSetId, period],
  )
  const [typedGroups, setGroups] = useState<ReadonlySet<string> | null>(null)
  const usual = useMemo(() => usualGroups(choices), [choices])
  const wantedGroups = typedGroups ?? usual
  const chosen = choices.filter(({ groupId }) => wantedGroups.has(groupId))
  const agencies = groupsOf(chosen).flatMap(({ agencyIds }) => agencyIds).length
  const [name, setName] = useState('')
  const [me, setMe] = useState(reviewer)
  const [deadlines, setDeadlines] = useState<TypedDeadlines>(new Map())
  const [isAsked, setAsked] = useState(false)
  const [state, setState] = useState<'idle' | 'making' | 'failed'>('idle')
  const element = useRef<HTMLFormElement>(null)
  const read = readDeadlines(deadlines)
  const needsName = deadlines.size > 0 && me.trim() === ''
  const submit = async () => {
    setAsked(true)
    if (state === 'making') return
    if (agencies === 0 || read.wrong.size > 0 || needsName) {
      // What is wrong is marked first; it may stand out of sight.
      setTimeout(() => element.current?.querySelector<HTMLElement>(firstWrong)?.focus(), 0)
      return
    }
    setState('making')
    if (read.at.size > 0) setReviewer(me)
    const answer = await make({ ruleSetId, period, chosen, name, deadlines: read.at })
    setState(answer.ok ? 'idle' : 'failed')
    if (answer.ok) made(answer.id)
  }
  return (
    <Dialog label={form.title} className="rvr-dialog" close={close}>
      <div className="rvr-dialog-top">
        <button type="button" className="icon-button" aria-label={words.close} onClick={close}>
          <Icon name="close" />
        </button>
        <h2>{form.title}</h2>
      </div>
      <form
        ref={element}
        className="rvr-form"
        aria-label={form.title}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
      >
        <div className="rvr-field">
          <label htmlFor={`${id}-rules`}>{form.ruleSet}</label>
          <select
            id={`${id}-rules`}
            value={ruleSetId}
            aria-describedby={`${id}-version`}
            onChange={event => {
              setRuleSetId(event.target.value)
              setGroups(null)
            }}
          >
            {catalogue.ruleSets.map(each => (
              <option key={each.id} value={each.id}>
                {pickName(language, each.shortTitle, each.shortTitleEn)}
              </option>
            ))}
          </select>
          {entry && <small id={`${id}-version`}>{form.version(entry.version)}</small>}
        </div>
        <div className="rvr-field">
          <label htmlFor={`${id}-period`}>{form.period}</label>
          <select id={`${id}-period`} value={period} onChange={event => setPeriod(event.target.value)}>
            {periods.map(each => (
              <option key={each.period} value={each.period}>
                {each.isNext
                  ? form.nextPeriod(periodName(each.period, language))
                  : periodName(each.period, language)}
              </option>
            ))}
          </select>
        </div>
        <GroupFields
          choices={choices}
          chosen={wantedGroups}
          change={setGroups}
          problem={isAsked && agencies === 0 ? form.groupsNone : null}
        />
        <div className="rvr-field">
          <label htmlFor={`${id}-name`}>{form.name}</label>
          <input
            id={`${id}-name`}
            type="text"
            maxLength={200}
            value={name}
            aria-describedby={`${id}-name-hint`}
            onChange={event => setName(event.target.value)}
          />
          <small id={`${id}-name-hint`}>{form.nameHint}</small>
        </div>
        <DeadlineFields
          typed={deadlines}
          change={(stage: RoundStage, next) => {
            const changed = new Map(deadlines)
            if (next === null) changed.delete(stage)
            else changed.set(stage, next)
            setDeadlines(changed)
          }}
          isAsked={isAsked}
        />
        {deadlines.size > 0 && (
          <div className="rvr-field">
            <label htmlFor={`${id}-me`}>{form.me}</label>
            <input
              id={`${id}-me`}
              type="text"
              maxLength={80}
              autoComplete="name"
              value={me}
              aria-invalid={isAsked && needsName}
              aria-describedby={`${id}-me-hint`}
              onChange={event => setMe(event.target.value)}
            />
            <small id={`${id}-me-hint`} className={isAsked && needsName ? 'lost' : undefined}>
              {isAsked && needsName ? form.meMissing : form.meHint}
            </small>
          </div>
        )}
        <div className="rvr-form-foot">
          <p role="status">{agencies > 0 && form.total(formatNumber(String(agencies), language))}</p>
          {state === 'failed' && (
            <p role="alert" className="lost">
              {form.failed}
            </p>
          )}
          <button type="button" className="button" onClick={close}>
            {form.cancel}
          </button>
          <button type="submit" className="button primary" aria-disabled={state === 'making'}>
            {state === 'making' ? form.making : form.submit}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

const firstWrong = '.rvr-groups[data-wrong] input, input[aria-invalid="true"]'
