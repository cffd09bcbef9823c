import { useText } from '../../../ui/language.tsx'
import { summaryWords } from './words.ts'

/** Offered on a phone, where a table shows what fits beside the name; elsewhere every column stands there. */
export function AllColumns({
  isChecked,
  check,
}: {
  isChecked: boolean
  check: (isChecked: boolean) => void
}) {
  const words = useText(summaryWords)
  return (
    <label className="rvs-check rvs-phone">
      <input type="checkbox" checked={isChecked} onChange={event => check(event.target.checked)} />
      {words.allColumns}
    </label>
  )
}
