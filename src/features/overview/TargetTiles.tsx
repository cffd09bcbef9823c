import { TargetBarMark } from '../../charts/TargetBarMark.tsx'
import { buildTargetBar, type TargetBar } from '../../charts/targetBarSeries.ts'
import { toPlotNumber } from '../../model/exact.ts'
import type { Target } from '../../model/plan.ts'
import type { SourceDocument } from '../../model/provenance.ts'
import type { Direction } from '../../model/rules.ts'
import type { NodeScore, ScoreSheet, TargetScore } from '../../model/scoreSheet.ts'
import { citation, documentName } from '../../receipt/citation.ts'
import { periodName } from '../../receipt/periodName.ts'
import type { ScoredPlan } from '../../state/scoreView.ts'
import { formatNumber, formatPercent, type Language } from '../../ui/formatNumber.ts'
import { Icon } from '../../ui/Icon.tsx'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark, type MarkKind } from '../../ui/Mark.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { type OverviewWords, overviewWords } from './words.ts'

/** One tile, ready to draw. */
type Tile = {
  readonly id: string
  readonly comparison: string
  readonly percent: string
  readonly name: string
  readonly bar: TargetBar
  readonly mark: MarkKind
  readonly strong: string
  readonly rest: string
}

const tilesShown = 4

/** Targets of the plan that binds the agency; without a plan, the thresholds that cost it most. */
export function TargetTiles({
  sheet,
  plan,
  documents,
  showTable,
  toggleTable,
}: {
  sheet: ScoreSheet
  plan: ScoredPlan | null
  documents: readonly SourceDocument[]
  showTable: boolean
  toggleTable: () => void
}) {
  const words = useText(overviewWords)
  const language = useLanguage()
  const document = documents.find(entry => entry.id === plan?.plan.documentId)
  const tiles = plan ? planTiles(plan, words, language) : thresholdTiles(sheet, words, language)
  if (tiles.length === 0) return null
  return (
    <section className="targets" aria-labelledby="targets-title">
      <div className="section-head">
        <h2 id="targets-title">{plan ? words.targets(String(plan.plan.year)) : words.thresholds}</h2>
        <span className="sub">
          {plan
            ? `${document?.number ? documentName(document, language) : plan.plan.title} · ${words.measured(periodName(sheet.period, language))}`
            : words.thresholdsSub}
        </span>
        <div className="section-actions">
          <button
            type="button"
            className="icon-button"
            aria-label={showTable ? words.hideTable : words.showTable}
            title={showTable ? words.hideTable : words.showTable}
            onClick={toggleTable}
          >
            <Icon name={showTable ? 'chart' : 'table'} />
          </button>
        </div>
      </div>
      {showTable ? (
        <TargetTable tiles={tiles} plan={plan} documents={documents} />
      ) : (
        <ul className="tiles">
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
  const words = useText(overviewWords)
  const language = useLanguage()
  const sourceOf = (id: string) => {
    const source = plan?.plan.targets.find(target => target.id === id)?.provenance.source
    const document = documents.find(entry => entry.id === source?.documentId)
    return document ? citation(document, source?.place, language) : ''
  }
  return (
    <TableScroll label={words.target}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{words.target}</th>
            <th scope="col" className="number">
              %
            </th>
            <th scope="col">{words.actual}</th>
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
              {plan && <td>{sourceOf(tile.id)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function planTiles(plan: ScoredPlan, words: OverviewWords, language: Language): readonly Tile[] {
  const measured = plan.plan.targets.filter(target => target.actual.from !== 'nowhere')
  return measured.map(target => {
    const score = plan.targets.find(entry => entry.targetId === target.id)
    const nested = target.actual.from === 'units' ? target.actual : null
    return {
      id: target.id,
      comparison: nested
        ? words.each
        : target.percent === '100'
          ? words.all
          : target.comparison === 'atLeast'
            ? words.atLeast
            : words.atMost,
      percent: `${formatNumber(nested ? nested.unitPercent : target.percent, language)}%`,
      name: pickName(language, target.shortName, target.shortNameEn),
      bar: buildTargetBar(target, score),
      ...targetStatus(target, score, words, language),
    }
  })
}

function targetStatus(
  target: Target,
  score: TargetScore | undefined,
  words: OverviewWords,
  language: Language,
): Pick<Tile, 'mark' | 'strong' | 'rest'> {
  if (score === undefined || score.actual.kind === 'missing') {
    const level = target.actual.from === 'units' ? target.actual.unitLevel : ''
    return {
      mark: 'missing',
      strong: '',
      rest:
        score?.actual.kind === 'missing' && score.actual.what === 'units'
          ? words.unitsMissing(level)
          : words.figureMissing,
    }
  }
  const percent = formatPercent(score.actual.percent, language)
  const inferred = score.actual.certainty !== 'stated'
  if (score.status === 'reached')
    return {
      mark: 'reached',
      strong: words.targetReached(percent),
      rest: `, ${inferred ? words.inferred : words.stated}`,
    }
  const short =
    score.count === null
      ? words.pointsShort(formatNumber(score.percentPoints ?? '', language, { places: 2 }))
      : target.comparison === 'atLeast'
        ? words.countShort(
            formatNumber(score.count, language),
            pickName(language, target.unit, target.unitEn),
          )
        : words.countOver(formatNumber(score.count, language), pickName(language, target.unit, target.unitEn))
  return {
    mark: inferred ? 'actualInferred' : 'actual',
    strong: percent,
    rest: `${inferred ? ` ${words.inferred}` : ''}; ${short}`,
  }
}

/** The ratio leaves that lose most, with what full points would take. */
function thresholdTiles(sheet: ScoreSheet, words: OverviewWords, language: Language): readonly Tile[] {
  return sheet.losses.flatMap(step => {
    const node = sheet.nodes.find(entry => entry.criterionId === step.nodeId)
    const rule = node?.explanation?.rule
    if (!node?.gapToTarget || rule?.kind !== 'ratio' || rule.percent === null) return []
    return [thresholdTile(node, node.gapToTarget, rule.roundedPercent ?? rule.percent, words, language)]
  })
}

function thresholdTile(
  node: NodeScore,
  gap: NonNullable<NodeScore['gapToTarget']>,
  percent: string,
  words: OverviewWords,
  language: Language,
): Tile {
  return {
    id: node.criterionId,
    comparison: gap.direction === 'higherIsBetter' ? words.fullFrom : words.fullDownFrom,
    percent: `${formatNumber(gap.targetPercent, language)}%`,
    name: pickName(language, node.shortName, node.shortNameEn),
    bar: {
      actual: Math.min(toPlotNumber(percent) / 100, 1),
      sure: node.outcome?.kind === 'scored' && node.outcome.certainty === 'stated',
      target: toPlotNumber(gap.targetPercent) / 100,
    },
    mark: 'actual',
    strong: formatPercent(percent, language),
    rest:
      // Figures that suffice while a decision took the points away: nothing more is to be counted.
      gap.count === null || gap.count === '0'
        ? ''
        : `; ${shortOf(gap.direction, words)(formatNumber(gap.count, language), pickName(language, gap.unit, gap.unitEn))}`,
  }
}

/** "cần thêm" where more is better, "cần bớt" where less is. */
export function shortOf(direction: Direction, words: OverviewWords) {
  return direction === 'higherIsBetter' ? words.countShort : words.countOver
}
