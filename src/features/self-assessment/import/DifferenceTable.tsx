import './differences.css'
import { type ReactNode, useId, useMemo, useState } from 'react'
import type { DifferentPart, ImportDifference } from '../../../model/figureImport.ts'
import type { Form } from '../../../model/form.ts'
import { formatDate, formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { TableScroll } from '../../../ui/TableScroll.tsx'
import { entryText, subjectsOf } from './entryText.ts'
import { isCell, Place } from './Place.tsx'
import { importWords } from './words.ts'

/** What would change, a line a field: what stands there, what would, and a box to leave it out. */
export function DifferenceTable({
  differences,
  taken,
  take,
  form,
  isPaste,
}: {
  differences: readonly ImportDifference[]
  taken: ReadonlySet<ImportDifference>
  take: (next: ReadonlySet<ImportDifference>) => void
  form: Form
  isPaste: boolean
}) {
  const words = useText(importWords)
  const language = useLanguage()
  const id = useId()
  const [showsSame, setShowsSame] = useState(false)
  const subjectOf = useMemo(() => subjectsOf(form, language, words), [form, language, words])
  const changing = differences.filter(({ change }) => change !== 'same')
  const same = differences.length - changing.length
  const shown = showsSame ? differences : changing
  const count = formatNumber(String(same), language)
  const hasCells = differences.some(({ entry }) => isCell(entry.place))
  return (
    <section aria-labelledby={id}>
      <div className="section-head">
        <h3 id={id}>{words.changes}</h3>
        {same > 0 && (
          <div className="section-actions">
            <button
              type="button"
              className="link-button"
              aria-pressed={showsSame}
              onClick={() => setShowsSame(!showsSame)}
            >
              {showsSame ? words.hideSame(count) : words.showSame(count)}
            </button>
          </div>
        )}
      </div>
      {shown.length === 0 ? (
        <p className="sa-import-none">{words.noChanges}</p>
      ) : (
        <TableScroll label={words.changes}>
          <table className="figures sa-import-table">
            <thead>
              <tr>
                <th scope="col" className="take">
                  <TakeAll changing={changing} taken={taken} take={take} />
                </th>
                <th scope="col">{words.columns.field}</th>
                <th scope="col" className="number">
                  {words.columns.was}
                </th>
                <th scope="col" className="number">
                  {words.columns.will}
                </th>
                <th scope="col">{words.columns.change}</th>
                {hasCells && <th scope="col">{words.columns.from}</th>}
              </tr>
            </thead>
            <tbody>
              {shown.map((difference, index) => (
                <Line
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines never move while a file is looked at
                  key={index}
                  difference={difference}
                  subject={subjectOf(difference.entry)}
                  isTaken={taken.has(difference)}
                  toggle={() => take(toggled(taken, difference))}
                  from={hasCells && <Place place={difference.entry.place} isPaste={isPaste} />}
                />
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  )
}

function toggled(taken: ReadonlySet<ImportDifference>, difference: ImportDifference) {
  const next = new Set(taken)
  if (!next.delete(difference)) next.add(difference)
  return next
}

function TakeAll({
  changing,
  taken,
  take,
}: {
  changing: readonly ImportDifference[]
  taken: ReadonlySet<ImportDifference>
  take: (next: ReadonlySet<ImportDifference>) => void
}) {
  const words = useText(importWords)
  const isAll = changing.length > 0 && changing.every(each => taken.has(each))
  return (
    <label className="sa-import-tick" title={words.takeAll}>
      <input
        type="checkbox"
        checked={isAll}
        disabled={changing.length === 0}
        ref={box => {
          if (box) box.indeterminate = !isAll && taken.size > 0
        }}
        onChange={() => take(new Set(isAll ? [] : changing))}
      />
      <span className="all">{words.takeAll}</span>
    </label>
  )
}

function Line({
  difference: { entry, was, will, change, parts },
  subject,
  isTaken,
  toggle,
  from,
}: {
  difference: ImportDifference
  subject: ReturnType<ReturnType<typeof subjectsOf>>
  isTaken: boolean
  toggle: () => void
  /** Where it comes from; absent where a file has no cells. */
  from: ReactNode
}) {
  const words = useText(importWords)
  const language = useLanguage()
  const before = entryText(was, subject.field, words, language)
  const after = entryText(will, subject.field, words, language)
  const kind = entry.edit.kind === 'field' || entry.edit.kind === 'claim' ? 'number' : 'words'
  return (
    <tr className={change === 'same' ? 'same' : isTaken ? undefined : 'left-out'}>
      <td className="take">
        {change !== 'same' && (
          <label className="sa-import-tick">
            <input
              type="checkbox"
              aria-label={words.takeOne(`${subject.code} ${subject.name}`.trim())}
              checked={isTaken}
              onChange={toggle}
            />
          </label>
        )}
      </td>
      <th scope="row">
        <div className="name">
          {subject.code !== '' && <span className="code">{subject.code}</span>}
          <span>{subject.name}</span>
        </div>
      </th>
      <td className={`was ${kind}`} data-label={words.columns.was}>
        <span className={before.text === words.empty ? 'blank-field' : undefined}>{before.text}</span>
        {before.note !== null && <small>{before.note}</small>}
        <Parts parts={parts} side="was" />
      </td>
      <td className={`will ${kind}`} data-label={words.columns.will}>
        <b>{after.text}</b>
        {after.note !== null && <small>{after.note}</small>}
        <Parts parts={parts} side="will" />
        {after.isUnclear && (
          <small className="lost">
            <Mark kind="warning" />
            {words.unclear}
          </small>
        )}
      </td>
      <td
        className={change === 'clears' ? 'sa-import-change lost' : 'sa-import-change'}
        data-label={words.columns.change}
      >
        {change === 'clears' && <Mark kind="warning" />}
        {words.change[change]}
      </td>
      {from && (
        <td className="from" data-label={words.columns.from}>
          {from}
        </td>
      )}
    </tr>
  )
}

/** What differs beside the field: a reason, the number of a document. */
function Parts({ parts, side }: { parts: readonly DifferentPart[]; side: 'was' | 'will' }) {
  const words = useText(importWords)
  return parts.map(each => {
    const text = each[side]
    const isDay = each.part === 'issuedOn' || each.part === 'effectiveOn'
    return (
      <small key={each.part}>
        {words.beside[each.part]}: {text === null ? words.empty : isDay ? formatDate(text) : text}
      </small>
    )
  })
}
