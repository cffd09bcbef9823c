import type { AskedOfDraft } from '../../../model/askedDraft.ts'
import type { FormItem } from '../../../model/form.ts'
import type { FigureState } from '../../../model/review.ts'
import type { MetricValue } from '../../../model/submission.ts'
import type { Assessment } from '../../../state/assessment/assessment.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { TableScroll } from '../../../ui/TableScroll.tsx'
import { liveOf } from '../form/live.ts'
import { formWords } from '../form/words.ts'
import { itemsNotAsked } from './askedForm.ts'
import { fieldsOf, figureText } from './figureText.ts'
import { askedWords } from './words.ts'

/** What was not asked about, folded: as it was handed in, to be read and not changed. */
export function NotAsked({ assessment, asked }: { assessment: Assessment; asked: AskedOfDraft }) {
  const words = useText(askedWords)
  const language = useLanguage()
  const items = itemsNotAsked(assessment.form, asked)
  if (items.length === 0) return null
  return (
    <details className="sa-not-asked">
      <summary>{words.notAsked(formatNumber(String(items.length), language))}</summary>
      <TableScroll label={words.notAsked(formatNumber(String(items.length), language))}>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{words.item}</th>
              <th scope="col">{words.criterion}</th>
              <th scope="col">{words.figures}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(item => (
              <tr key={item.nodeId}>
                <td>{item.code}</td>
                <th scope="row">{pickName(language, item.name, item.nameEn)}</th>
                <td>
                  <HandedIn item={item} asked={asked} assessment={assessment} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </details>
  )
}

function HandedIn({
  item,
  asked,
  assessment,
}: {
  item: FormItem
  asked: AskedOfDraft
  assessment: Assessment
}) {
  const words = useText(askedWords)
  const ofForm = useText(formWords)
  const language = useLanguage()
  const values = new Map(asked.before.values.map(value => [value.metricId, value]))
  const fields = fieldsOf(item)
  if (fields.length === 0) {
    const live = liveOf(item, assessment, ofForm, language)
    return live ? `${live.points}${live.maximum === null ? '' : `/${live.maximum}`}` : words.none
  }
  return fields
    .map(field => {
      const name = pickName(language, field.metric.name, field.metric.nameEn)
      const text = figureText(stateOf(values.get(field.metric.id)), field, words, ofForm, language)
      return `${name}: ${text}`
    })
    .join('; ')
}

function stateOf(value: MetricValue | undefined): FigureState {
  if (value?.state === 'entered') return { state: 'entered', value: value.value }
  return { state: value?.state ?? 'missing' }
}
