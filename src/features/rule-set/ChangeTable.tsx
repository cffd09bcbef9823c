import { formatNumber } from '../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { changeWords } from './changeWords.ts'
import type { ChangeLine } from './fieldLines.ts'
import { ruleSetWords } from './words.ts'

type Group = {
  readonly id: string
  /** null: the lines belong to the whole set. */
  readonly code: string | null
  readonly name: string
  readonly lines: readonly ChangeLine[]
}

/** Before and after, a row a change; rows of one criterion share its number and name. */
export function ChangeTable({
  groups,
  select,
}: {
  groups: readonly Group[]
  select?: ((id: string) => void) | undefined
}) {
  const words = useText(changeWords)
  const { columns } = useText(ruleSetWords)
  const isNamed = groups.some(group => group.code !== null)
  return (
    <table className={`figures list-table change-table${isNamed ? ' named' : ''}`}>
      <thead>
        <tr>
          {isNamed && (
            <>
              <th scope="col" className="code">
                {columns.code}
              </th>
              <th scope="col" className="who">
                {columns.criterion}
              </th>
            </>
          )}
          <th scope="col" className="what">
            {words.what}
          </th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
          <th scope="col" className="number">
            {words.difference}
          </th>
        </tr>
      </thead>
      {groups.map(group => (
        <tbody key={group.id}>
          {group.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a comparison never move
            <tr key={index}>
              {isNamed && index === 0 && (
                <>
                  <td className="code" rowSpan={group.lines.length}>
                    {group.code}
                  </td>
                  <th scope="rowgroup" className="who" rowSpan={group.lines.length}>
                    {select ? (
                      <button type="button" className="row-link" onClick={() => select(group.id)}>
                        {group.name}
                      </button>
                    ) : (
                      group.name
                    )}
                  </th>
                </>
              )}
              <th scope="row" className="what">
                {line.label}
              </th>
              <td className="lines" data-label={words.before}>
                <Value text={line.from} />
              </td>
              <td className="lines" data-label={words.after}>
                <Value text={line.to} />
              </td>
              <td className="number">{line.difference}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

function Value({ text }: { text: string | null }) {
  const words = useText(changeWords)
  return text === null ? (
    <span className="quiet">
      <Mark kind="notApplicable" />
      {words.nothing}
    </span>
  ) : (
    text
  )
}

/** A signed number; nothing where there is nothing to subtract. */
export function Difference({ exact }: { exact: string | null }) {
  const language = useLanguage()
  return exact === null ? null : <b>{formatNumber(exact, language, { signed: true })}</b>
}
