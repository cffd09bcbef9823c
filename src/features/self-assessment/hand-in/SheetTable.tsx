import type { Interval } from '../../../model/exact.ts'
import type { SheetEnd, SheetLine } from '../../../model/sheetComparison.ts'
import { formatInterval } from '../../../receipt/pointsFormat.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { TableScroll } from '../../../ui/TableScroll.tsx'
import { openedWords } from './openedWords.ts'

/** Two score sheets line by line: maximum, points of both, exact difference. */
export function SheetTable({
  label,
  before,
  after,
  lines,
  total,
  format,
}: {
  label: string
  /** What the two columns are. */
  before: string
  after: string
  lines: readonly SheetLine[]
  /** null: the lines are not all there is. */
  total: SheetLine | null
  format: (points: string) => string
}) {
  const words = useText(openedWords)
  return (
    <TableScroll label={label}>
      <table className="figures sa-sheets">
        <thead>
          <tr>
            <th scope="col">{words.criterion}</th>
            <th scope="col" className="number">
              {words.maximum}
            </th>
            <th scope="col" className="number">
              {before}
            </th>
            <th scope="col" className="number">
              {after}
            </th>
            <th scope="col" className="number">
              {words.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <Line key={line.nodeId} line={line} format={format} />
          ))}
        </tbody>
        {total && (
          <tfoot className="sum">
            <Line line={total} format={format} />
          </tfoot>
        )}
      </table>
    </TableScroll>
  )
}

function Line({ line, format }: { line: SheetLine; format: (points: string) => string }) {
  const words = useText(openedWords)
  const language = useLanguage()
  const { kind, code, name, nameEn, before, after, difference, isSame } = line
  const signed = (exact: string) => formatNumber(exact, language, { signed: true })
  return (
    <tr className={kind === 'total' ? 'sum' : undefined}>
      <th scope="row">
        <span className="sa-sheets-name">
          {code !== '' && <span>{code}</span>}
          <span>
            {kind === 'total' ? words.total : pickName(language, name, nameEn)}
            {kind === 'adjustment' && <small>{words.outside}</small>}
          </span>
        </span>
      </th>
      <td className="number">{maximumText(before, after, format, words)}</td>
      <td className="number">{endText(before, format, words)}</td>
      <td className="number">{endText(after, format, words)}</td>
      <td className={`number ${isSame ? 'sa-sheets-same' : isLoss(difference) ? 'lost' : ''}`}>
        {isSame
          ? words.same
          : before === null
            ? words.isNew
            : after === null
              ? words.isGone
              : difference !== null && differenceText(difference, signed)}
      </td>
    </tr>
  )
}

function endText(
  end: SheetEnd | null,
  format: (points: string) => string,
  words: { readonly none: string; readonly notApplicable: string; readonly unknown: string },
): string {
  if (end === null) return words.none
  if (end.points === null) return end.maxPoints === null ? words.unknown : words.notApplicable
  return formatInterval(end.points, format)
}

function maximumText(
  before: SheetEnd | null,
  after: SheetEnd | null,
  format: (points: string) => string,
  words: { readonly unknown: string; readonly becomes: (was: string, is: string) => string },
): string {
  const shown = [before, after].flatMap(end => (end === null ? [] : [end.maxPoints]))
  const texts = shown.map(points => (points === null ? words.unknown : format(points)))
  const [was = '', is = was] = texts
  return was === is ? was : words.becomes(was, is)
}

/** Fewer points whatever the open figures turn out to be. */
function isLoss(difference: Interval | null): boolean {
  return difference !== null && [difference.from, difference.to].every(end => end.startsWith('-'))
}

function differenceText({ from, to }: Interval, signed: (exact: string) => string): string {
  return from === to ? signed(from) : `${signed(from)} … ${signed(to)}`
}
