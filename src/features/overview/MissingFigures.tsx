import type { FigureState } from '../../model/nextActions.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import { useOffer } from '../../state/exports/offers.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { moreWords } from './moreWords.ts'
import { missingTexts, projectMissing } from './projectMissing.ts'
import './missingFigures.css'

/** Every figure that is not there, with the items that wait for it; each opens its receipt. */
export function MissingFigures({
  figures,
  sheet,
  select,
}: {
  figures: readonly FigureState[]
  sheet: ScoreSheet
  select: (nodeId: string) => void
}) {
  const words = useText(moreWords)
  const language = useLanguage()
  useOffer({
    kind: 'table',
    id: 'missing',
    name: words.missingName,
    make: () => projectMissing(figures, sheet, language),
  })
  const isThere = (id: string) => sheet.nodes.some(node => node.criterionId === id)
  return (
    <section
      className="missing-figures"
      aria-label={words.missingTitle(formatNumber(String(figures.length), language))}
    >
      <ul>
        {figures.map(figure => {
          const opens = figure.criterionIds.find(isThere)
          const { name, waits } = missingTexts(figure, sheet, language)
          return (
            <li key={figure.metricId}>
              <Mark kind="missing" size={12} />
              <span>
                {opens === undefined ? (
                  name
                ) : (
                  <button type="button" onClick={() => select(opens)}>
                    {name}
                  </button>
                )}{' '}
                <small>{waits}</small>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
