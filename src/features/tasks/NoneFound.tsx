import { useText } from '../../ui/language.tsx'
import type { Wish } from './taskFilter.ts'
import type { ChangeTasks } from './tasksAddress.ts'
import { type TasksWords, tasksWords } from './words.ts'

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

/** Says which filters hide every row, and lifts them. */
export function NoneFound({ wish, change }: { wish: Wish; change: ChangeTasks }) {
  const words = useText(tasksWords)
  const hiding = filterNames(wish, words)
  return (
    <section className="tk-none">
      <h2>{hiding.length === 0 ? words.noPlanTasks : words.noneTitle}</h2>
      <p>{hiding.length === 0 ? words.noPlanTasksTail : words.noneTail(hiding.join(', '))}</p>
      {hiding.length > 0 && (
        <button
          type="button"
          className="button"
          onClick={() =>
            change({
              filter: undefined,
              kind: undefined,
              agency: undefined,
              criterion: undefined,
              q: undefined,
            })
          }
        >
          {words.lift}
        </button>
      )}
    </section>
  )
}
