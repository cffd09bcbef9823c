import { type CSSProperties, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import type { BarBody } from '../../../model/deck.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { BarRowView } from './BarRowView.tsx'
import { joints, lossesFrom, paddings } from './barLayout.ts'
import { labelTiers } from './lineLabels.ts'
import { SlideDiamond } from './Segments.tsx'
import type { OpenTarget } from './slideTarget.ts'
import type { StageShape } from './stageSize.ts'
import { WaterfallRow } from './WaterfallRow.tsx'
import { stageWords } from './words.ts'

/** Room that names, numbers and bars get, by shape of the stage. */
const room = {
  wide: { name: 840, bar: 380, tail: 330 },
  narrow: { name: 560, bar: 230, tail: 240 },
} as const satisfies Record<StageShape, { name: number; bar: number; tail: number }>

/**
 * Names, numbers and bars on one scale. A waterfall whose losses all hang at the right end has its bars behind the
 * words, as long as the slide is wide; any other chart has them in a column.
 */
export function Bars({
  body,
  title,
  shape,
  open,
}: {
  body: BarBody
  title: string
  shape: StageShape
  open: OpenTarget | null
}) {
  const language = useLanguage()
  const { heads, rows, lines } = body
  const across = lossesFrom(body)
  const decimals = paddings(body, language === 'vi' ? ',' : '.')
  const joined = joints(rows)
  const size = room[shape]
  const columns = [
    ...(heads.lead === null ? [] : ['max-content']),
    across === null ? `fit-content(${size.name}px)` : 'minmax(0, 1fr)',
    ...heads.numbers.map(() => 'max-content'),
    ...(across === null
      ? [`minmax(${size.bar}px, 1fr)`, ...(heads.tail === null ? [] : [`fit-content(${size.tail}px)`])]
      : [`${(1 - across) * 100}%`]),
  ]
  const style: CSSProperties = {
    gridTemplateColumns: columns.join(' '),
    gridTemplateRows: `repeat(${rows.length + 1}, auto)`,
  }
  const barColumn = (heads.lead === null ? 0 : 1) + 1 + heads.numbers.length + 1
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows share the columns of a grid, bars go over several of them
    <div className="ps-bars" role="table" aria-label={title} data-across={across !== null} style={style}>
      <Head body={body} isAcross={across !== null} narrowest={size.bar} />
      {rows.map((row, at) =>
        across === null ? (
          <BarRowView
            key={row.id}
            row={row}
            body={body}
            decimals={decimals}
            joint={joined[at] ?? null}
            open={open}
          />
        ) : (
          <WaterfallRow
            key={row.id}
            row={row}
            body={body}
            decimals={decimals}
            joint={joined[at] ?? null}
            open={open}
          />
        ),
      )}
      {across === null && lines.length > 0 && (
        <svg
          className="ps-lines"
          style={{ gridColumn: `${barColumn} / ${barColumn + 1}` }}
          aria-hidden="true"
        >
          {lines.map(line => (
            <line
              key={`${line.at} ${line.text}`}
              x1={`${line.at * 100}%`}
              x2={`${line.at * 100}%`}
              y1="0"
              y2="100%"
              stroke="var(--ink)"
              strokeWidth={line.isTarget ? 4 : 2}
              {...(line.isTarget ? {} : { strokeDasharray: '4 6' })}
            />
          ))}
          {lines
            .filter(line => line.isTarget)
            .map(line => (
              <svg
                key={`${line.at} ${line.text}`}
                x={`${line.at * 100}%`}
                overflow="visible"
                aria-hidden="true"
              >
                <SlideDiamond />
              </svg>
            ))}
        </svg>
      )}
    </div>
  )
}

function Head({
  body: { heads, lines },
  isAcross,
  narrowest,
}: {
  body: BarBody
  isAcross: boolean
  /** Width the bars have at least. */
  narrowest: number
}) {
  const words = useText(stageWords)
  const bars = useRef<HTMLSpanElement>(null)
  const [width, setWidth] = useState(narrowest)
  // Labels are lifted only where they would touch: the bars are mostly wider than they have to be.
  useLayoutEffect(() => {
    if (bars.current) setWidth(Math.max(narrowest, bars.current.offsetWidth))
  }, [narrowest])
  const labels = labelTiers(lines, width)
  const target = lines.find(line => line.isTarget && line.text !== '')
  const tiers = Math.max(0, ...labels.map(label => label.tier + 1))
  return (
    // biome-ignore lint/a11y/useSemanticElements: as above
    // biome-ignore lint/a11y/useFocusableInteractive: a row of a table is not a control
    <div className="ps-row ps-head" role="row">
      {heads.lead !== null && <HeadCell className="ps-lead" text={heads.lead} />}
      <HeadCell className="ps-name" text={heads.name} />
      {heads.numbers.map((head, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: heads never move
        <HeadCell key={at} className="ps-number" text={head} />
      ))}
      {!isAcross && (
        <HeadCell className="ps-bar" text={heads.bar}>
          {target && (
            <span className="ps-target-key">
              <svg viewBox="-11 -11 22 22" aria-hidden="true">
                <SlideDiamond />
              </svg>
              {words.target(target.text)}
            </span>
          )}
          {tiers > 0 && (
            <span ref={bars} className="ps-labels" style={{ height: `${tiers * 1.2}em` }}>
              {labels
                .filter(label => label.tier > 0)
                .map(label => (
                  <b
                    key={`${label.at} ${label.text}`}
                    style={{ left: `${label.at * 100}%`, height: `calc(${label.tier * 1.2}em + 10px)` }}
                  />
                ))}
              {labels.map(label => (
                <i
                  key={`${label.at} ${label.text}`}
                  data-side={label.side}
                  style={{ left: `${label.at * 100}%`, bottom: `${label.tier * 1.2}em` }}
                >
                  {label.text}
                </i>
              ))}
            </span>
          )}
        </HeadCell>
      )}
      {!isAcross && heads.tail !== null && <HeadCell className="ps-tail" text={heads.tail} />}
    </div>
  )
}

function HeadCell({ className, text, children }: { className: string; text: string; children?: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: as above
    // biome-ignore lint/a11y/useFocusableInteractive: a head that nothing is sorted by is not a control
    <span className={className} role="columnheader">
      {text}
      {children}
    </span>
  )
}
