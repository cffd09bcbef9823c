import type { Draft } from '../../../model/draft.ts'
import { useText } from '../../../ui/language.tsx'
import { answerFileWords } from '../asked/words.ts'
import { handInWords } from './words.ts'

/** Words of handing in; a file that answers questions is called what it is. */
export function useHandInWords({ asked }: Pick<Draft, 'asked'>): (typeof handInWords)['vi'] {
  const words = useText(handInWords)
  const ofAnswers = useText(answerFileWords)
  return asked ? { ...words, ...ofAnswers } : words
}
