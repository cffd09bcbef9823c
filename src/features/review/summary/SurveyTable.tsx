import { useState } from 'react'
import { isSettled } from '../../../model/exact.ts'
import type { FormItem } from '../../../model/form.ts'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { TableScroll } from '../../../ui/TableScroll.tsx'
import type { ReviewProps } from '../reviewProps.ts'
import { EntryField } from './EntryField.tsx'
import { EntryFoot } from './EntryFoot.tsx'
import { entryWords } from './entryWords.ts'
import type { SummaryNames } from './summaryNames.ts'
import {
  givenText,
  headsOf,
  pointsColumn,
  readSurveyRow,
  recordedText,
  type SurveyColumn,
  type SurveyStanding,
} from './surveyLeaf.ts'
import { useTypedGrid } from './useTypedGrid.ts'

type Props = ReviewProps & {
  readonly names: SummaryNames
  readonly item: FormItem
  readonly columns: readonly SurveyColumn[]
  readonly agencyIds: readonly string[]
  /** Agencies the criterion is not for. */
  readonly skipped: readonly string[]
}

const nothing: SurveyStanding = { kind: 'none' }

/** Every agency with fields for its result; what is recorded stands in them and with its source beside. */
export function SurveyTable(props: Props) {
  const { open, review, names, item, columns, agencyIds, skipped } = props
  const words = useText(entryWords)
  const grid = useTypedGrid(`${open.round.id} survey ${item.nodeId} ${columns[0]?.id ?? ''}`)
  const [source, setSource] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const [isTried, setTried] = useState(false)
  const standings = new Map(
    agencyIds.map(id => [id, open.state.agencies.get(id)?.items.get(item.nodeId)?.survey ?? nothing]),
  )
  const standingOf = (id: string) => standings.get(id) ?? nothing
  const columnIds = columns.map(column => column.id)
  const recorded = (id: string, columnId: string) => {
    const column = columns.find(each => each.id === columnId)
    return column ? recordedText(standingOf(id), column) : ''
  }
  const changed = grid.changed(agencyIds, columnIds, recorded)
  const read = (agencyId: string) =>
    readSurveyRow(columns, column => grid.textOf(agencyId, column.id, recorded(agencyId, column.id)), names, {
      review,
      agencyId,
      criterionId: item.nodeId,
      source: source.trim(),
      over: headsOf(standingOf(agencyId)),
    })
  const write = () => {
    setTried(true)
    setSaid(null)
    if (open.me === '') return setProblem(words.needName)
    if (source.trim() === '') return setProblem(words.needSource)
    const acts = changed.map(id => read(id).act)
    const made = acts.filter(act => act !== null)
    if (made.length < acts.length) return setProblem(words.problems(names.count(acts.length - made.length)))
    const lines = open.append(made)
    if (lines.length === 0) return setProblem(words.needName)
    grid.clear()
    setTried(false)
    setProblem(null)
    setSaid(words.written(names.count(lines.length)))
  }
  const isChanged = new Set(changed)
  return (
    <>
      <TableScroll label={words.surveyTitle}>
        <table className="rvs-table rvs-entry">
          <thead>
            <tr>
              <th scope="col">{words.agency}</th>
              {columns.map(column => (
                <th key={column.id} scope="col" className="rvs-number">
                  {column.id === pointsColumn
                    ? words.pointsOf(item.maxPoints === null ? '–' : names.number(item.maxPoints))
                    : names.metric(column.id)}
                  {column.id !== pointsColumn && <small>{column.metric.unit}</small>}
                </th>
              ))}
              <th scope="col" className="rvs-number">
                {words.now}
              </th>
              <th scope="col">{words.recorded}</th>
            </tr>
          </thead>
          <tbody>
            {agencyIds.map((id, rowIndex) => {
              const { readings } = read(id)
              const isPartial = isChanged.has(id) && isTried && readings.some(each => each.kind === 'empty')
              return (
                <tr key={id} className={isChanged.has(id) ? 'rvs-changed' : undefined}>
                  <th scope="row">{names.agency(id)}</th>
                  {columns.map((column, columnIndex) => {
                    const reading = readings[columnIndex]
                    return (
                      <td key={column.id} className="rvs-number">
                        <EntryField
                          label={`${names.agency(id)}, ${column.id === pointsColumn ? words.points : names.metric(column.id)}`}
                          value={grid.textOf(id, column.id, recorded(id, column.id))}
                          problem={
                            reading?.kind === 'wrong'
                              ? reading.message
                              : isPartial && reading?.kind === 'empty'
                                ? words.incomplete
                                : null
                          }
                          type={text => grid.type(id, column.id, text)}
                          paste={event =>
                            grid.paste(event, { row: rowIndex, column: columnIndex }, agencyIds, columnIds)
                          }
                        />
                      </td>
                    )
                  })}
                  <td className="rvs-number">{standingPoints(review, id, item.nodeId, names)}</td>
                  <td className="rvs-how">
                    <Recorded {...props} agencyId={id} standing={standingOf(id)} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </TableScroll>
      {skipped.length > 0 && (
        <p className="rvs-quiet">
          {skipped.map(names.agency).join(', ')}: {words.notFor}.
        </p>
      )}
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

function standingPoints(
  review: ReviewProps['review'],
  agencyId: string,
  nodeId: string,
  names: SummaryNames,
) {
  const standing = review.agencies.get(agencyId)?.items.get(nodeId)?.standing
  if (!standing) return '–'
  return isSettled(standing)
    ? names.points(standing.to)
    : `${names.points(standing.from)}–${names.points(standing.to)}`
}

/** Who recorded what from where; of two that differ, one can be chosen. */
function Recorded({
  open,
  columns,
  item,
  agencyId,
  standing,
}: Props & { agencyId: string; standing: SurveyStanding }) {
  const words = useText(entryWords)
  if (standing.kind === 'none') return null
  if (standing.kind === 'settled') return words.chosenBy(standing.entry.by, standing.entry.act.source)
  return (
    <div className="rvs-conflict">
      <p>
        <Mark kind="warning" />
        {words.conflict}
      </p>
      {standing.entries.map(entry => {
        const { given, source } = entry.act
        const shown =
          given.kind === 'points'
            ? `${words.points} ${givenText(given, pointsColumn, { valueType: 'number', unit: '' })}`
            : columns.map(column => givenText(given, column.id, column.metric)).join(' / ')
        return (
          <p key={entry.id}>
            {shown} ({words.chosenBy(entry.by, source)}){' '}
            <button
              type="button"
              className="link-button"
              disabled={open.me === ''}
              onClick={() =>
                open.append([
                  {
                    kind: 'survey',
                    agencyId,
                    criterionId: item.nodeId,
                    given,
                    source,
                    over: headsOf(standing),
                  },
                ])
              }
            >
              {words.choose}
            </button>
          </p>
        )
      })}
    </div>
  )
}
