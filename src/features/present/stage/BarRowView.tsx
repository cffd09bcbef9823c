import type { BarBody, BarRow } from '../../../model/deck.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { PaddedNumber } from '../../../ui/PaddedNumber.tsx'
import type { Joint } from './barLayout.ts'
import { Opener } from './Opener.tsx'
import { JointLines, Segments, TargetDiamond } from './Segments.tsx'
import { SlideMarkSign } from './SlideMarkSign.tsx'
import { type OpenTarget, targetOf } from './slideTarget.ts'

export type RowProps = {
  readonly row: BarRow
  readonly body: BarBody
  /** Decimals of the longest number of each column. */
  readonly decimals: readonly number[]
  readonly joint: Joint | null
  readonly open: OpenTarget | null
}

/** As high as a bar is drawn on the stage. */
const thickness = 34

/** A row whose bar stands in a column of its own. */
export function BarRowView({ row, body, decimals, joint, open }: RowProps) {
  const { heads } = body
  if (row.kind === 'gap') return <GapRow row={row} body={body} decimals={decimals} />
  const target = targetOf(row)
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows share the columns of a grid
    // biome-ignore lint/a11y/useFocusableInteractive: the name is the control
    <div className={rowClass(row, target !== null && open !== null)} role="row">
      {heads.lead !== null && (
        // biome-ignore lint/a11y/useSemanticElements: as above
        <b className="ps-lead" role="cell">
          {row.lead === '' && row.mark !== undefined ? (
            <SlideMarkSign mark={row.mark} beside={textsOf(row)} />
          ) : (
            row.lead
          )}
        </b>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      <span className={`ps-name${row.name.length <= 16 ? ' ps-short' : ''}`} role="rowheader">
        <NameMark row={row} hasLead={heads.lead !== null} />
        <Opener target={target} open={open}>
          {row.name}
        </Opener>
      </span>
      <Numbers row={row} body={body} decimals={decimals} />
      <span className="ps-bar" aria-hidden="true">
        <svg aria-hidden="true">
          {joint !== null && <JointLines {...joint} />}
          <svg y="50%" overflow="visible" aria-hidden="true">
            <Segments segments={row.segments} height={thickness} isIdle={row.kind === 'idle'} />
          </svg>
          {row.target !== undefined && <TargetDiamond at={row.target} height={thickness} />}
        </svg>
      </span>
      {heads.tail !== null && (
        // biome-ignore lint/a11y/useSemanticElements: as above
        <span className="ps-tail" role="cell">
          {row.tail}
        </span>
      )}
    </div>
  )
}

/** Rows that are not there: a dashed frame says which, or their numbers together stand under the heads. */
export function GapRow({ row, body, decimals }: Pick<RowProps, 'row' | 'body' | 'decimals'>) {
  const sign = row.mark !== undefined && <SlideMarkSign mark={row.mark} beside={textsOf(row)} />
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows share the columns of a grid
    // biome-ignore lint/a11y/useFocusableInteractive: a row of a table is not a control
    <div className="ps-row ps-gap" role="row">
      {body.heads.lead !== null && (
        // biome-ignore lint/a11y/useSemanticElements: as above
        <b className="ps-lead" role="cell">
          {row.lead}
        </b>
      )}
      {row.numbers.some(text => text !== '') ? (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: as above */}
          {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
          <span className="ps-name" role="rowheader">
            {sign}
            {row.name}
          </span>
          <Numbers row={row} body={body} decimals={decimals} />
        </>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: as above
        <span className="ps-gap-frame" role="cell">
          {sign}
          {row.name}
        </span>
      )}
    </div>
  )
}

/** The sign stands where the place would, else before the name. */
export function NameMark({ row, hasLead }: { row: BarRow; hasLead: boolean }) {
  if (row.mark === undefined || (hasLead && row.lead === '')) return null
  return <SlideMarkSign mark={row.mark} beside={textsOf(row)} />
}

/** The numbers of a row, each on the comma of its column. */
export function Numbers({ row, body, decimals }: Pick<RowProps, 'row' | 'body' | 'decimals'>) {
  const mark = useLanguage() === 'vi' ? ',' : '.'
  return row.numbers.map((text, at) => {
    const slash = text.lastIndexOf('/')
    const isAligned =
      /\d$/.test(text) && (slash !== -1 || !body.rows.some(each => each.numbers[at]?.includes('/')))
    return (
      // biome-ignore lint/a11y/useSemanticElements: rows share the columns of a grid
      // biome-ignore lint/suspicious/noArrayIndexKey: numbers stand under their heads
      <span key={at} className={`ps-number${numberLook(text)}`} role="cell">
        {isAligned ? (
          <>
            {text.slice(0, slash + 1)}
            <PaddedNumber text={text.slice(slash + 1)} decimals={decimals[at] ?? 0} mark={mark} />
          </>
        ) : (
          text
        )}
      </span>
    )
  })
}

/** A loss has the colour of losses; words in a column of numbers are set as words. */
function numberLook(text: string): string {
  if (/^\u2212\d/.test(text)) return ' ps-minus'
  return /^[+\d]/.test(text) || text.length < 4 ? '' : ' ps-words'
}

/** The class of a row by its kind and by what the title speaks of. */
export function rowClass(row: BarRow, isPressable: boolean): string {
  return ['ps-row', `ps-row-${row.kind}`, row.isStrong ? 'ps-strong' : '', isPressable ? 'ps-pressable' : '']
    .filter(name => name !== '')
    .join(' ')
}

const textsOf = (row: BarRow) => [row.name, row.tail, ...row.numbers]
