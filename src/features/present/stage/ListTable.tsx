import type { SlideBody } from '../../../model/deck.ts'
import { Opener } from './Opener.tsx'
import { SlideMarkSign } from './SlideMarkSign.tsx'
import { type OpenTarget, targetOf } from './slideTarget.ts'

/** Cells up to this many letters, such as dates and counts, stay on one line. */
const shortest = 16

/** Lines of what to do, by whom, by when. */
export function ListTable({
  body,
  title,
  open,
}: {
  body: Extract<SlideBody, { kind: 'list' }>
  title: string
  open: OpenTarget | null
}) {
  return (
    <table className="ps-list">
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          {body.heads.map((head, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: heads have no other name and never move
            <th key={at} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {body.rows.map(row => {
          const target = targetOf(row)
          return (
            <tr key={row.id} className={target && open ? 'ps-pressable' : undefined}>
              {row.cells.map((text, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells stand under their heads
                <td key={at} className={text.length <= shortest ? 'ps-short' : undefined}>
                  {at === 0 ? (
                    <span className="ps-marked">
                      {row.mark !== undefined && <SlideMarkSign mark={row.mark} beside={row.cells} />}
                      <Opener target={target} open={open}>
                        {text}
                      </Opener>
                    </span>
                  ) : (
                    text
                  )}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
