import { useText } from '../../../ui/language.tsx'
import type { SummaryNames } from '../summary/summaryNames.ts'
import type { RemedyRow } from './remedyRows.ts'
import { remedyWords } from './words.ts'

/** One task of the remedial plan: what, by whom, until when, where it stands. */
export function TaskLine({
  row,
  names,
  edit,
  remove,
}: {
  row: RemedyRow
  names: SummaryNames
  edit: (row: RemedyRow) => void
  remove: (row: RemedyRow) => void
}) {
  const words = useText(remedyWords)
  const { columns } = words
  const { name, agencyId } = row.task
  const facts = [
    [columns.product, row.product],
    [columns.lead, row.lead],
    [columns.due, row.due],
    [columns.state, row.state],
  ] as const
  return (
    <li className="rvm-task">
      <p>
        {name}
        {agencyId !== null && <small>{words.forAgency(names.agency(agencyId))}</small>}
      </p>
      <dl>
        {facts.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <span className="rvm-acts">
        <button
          type="button"
          className="link-button"
          aria-label={words.editNamed(name)}
          onClick={() => edit(row)}
        >
          {words.edit}
        </button>
        <button
          type="button"
          className="link-button"
          aria-label={words.removeNamed(name)}
          onClick={() => remove(row)}
        >
          {words.remove}
        </button>
      </span>
    </li>
  )
}
