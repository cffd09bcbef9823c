import { CompareMark, letterOf } from '../../../charts/CompareMarks.tsx'
import type { CohortColumn } from '../../../model/cohort.ts'
import type { AgencyComparison, ComparedCell, ComparedRow } from '../../../model/comparison.ts'
import { formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { stateText } from './projectCompare.ts'
import { type CompareWords, compareWords } from './words.ts'

/** Areas with their discs on one scale; an area unfolds into its criteria. */
export function CompareRows({
  comparison,
  columns,
  isUnfolded,
  fold,
}: {
  comparison: AgencyComparison
  columns: readonly CohortColumn[]
  isUnfolded: (criterionId: string) => boolean
  fold: (criterionId: string) => void
}) {
  const words = useText(compareWords)
  const language = useLanguage()
  const parents = new Set(columns.flatMap(column => column.parentId ?? []))
  const columnOf = new Map(columns.map(column => [column.criterionId, column]))
  const parentOf = new Map(columns.map(column => [column.criterionId, column.parentId]))
  const isShown = (parentId: string | null): boolean =>
    parentId === null || (isUnfolded(parentId) && isShown(parentOf.get(parentId) ?? null))
  const shown = comparison.rows.filter(row => isShown(row.parentId))
  return (
    <>
      <div className="compare-row compare-head" aria-hidden="true">
        <span>{words.criterion}</span>
        <span className="ticks">
          <i>0</i>
          <i>50</i>
          <i>100</i>
        </span>
        <span className="number" title={words.percentPointsLong}>
          {words.distanceUnit}
        </span>
      </div>
      <ol className="compare-rows">
        <li className="compare-row total">
          <span className="name">{words.total}</span>
          <CompareMark row={comparison.total} />
          <Distance row={comparison.total} comparison={comparison} />
          <States row={comparison.total} />
        </li>
        {shown.map(row => {
          const column = columnOf.get(row.criterionId ?? '')
          if (!column) return null
          const full = pickName(language, column.name, column.nameEn)
          const short = pickName(language, column.shortName, column.shortNameEn)
          return (
            <li key={column.criterionId} className={`compare-row depth-${Math.min(column.depth, 3)}`}>
              <span className="name" title={full}>
                {parents.has(column.criterionId) ? (
                  <button
                    type="button"
                    aria-expanded={isUnfolded(column.criterionId)}
                    onClick={() => fold(column.criterionId)}
                  >
                    <Icon name="chevron" size={12} />
                    {short}
                  </button>
                ) : (
                  short
                )}
              </span>
              <CompareMark row={row} />
              <Distance row={row} comparison={comparison} />
              <States row={row} />
            </li>
          )
        })}
      </ol>
    </>
  )
}

/** Who leads, and by how much; equal for all, or nothing to say. */
function Distance({
  row: { cells, distance },
  comparison: { agencyIds },
}: {
  row: ComparedRow
  comparison: AgencyComparison
}) {
  const words = useText(compareWords)
  const language = useLanguage()
  const said = cells
    .map((cell, index) => `${letterOf(index)} ${percentText(cell, words, language)}`)
    .join(', ')
  return (
    <span className="number distance">
      <span className="visually-hidden">{said}. </span>
      {distance === null ? (
        <small>{words.none}</small>
      ) : distance.percentPoints === '0' ? (
        <small>{words.equal}</small>
      ) : (
        <>
          <b>{distance.ahead.map(id => letterOf(agencyIds.indexOf(id))).join(', ')}</b>{' '}
          <span>+{formatNumber(distance.percentPoints, language, { places: 2, minPlaces: 2 })}</span>
          <span className="visually-hidden"> {words.percentPointsLong}</span>
        </>
      )}
    </span>
  )
}

/** What discs alone do not say: who is missing, exempt, or scored on 0/0. */
function States({ row: { cells } }: { row: ComparedRow }) {
  const words = useText(compareWords)
  const told = cells.map(cell => stateText(cell, words))
  const texts = [...new Set(told.flatMap(text => text ?? []))]
  if (texts.length === 0) return null
  return (
    <span className="states">
      {texts.map(text => {
        const who = cells.flatMap((cell, index) => (told[index] === text ? [{ cell, index }] : []))
        const [first] = who
        return (
          <span key={text}>
            {first && <Mark kind={markOf(first.cell)} />}
            <b>{who.map(({ index }) => letterOf(index)).join(', ')}</b> {text}
          </span>
        )
      })}
    </span>
  )
}

function markOf({ state, notIncurred }: ComparedCell) {
  if (state === 'settled') return notIncurred ? 'notApplicable' : 'inferred'
  return state === 'notApplicable' ? 'notApplicable' : 'missing'
}

function percentText(cell: ComparedCell, words: CompareWords, language: Language): string {
  const format = (percent: string) => formatNumber(percent, language, { places: 2 })
  if (cell.percent === null) return stateText(cell, words) ?? ''
  const { from, to } = cell.percent
  return from === to ? `${format(to)}%` : `${format(from)}–${format(to)}%`
}
