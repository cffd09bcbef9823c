import type { ExportCheck } from '../../model/exportOrigin.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { checkWords } from './checkWords.ts'

/** As many rows as somebody goes through by eye. */
const mostShown = 200

/** Every place that differs: what stands in the file, and what the page makes. */
export function CheckDifferences({
  differences,
  count,
}: {
  differences: ExportCheck['differences']
  count: number
}) {
  const words = useText(checkWords)
  const language = useLanguage()
  const text = (value: string | null) =>
    value === null ? <small>{words.absent}</small> : value === '' ? <small>{words.blank}</small> : value
  const shown = differences.slice(0, mostShown)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls, so the keyboard has to get in
    <section className="ex-check-scroll" aria-label={words.tableName} tabIndex={0}>
      <table className="figures">
        <caption className="visually-hidden">{words.tableName}</caption>
        <thead>
          <tr>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.inFile}</th>
            <th scope="col">{words.inApp}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ place, found, expected }) => (
            <tr key={place}>
              <th scope="row">{place}</th>
              <td>{text(found)}</td>
              <td>{text(expected)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > shown.length && (
        <p>{words.moreDifferences(formatNumber(String(count - shown.length), language))}</p>
      )}
    </section>
  )
}
