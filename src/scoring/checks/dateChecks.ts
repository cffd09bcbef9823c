import type { Bilingual } from '../../model/provenance.ts'
import { type CheckContext, type CheckRun, found, run } from './checkContext.ts'
import { dayText, nameText, periodText } from './checkTexts.ts'
import { daysAround, type PeriodDays, todayAt } from './periodDays.ts'

/** Days that do not go with the period; those past the calendar of the rule set are refused before. */
export function dateChecks({ asked, entered, draft }: CheckContext): readonly CheckRun[] {
  const days = daysAround(draft.period)
  if (!days) return []
  const dates = asked.flatMap(({ item, field: { metric } }) => {
    const day = entered.get(metric.id)
    return metric.valueType === 'date' && day !== undefined ? [{ item, metric, day }] : []
  })
  const today = todayAt(draft.updatedAt)
  return run('date-outside-period', dates, ({ item, metric, day }) => {
    const fault = faultOf(day, draft.period, days, today)
    if (!fault) return null
    const told = dayText(day)
    return found(
      {
        code: 'date-outside-period',
        severity: 'doubt',
        text: {
          vi: `${nameText(metric).vi} là ${told.vi}, ${fault.vi}`,
          en: `${nameText(metric).en} is ${told.en}, ${fault.en}`,
        },
      },
      { nodeId: item.nodeId, metricId: metric.id, part: 'field' },
      [day],
    )
  })
}

/** Nothing was done on a day that has not come, whatever the period. */
function faultOf(day: string, period: string, days: PeriodDays, today: string): Bilingual | null {
  const [name, begins, ends] = [periodText(period), dayText(days.from), dayText(days.to)]
  if (day < days.from)
    return {
      vi: `trước khi kỳ ${name.vi} bắt đầu (${begins.vi})`,
      en: `before the period ${name.en} begins (${begins.en})`,
    }
  if (day > days.grace)
    return {
      vi: `hơn một tháng sau khi kỳ ${name.vi} kết thúc (${ends.vi})`,
      en: `more than a month after the period ${name.en} ends (${ends.en})`,
    }
  return day > today ? { vi: 'ngày này chưa tới', en: 'a day that has not come yet' } : null
}
