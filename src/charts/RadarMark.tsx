import type { Radar } from './radarSeries.ts'

/** Half the width of the drawing, in its own units; a little more than the radius, for dots at the very end. */
const half = 104
const radius = 100

/** Radar of areas: the words stand around it in HTML, so it is silent. */
export function RadarMark({ radar }: { radar: Radar }) {
  const place = ({ x, y }: { x: number; y: number }) => `${x * radius},${y * radius}`
  const ends = ({ x, y }: { x: number; y: number }) => ({ x2: x * radius, y2: y * radius })
  return (
    <svg className="radar-mark" viewBox={`${-half} ${-half} ${half * 2} ${half * 2}`} aria-hidden="true">
      {radar.rings.map((ring, index) => (
        <polygon
          // biome-ignore lint/suspicious/noArrayIndexKey: rings are their places
          key={index}
          points={ring.map(place).join(' ')}
          fill="none"
          stroke={index === radar.rings.length - 1 ? 'var(--rule-2)' : 'var(--rule)'}
          vectorEffect="non-scaling-stroke"
        />
      ))}
      {radar.spokes.map(({ nodeId, end }) => (
        <line key={nodeId} {...ends(end)} stroke="var(--rule)" vectorEffect="non-scaling-stroke" />
      ))}
      {radar.shape.length > 0 && (
        <polygon points={radar.shape.map(place).join(' ')} fill="var(--actual)" fillOpacity=".14" />
      )}
      {radar.edges.map(({ from, to, sure }) => (
        <line
          key={`${place(from)} ${place(to)}`}
          x1={from.x * radius}
          y1={from.y * radius}
          {...ends(to)}
          stroke="var(--actual)"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
          {...(sure ? {} : { strokeDasharray: '4 3' })}
        />
      ))}
      {radar.spokes.map(
        ({ nodeId, at, open }) =>
          at && (
            <g key={nodeId}>
              {open && (
                <>
                  <line
                    x1={at.x * radius}
                    y1={at.y * radius}
                    {...ends(open)}
                    stroke="var(--ink-2)"
                    strokeWidth="1.4"
                    strokeDasharray="3 2.4"
                    vectorEffect="non-scaling-stroke"
                  />
                  <circle
                    cx={open.x * radius}
                    cy={open.y * radius}
                    r="3"
                    fill="var(--paper)"
                    stroke="var(--ink-2)"
                    strokeDasharray="3 2.4"
                    vectorEffect="non-scaling-stroke"
                  />
                </>
              )}
              <circle
                cx={at.x * radius}
                cy={at.y * radius}
                r="3.4"
                fill={open ? 'var(--paper)' : 'var(--actual)'}
                stroke="var(--actual)"
                strokeWidth="1.6"
                vectorEffect="non-scaling-stroke"
              />
            </g>
          ),
      )}
    </svg>
  )
}
