import type { HeatBody } from '../../../model/deck.ts'
import { useText } from '../../../ui/language.tsx'
import { Opener } from './Opener.tsx'
import { type OpenTarget, targetOf } from './slideTarget.ts'
import { stageWords } from './words.ts'

/** Agencies by criteria: the number is always printed, fuller is darker. */
export function HeatTable({ body, title, open }: { body: HeatBody; title: string; open: OpenTarget | null }) {
  const words = useText(stageWords)
  return (
    <>
      <table className="ps-heat" data-columns={body.columns.length > 9 ? 'many' : 'few'}>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{body.corner}</th>
            {body.columns.map((column, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same short head
              <th key={at} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.rows.map(row => (
            <tr key={row.id} className={targetOf(row) && open ? 'ps-pressable' : undefined}>
              <th scope="row">
                <Opener target={targetOf(row)} open={open}>
                  {row.name}
                </Opener>
              </th>
              {row.cells.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells stand under their columns
                <td key={at} data-step={cell.step ?? 'none'}>
                  {cell.isMostLost && (
                    <>
                      <svg className="ps-most" viewBox="0 0 10 9" aria-hidden="true">
                        <path d="M0 0h10L5 9Z" fill="currentColor" />
                      </svg>
                      <span className="visually-hidden">{words.mostLost} </span>
                    </>
                  )}
                  {cell.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="ps-legend">{body.legend}</p>
    </>
  )
}
