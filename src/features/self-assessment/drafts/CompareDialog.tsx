import './compare.css'
import { useState } from 'react'
import type { Catalogue } from '../../../model/catalogue.ts'
import type { Draft } from '../../../model/draft.ts'
import type { MetricValue } from '../../../model/submission.ts'
import { periodName } from '../../../receipt/periodName.ts'
import { type ComparedFigure, useDraftComparison } from '../../../state/assessment/useDraftComparison.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { formatDate, formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { type CompareWords, compareWords } from './compareWords.ts'

/** The figures of a draft beside those of the period before; nothing is changed here. */
export function CompareDialog({
  draft,
  title,
  catalogue,
  close,
}: {
  draft: Draft
  title: string
  catalogue: Catalogue
  close: () => void
}) {
  const words = useText(compareWords)
  const language = useLanguage()
  const comparison = useDraftComparison(draft, catalogue)
  const [isAll, setAll] = useState(false)
  const figures = comparison.status === 'ready' ? comparison.figures : []
  const changed = figures.filter(each => each.change !== 'same')
  const count = (number: number) => formatNumber(String(number), language)
  return (
    <Dialog label={words.title(title)} className="sa-compare" close={close}>
      <div className="sa-compare-top">
        <button type="button" className="icon-button" aria-label={words.close} onClick={close}>
          <Icon name="close" />
        </button>
        <h2>{words.title(title)}</h2>
      </div>
      {comparison.status === 'ready' ? (
        <>
          <p className="sa-compare-sum">
            {changed.length === 0
              ? words.allSame
              : words.changed(counted(figures, count), count(figures.length))}
            {changed.length < figures.length && (
              <label>
                <input type="checkbox" checked={isAll} onChange={event => setAll(event.target.checked)} />
                {words.showAll}
              </label>
            )}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section className="table-scroll" tabIndex={0} aria-label={words.title(title)}>
            <table className="figures">
              <thead>
                <tr>
                  <th scope="col">{words.figure}</th>
                  <th scope="col" className="number">
                    {periodName(comparison.period, language)}
                    {comparison.isDraft && <small> {words.isDraft}</small>}
                  </th>
                  <th scope="col" className="number">
                    {words.draft}
                  </th>
                  <th scope="col">{words.change}</th>
                </tr>
              </thead>
              <tbody>
                {(isAll ? figures : changed).map(each => (
                  <Line key={each.metric.id} figure={each} words={words} language={language} />
                ))}
              </tbody>
            </table>
          </section>
        </>
      ) : (
        <p role="status">{words[comparison.status]}</p>
      )}
    </Dialog>
  )
}

/** How many figures stand how; none are left out. */
function counted(figures: readonly ComparedFigure[], count: (number: number) => string) {
  const of = (change: ComparedFigure['change']) => {
    const found = figures.filter(each => each.change === change).length
    return found === 0 ? null : count(found)
  }
  return { other: of('other'), gone: of('gone'), fresh: of('new') }
}

function Line({
  figure: { metric, was, entry, value, change },
  words,
  language,
}: {
  figure: ComparedFigure
  words: CompareWords
  language: Language
}) {
  const unit = pickName(language, metric.unit, metric.unitEn)
  const isPlain =
    metric.valueType === 'count' || metric.valueType === 'number' || metric.valueType === 'percent'
  const said = (text: string) => {
    if (metric.valueType === 'date') return formatDate(text)
    if (metric.valueType === 'flag') return text === '1' ? words.yes : words.no
    return isPlain ? formatNumber(text, language) : text
  }
  const before = (each: MetricValue | null) =>
    each === null ? words.empty : each.state === 'entered' ? said(each.value) : words.states[each.state]
  const now =
    entry === null
      ? words.empty
      : entry.state !== 'typed'
        ? words.states[entry.state]
        : value === null
          ? entry.text === ''
            ? words.empty
            : `“${entry.text}”`
          : said(value)
  return (
    <tr>
      <th scope="row">
        {pickName(language, metric.name, metric.nameEn)} {isPlain && <small>({unit})</small>}
      </th>
      <td className="number">{before(was)}</td>
      <td className="number">{now}</td>
      <td>{words.changes[change]}</td>
    </tr>
  )
}
