import type { RequestAnswer } from '../../../model/review.ts'
import { saysSomething } from '../../../state/review/answers.ts'
import { formatNumber, type Language } from '../../../ui/formatNumber.ts'
import type { AreaStanding } from '../form/areas.ts'
import type { AskedWords } from './words.ts'

/** "có giải trình, đề nghị sửa 1 số liệu"; null where nothing answers the question yet. */
export function answerText(
  answer: RequestAnswer | undefined,
  words: AskedWords,
  language: Language,
): string | null {
  if (!answer || !saysSomething(answer)) return null
  const count = (list: readonly unknown[]) => formatNumber(String(list.length), language)
  return [
    answer.text !== null && words.withText,
    answer.figures.length > 0 && words.withFigures(count(answer.figures)),
    answer.claim !== null && words.withClaim(formatNumber(answer.claim, language)),
    answer.dropsClaim && words.withoutClaim,
    answer.evidence.length > 0 && words.withEvidence(count(answer.evidence)),
  ]
    .filter(Boolean)
    .join(', ')
}

/** Questions with an answer, and all. */
export function progressOf(answers: readonly RequestAnswer[]): {
  readonly done: number
  readonly of: number
} {
  return { done: answers.filter(saysSomething).length, of: answers.length }
}

/** Areas as the list beside the form shows them: how many of their questions wait for an answer. */
export function answerStandings(
  standings: readonly AreaStanding[],
  answers: readonly RequestAnswer[],
  words: AskedWords,
): readonly AreaStanding[] {
  const open = new Set(answers.filter(each => !saysSomething(each)).map(each => each.criterionId))
  return standings.map(standing => {
    if (standing.state.isFault) return standing
    const left = standing.area.items.filter(item => open.has(item.nodeId)).length
    const state =
      left > 0
        ? ({ mark: 'missing', text: words.areaOpen(String(left)), isFault: false } as const)
        : ({ mark: 'reached', text: words.areaDone, isFault: false } as const)
    return { ...standing, state }
  })
}
