import { memo, type ReactNode } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { numberColumns } from './columnWidths.ts'
import { type CriteriaLine, partsAround } from './criteriaLines.ts'
import type { CriteriaWords } from './words.ts'

type RowProps = {
  readonly line: CriteriaLine
  /** Place among the rows shown, from 0, and where it stands among all of them for whoever hears the table. */
  readonly index: number
  readonly ariaIndex: number
  readonly columns: readonly {
    readonly id: string
    readonly label: string
    readonly draw: (line: CriteriaLine) => ReactNode
  }[]
  readonly name: string
  readonly words: CriteriaWords
  readonly isOpen: boolean
  /** The one row the Tab key reaches. */
  readonly isActive: boolean
  readonly hasReceipt: boolean
  /** null: nothing to fold. */
  readonly isExpanded: boolean | null
  readonly canFold: boolean
  readonly select: (id: string) => void
  readonly toggle: (id: string) => void
  readonly activate: (id: string) => void
  readonly measure: ((element: HTMLTableRowElement | null) => void) | undefined
}

/** One line of the official table; drawn again only when something of its own changes. */
export const CriteriaRow = memo(function CriteriaRow({
  line,
  index,
  ariaIndex,
  columns,
  name,
  words,
  isOpen,
  isActive,
  hasReceipt,
  isExpanded,
  canFold,
  select,
  toggle,
  activate,
  measure,
}: RowProps) {
  return (
    <tr
      id={`row-${line.id}`}
      ref={measure}
      data-index={index}
      aria-level={line.depth + 1}
      aria-rowindex={ariaIndex}
      aria-selected={isOpen}
      {...(isExpanded === null ? {} : { 'aria-expanded': isExpanded })}
      tabIndex={isActive ? 0 : -1}
      className={[
        line.kind,
        `depth-${Math.min(line.depth, 3)}`,
        isOpen ? 'selected' : '',
        line.hit === '' ? '' : 'hit',
      ]
        .filter(Boolean)
        .join(' ')}
      onFocus={() => activate(line.id)}
      onClick={hasReceipt ? () => select(line.id) : undefined}
    >
      {columns.map(({ id, label, draw }) =>
        id === 'name' ? (
          <th key={id} scope="row" className="c-name" data-col={id}>
            <div>
              {isExpanded !== null &&
                (canFold ? (
                  <button
                    type="button"
                    className="fold"
                    tabIndex={-1}
                    aria-label={isExpanded ? words.fold(name) : words.unfold(name)}
                    onClick={event => {
                      event.stopPropagation()
                      toggle(line.id)
                    }}
                  >
                    <Icon name="chevron" size={14} />
                  </button>
                ) : (
                  <span className="fold">
                    <Icon name="chevron" size={14} />
                  </span>
                ))}
              <span className="name-text" title={name}>
                <Name name={name} hit={line.hit} />
              </span>
            </div>
          </th>
        ) : (
          <td
            key={id}
            data-col={id}
            data-head={label}
            className={numberColumns.has(id) ? `number c-${id}` : `c-${id}`}
          >
            {draw(line)}
          </td>
        ),
      )}
    </tr>
  )
})

function Name({ name, hit }: { name: string; hit: string }) {
  const parts = partsAround(name, hit)
  if (!parts) return name
  const [before, found, after] = parts
  return (
    <>
      {before}
      <mark>{found}</mark>
      {after}
    </>
  )
}
