import { useRef } from 'react'
import { DistributionMark } from '../../charts/Distribution.tsx'
import { buildDistribution } from '../../charts/distributionSeries.ts'
import type { CohortGroup } from '../../model/cohort.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { bandsFromLowest } from '../../sentences/bandsFromLowest.ts'
import { settledRange } from '../../sentences/leagueSentence.ts'
import { useOffer } from '../../state/exports/offers.ts'
import { ChartTools } from '../../ui/ChartTools.tsx'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import type { AgenciesState, ChangeState } from './agenciesState.ts'
import { bandLines, projectDistribution } from './projectDistribution.ts'
import { agenciesWords } from './words.ts'

const id = 'distribution'

/** Width of the scale where it is narrowest, and of a letter, in pixels. */
const narrowest = 340
const letter = 6.6

/** Where the agencies of the group stand on the scale, between the limits of the grades. */
export function DistributionSection({
  group,
  ruleSet,
  nameOf,
  state,
  change,
  scope,
  source,
}: {
  group: CohortGroup
  ruleSet: RuleSet
  nameOf: (agencyId: string) => string
  state: AgenciesState
  change: ChangeState
  scope: string
  source: string
}) {
  const words = useText(agenciesWords)
  const language = useLanguage()
  const block = useRef<HTMLDivElement>(null)
  const bands = bandsFromLowest(ruleSet.bands)
  const distribution = buildDistribution(
    group.rows.flatMap(({ agencyId, total: { percent }, place }) =>
      percent && place !== 'unranked' ? [{ agencyId, percent, isIdle: place === 'idle' }] : [],
    ),
    bands,
  )
  const sentence = useSentence(group, ruleSet)
  useOffer(
    bands.length === 0
      ? null
      : {
          kind: 'table',
          id,
          name: words.distribution,
          make: () =>
            projectDistribution(
              bandLines(group, ruleSet, nameOf, language),
              {
                title: [`${words.distribution}.`, sentence].filter(Boolean).join(' '),
                notes: [`${scope.replace(/\.$/, '')}.`, ...(source === '' ? [] : [source])],
              },
              language,
            ),
        },
  )
  const tables = state.tables?.split(',') ?? []
  const showTable = tables.includes(id)
  const toggle = () => {
    const next = showTable ? tables.filter(each => each !== id) : [...tables, id]
    change({ tables: next.length === 0 ? undefined : next.join(',') })
  }
  const number = (value: number) => formatNumber(String(value), language)
  const isTight = distribution.bands.some(({ bandId, from, to }) => {
    const band = bands.find(each => each.id === bandId)
    return (to - from) * narrowest < (band ? pickName(language, band.name, band.nameEn).length * letter : 0)
  })
  const isBars = distribution.mode === 'bars'
  return (
    <section className="aside-part" aria-labelledby="distribution-title">
      <div className="section-head">
        <h2 id="distribution-title">{words.distribution}</h2>
        <span className="sub">{words.distributionSub}</span>
        <div className="section-actions">
          <ChartTools
            {...(bands.length > 0 ? { showTable, toggleTable: toggle } : {})}
            picture={{
              element: () => block.current,
              title: `${words.distribution}. ${sentence}`,
              scope,
              source,
              fileName: `phan-bo-diem-${group.groupId}`,
            }}
          />
        </div>
      </div>
      {sentence !== '' && <p className="part-sentence">{sentence}</p>}
      {showTable ? (
        <TableScroll label={words.distribution}>
          <BandTable group={group} ruleSet={ruleSet} nameOf={nameOf} />
        </TableScroll>
      ) : (
        <div ref={block} className="distribution-block">
          <div className={`band-names${isTight ? ' staggered' : ''}`} aria-hidden="true">
            {distribution.bands.map(({ bandId, from, to }) => {
              const band = bands.find(each => each.id === bandId)
              // The last name ends with the scale instead of passing the edge of the page.
              const isAtEdge = to === 1 && from > 0
              return (
                <span
                  key={bandId}
                  style={isAtEdge ? { right: 0 } : { left: `${from * 100}%`, width: `${(to - from) * 100}%` }}
                >
                  {band && pickName(language, band.name, band.nameEn)}
                </span>
              )
            })}
          </div>
          <DistributionMark distribution={distribution} />
          <div className="axis" aria-hidden="true">
            {[...new Set([0, ...distribution.bands.map(band => band.from), 1])].map(at => (
              <span key={at} style={{ left: `${at * 100}%` }}>
                {number(at * 100)}
              </span>
            ))}
          </div>
          <p className="heat-legend">
            <span>
              <Mark kind="actual" />
              {isBars ? words.oneBar(number(distribution.tallest)) : words.oneAgency}
            </span>
            {distribution.open.length > 0 && (
              <span>
                <Mark kind="missing" />
                {words.openRange} ({number(distribution.open.length)})
              </span>
            )}
            {distribution.idle.length > 0 && (
              <span>
                <Mark kind="notApplicable" />
                {words.idleMark}
              </span>
            )}
          </p>
        </div>
      )}
    </section>
  )
}

/** Range of the settled scores and the grade most agencies hold. */
function useSentence(group: CohortGroup, ruleSet: RuleSet): string {
  const words = useText(agenciesWords)
  const language = useLanguage()
  const range = settledRange(group.rows)
  if (!range) return ''
  const show = (percent: string) => `${formatNumber(percent, language, { places: 2 })}%`
  const fullest = group.bandCounts.reduce<CohortGroup['bandCounts'][number] | null>(
    (most, each) => (most === null || each.agencyIds.length > most.agencyIds.length ? each : most),
    null,
  )
  const band = ruleSet.bands.find(each => each.id === fullest?.bandId)
  if (!fullest || !band || fullest.agencyIds.length === 0)
    return words.distributionRange(show(range.low), show(range.high))
  return words.distributionSentence(
    show(range.low),
    show(range.high),
    pickName(language, band.name, band.nameEn),
    String(fullest.agencyIds.length),
    String(group.rows.filter(row => row.place === 'ranked').length),
  )
}

function BandTable({
  group,
  ruleSet,
  nameOf,
}: {
  group: CohortGroup
  ruleSet: RuleSet
  nameOf: (agencyId: string) => string
}) {
  const words = useText(agenciesWords)
  const language = useLanguage()
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">{words.bandTable.band}</th>
          <th scope="col" className="number">
            {words.bandTable.range}
          </th>
          <th scope="col" className="number">
            {words.bandTable.count}
          </th>
          <th scope="col">{words.bandTable.who}</th>
        </tr>
      </thead>
      <tbody>
        {bandLines(group, ruleSet, nameOf, language).map(line => (
          <tr key={line.id}>
            <th scope="row">{line.name}</th>
            <td className="number">{line.from}</td>
            <td className="number">{line.count}</td>
            <td>{line.who}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
