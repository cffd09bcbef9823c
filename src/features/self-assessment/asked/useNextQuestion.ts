import { useState } from 'react'
import type { Form } from '../../../model/form.ts'
import type { RequestAnswer } from '../../../model/review.ts'
import { saysSomething } from '../../../state/review/answers.ts'
import { useText } from '../../../ui/language.tsx'
import type { GoTo } from '../assessmentProps.ts'
import { askedWords } from './words.ts'

/** The way to the next question without an answer, from where the keyboard is; after the last the first. */
export function useNextQuestion(form: Form, answers: readonly RequestAnswer[], goTo: GoTo) {
  const words = useText(askedWords)
  const [said, say] = useState('')
  const goNextMissing = () => {
    const open = new Set(answers.filter(each => !saysSomething(each)).map(each => each.criterionId))
    const ids = form.areas.flatMap(area => area.items).map(item => item.nodeId)
    const here = document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset['item']
    const place = here === undefined ? -1 : ids.indexOf(here)
    const next = [...ids.slice(place + 1), ...ids.slice(0, place + 1)].find(id => open.has(id))
    if (next !== undefined) goTo({ nodeId: next, metricId: null, part: 'explanation' })
    say(next === undefined ? words.noneOpen : '')
  }
  return { goNextMissing, said }
}
