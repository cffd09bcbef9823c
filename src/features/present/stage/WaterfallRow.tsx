import { GapRow, NameMark, Numbers, type RowProps, rowClass } from './BarRowView.tsx'
import { Opener } from './Opener.tsx'
import { JointLines, Segments } from './Segments.tsx'
import { targetOf } from './slideTarget.ts'

/** As high as the bars of a waterfall are drawn: losses, and the two ends. */
const step = 40
const end = 52

/** A row of a waterfall whose bar goes over the whole width, behind the words. */
export function WaterfallRow({ row, body, decimals, joint, open }: RowProps) {
  const { heads } = body
  if (row.kind === 'gap') return <GapRow row={row} body={body} decimals={decimals} />
  const target = targetOf(row)
  const isEnd = row.kind === 'max' || row.kind === 'score'
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows share the columns of a grid
    // biome-ignore lint/a11y/useFocusableInteractive: the name is the control
    <div className={rowClass(row, target !== null && open !== null)} role="row">
      <svg className="ps-across" aria-hidden="true">
        {joint !== null && <JointLines {...joint} />}
        <svg y="50%" overflow="visible" aria-hidden="true">
          <Segments segments={row.segments} height={isEnd ? end : step} isIdle={false} />
        </svg>
      </svg>
      {isEnd ? (
        <EndTexts row={row} target={target} open={open} />
      ) : (
        <>
          {heads.lead !== null && (
            // biome-ignore lint/a11y/useSemanticElements: as above
            <b className="ps-lead" role="cell">
              {row.lead}
            </b>
          )}
          {/* biome-ignore lint/a11y/useSemanticElements: as above */}
          {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
          <span className="ps-name" role="rowheader">
            <NameMark row={row} hasLead={heads.lead !== null} />
            <Opener target={target} open={open}>
              {row.name}
            </Opener>
          </span>
          <Numbers row={row} body={body} decimals={decimals} />
        </>
      )}
    </div>
  )
}

/** Names and numbers of the first and last bar stand in and beside the bar itself. */
function EndTexts({
  row,
  target,
  open,
}: Pick<RowProps, 'row' | 'open'> & { target: ReturnType<typeof targetOf> }) {
  const to = Math.max(0, ...row.segments.map(segment => segment.to))
  const [number, ...more] = row.numbers.filter(text => text !== '')
  const beside = row.tail === '' ? (more.at(-1) ?? '') : row.tail
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: rows share the columns of a grid */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      <span className="ps-end-name" role="rowheader">
        <Opener target={target} open={open}>
          {row.name}
        </Opener>
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <b className="ps-end-number" role="cell" style={{ left: `${to * 100}%` }}>
        {number}
      </b>
      {beside !== '' && (
        // biome-ignore lint/a11y/useSemanticElements: as above
        <b className="ps-end-tail" role="cell">
          {beside}
        </b>
      )}
    </>
  )
}
