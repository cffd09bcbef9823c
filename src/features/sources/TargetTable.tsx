import type { Commitment, Plan, Target } from '../../model/plan.ts'
import type { Certainty } from '../../model/provenance.ts'
import { formatDate, formatNumber } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { deadlineText } from './deadlineText.ts'
import { Unsure } from './Unsure.tsx'
import { type SourcesWords, sourcesWords } from './words.ts'

type Row = {
  readonly id: string
  readonly name: string
  readonly value: string
  readonly by: string
  readonly place: string
  readonly quote: string | undefined
  readonly certainty: Certainty
  readonly note: string | undefined
}

/** Everything a document wants reached: percentages, counts, rhythms and days. */
export function TargetTable({
  targets,
  commitments,
}: {
  targets: readonly { readonly target: Target; readonly plan: Plan }[]
  commitments: readonly Commitment[]
}) {
  const words = useText(sourcesWords)
  const language = useLanguage()
  const rows = [
    ...targets.map(({ target }): Row => {
      const percent = `${formatNumber(target.percent, language)}%`
      const nested =
        target.actual.from === 'units'
          ? `; ${words.eachUnit(target.actual.unitLevel, `${formatNumber(target.actual.unitPercent, language)}%`)}`
          : ''
      const compared =
        target.percent === '100'
          ? words.exactly(percent)
          : target.comparison === 'atLeast'
            ? words.atLeast(percent)
            : words.atMost(percent)
      return {
        id: target.id,
        name: pickName(language, target.name, target.nameEn),
        value: `${compared}${nested}`,
        by: target.by === null ? words.noDate : formatDate(target.by),
        place: target.provenance.source?.place ?? '',
        quote: target.provenance.source?.quote,
        certainty: target.provenance.certainty,
        note: target.provenance.note,
      }
    }),
    ...commitments.map(
      (commitment): Row => ({
        id: commitment.id,
        name: `${pickName(language, commitment.name, commitment.nameEn)} (${commitment.scope})`,
        ...goalText(commitment, words, language),
        place: commitment.provenance.source?.place ?? '',
        quote: commitment.provenance.source?.quote,
        certainty: commitment.provenance.certainty,
        note: commitment.provenance.note,
      }),
    ),
  ]
  return (
    <section aria-labelledby="list-targets">
      <div className="section-head">
        <h2 id="list-targets">
          {words.targets} ({rows.length})
        </h2>
      </div>
      <TableScroll label={words.targets}>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{words.target}</th>
              <th scope="col">{words.value}</th>
              <th scope="col">{words.by}</th>
              <th scope="col">{words.place}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.id}>
                <th scope="row">
                  {row.name}
                  {row.quote !== undefined && <q>{row.quote}</q>}
                  <Unsure certainty={row.certainty} note={row.note} />
                </th>
                <td className="goal">{row.value}</td>
                <td className="date">{row.by}</td>
                <td>{row.place}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  )
}

/** What is to be reached, and by when: a goal that is a deadline is only to be done. */
function goalText(
  { goal, by }: Commitment,
  words: SourcesWords,
  language: 'vi' | 'en',
): Pick<Row, 'value' | 'by'> {
  const until = by === null ? words.noDate : formatDate(by)
  switch (goal.kind) {
    case 'count': {
      const value = `${formatNumber(goal.value, language)} ${goal.unit}`
      return { value: goal.comparison === 'equal' ? value : words[goal.comparison](value), by: until }
    }
    case 'range':
      return {
        value: words.range(formatNumber(goal.least, language), formatNumber(goal.most, language), goal.unit),
        by: until,
      }
    case 'deadline':
      return { value: words.done, by: deadlineText(goal.deadline, words) }
  }
}
