import type { Interval } from '../../../model/exact.ts'
import type { FormItem } from '../../../model/form.ts'
import { formatInterval } from '../../../receipt/pointsFormat.ts'
import type { VerdictPreview } from '../../../state/review/verdicts.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { editWords } from './editWords.ts'
import { signed, signedInterval } from './effectSign.ts'

/** Points before and after: the item, others that look at its figures, the total. */
export function PreviewTable({
  preview,
  waiting,
  codeOf,
  effectOf,
  points,
}: {
  /** null: nothing to show yet. */
  preview: VerdictPreview | null
  /** Why there is nothing to show. */
  waiting: string
  codeOf: (nodeId: string) => string
  effectOf: (nodeId: string) => FormItem['effect']
  points: (value: string) => string
}) {
  const words = useText(editWords)
  const language = useLanguage()
  const text = (interval: Interval | null) =>
    interval === null ? words.off : formatInterval(interval, points)
  const change = (difference: string | null) =>
    difference === null
      ? '–'
      : difference === '0'
        ? '0'
        : formatNumber(difference, language, { signed: true })
  return (
    <section className="rvd-preview" aria-label={words.preview} aria-live="polite">
      {preview === null ? (
        <p className="rvd-quiet">{waiting}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.preview}</th>
              <th scope="col" className="number">
                {words.previewFrom}
              </th>
              <th scope="col" className="number">
                {words.previewTo}
              </th>
              <th scope="col" className="number">
                {words.previewDifference}
              </th>
            </tr>
          </thead>
          <tbody>
            {preview.items.map(({ nodeId, from, to, difference }) => (
              <tr key={nodeId}>
                <th scope="row">{words.previewItem(codeOf(nodeId))}</th>
                <td className="number">{text(from && signedInterval(effectOf(nodeId), from))}</td>
                <td className="number">
                  <b>{text(to && signedInterval(effectOf(nodeId), to))}</b>
                </td>
                <td className="number">{change(difference && signed(effectOf(nodeId), difference))}</td>
              </tr>
            ))}
            <tr className="rvd-preview-total">
              <th scope="row">{words.previewTotal}</th>
              <td className="number">{text(preview.total.from)}</td>
              <td className="number">
                <b>{text(preview.total.to)}</b>
              </td>
              <td className="number">{change(preview.total.difference)}</td>
            </tr>
          </tbody>
        </table>
      )}
    </section>
  )
}
