import { useEffect, useRef, useState } from 'react'
import type { Agency } from '../../../model/agency.ts'
import type { Catalogue } from '../../../model/catalogue.ts'
import {
  type BackupFault,
  planRestore,
  type RestoreAct,
  type RestoreLine,
  type RestorePlan,
  type RestoreResult,
  restore,
  usualAct,
} from '../../../state/assessment/backup.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { draftNames } from './draftNames.ts'
import { momentText } from './moments.ts'
import { restoreWords } from './restoreWords.ts'
import { draftsWords } from './words.ts'

/** A chosen backup: what it would bring, what is done with each draft, and what came of it. */
export function Restoring({
  file,
  close,
  ...names
}: {
  file: File
  catalogue: Catalogue
  agencies: ReadonlyMap<string, Agency>
  close: () => void
}) {
  const words = useText(restoreWords)
  const language = useLanguage()
  const [plan, setPlan] = useState<RestorePlan | { readonly fault: BackupFault } | null>(null)
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    let isCurrent = true
    setPlan(null)
    head.current?.focus()
    void planRestore(file).then(next => {
      if (isCurrent) setPlan(next)
    })
    return () => {
      isCurrent = false
    }
  }, [file])
  return (
    <section className="sa-restoring" aria-labelledby="sa-restoring">
      <h3 id="sa-restoring" ref={head} tabIndex={-1}>
        {words.title(file.name)}
      </h3>
      {plan === null && <p role="status">{words.reading}</p>}
      {plan && 'fault' in plan && (
        <>
          <p role="alert" className="sa-draft-warning">
            <Mark kind="error" size={16} />
            {words.fault[plan.fault]}
          </p>
          <button type="button" className="button" onClick={close}>
            {words.cancel}
          </button>
        </>
      )}
      {plan && 'lines' in plan && (
        <>
          <p>{words.madeAt(momentText(plan.madeAt, new Date(), language))}</p>
          {plan.damaged.length > 0 && (
            <p role="alert" className="sa-draft-warning">
              <Mark kind="warning" size={14} />
              {words.damaged(plan.damaged.join(', '))}
            </p>
          )}
          <Choices plan={plan} close={close} {...names} />
        </>
      )}
    </section>
  )
}

function Choices({
  plan,
  close,
  catalogue,
  agencies,
}: {
  plan: RestorePlan
  catalogue: Catalogue
  agencies: ReadonlyMap<string, Agency>
  close: () => void
}) {
  const words = useText(restoreWords)
  const lists = useText(draftsWords)
  const language = useLanguage()
  const [acts, setActs] = useState<ReadonlyMap<string, RestoreAct>>(new Map())
  const [result, setResult] = useState<RestoreResult | 'running' | null>(null)
  const actOf = (line: RestoreLine) => acts.get(line.draft.id) ?? usualAct(line)
  const count = (number: number) => formatNumber(String(number), language)
  const chosen = plan.lines.filter(line => actOf(line) !== 'skip').length
  const now = new Date()
  const run = async () => {
    setResult('running')
    setResult(await restore(plan, actOf))
  }
  if (result !== null && result !== 'running')
    return (
      <div role="status" className="sa-restored">
        <p>
          <b>{words.done(count(result.restored))}</b>
        </p>
        {result.failed.length > 0 && <p className="lost">{words.failed(count(result.failed.length))}</p>}
        {result.filesFailed > 0 && <p className="lost">{words.filesFailed(count(result.filesFailed))}</p>}
        <button type="button" className="button" onClick={close}>
          {words.close}
        </button>
      </div>
    )
  return (
    <>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{words.draft}</th>
            <th scope="col">{words.act}</th>
          </tr>
        </thead>
        <tbody>
          {plan.lines.map(line => {
            const { draft, standing, is } = line
            const { title, about, short } = draftNames(draft, { catalogue, agencies, words: lists, language })
            const state = words.is[is]
            return (
              <tr key={draft.id}>
                <th scope="row">
                  <b>{title}</b> <span>{about}</span>
                  <small>
                    {words.changed(momentText(draft.updatedAt, now, language))},{' '}
                    {typeof state === 'string'
                      ? state
                      : state(standing ? momentText(standing.updatedAt, now, language) : '')}
                  </small>
                </th>
                <td>
                  <select
                    aria-label={words.actOf(short)}
                    value={actOf(line)}
                    onChange={event => {
                      const act = actsFor(line).find(each => each === event.target.value)
                      if (act) setActs(new Map(acts).set(draft.id, act))
                    }}
                  >
                    {actsFor(line).map(act => (
                      <option key={act} value={act}>
                        {words.acts[act]}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <div className="sa-row-buttons">
        <button
          type="button"
          className="button primary"
          aria-disabled={chosen === 0 || result === 'running'}
          onClick={() => {
            if (chosen > 0 && result !== 'running') void run()
          }}
        >
          {result === 'running' ? words.running : chosen === 0 ? words.nothing : words.run(count(chosen))}
        </button>
        <button type="button" className="button" onClick={close}>
          {words.cancel}
        </button>
      </div>
    </>
  )
}

function actsFor({ is }: RestoreLine): readonly RestoreAct[] {
  if (is === 'new') return ['add', 'skip']
  return is === 'same' ? ['skip', 'copy'] : ['replace', 'copy', 'skip']
}
