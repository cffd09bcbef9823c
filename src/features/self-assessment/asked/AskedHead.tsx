import type { AskedOfDraft } from '../../../model/askedDraft.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { DueText } from './DueText.tsx'
import { askedWords } from './words.ts'
import './asked.css'

/** Over the form: who asks, how much, until when, and what can be done here. */
export function AskedHead({ asked: { request } }: { asked: AskedOfDraft }) {
  const words = useText(askedWords)
  const language = useLanguage()
  const count = formatNumber(String(request.questions.length), language)
  return (
    <section className="sa-asked-head" aria-label={words.title}>
      <p>
        <b>{words.head(request.by === '' ? words.someone : request.by, count)}.</b> {words.due}:{' '}
        <DueText dueAt={request.dueAt} />
      </p>
      <p>{words.hint}</p>
    </section>
  )
}
