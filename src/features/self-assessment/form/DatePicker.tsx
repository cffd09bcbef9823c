import { useText } from '../../../ui/language.tsx'
import { NativeDay } from '../../../ui/NativeDay.tsx'
import { formWords } from './words.ts'

/** The browser's own calendar beside a day that is typed. */
export function DatePicker({
  name,
  value,
  pick,
}: {
  name: string
  /** ISO day; "" while there is none. */
  value: string
  pick: (value: string) => void
}) {
  const words = useText(formWords)
  return (
    <span className="sa-date">
      <NativeDay label={words.pickDate(name)} value={value} pick={pick} buttonClass="sa-date-button" />
    </span>
  )
}
