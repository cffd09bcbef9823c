import { useText } from '../../ui/language.tsx'
import { filterNames } from './narrowedTasks.ts'
import type { Wish } from './taskFilter.ts'
import type { ChangeTasks } from './tasksAddress.ts'
import { tasksWords } from './words.ts'

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
