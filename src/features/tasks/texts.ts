import type { Deadline } from '../../model/plan.ts'
import type { TaskStanding } from '../../model/taskStanding.ts'
import { documentName } from '../../receipt/citation.ts'
import type { TaskAgency } from '../../state/tasks/agenciesOf.ts'
import type { TaskPlan, TaskRow } from '../../state/tasks/tasksView.ts'
import { formatDate, formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import type { TasksWords } from './words.ts'

/** A deadline as it is read: "31/12/2022, chậm nhất 31/03/2023", "hằng quý: 05/03, 05/06". */
export function deadlineText(deadline: Deadline | undefined, words: TasksWords): string {
  if (deadline === undefined) return words.noDeadline
  const last = deadline.latest === undefined ? [] : [words.latest(formatDate(deadline.latest))]
  return [dayText(deadline, words), ...last].join(', ')
}

function dayText(deadline: Deadline, words: TasksWords): string {
  switch (deadline.kind) {
    case 'date':
    case 'month':
    case 'year':
      return formatDate(deadline.by)
    case 'range':
    case 'quarter':
      return deadline.from === undefined
        ? formatDate(deadline.by)
        : words.between(formatDate(deadline.from), formatDate(deadline.by))
    case 'yearly':
    case 'quarterly': {
      const days = deadline.on ?? []
      return days.length === 0
        ? `${words[deadline.kind]} (${words.noDayNamed})`
        : `${words[deadline.kind]}: ${days.map(formatDate).join(', ')}`
    }
    case 'monthly':
      return `${words.monthly} (${words.noDayNamed})`
    case 'continuous':
      return words.continuous
    case 'event':
      return words.after(deadline.after)
  }
}

/** The deadline of a row as read, and as written; the latter alone where there is no day to read. */
export function deadlineTexts(
  { task: { deadline }, plan }: Pick<TaskRow, 'task' | 'plan'>,
  words: TasksWords,
): readonly [read: string | null, written: string | null] {
  if (deadline === undefined) return [null, null]
  if (deadline.kind === 'continuous' || deadline.kind === 'event') return [deadline.written, null]
  return [deadlineText(deadline, words), plan.round === null ? words.asWritten(deadline.written) : null]
}

/** Who took over from leads that have ended: "nay là Sở Xây dựng"; with several leads, of whom. */
export function successorTexts(agencies: readonly TaskAgency[], words: TasksWords): readonly string[] {
  return agencies.flatMap(({ name, successor, endedOn }) => {
    if (endedOn === null) return []
    const says = successor ? words.nowIs(successor.name) : words.ended(formatDate(endedOn))
    return [agencies.length > 1 ? `${name}: ${says}` : says]
  })
}

/** That somebody has to choose between what was said of a row; null where nobody has to. */
export function disputeText(
  { isDisputed, conflicts }: Pick<TaskRow, 'isDisputed' | 'conflicts'>,
  words: TasksWords,
): string | null {
  return isDisputed ? words.disputed : conflicts.length > 0 ? words.conflict : null
}

/** Past this many days a month says more than a number of days. */
const countedDays = 60

/** A standing in words, the main one first; the others explain it. */
export function standingTexts(
  standing: TaskStanding,
  words: TasksWords,
  language: Language,
): readonly [string, ...string[]] {
  const { kind, day, due, days, occurrence, next, isPastWanted, reported } = standing
  const count = (many: number) => formatNumber(String(many), language)
  const said = reported === null ? [] : [words.reported(words.states[reported])]
  const ofOccurrence = occurrence === null ? [] : [words.occurrence(formatDate(occurrence))]
  const comes = next === null || next === occurrence ? [] : [words.nextOccurrence(formatDate(next))]
  switch (kind) {
    case 'overdue': {
      const late =
        occurrence !== null
          ? words.occurrencePast(formatDate(occurrence))
          : days !== null && days <= countedDays
            ? words.past(count(days))
            : words.pastSince(formatDate(due ?? '').slice(3))
      return [late, ...(reported === null ? [words.unreported] : said), ...comes]
    }
    case 'dueSoon':
    case 'notYet': {
      const left = days === 0 ? words.dueToday : words.left(count(days ?? 0))
      const wanted = isPastWanted && due !== null ? [words.afterWanted(formatDate(due))] : []
      return kind === 'dueSoon'
        ? [left, ...ofOccurrence, ...wanted, ...said]
        : [words.notYet, left, ...ofOccurrence, ...wanted, ...said]
    }
    case 'continuous':
    case 'unknownDay':
    case 'noDeadline':
      return [words[kind], ...said]
    case 'done':
      return [
        words.done(formatDate(day ?? '')),
        ...ofOccurrence,
        ...(isPastWanted ? [words.doneAfterWanted] : []),
        ...comes,
      ]
    case 'doneLate':
      return [words.doneLate(count(days ?? 0)), words.done(formatDate(day ?? '')), ...ofOccurrence, ...comes]
    case 'dropped':
      return [words.dropped(formatDate(day ?? '')), ...ofOccurrence]
  }
}

/** "Tỉnh Trà Vinh 2023 · Kế hoạch 37/KH-STTTT-VP"; of a round: "Khắc phục: Đợt tháng 10". */
export function planName(plan: TaskPlan, words: TasksWords, language: Language): string {
  if (plan.round) return words.remedyOf(plan.round.name ?? plan.round.period)
  const source =
    plan.document?.number == null
      ? pickName(language, plan.title, plan.titleEn)
      : documentName(plan.document, language)
  return `${plan.agency?.name ?? ''} ${plan.year} · ${source}`.trim()
}

/** The document of a plan by its number; "Quyết định không rõ số" where the copy lacks it. */
export function planSource({ document }: TaskPlan, words: TasksWords, language: Language): string {
  if (!document) return ''
  return document.number === null ? words.unnumbered[document.kind] : documentName(document, language)
}

/** "Tỉnh Trà Vinh, kế hoạch 2023": enough in a row to know which it is. */
export function planPlace(plan: TaskPlan, words: TasksWords): string {
  return plan.round
    ? words.remedyOf(plan.round.name ?? plan.round.period)
    : words.planPlace(plan.agency?.name ?? '', plan.year)
}
