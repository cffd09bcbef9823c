import { type CSSProperties, type ReactNode, useMemo, useRef } from 'react'
import { TrendFigureMarks } from '../../charts/TrendFigureMarks.tsx'
import { buildFigureSeries, type FigureSeries } from '../../charts/trendFigureSeries.ts'
import type { StatedFigure } from '../../model/figure.ts'
import type { SourceDocument } from '../../model/provenance.ts'
import { citation } from '../../receipt/citation.ts'
import { periodName } from '../../receipt/periodName.ts'
import { useOffer } from '../../state/exports/offers.ts'
import { ChartTools } from '../../ui/ChartTools.tsx'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { figureNote, projectFigures, valueText } from './projectFigures.ts'
import { periodShort } from './texts.ts'
import { showsTable, toggledTable } from './trendAddress.ts'
import type { TrendFrame } from './trendFrame.ts'
import { trendWords } from './words.ts'

/** Figures that documents state again and again for the agency: a small picture each, never mixed with scores. */
export function StatedSeries({
  figures,
  documents,
  frame,
  linkToDocument,
}: {
  figures: readonly StatedFigure[]
  documents: readonly SourceDocument[]
  frame: TrendFrame
  linkToDocument: (documentId: string, label: string) => ReactNode
}) {
  const words = useText(trendWords)
  const drawn = useRef<HTMLDivElement>(null)
  const series = useMemo(() => buildFigureSeries(figures), [figures])
  const language = useLanguage()
  useOffer(
    series.length === 0
      ? null
      : {
          kind: 'table',
          id: 'figures',
          name: words.figures,
          make: () => projectFigures(series, documents, language),
        },
  )
  const showTable = showsTable(frame.state, 'figures')
  if (series.length === 0) return null
  return (
    <section className="trend-figures" aria-labelledby="trend-figures">
      <div className="section-head">
        <h2 id="trend-figures">{words.figures}</h2>
        <span className="sub">{words.figuresSub}</span>
        <div className="section-actions">
          <ChartTools
            showTable={showTable}
            toggleTable={() => frame.change(toggledTable(frame.state, 'figures'))}
            picture={frame.pictureOf(drawn, words.figures, 'so-lieu')}
          />
        </div>
      </div>
      {showTable ? (
        <FigureTable series={series} documents={documents} linkToDocument={linkToDocument} />
      ) : (
        <div className="figure-charts" ref={drawn}>
          {series.map(each => (
            <FigureChart key={each.id} series={each} documents={documents} linkToDocument={linkToDocument} />
          ))}
        </div>
      )}
    </section>
  )
}

const at = (x: number, y?: number): CSSProperties =>
  ({ '--x': `${x * 100}%`, ...(y !== undefined && { '--y': `${y * 100}%` }) }) as CSSProperties

function FigureChart({
  series,
  documents,
  linkToDocument,
}: {
  series: FigureSeries
  documents: readonly SourceDocument[]
  linkToDocument: (documentId: string, label: string) => ReactNode
}) {
  const words = useText(trendWords)
  const language = useLanguage()
  const [first] = series.figures
  const last = series.figures.at(-1)
  if (!first || !last) return null
  const notes = series.figures.flatMap(({ provenance, period }) =>
    provenance.note ? [`${periodShort(period, language)}: ${provenance.note}`] : [],
  )
  return (
    <figure className="figure-chart">
      <figcaption>
        {pickName(language, first.name, first.nameEn)}{' '}
        <small>
          {series.end === null
            ? words.scaleFree
            : words.scaleTo(`${formatNumber(series.end, language)}${first.unit}`)}
        </small>
      </figcaption>
      <div className="figure-plot">
        <TrendFigureMarks series={series} />
        <ul>
          {series.points.map(({ figure, x, y, isKey, labelBelow }) => (
            <li
              key={figure.id}
              style={at(x, y)}
              className={`${isKey ? 'telling' : 'passing'} ${labelBelow ? 'below' : 'above'}`}
            >
              <span className="visually-hidden">{periodName(figure.period, language)}: </span>
              <span className={isKey ? undefined : 'visually-hidden'}>{valueText(figure, language)}</span>
              {figure.provenance.certainty !== 'stated' && (
                <span className="visually-hidden">, {words.inferred}</span>
              )}
            </li>
          ))}
        </ul>
      </div>
      <p className="figure-ends" aria-hidden="true">
        <span>{periodShort(first.period, language)}</span>
        <span>{periodShort(last.period, language)}</span>
      </p>
      {notes.length > 0 && <p className="trend-quiet">{notes.join(' ')}</p>}
      <p className="trend-quiet">
        {words.source}: <Cited figure={last} documents={documents} linkToDocument={linkToDocument} />
      </p>
    </figure>
  )
}

function Cited({
  figure,
  documents,
  linkToDocument,
}: {
  figure: StatedFigure
  documents: readonly SourceDocument[]
  linkToDocument: (documentId: string, label: string) => ReactNode
}) {
  const language = useLanguage()
  const { source } = figure.provenance
  const document = documents.find(entry => entry.id === source?.documentId)
  return document ? linkToDocument(document.id, citation(document, source?.place, language)) : '–'
}

function FigureTable({
  series,
  documents,
  linkToDocument,
}: {
  series: readonly FigureSeries[]
  documents: readonly SourceDocument[]
  linkToDocument: (documentId: string, label: string) => ReactNode
}) {
  const words = useText(trendWords)
  const language = useLanguage()
  return (
    <TableScroll label={words.figures}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{words.figure}</th>
            <th scope="col">{words.columns.period}</th>
            <th scope="col" className="number">
              {words.value}
            </th>
            <th scope="col">{words.columns.note}</th>
            <th scope="col">{words.source}</th>
          </tr>
        </thead>
        <tbody>
          {series.flatMap(({ figures }) =>
            figures.map(figure => (
              <tr key={figure.id}>
                <th scope="row">{pickName(language, figure.name, figure.nameEn)}</th>
                <td>{periodName(figure.period, language)}</td>
                <td className="number">{valueText(figure, language)}</td>
                <td>{figureNote(figure, language)}</td>
                <td>
                  <Cited figure={figure} documents={documents} linkToDocument={linkToDocument} />
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </TableScroll>
  )
}
