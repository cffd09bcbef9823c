import { useText } from '../../../ui/language.tsx'
import { summaryWords } from './words.ts'

/** A column head that sorts: once one way, again the other way. */
export function SortHead<Column extends string>({
  column,
  name,
  hint,
  isNumber,
  sort = 'rank',
  change,
}: {
  column: Column
  name: string
  hint?: string | undefined
  isNumber: boolean
  sort: string | undefined
  change: (sort: string) => void
}) {
  const words = useText(summaryWords)
  const isTurned = sort === `-${column}`
  const isSorted = isTurned || sort === column
  return (
    <th
      scope="col"
      className={isNumber ? 'rvs-number' : undefined}
      aria-sort={isSorted ? (isTurned ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        title={words.sortBy(name.toLocaleLowerCase('vi'))}
        onClick={() => change(isSorted && !isTurned ? `-${column}` : column)}
      >
        {name}
        {isSorted && (
          <>
            {'\u00a0'}
            <svg className="rvs-sort" width="9" height="9" viewBox="0 0 9 9" aria-hidden="true">
              <path d={isTurned ? 'M1 6.5h7L4.5 2Z' : 'M1 2.5h7L4.5 7Z'} fill="currentColor" />
            </svg>
          </>
        )}
        {hint !== undefined && <small>{hint}</small>}
      </button>
    </th>
  )
}
