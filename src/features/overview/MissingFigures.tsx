import type { FigureState } from '../../model/nextActions.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { moreWords } from './moreWords.ts'
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
  const codeOf = (id: string) => sheet.nodes.find(node => node.criterionId === id)?.code
  return (
    <section
      className="missing-figures"
      aria-label={words.missingTitle(formatNumber(String(figures.length), language))}
    >
      <ul>
        {figures.map(figure => {
          const codes = figure.criterionIds.flatMap(id => codeOf(id) ?? [])
          const opens = figure.criterionIds.find(id => codeOf(id) !== undefined)
          const name = pickName(language, figure.name, figure.nameEn)
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
                <small>
                  {[
                    ...(codes.length > 0 ? [words.missingOf(codes.join(', '))] : []),
                    ...(figure.isWatched ? [words.watched] : []),
                  ].join(' · ')}
                </small>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
