import { useRef } from 'react'
import { TargetBarMark } from '../../charts/TargetBarMark.tsx'
import type { NextAction } from '../../model/nextActions.ts'
import type { SourceDocument } from '../../model/provenance.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import { documentName } from '../../receipt/citation.ts'
import { periodName } from '../../receipt/periodName.ts'
import { type Tile, tilesOf } from '../../sentences/tilesOf.ts'
import { useOffer } from '../../state/exports/offers.ts'
import type { ScoredPlan } from '../../state/scoreView.ts'
import { ChartTools } from '../../ui/ChartTools.tsx'
import { formatNumber } from '../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { bodyWords } from './bodyWords.ts'
import type { PictureFrame } from './pictureOf.ts'
import { projectTargets, targetSource } from './projectTargets.ts'

const tilesShown = 4

/** Targets of the plan that binds the agency; without a plan, the thresholds that cost it most. */
export function TargetTiles({
  sheet,
  plan,
  documents,
  showTable,
  toggleTable,
  frame,
  next = [],
}: {
  sheet: ScoreSheet
  plan: ScoredPlan | null
  documents: readonly SourceDocument[]
  showTable: boolean
  toggleTable: () => void
  frame?: PictureFrame | undefined
  next?: readonly NextAction[] | undefined
}) {
  const words = useText(bodyWords)
  const language = useLanguage()
  const document = documents.find(entry => entry.id === plan?.plan.documentId)
  const tiles = tilesOf(sheet, plan, language, next)
  const block = useRef<HTMLUListElement>(null)
  const title = plan ? words.targets(String(plan.plan.year)) : words.thresholds
  const reached = tiles.filter(tile => tile.mark === 'reached').length
  const sentence = words.reachedTargets(
    formatNumber(String(reached), language),
    formatNumber(String(tiles.length), language),
  )
  useOffer(
    tiles.length === 0
      ? null
      : {
          kind: 'table',
          id: 'targets',
          name: title,
          make: () =>
            projectTargets(
              { tiles, plan, documents, title: plan ? `${title}: ${sentence}` : title },
              language,
            ),
        },
  )
  if (tiles.length === 0) return null
  return (
    <section className="targets" aria-labelledby="targets-title">
      <div className="section-head">
        <h2 id="targets-title">{title}</h2>
        <span className="sub">
          {plan
            ? `${document?.number ? documentName(document, language) : plan.plan.title} · ${words.measured(periodName(sheet.period, language))}`
            : words.thresholdsSub}
        </span>
        <div className="section-actions">
          <ChartTools
            showTable={showTable}
            toggleTable={toggleTable}
            picture={{
              element: () => block.current,
              title: plan ? `${title}: ${sentence}` : title,
              scope: frame?.scope ?? '',
              source: frame?.source ?? '',
              fileName: frame?.fileName(title) ?? title,
            }}
          />
        </div>
      </div>
      {plan && <p className="visually-hidden">{sentence}</p>}
      {showTable ? (
        <TargetTable tiles={tiles} plan={plan} documents={documents} />
      ) : (
        <ul className="tiles" ref={block}>
          {tiles.slice(0, tilesShown).map(tile => (
            <li className="tile" key={tile.id}>
              <p className="tile-value">
                <small>{tile.comparison}</small> {tile.percent}
              </p>
              <p className="tile-name">{tile.name}</p>
              <TargetBarMark bar={tile.bar} />
              <p className="tile-status">
                <Mark kind={tile.mark} />
                <span>
                  <b>{tile.strong}</b>
                  {tile.rest}
                </span>
              </p>
              {tile.pace !== '' && <p className="tile-pace">{tile.pace}</p>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function TargetTable({
  tiles,
  plan,
  documents,
}: {
  tiles: readonly Tile[]
  plan: ScoredPlan | null
  documents: readonly SourceDocument[]
}) {
  const words = useText(bodyWords)
  const language = useLanguage()
  return (
    <TableScroll label={words.target}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{words.targetName}</th>
            <th scope="col" className="number">
              {words.target}
            </th>
            <th scope="col">{words.actual}</th>
            {plan && <th scope="col">{words.due}</th>}
            {plan && <th scope="col">{words.source}</th>}
          </tr>
        </thead>
        <tbody>
          {tiles.map(tile => (
            <tr key={tile.id}>
              <th scope="row">{tile.name}</th>
              <td className="number">
                {tile.comparison} {tile.percent}
              </td>
              <td>
                <Mark kind={tile.mark} /> {tile.strong}
                {tile.rest}
              </td>
              {plan && <td>{tile.pace || tile.due}</td>}
              {plan && <td>{targetSource(tile.id, plan, documents, language)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
