import type { MetricValue } from '../../../model/submission.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { DeskLine } from './deskLines.ts'
import { detailWords } from './detailWords.ts'
import { figureText } from './itemFigures.ts'
import { Section } from './Section.tsx'

type Values = ReadonlyMap<string, MetricValue>

/** What the rule looks at, with what it means: as handed in, as used now, and of the period before. */
export function FigureSection({
  line,
  sent,
  values,
  before,
  othersWith,
}: {
  line: DeskLine
  sent: Values
  values: Values
  before: Values
  /** Official numbers of the other items that look at a figure. */
  othersWith: (metricId: string, nodeId: string) => readonly string[]
}) {
  const words = useText(detailWords)
  const language = useLanguage()
  const fields = line.form.groups.flatMap(({ label, labelEn, fields: own }) =>
    own.map(field => ({
      field,
      label: label === undefined ? null : pickName(language, label, labelEn),
    })),
  )
  if (fields.length === 0) return null
  const hasBefore = fields.some(({ field }) => before.has(field.metric.id))
  return (
    <Section title={words.figures}>
      <table className="rvd-figure-table">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{words.figure}</th>
            <th scope="col">{words.sent}</th>
            {hasBefore && <th scope="col">{words.beforeFigure}</th>}
          </tr>
        </thead>
        <tbody>
          {fields.map(({ field, label }) => {
            const { metric } = field
            const [was, now] = [sent.get(metric.id), values.get(metric.id)]
            const text = figureText(now, field, language)
            const sentText = figureText(was, field, language)
            const others = othersWith(metric.id, line.id)
            const earlier = before.get(metric.id)
            return (
              <tr key={metric.id}>
                <th scope="row">
                  {label !== null && <span className="rvd-quiet">{label}: </span>}
                  {pickName(language, metric.name, metric.nameEn)}
                  {metric.definition !== undefined && <small>{metric.definition}</small>}
                  {others.length > 0 && <small>{words.sharedWith(others.join(', '))}</small>}
                </th>
                <td className="number">
                  {now === undefined || now.state !== 'entered' ? (
                    <span className="rvd-absent">
                      <Mark kind={now?.state === 'notApplicable' ? 'notApplicable' : 'missing'} size={10} />
                      {text}
                    </span>
                  ) : (
                    <b>{text}</b>
                  )}
                  {text !== sentText && (
                    <small>
                      {words.sent}: <s>{sentText}</s>
                    </small>
                  )}
                  {now !== undefined && now.state !== 'entered' && now.note !== undefined && (
                    <small>{now.note}</small>
                  )}
                </td>
                {hasBefore && (
                  <td className="number rvd-quiet">
                    {earlier === undefined ? null : (
                      <>
                        <small>{words.beforeFigure}</small>
                        {figureText(earlier, field, language)}
                      </>
                    )}
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}
