import { useRef, useState } from 'react'
import type { Catalogue } from '../../model/catalogue.ts'
import { usePortalImport } from '../../state/usePortalImport.ts'
import { DropZone } from '../../ui/DropZone.tsx'
import { useLanguage, useText } from '../../ui/language.tsx'
import { Problems } from '../../ui/Problems.tsx'
import { PortalFiles } from './PortalFiles.tsx'
import { addSources, clearSources, emptyIntake, readSources, removeSource } from './portalSources.ts'
import { Reconciled } from './Reconciled.tsx'
import { NewAgencies, Remarks } from './Remarks.tsx'
import { exchangeWords } from './words.ts'

/** Files of the national portal: handed in, recognised, scored, held against the portal's own points. */
export function PortalImport({ catalogue }: { catalogue: Catalogue }) {
  const words = useText(exchangeWords)
  const language = useLanguage()
  const [{ sources }, setIntake] = useState(emptyIntake)
  const done = useRef(0)
  const [day, setDay] = useState('')
  const state = usePortalImport(catalogue, sources, day === '' ? null : day)
  const take = (files: readonly File[]) => {
    const number = nextNumber()
    void readSources(files).then(added => setIntake(before => addSources(before, added, number)))
  }
  return (
    <section className="panel" aria-labelledby="portal-import">
      <div className="section-head">
        <h2 id="portal-import">{words.portal}</h2>
        <p className="sub">{words.portalSub}</p>
      </div>
      <div className="intake">
        <DropZone
          invitation={words.drop}
          pick={words.pick}
          accept=".json,application/json"
          hint={words.dropHint}
          take={take}
        />
        <label className="day">
          <span>{words.day}</span>
          <input type="date" value={day} onChange={event => setDay(event.target.value)} />
          <small>{words.dayHint}</small>
        </label>
      </div>
      {sources.length > 0 && state.status === 'loading' && <p role="status">{words.reading}</p>}
      {state.status === 'failed' && (
        <Problems
          title={words.failedTitle}
          hint={words.failedHint}
          problems={state.problems.map(({ message, ...problem }) => ({
            ...problem,
            text: message[language],
          }))}
          retry={{ label: words.retry, run: state.retry }}
        />
      )}
      {sources.length > 0 && state.status === 'ready' && (
        <>
          <PortalFiles
            files={state.imported.files}
            absent={state.imported.absent}
            remove={name => {
              const number = nextNumber()
              setIntake(before => removeSource(before, name, number))
            }}
            clear={() => setIntake(clearSources(nextNumber()))}
          />
          {state.sets.map(({ ruleSet, set }) => (
            <Reconciled
              key={ruleSet.id}
              ruleSet={ruleSet}
              set={set}
              tables={state.imported.tables}
              nameOf={nameOf}
              isNew={id => state.imported.newAgencies.some(agency => agency.id === id)}
            />
          ))}
          <NewAgencies agencies={state.imported.newAgencies} />
          <Remarks remarks={state.sets.flatMap(({ set }) => set.remarks)} nameOf={nameOf} />
        </>
      )}
    </section>
  )

  function nextNumber(): number {
    done.current += 1
    return done.current
  }

  function nameOf(agencyId: string): string {
    if (state.status !== 'ready') return agencyId
    const known = state.agencies.find(agency => agency.id === agencyId)
    const added = state.imported.newAgencies.find(agency => agency.id === agencyId)
    return known?.shortName ?? known?.name ?? added?.name ?? agencyId
  }
}
