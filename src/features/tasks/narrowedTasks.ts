import { formatDate, formatNumber, type Language } from '../../ui/formatNumber.ts'
import type { TasksShow } from './shared.ts'
import type { Narrowed, Wish } from './taskFilter.ts'
import { planName } from './texts.ts'
import type { TasksWords } from './words.ts'

/** Plan, day, filters and order of what is shown, in words: under the screen, on paper and in files. */
export function narrowedTasks(
  { wish, shown, ofPlan }: Narrowed,
  on: string,
  show: TasksShow,
  /** Name of the order, where the view has several besides those of the list. */
  order: string | undefined,
  words: TasksWords,
  language: Language,
): readonly string[] {
  const say = (count: number) => formatNumber(String(count), language)
  const plans = new Set(ofPlan.map(({ plan }) => plan.id)).size
  const filters = filterNames(wish, words)
  const orderName = show === 'list' ? words.sorts[wish.sort] : order
  return [
    `${words.plan}: ${wish.plan ? planName(wish.plan, words, language) : words.allPlans(plans)}`,
    `${words.on}: ${formatDate(on)}`,
    ...(show === 'phases'
      ? []
      : [
          words.countLine(say(shown.length), say(ofPlan.length)),
          words.filtersLine(filters.length === 0 ? words.noFilters : filters.join(', ')),
        ]),
    ...(orderName === undefined ? [] : [`${words.sort}: ${orderName}`]),
  ]
}

/** Every filter that narrows the rows, in words. */
export function filterNames(wish: Wish, words: TasksWords): readonly string[] {
  const names = [
    wish.standing && words.standings[wish.standing],
    wish.kind && words.kinds[wish.kind],
    wish.agency?.name,
    wish.criterion && [wish.criterion.code, wish.criterion.name].join(' ').trim(),
  ].filter(name => name !== null && name !== undefined)
  return [
    ...names.map(name => words.noneFilter(name)),
    ...(wish.q.trim() === '' ? [] : [words.noneFor(wish.q.trim())]),
  ]
}
