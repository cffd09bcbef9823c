import type { CSSProperties } from 'react'
import { type CriteriaColumn, columnWidth, leastWidths } from './criteriaColumns.tsx'
import type { TableView } from './tableView.ts'

const isFlexible = (id: string) => leastWidths[id] !== undefined

/** Widths go to the stylesheet as variables: paper makes columns narrower than the screen does. */
export function tableStyle(columns: readonly CriteriaColumn[], view: TableView): CSSProperties {
  const fixed = columns.reduce((sum, { id }) => (isFlexible(id) ? sum : sum + columnWidth(id, view)), 0)
  const least = columns.reduce((sum, { id }) => sum + (leastWidths[id] ?? 0), fixed)
  const hasNote = columns.some(({ id }) => id === 'note')
  return variables({ '--w': `${least}em`, '--fixed': `${fixed}em`, '--name-part': hasNote ? '0.58' : '1' })
}

export function ColumnGroup({ columns, view }: { columns: readonly CriteriaColumn[]; view: TableView }) {
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
