import type { FigureReading } from '../../../io/figures/readFigure.ts'
import type { Metric } from '../../../model/ruleSet.ts'
import { capitalised } from '../../../receipt/ruleSentence.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { bareNumber, withUnit } from './fieldText.ts'
import { formWords } from './words.ts'

/** What a text may mean, one press each; or why it means nothing. */
export function UnclearMessage({
  id,
  text,
  reading,
  metric,
  mean,
  again,
}: {
  id: string
  text: string
  reading: Extract<FigureReading, { kind: 'unclear' | 'wrong' }>
  metric: Pick<Metric, 'unit' | 'unitEn'>
  mean: (value: string) => void
  again: () => void
}) {
  const words = useText(formWords)
  const language = useLanguage()
  const mark = text.normalize('NFKC').includes('.') ? '.' : ','
  const said =
    reading.kind === 'wrong'
      ? null
      : words.unclear(
          text.trim(),
          reading.choices.map(choice => bareNumber(choice.value, language)).join(words.or),
        )
  return (
    <div className="sa-message" id={id} role="alert">
      <Mark kind="error" size={16} />
      <div>
        {said ? (
          <>
            <b>{said.strong}</b>
            {said.rest}
          </>
        ) : (
          reading.kind === 'wrong' && capitalised(reading.message[language])
        )}
        <span className="sa-choices">
          {reading.kind === 'unclear' &&
            reading.choices.map(choice => (
              <button key={choice.value} type="button" onClick={() => mean(choice.value)}>
                <b>{withUnit(bareNumber(choice.value, language), metric, language)}</b>
                <small>{words.marks[mark][choice.mark]}</small>
              </button>
            ))}
          <button type="button" onClick={again}>
            <b>{words.again}</b>
            <small>{words.againHint}</small>
          </button>
        </span>
      </div>
    </div>
  )
}
