import { type CSSProperties, type ReactNode, useRef } from 'react'
import { RadarMark } from '../../charts/RadarMark.tsx'
import type { Radar } from '../../charts/radarSeries.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { AreaShares } from '../../model/scoreSheet.ts'
import { lowerFirst } from '../../sentences/lowerFirst.ts'
import { useOffer } from '../../state/exports/offers.ts'
import { ChartTools } from '../../ui/ChartTools.tsx'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { areaRows } from './areaRows.ts'
import { moreWords } from './moreWords.ts'
import type { PictureFrame } from './pictureOf.ts'
import { projectAreas } from './projectAreas.ts'
import './radar.css'

/** Every area as a share of its maximum: which one lags, whatever it weighs. */
export function AreaRadar({
  shares,
  radar,
  ruleSet,
  showTable,
  toggleTable,
  open,
  modes,
  frame,
}: {
  shares: AreaShares
  radar: Radar
  ruleSet: RuleSet
  showTable: boolean
  toggleTable: () => void
  /** Opens what an area is made of. */
  open: (nodeId: string) => void
  modes?: ReactNode
  frame: PictureFrame
}) {
  const words = useText(moreWords)
  const language = useLanguage()
  const block = useRef<HTMLDivElement>(null)
  const areas = areaRows(shares, ruleSet, language)
  const among = (ids: readonly string[]) => areas.filter(area => ids.includes(area.id))
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const named = (some: typeof areas) => list.format(some.map(area => lowerFirst(area.name)))
  const [best, worst] = [among(shares.best), among(shares.worst)]
  const [top, bottom] = [best[0], worst[0]]
  const word =
    ruleSet.itemDepth === 0
      ? pickName(language, ruleSet.itemWord, ruleSet.itemWordEn)
      : words.area.toLocaleLowerCase('vi')
  const title = words.radar(word)
  const sentence =
    top && bottom ? words.radarSentence(named(best), top.percent, named(worst), bottom.percent) : title
  const areaWord = word.charAt(0).toLocaleUpperCase('vi') + word.slice(1)
  useOffer({
    kind: 'table',
    id: 'areas',
    name: title,
    make: () => projectAreas({ areas, name: title, word: areaWord, title: sentence }, language),
  })
  return (
    <section className="radar-section" aria-labelledby="radar-title">
      <div className="section-head">
        <h2 id="radar-title">{title}</h2>
        <div className="section-actions">
          {modes}
          <ChartTools
            showTable={showTable}
            toggleTable={toggleTable}
            picture={{
              element: () => block.current,
              title: sentence,
              scope: frame.scope,
              source: frame.source,
              fileName: frame.fileName(title),
            }}
          />
        </div>
      </div>
      <p className="radar-sentence">
        {sentence}.{' '}
        {areas.some(area => area.isOpen) && (
          <span>
            <Mark kind="missing" /> {words.openLegend}
          </span>
        )}
      </p>
      {showTable ? (
        <TableScroll label={title}>
          <table className="figures">
            <thead>
              <tr>
                <th scope="col">{areaWord}</th>
                {[words.reached, words.maxPoints, words.percent].map(head => (
                  <th key={head} scope="col" className="number">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {areas.map(area => (
                <tr key={area.id}>
                  <th scope="row">
                    <button type="button" onClick={() => open(area.id)}>
                      {area.full}
                    </button>
                  </th>
                  <td className="number">{area.points}</td>
                  <td className="number">{area.max}</td>
                  <td className="number">{area.percent}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      ) : (
        <div className="radar" ref={block}>
          <RadarMark radar={radar} />
          <ul>
            {areas.map((area, index) => (
              <li key={area.id} className={sideOf(radar, index)} style={placeOf(radar, index)}>
                <button type="button" title={area.full} onClick={() => open(area.id)}>
                  <span>{area.name}</span>{' '}
                  <span className="figures-of">
                    <b>{area.percent}</b> {area.points}/{area.max}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <p className="radar-scale">{words.radarScale(word)}</p>
        </div>
      )}
    </section>
  )
}

/** Labels grow away from the drawing, so that none lies over it. */
function sideOf(radar: Radar, index: number): string {
  const x = radar.spokes[index]?.end.x ?? 0
  const y = radar.spokes[index]?.end.y ?? 0
  if (Math.abs(x) < 0.2) return y < 0 ? 'top' : 'bottom'
  return x > 0 ? 'right' : 'left'
}

function placeOf(radar: Radar, index: number): CSSProperties {
  const { x = 0, y = 0 } = radar.spokes[index]?.end ?? {}
  return { '--x': x, '--y': y } as CSSProperties
}
