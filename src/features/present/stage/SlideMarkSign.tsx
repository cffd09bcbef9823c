import type { SlideMark } from '../../../model/deck.ts'
import { useText } from '../../../ui/language.tsx'
import { Mark, type MarkKind } from '../../../ui/Mark.tsx'
import { stageWords } from './words.ts'

const kinds: Readonly<Record<SlideMark, MarkKind>> = {
  missing: 'missing',
  inferred: 'inferred',
  illustrative: 'illustrative',
  notIncurred: 'notApplicable',
  reached: 'reached',
  warning: 'warning',
}

/**
 * The sign of a mark, as large as the letters beside it.
 * @param beside texts of the same row: the word is added for readers where none of them says it
 */
export function SlideMarkSign({ mark, beside }: { mark: SlideMark; beside: readonly string[] }) {
  const word = useText(stageWords).marks[mark]
  return (
    <>
      <Mark kind={kinds[mark]} size={30} />
      {!beside.some(text => text.includes(word)) && <span className="visually-hidden">{word} </span>}
    </>
  )
}
