import { type CheckContext, type CheckRun, found, run } from './checkContext.ts'
import { dayText, nameText } from './checkTexts.ts'
import { daysAround } from './periodDays.ts'

/** Days that do not go with the period; those past the calendar of the rule set are refused before. */
export function dateChecks({ asked, entered, draft }: CheckContext): readonly CheckRun[] {
  const days = daysAround(draft.period)
  if (!days) return []
  const dates = asked.flatMap(({ item, field: { metric } }) => {
    const day = entered.get(metric.id)
    return metric.valueType === 'date' && day !== undefined ? [{ item, metric, day }] : []
  })
  return run('date-outside-period', dates, ({ item, metric, day }) => {
    if (day >= days.from && day <= days.grace) return null
    const isBefore = day < days.from
    const [told, edge] = [dayText(day), dayText(isBefore ? days.from : days.to)]
    return found(
      {
        code: 'date-outside-period',
        severity: 'doubt',
        text: {
          vi: `${nameText(metric).vi} là ${told.vi}, ${isBefore ? `trước khi kỳ bắt đầu (${edge.vi})` : `hơn một tháng sau khi kỳ kết thúc (${edge.vi})`}`,
          en: `${nameText(metric).en} is ${told.en}, ${isBefore ? `before the period begins (${edge.en})` : `more than a month after the period ends (${edge.en})`}`,
        },
      },
      { nodeId: item.nodeId, metricId: metric.id, part: 'field' },
      [day],
    )
  })
}
