import { formatDate, formatNumber, type Language } from '../../ui/formatNumber.ts'
import { filterNames } from './NoneFound.tsx'
import type { TasksShow } from './shared.ts'
import type { Narrowed } from './taskFilter.ts'
import { planName } from './texts.ts'
import type { TasksWords } from './words.ts'

/** Scope, filters, day and version of what is shown. */
export function footLines(
  { wish, scope, shown, ofPlan }: Narrowed,
  on: string,
  today: string,
  show: TasksShow,
  version: string,
  words: TasksWords,
  language: Language,
): readonly string[] {
  const say = (count: number) => formatNumber(String(count), language)
  const plans = new Set(ofPlan.map(({ plan }) => plan.id)).size
  const filters = filterNames(wish, words)
  return [
    `${words.plan}: ${wish.plan ? planName(wish.plan, words, language) : words.allPlans(plans)}`,
    `${words.on}: ${formatDate(on)}`,
    ...(show === 'phases'
      ? []
      : [
          words.countLine(say(shown.length), say(ofPlan.length)),
          words.filtersLine(filters.length === 0 ? words.noFilters : filters.join(', ')),
        ]),
    ...(scope.some(({ reports }) => reports.length > 0) ? [words.stateSource] : []),
    words.printedOn(formatDate(today)),
    words.versionLine(version),
  ]
}
