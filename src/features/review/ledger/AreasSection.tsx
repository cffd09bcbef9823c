import { type FormEvent, useId, useMemo, useState } from 'react'
import type { OpenRound } from '../../../state/review/openRound.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { TableScroll } from '../../../ui/TableScroll.tsx'
import { criterionLabel, type EntryNames } from './entryNames.ts'
import { reviewerWords } from './reviewerWords.ts'

type Areas = ReadonlyMap<string, ReadonlySet<string>>

/** Who takes which areas; changes are collected and written down together, a line each reviewer. */
export function AreasSection({
  open,
  names,
}: {
  open: Pick<OpenRound, 'state' | 'ruleSet' | 'me' | 'append'>
  names: EntryNames
}) {
  const words = useText(reviewerWords)
  const id = useId()
  const { state, ruleSet, me } = open
  const [edits, setEdits] = useState<Areas>(new Map())
  const [added, setAdded] = useState<readonly string[]>([])
  const [typed, setTyped] = useState('')
  const [isTaken, setTaken] = useState(false)
  const areas = useMemo(
    () => [
      ...ruleSet.criteria.map(criterion => ({
        id: criterion.id,
        name: criterionLabel(names, criterion.id),
      })),
      ...((ruleSet.adjustments ?? []).length > 0 ? [{ id: 'adjustments', name: words.adjustments }] : []),
    ],
    [ruleSet, names, words],
  )
  const people = useMemo(() => {
    const known = [...state.assigned.keys(), ...state.entries.map(entry => entry.by), ...added]
    const collator = new Intl.Collator('vi')
    return [...new Set([...known, ...(me === '' ? [] : [me])])].toSorted(collator.compare)
  }, [state.assigned, state.entries, added, me])
  const takenBy = (name: string) => edits.get(name) ?? new Set(state.assigned.get(name) ?? [])
  const toggle = (name: string, areaId: string) => {
    const next = new Set(takenBy(name))
    if (!next.delete(areaId)) next.add(areaId)
    const was = new Set(state.assigned.get(name) ?? [])
    const isSame = was.size === next.size && [...was].every(each => next.has(each))
    const changed = new Map(edits)
    if (isSame) changed.delete(name)
    else changed.set(name, next)
    setEdits(changed)
  }
  const write = () => {
    const order = new Map(areas.map((area, index) => [area.id, index]))
    const written = open.append(
      [...edits].map(([reviewer, taken]) => ({
        kind: 'assign' as const,
        reviewer,
        criterionIds: [...taken].toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
      })),
    )
    if (written.length > 0) setEdits(new Map())
  }
  const add = (event: FormEvent) => {
    event.preventDefault()
    const name = typed.normalize('NFC').trim().replace(/\s+/g, ' ')
    if (name === '') return
    if (people.includes(name)) return setTaken(true)
    setAdded([...added, name])
    setTyped('')
  }
  const untaken = areas.filter(area => !people.some(name => takenBy(name).has(area.id)))
  const count = (number: number) => formatNumber(String(number), names.language)
  return (
    <section aria-labelledby={`${id}-areas`}>
      <div className="section-head">
        <h2 id={`${id}-areas`}>{words.areas}</h2>
        <span className="sub">{words.areasHint}</span>
      </div>
      <TableScroll label={words.areas}>
        <table className="figures rvl-areas">
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              {areas.map(area => (
                <th key={area.id} scope="col">
                  {area.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map(name => (
              <tr key={name} className={edits.has(name) ? 'changed' : undefined}>
                <th scope="row">{name}</th>
                {areas.map(area => (
                  <td key={area.id}>
                    <label>
                      <input
                        type="checkbox"
                        checked={takenBy(name).has(area.id)}
                        aria-label={words.takes(name, area.name)}
                        onChange={() => toggle(name, area.id)}
                      />
                    </label>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {untaken.length > 0 && (
        <p className="rvl-quiet">
          <Mark kind="missing" size={11} />
          {words.untaken(untaken.map(area => area.name).join('; '))}
        </p>
      )}
      <div className="rvl-under">
        <form onSubmit={add} className="rvl-add">
          <label htmlFor={`${id}-name`}>{words.newName}</label>
          <input
            id={`${id}-name`}
            value={typed}
            maxLength={80}
            autoComplete="off"
            aria-invalid={isTaken || undefined}
            aria-describedby={isTaken ? `${id}-taken` : undefined}
            onChange={event => {
              setTaken(false)
              setTyped(event.target.value)
            }}
          />
          <button type="submit" className="button">
            {words.add}
          </button>
          {isTaken && (
            <span id={`${id}-taken`} className="rvl-fault" role="alert">
              {words.nameTaken}
            </span>
          )}
        </form>
        {edits.size > 0 && (
          <p className="rvl-unwritten">
            <span role="status">{words.areasChanged(count(edits.size))}</span>
            <button type="button" className="link-button" onClick={() => setEdits(new Map())}>
              {words.undoAreas}
            </button>
            <button type="button" className="button primary" disabled={me === ''} onClick={write}>
              {words.saveAreas}
            </button>
          </p>
        )}
      </div>
    </section>
  )
}
