import { formatNumber } from '../../../ui/formatNumber.ts'
import { daysUntil, instantText } from '../../../ui/instants.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { useNow } from './useNow.ts'
import { askedWords } from './words.ts'

/** Until when an answer counts; that it is late is said, not forbidden. */
export function DueText({ dueAt }: { dueAt: string | null }) {
  const words = useText(askedWords)
  const language = useLanguage()
  const now = useNow()
  if (dueAt === null) return <>{words.noDue}</>
  const isLate = now > Date.parse(dueAt)
  const days = daysUntil(dueAt, now)
  return (
    <>
      <b>{words.dueText(instantText(dueAt))}</b>
      {isLate ? (
        <span className="sa-asked-late">
          <Mark kind="warning" size={13} />
          {words.late}
        </span>
      ) : (
        `, ${days === 0 ? words.today : words.daysLeft(formatNumber(String(days), language))}`
      )}
    </>
  )
}
