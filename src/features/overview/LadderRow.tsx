import type { Ladder, LadderRow } from '../../charts/ladderSeries.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { formatInterval, pointsFormat } from '../../receipt/pointsFormat.ts'
import { countDecimals, formatNumber } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { PaddedNumber } from '../../ui/PaddedNumber.tsx'
import { bodyWords } from './bodyWords.ts'

export type LadderView = {
  readonly selectedId: string | null
  readonly showTable: boolean
  readonly showAll: boolean
  readonly select: (nodeId: string) => void
  readonly toggleTable: () => void
  readonly toggleAll: () => void
  /** Opens the criteria of an area; absent where the rows are criteria. */
  readonly drill?: ((nodeId: string) => void) | undefined
}

/** One loss: its name and numbers, a button that opens what is behind it. */
export function Row({
  row,
  ladder,
  ruleSet,
  view,
}: {
  row: LadderRow
  ladder: Ladder
  ruleSet: RuleSet
  view: LadderView
}) {
  const words = useText(bodyWords)
  const language = useLanguage()
  const format = pointsFormat(ruleSet, language)
  const selected = row.nodeId === view.selectedId
  const decimals = (pick: (entry: LadderRow) => string | null) =>
    Math.max(0, ...ladder.rows.map(entry => countDecimals(pick(entry) ?? '0')))
  // What a bonus wins stands among the losses with its own sign.
  const lost = row.lost.startsWith('-') ? `+${format(row.lost.slice(1))}` : `\u2212${format(row.lost)}`
  const mark = language === 'vi' ? ',' : '.'
  const node = row.node && 'isLeaf' in row.node ? row.node : null
  const drills = view.drill !== undefined && node !== null && !node.isLeaf
  const press = () =>
    row.kind === 'rest' ? view.toggleAll() : drills ? view.drill?.(row.nodeId) : view.select(row.nodeId)
  const content = (
    <>
      <span className="code">{row.code}</span>
      <span className="name">
        <RowName row={row} />
        {drills && <span className="visually-hidden">, {words.openArea}</span>}
      </span>
      {row.notIncurred && (
        <span className="incurred">
          <Mark kind="notApplicable" />
          {words.notIncurredRow}
        </span>
      )}
      <span className="bar-cell" />
      <span className="number">
        {row.maxPoints !== null && (
          <>
            {earned(row, words.unscored, format)}/
            <PaddedNumber
              text={formatNumber(row.maxPoints, language)}
              decimals={decimals(entry => entry.maxPoints)}
              mark={mark}
            />
          </>
        )}
      </span>
      <span className={row.notIncurred ? 'number lost idle' : 'number lost'}>
        {row.lostSure !== row.lost ? (
          <span className="open">
            {row.lostSure === '0' ? '0' : format(row.lostSure)}–
            <PaddedNumber text={format(row.lost)} decimals={decimals(entry => entry.lost)} mark={mark} />
          </span>
        ) : (
          <PaddedNumber text={lost} decimals={decimals(entry => entry.lost)} mark={mark} />
        )}
      </span>
      <span className="fall-cell" />
    </>
  )
  if (row.kind === 'rounding' || row.kind === 'adjusted')
    return (
      <li>
        <div className="ladder-row">{content}</div>
      </li>
    )
  return (
    <li>
      <button
        type="button"
        id={`row-${row.nodeId}`}
        className={`ladder-row${selected ? ' selected' : ''}${drills ? ' drills' : ''}`}
        {...(row.kind === 'rest' || drills ? {} : { 'aria-pressed': selected })}
        onClick={press}
      >
        {content}
      </button>
    </li>
  )
}

/** Points of a row; of an area with missing figures both ends. */
function earned(row: LadderRow, unscored: string, format: (points: string) => string): string {
  if (row.points !== null) return format(row.points)
  const node = row.node && 'isLeaf' in row.node && !row.node.isLeaf ? row.node : null
  return node?.points?.kind === 'known' ? formatInterval(node.points, format) : unscored
}

function RowName({ row }: { row: LadderRow }) {
  const words = useText(bodyWords)
  const language = useLanguage()
  if (row.kind === 'rest') {
    const count = formatNumber(String(row.count), language)
    if (row.lostSure === row.lost) return <>{words.rest(count)}</>
    return <>{row.lostSure === '0' ? words.restMissing(count) : words.restOpen(count)}</>
  }
  if (row.kind === 'rounding' || row.node === null) return <>{words.roundingStep}</>
  const full = pickName(language, row.node.name, row.node.nameEn)
  return (
    <>
      <span className="short" title={full}>
        {pickName(language, row.node.shortName, row.node.shortNameEn)}
      </span>
      <span className="long" title={full}>
        {full}
      </span>
    </>
  )
}
