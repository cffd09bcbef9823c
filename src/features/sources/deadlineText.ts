import type { Deadline } from '../../model/plan.ts'
import { formatDate } from '../../ui/formatNumber.ts'
import type { SourcesWords } from './words.ts'

/** A deadline in normal form: "hằng quý, trước ngày 05/03, 05/06", "31/12/2022, chậm nhất 31/03/2023". */
export function deadlineText(deadline: Deadline, words: SourcesWords): string {
  const days = dayText(deadline, words)
  const last = deadline.latest === undefined ? '' : words.latest(formatDate(deadline.latest))
  return [days, last].filter(Boolean).join(', ')
}

function dayText(deadline: Deadline, words: SourcesWords): string {
  switch (deadline.kind) {
    case 'range':
      return words.between(formatDate(deadline.from), formatDate(deadline.by))
    case 'quarter':
      return deadline.from === undefined
        ? words.until(formatDate(deadline.by))
        : words.between(formatDate(deadline.from), formatDate(deadline.by))
    case 'date':
    case 'month':
    case 'year':
      return words.until(formatDate(deadline.by))
    case 'yearly':
    case 'quarterly': {
      const on = (deadline.on ?? []).map(formatDate).join(', ')
      return [words.deadlines[deadline.kind], on && words.onDays(on)].filter(Boolean).join(', ')
    }
    case 'monthly':
    case 'continuous':
      return words.deadlines[deadline.kind]
    case 'event':
      return words.after(deadline.after)
  }
}
