import type { Deadline } from '../../model/plan.ts'
import type { Report } from '../../scoring/lint/report.ts'
import { isRealMonthDay, monthEnd, quarterOf } from './days.ts'

/** The days of a deadline agree with its kind and with each other. */
export function checkDeadline(deadline: Deadline, path: string, report: Report): void {
  if ('by' in deadline) checkEnds(deadline, path, report)
  if ('on' in deadline)
    deadline.on?.forEach((day, index) => {
      if (!isRealMonthDay(day))
        report.error(`${path}.on[${index}]`, 'no-such-day', {
          vi: `lịch không có ngày “${day}” trong năm nào; cần ngày có thật, dạng tháng-ngày`,
          en: `no year has a day "${day}"`,
        })
    })
}

function checkEnds(deadline: Extract<Deadline, { readonly by: string }>, path: string, report: Report): void {
  const { kind, by, latest } = deadline
  const from = 'from' in deadline ? deadline.from : undefined
  if (latest !== undefined && latest < by)
    report.error(`${path}.latest`, 'latest-before-by', {
      vi: `ngày chậm nhất ${latest} trước hạn mong muốn ${by}; cần từ ngày ấy trở đi`,
      en: `the final day ${latest} comes before the wanted one, ${by}`,
    })
  if (from !== undefined && by < from) {
    report.error(`${path}.by`, 'deadline-reversed', {
      vi: `hạn ${by} trước ngày bắt đầu ${from}; cần từ ngày ấy trở đi`,
      en: `due on ${by}, before it begins on ${from}`,
    })
    return
  }
  const end = endOf(kind, by)
  if (end !== null && by !== end.day)
    report.error(`${path}.by`, `${kind}-end`, {
      vi: `hạn trong ${end.name} đang là ${by}; cần ngày cuối ${end.name}, ${end.day}`,
      en: `a deadline within a ${kind} is ${by}; its last day is ${end.day}`,
    })
  if (kind === 'quarter' && from !== undefined && from !== quarterOf(from).from)
    report.error(`${path}.from`, 'quarter-start', {
      vi: `các quý bắt đầu ngày ${from}; cần ngày đầu quý, ${quarterOf(from).from}`,
      en: `quarters begin on ${from}; the first day of that quarter is ${quarterOf(from).from}`,
    })
}

function endOf(kind: Deadline['kind'], by: string): { readonly name: string; readonly day: string } | null {
  switch (kind) {
    case 'month':
      return { name: 'tháng', day: monthEnd(by) }
    case 'quarter':
      return { name: 'quý', day: quarterOf(by).to }
    case 'year':
      return { name: 'năm', day: `${by.slice(0, 4)}-12-31` }
    default:
      return null
  }
}
