import { useId, useState } from 'react'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { TableScroll } from '../../../ui/TableScroll.tsx'
import { EntryField } from './EntryField.tsx'
import { EntryFoot } from './EntryFoot.tsx'
import { entryWords } from './entryWords.ts'
import {
  actText,
  type PublishedColumn,
  type PublishedStanding,
  publishedColumns,
  publishedText,
  readPublishedRow,
} from './publishedRows.ts'
import type { GroupViewProps } from './summaryViews.ts'
import { headsOf } from './surveyLeaf.ts'
import { useTypedGrid } from './useTypedGrid.ts'

type Props = GroupViewProps & { readonly agencyIds: readonly string[] }

const nothing: PublishedStanding = { kind: 'none' }

/** Total, rank and grade of every agency as they were published, with the document they stand in. */
export function PublishedEntry(props: Props) {
  const { open, names, group, agencyIds } = props
  const words = useText(entryWords)
  const id = useId()
  const grid = useTypedGrid(`${open.round.id} published ${group.groupId}`)
  const standingOf = (agencyId: string) => open.state.agencies.get(agencyId)?.published ?? nothing
  const [source, setSource] = useState('')
  const [of, setOf] = useState(String(agencyIds.length))
  const [problem, setProblem] = useState<string | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const recorded = (agencyId: string, column: string) => publishedText(standingOf(agencyId), column)
  const changed = grid.changed(agencyIds, publishedColumns, recorded)
  const isChanged = new Set(changed)
  const ranked = /^[1-9]\d{0,4}$/.test(of.trim()) ? Number(of.trim()) : null
  const read = (agencyId: string) =>
    readPublishedRow(column => grid.textOf(agencyId, column, recorded(agencyId, column)), {
      agencyId,
      standing: standingOf(agencyId),
      of: ranked ?? agencyIds.length,
      source: source.trim(),
      ruleSet: open.ruleSet,
      names,
    })
  const write = () => {
    setSaid(null)
    if (open.me === '') return setProblem(words.needName)
    if (source.trim() === '') return setProblem(words.needSource)
    if (ranked === null) return setProblem(words.badOf)
    const acts = changed.map(agencyId => read(agencyId).act)
    const made = acts.filter(act => act !== null)
    if (made.length < acts.length) return setProblem(words.problems(names.count(acts.length - made.length)))
    const lines = open.append(made)
    if (lines.length === 0) return setProblem(words.needName)
    grid.clear()
    setProblem(null)
    setSaid(words.written(names.count(lines.length)))
  }
  const names3: Record<PublishedColumn, string> = { total: words.total, rank: words.rank, band: words.band }
  return (
    <>
      <div className="rvs-tools">
        <label className="rvs-group">
          <span>{words.rankOf}</span>
          <input
            value={of}
            inputMode="numeric"
            aria-describedby={`${id}-of`}
            aria-invalid={ranked === null}
            onChange={event => setOf(event.target.value)}
          />
          <small id={`${id}-of`}>{ranked === null ? words.badOf : words.rankOfHint}</small>
        </label>
        <p className="rvs-quiet">{words.pasteHint}</p>
      </div>
      <datalist id={`${id}-bands`}>
        {open.ruleSet.bands.map(band => (
          <option key={band.id} value={band.name} />
        ))}
      </datalist>
      <TableScroll label={words.publishedTitle}>
        <table className="rvs-table rvs-entry">
          <thead>
            <tr>
              <th scope="col">{words.agency}</th>
              {publishedColumns.map(column => (
                <th key={column} scope="col" className={column === 'band' ? undefined : 'rvs-number'}>
                  {names3[column]}
                </th>
              ))}
              <th scope="col">{words.recorded}</th>
            </tr>
          </thead>
          <tbody>
            {agencyIds.map((agencyId, rowIndex) => {
              const { readings } = read(agencyId)
              return (
                <tr key={agencyId} className={isChanged.has(agencyId) ? 'rvs-changed' : undefined}>
                  <th scope="row">{names.agency(agencyId)}</th>
                  {publishedColumns.map((column, columnIndex) => {
                    const reading = readings[column]
                    return (
                      <td key={column} className={column === 'band' ? 'rvs-words' : 'rvs-number'}>
                        <EntryField
                          label={`${names.agency(agencyId)}, ${names3[column]}`}
                          value={grid.textOf(agencyId, column, recorded(agencyId, column))}
                          problem={reading.kind === 'wrong' ? reading.message : null}
                          type={text => grid.type(agencyId, column, text)}
                          paste={event =>
                            grid.paste(
                              event,
                              { row: rowIndex, column: columnIndex },
                              agencyIds,
                              publishedColumns,
                            )
                          }
                          {...(column === 'band' ? { options: `${id}-bands` } : {})}
                        />
                      </td>
                    )
                  })}
                  <td className="rvs-how">
                    <Recorded {...props} agencyId={agencyId} standing={standingOf(agencyId)} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </TableScroll>
      <EntryFoot
        source={source}
        setSource={setSource}
        changed={changed.length === 0 ? null : names.count(changed.length)}
        problem={problem}
        said={said}
        write={write}
        discard={() => {
          grid.clear()
          setProblem(null)
        }}
      />
    </>
  )
}

/** Who recorded it from where; of lines that differ, one can be chosen. */
function Recorded({ open, standing }: Props & { agencyId: string; standing: PublishedStanding }) {
  const words = useText(entryWords)
  if (standing.kind === 'none') return null
  if (standing.kind === 'settled') return words.chosenBy(standing.entry.by, standing.entry.act.source)
  return (
    <div className="rvs-conflict">
      <p>
        <Mark kind="warning" />
        {words.conflict}
      </p>
      {standing.entries.map(({ id, by, act }) => (
        <p key={id}>
          {publishedColumns
            .map(column => actText(act, column))
            .filter(text => text !== '')
            .join(' / ')}{' '}
          ({words.chosenBy(by, act.source)}){' '}
          <button
            type="button"
            className="link-button"
            disabled={open.me === ''}
            onClick={() => open.append([{ ...act, over: headsOf(standing) }])}
          >
            {words.choose}
          </button>
        </p>
      ))}
    </div>
  )
}
