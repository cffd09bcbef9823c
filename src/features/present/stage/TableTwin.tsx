import type { DisplayedRow, DisplayedTable } from '../../../model/displayedTable.ts'
import { useText } from '../../../ui/language.tsx'
import { Opener } from './Opener.tsx'
import type { OpenTarget, SlideTarget } from './slideTarget.ts'
import { stageWords } from './words.ts'

/** A displayed table as HTML: the same texts as on the screen it was taken from and in the files. */
export function TableTwin({
  table,
  open = null,
  targetOf = noTarget,
}: {
  table: DisplayedTable | null
  /** What a press on a row opens; null on paper and beside the slide. */
  open?: OpenTarget | null | undefined
  targetOf?: ((rowId: string) => SlideTarget | null) | undefined
}) {
  const words = useText(stageWords)
  if (table === null) return <p className="ps-remark">{words.noTable}</p>
  if (table.rows.length === 0) return <p className="ps-remark">{table.empty}</p>
  return (
    <>
      <table className="ps-table">
        <caption className="visually-hidden">{table.title}</caption>
        <Head table={table} />
        <tbody>
          {table.rows.map(row => (
            <Row key={row.id} row={row} table={table} open={open} target={targetOf(row.id)} />
          ))}
        </tbody>
      </table>
      {table.notes.length > 0 && (
        <ul className="ps-table-notes">
          {table.notes.map(note => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </>
  )
}

const noTarget = () => null

function Head({ table: { columns } }: { table: DisplayedTable }) {
  const hasAbove = columns.some(column => column.above !== undefined)
  const spans = aboveSpans(columns.map(column => column.above))
  return (
    <thead>
      {hasAbove && (
        <tr>
          {spans.map(span => (
            <th key={span.from} scope={span.text === '' ? 'col' : 'colgroup'} colSpan={span.count}>
              {span.text}
            </th>
          ))}
        </tr>
      )}
      <tr>
        {columns.map(column => (
          <th key={column.id} scope="col" data-align={column.align}>
            {column.head}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** Neighbours under the same head share it. */
function aboveSpans(above: readonly (string | undefined)[]) {
  const spans: { from: number; text: string; count: number }[] = []
  above.forEach((text = '', at) => {
    const last = spans.at(-1)
    if (last && last.text === text) last.count += 1
    else spans.push({ from: at, text, count: 1 })
  })
  return spans
}

function Row({
  row,
  table: { columns },
  open,
  target,
}: {
  row: DisplayedRow
  table: DisplayedTable
  open: OpenTarget | null
  target: SlideTarget | null
}) {
  if (row.kind === 'heading' || row.kind === 'gap')
    return (
      <tr data-kind={row.kind}>
        <th scope={row.kind === 'heading' ? 'rowgroup' : 'row'} colSpan={columns.length}>
          {row.cells[0]?.text}
        </th>
      </tr>
    )
  // The first column of words names the row; codes before it do not.
  const named = Math.max(
    0,
    columns.findIndex(column => column.align === 'left' && column.width > 8),
  )
  return (
    <tr data-kind={row.kind} data-depth={row.depth} className={target && open ? 'ps-pressable' : undefined}>
      {columns.map((column, at) => {
        const text = row.cells[at]?.text ?? ''
        return at === named ? (
          <th key={column.id} scope="row" data-align={column.align}>
            <Opener target={target} open={open}>
              {text}
            </Opener>
          </th>
        ) : (
          <td key={column.id} data-align={column.align}>
            {text}
          </td>
        )
      })}
    </tr>
  )
}
