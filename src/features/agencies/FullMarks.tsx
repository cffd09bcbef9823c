import type { RuleSet } from '../../model/ruleSet.ts'
import { pointsFormat } from '../../receipt/pointsFormat.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import type { HeatColumn } from './leagueRows.ts'
import { agenciesWords } from './words.ts'

const mostPips = 24

/** How many have full points at each area or criterion, and who is nearest to them. What is only watched has none. */
export function FullMarks({
  columns,
  ruleSet,
  nameOf,
}: {
  columns: readonly HeatColumn[]
  ruleSet: RuleSet
  nameOf: (agencyId: string) => string
}) {
  const words = useText(agenciesWords)
  const language = useLanguage()
  const format = pointsFormat(ruleSet, language)
  const scored = columns.filter(column => column.maxPoints !== '0')
  const say = (ids: readonly string[]) => {
    const [first = '', second = ''] = ids.map(nameOf)
    if (ids.length === 1) return first
    return ids.length === 2 ? `${first}, ${second}` : words.andOthers(first, ids.length - 1)
  }
  return (
    <section className="aside-part" aria-labelledby="full-marks-title">
      <div className="section-head">
        <h2 id="full-marks-title">{words.fullMarks}</h2>
      </div>
      <ul className="full-marks">
        {scored.map(column => {
          const { atMax, nearest } = column
          const count = atMax.agencyIds.length
          return (
            <li key={column.criterionId}>
              <span
                className="full-name"
                title={`${column.code} ${pickName(language, column.name, column.nameEn)}`}
              >
                {pickName(language, column.shortName, column.shortNameEn)}
              </span>
              <Boxes count={count} of={atMax.of} />
              <b
                title={words.fullMarksOf(
                  formatNumber(String(count), language),
                  formatNumber(String(atMax.of), language),
                )}
              >
                {count}/{atMax.of}
                <span className="visually-hidden"> {words.fullMarksOf(String(count), String(atMax.of))}</span>
              </b>
              <small>
                {atMax.of === 0
                  ? words.nobodySettled
                  : nearest
                    ? words.nearest(say(nearest.agencyIds), format(nearest.gap))
                    : words.allFull}
              </small>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** A box an agency while they can be counted, a bar beyond that. */
function Boxes({ count, of }: { count: number; of: number }) {
  if (of === 0) return <span />
  const width = 100 / of
  return (
    <svg className="boxes" aria-hidden="true">
      {of <= mostPips ? (
        Array.from({ length: of }, (_, index) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: boxes never move
            key={index}
            x={`${index * width + width * 0.1}%`}
            width={`${width * 0.8}%`}
            y="0.7"
            height="10.6"
            fill={index < count ? 'var(--actual)' : 'none'}
            stroke={index < count ? 'var(--actual)' : 'var(--rule-2)'}
            strokeWidth="1.2"
          />
        ))
      ) : (
        <>
          <rect x="0.7" y="0.7" className="bar-frame" fill="none" stroke="var(--rule-2)" strokeWidth="1.2" />
          <rect width={`${count * width}%`} height="12" fill="var(--actual)" />
        </>
      )}
    </svg>
  )
}
