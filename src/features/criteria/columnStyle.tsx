import type { CSSProperties } from 'react'
import { columnWidth, leastWidths } from './columnWidths.ts'
import type { OfficialColumn } from './officialColumns.ts'
import type { TableView } from './tableView.ts'

const isFlexible = (id: string) => leastWidths[id] !== undefined

/** Widths go to the stylesheet as variables: paper makes columns narrower than the screen does. */
export function tableStyle(columns: readonly OfficialColumn[], view: TableView): CSSProperties {
  const fixed = columns.reduce((sum, { id }) => (isFlexible(id) ? sum : sum + columnWidth(id, view)), 0)
  const least = columns.reduce((sum, { id }) => sum + (leastWidths[id] ?? 0), fixed)
  const hasNote = columns.some(({ id }) => id === 'note')
  return variables({ '--w': `${least}em`, '--fixed': `${fixed}em`, '--name-part': hasNote ? '0.58' : '1' })
}

export function ColumnGroup({ columns, view }: { columns: readonly OfficialColumn[]; view: TableView }) {
  return (
    <colgroup>
      {columns.map(({ id }) => (
        <col
          key={id}
          className={isFlexible(id) ? id : ''}
          style={isFlexible(id) ? {} : variables({ '--w': `${columnWidth(id, view)}em` })}
        />
      ))}
    </colgroup>
  )
}

/** React's types know no variables of ours. */
const variables = (values: Readonly<Record<`--${string}`, string>>) => values as CSSProperties
