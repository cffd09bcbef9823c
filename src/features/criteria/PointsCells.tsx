import { isSettled } from '../../model/exact.ts'
import type { StageCell, StageColumn } from '../../model/stageColumns.ts'
import { formatInterval } from '../../receipt/pointsFormat.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { Mark } from '../../ui/Mark.tsx'
import { PaddedNumber } from '../../ui/PaddedNumber.tsx'
import type { CriteriaLine } from './criteriaLines.ts'
import { Absent, Nothing } from './signs.tsx'
import type { TableView } from './tableView.ts'

/** Maximum of the line; a ceiling for what stands outside the tree. */
export function MaxCell({ line, view }: { line: CriteriaLine; view: TableView }) {
  const { words, language, decimals } = view
  const { node, pool, adjustment } = line
  if (node?.ruleKind === 'monitor' || node?.outcome?.kind === 'notApplicable') return <Nothing />
  if (adjustment) return <small>{words.upTo(formatNumber(adjustment.ceiling, language))}</small>
  const max = node ? node.maxPoints : (pool?.maxPoints ?? null)
  if (max === null) return node ? <Absent kind="missing">{words.unknown}</Absent> : null
  return (
    <PaddedNumber
      text={formatNumber(max, language)}
      decimals={decimals.max}
      mark={language === 'vi' ? ',' : '.'}
    />
  )
}

/** Points of one stage, or why there are none. */
export function PointsCell({
  cell,
  column,
  line,
  view,
}: {
  cell: StageCell
  column: StageColumn
  line: Pick<CriteriaLine, 'kind' | 'node'>
  view: TableView
}) {
  const { words, format } = view
  // The words stand once, in the column that counts.
  const isLast = column === view.table.columns.at(-1)
  switch (cell.state) {
    case 'settled':
    case 'open': {
      const isSum = line.kind === 'leaf' || line.kind === 'adjustment' ? false : cell.basis === 'sum'
      const origin = isSum ? null : originOf(cell.basis, column, view)
      const signed = line.kind === 'adjustment' || line.kind === 'rounding' || line.kind === 'rescaling'
      const write = signed
        ? (points: string) =>
            formatNumber(points, view.language, { signed: true, minPlaces: view.ruleSet.pointsPlaces })
        : format
      const isGuessed = column.by !== 'published' && isInferred(line)
      return (
        <>
          {isGuessed && (
            <>
              <Mark kind="inferred" />
              <span className="visually-hidden">{words.inferred} </span>
            </>
          )}
          {origin && (
            <small className="origin-word" title={origin.full}>
              {origin.short}{' '}
            </small>
          )}
          {isSettled(cell.points) ? (
            <PaddedNumber
              text={write(cell.points.to)}
              decimals={view.decimals.points}
              mark={view.language === 'vi' ? ',' : '.'}
            />
          ) : (
            formatInterval(cell.points, write)
          )}
        </>
      )
    }
    case 'unknown':
      return <Absent kind="missing">{words.atLeast(format(cell.atLeast))}</Absent>
    case 'missing':
      return <Absent kind="missing">{words.missing}</Absent>
    case 'pendingSurvey':
    case 'pendingReview':
      return <Absent kind="missing">{words[cell.state]}</Absent>
    case 'pooled':
      return <small>{words.pooled}</small>
    case 'notApplicable':
      return isLast ? (
        <Absent kind="notApplicable">{words.notApplicable}</Absent>
      ) : (
        <span title={words.notApplicable}>
          <Mark kind="notApplicable" />
          <span className="visually-hidden">{words.notApplicable}</span>
        </span>
      )
    case 'watched':
      return isLast ? <small>{words.watched}</small> : null
    case 'notStated':
      return line.kind === 'rounding' || line.kind === 'rescaling' ? (
        <Nothing />
      ) : (
        <small>{words.notStated}</small>
      )
  }
}

/** Points that no document states: drawn with a hatch wherever they stand. */
export function isInferred({ node, kind }: Pick<CriteriaLine, 'kind' | 'node'>): boolean {
  return kind === 'pool' || (node?.outcome?.kind === 'scored' && node.outcome.certainty === 'inferred')
}

/** Where points stand for something else than the head of their column says, a word before them says so. */
function originOf(basis: string, column: StageColumn, { table, words }: TableView) {
  if (table.columns.length < 2 || column.by === 'published') return null
  if (basis === 'published') return { short: words.taken, full: words.takenFull }
  return basis === 'rule' && column.by === 'stage'
    ? { short: words.computed, full: words.computedFull }
    : null
}
