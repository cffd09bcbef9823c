import { useEffect, useId, useRef, useState } from 'react'
import { readFigure } from '../../../io/figures/readFigure.ts'
import type { AgencyDirectory } from '../../../model/agency.ts'
import type { RemedyTask } from '../../../model/review.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { formatDate } from '../../../ui/formatNumber.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { Key } from '../../../ui/Key.tsx'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { LeadField, leadName } from './LeadField.tsx'
import { remedyWords } from './words.ts'
import './taskDialog.css'

/** A task being written: what it is, who leads, until when, for which lost points. */
export function TaskDialog({
  first,
  isNew,
  criteria,
  nodeName,
  directory,
  agency,
  save,
  close,
}: {
  /** What the fields begin with. */
  first: RemedyTask
  isNew: boolean
  /** Lost points that may be chosen, largest first. */
  criteria: readonly { readonly id: string; readonly name: string; readonly lost: string }[]
  nodeName: (id: string) => string
  directory: AgencyDirectory
  /** The agency whose losses are looked at; null: the whole round. */
  agency: { readonly id: string; readonly name: string } | null
  /** @returns what is in the way; null: written */
  save: (task: RemedyTask) => string | null
  close: () => void
}) {
  const words = useText(remedyWords)
  const language = useLanguage()
  const id = useId()
  const [name, setName] = useState(first.name)
  const [product, setProduct] = useState(first.product ?? '')
  const [leadIds, setLeadIds] = useState(first.leadIds)
  const [lead, setLead] = useState(beside(first, directory))
  const [due, setDue] = useState(first.due === null ? '' : formatDate(first.due))
  const [agencyId, setAgencyId] = useState(first.agencyId)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(first.criterionIds))
  const [isTried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const nameField = useRef<HTMLTextAreaElement>(null)
  useEffect(() => nameField.current?.focus(), [])
  const day = readFigure(due, { valueType: 'date', unit: '' })
  const problems = {
    name: name.trim() === '' ? words.errors.name : null,
    criteria: chosen.size === 0 ? words.errors.criteria : null,
    due: day.kind === 'wrong' ? day.message[language] : null,
  }
  const submit = () => {
    setTried(true)
    if (Object.values(problems).some(each => each !== null)) {
      // What is in the way may stand outside what is in sight.
      requestAnimationFrame(() => {
        const wrong = form.current?.querySelector<HTMLElement>(
          '[aria-invalid="true"], .rvm-criteria.lost input',
        )
        wrong?.focus()
      })
      return
    }
    const typed = lead.normalize('NFC').trim()
    const named = leadIds.map(each => leadName(directory, each))
    const refused = save({
      name: name.normalize('NFC').trim(),
      criterionIds: [...chosen],
      agencyId,
      leadIds,
      lead: [...named, ...(typed === '' ? [] : [typed])].join(', '),
      product: product.trim() === '' ? null : product.normalize('NFC').trim(),
      due: day.kind === 'value' ? day.value : null,
    })
    if (refused === null) close()
    else setRefusal(refused)
  }
  const said = (key: keyof typeof problems) => (isTried ? problems[key] : null)
  const title = isNew ? words.newTask : words.editTask
  // A task may serve criteria that no longer cost points; they stay to be seen.
  const others = first.criterionIds.filter(each => !criteria.some(one => one.id === each))
  return (
    <Dialog label={title} className="rvm-dialog" close={close}>
      <form
        ref={form}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
        // Before the lead field, whose Enter takes a suggestion.
        onKeyDownCapture={event => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing)
            return
          event.preventDefault()
          event.stopPropagation()
          submit()
        }}
      >
        <div className="rvm-dialog-head">
          <h2>{title}</h2>
          <button type="button" className="icon-button" aria-label={words.cancel} onClick={close}>
            <Icon name="close" />
          </button>
        </div>
        <div className="rvm-dialog-body">
          <label htmlFor={`${id}-name`}>{words.name}</label>
          <textarea
            ref={nameField}
            id={`${id}-name`}
            rows={2}
            maxLength={400}
            value={name}
            aria-invalid={said('name') !== null}
            aria-describedby={`${id}-name-hint`}
            onChange={event => setName(event.target.value)}
          />
          <small id={`${id}-name-hint`} className={said('name') === null ? undefined : 'lost'}>
            {said('name') ?? words.nameHint}
          </small>
          <label htmlFor={`${id}-product`}>{words.product}</label>
          <input
            id={`${id}-product`}
            maxLength={400}
            value={product}
            aria-describedby={`${id}-product-hint`}
            onChange={event => setProduct(event.target.value)}
          />
          <small id={`${id}-product-hint`}>{words.productHint}</small>
          <LeadField
            directory={directory}
            leadIds={leadIds}
            setLeadIds={setLeadIds}
            text={lead}
            setText={setLead}
          />
          <label htmlFor={`${id}-due`}>{words.due}</label>
          <input
            id={`${id}-due`}
            className="rvm-due"
            value={due}
            maxLength={40}
            aria-invalid={problems.due !== null}
            aria-describedby={`${id}-due-hint`}
            onChange={event => setDue(event.target.value)}
          />
          <small id={`${id}-due-hint`} className={problems.due === null ? undefined : 'lost'}>
            {problems.due ?? words.dueHint}
          </small>
          {agency && (
            <fieldset>
              <legend>{words.whose}</legend>
              {[
                { id: agency.id, name: agency.name },
                { id: null, name: words.wholeRound },
              ].map(each => (
                <label key={each.id ?? ''}>
                  <input
                    type="radio"
                    name={`${id}-whose`}
                    checked={agencyId === each.id}
                    onChange={() => setAgencyId(each.id)}
                  />
                  {each.name}
                </label>
              ))}
            </fieldset>
          )}
          <fieldset aria-describedby={`${id}-criteria-hint`}>
            <legend>{words.criteria}</legend>
            <div className={said('criteria') === null ? 'rvm-criteria' : 'rvm-criteria lost'}>
              {[...criteria, ...others.map(each => ({ id: each, name: nodeName(each), lost: '' }))].map(
                each => (
                  <label key={each.id}>
                    <input
                      type="checkbox"
                      checked={chosen.has(each.id)}
                      onChange={event => {
                        const next = new Set(chosen)
                        if (event.target.checked) next.add(each.id)
                        else next.delete(each.id)
                        setChosen(next)
                      }}
                    />
                    <span>{each.name}</span>
                    <small>{each.lost}</small>
                  </label>
                ),
              )}
            </div>
            <small id={`${id}-criteria-hint`} className={said('criteria') === null ? undefined : 'lost'}>
              {said('criteria') ?? words.criteriaHint}
            </small>
          </fieldset>
        </div>
        <div className="rvm-dialog-foot">
          <p className="rvm-refusal" role="alert">
            {refusal}
          </p>
          <button type="button" className="button" onClick={close}>
            {words.cancel}
          </button>
          <button type="submit" className="button primary">
            {words.save}
            <Key>Ctrl Enter</Key>
          </button>
        </div>
      </form>
    </Dialog>
  )
}

/** What is written of the lead beside agencies of the directory. */
function beside({ leadIds, lead }: RemedyTask, directory: AgencyDirectory): string {
  if (leadIds.length === 0) return lead
  const named = leadIds.map(each => leadName(directory, each)).join(', ')
  return lead.startsWith(`${named}, `) ? lead.slice(named.length + 2) : ''
}
