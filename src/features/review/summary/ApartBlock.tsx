import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { GroupViewProps } from './summaryViews.ts'
import { summaryWords } from './words.ts'

/** Agencies without a score, in a block of their own: no row, no rank, no zero. */
export function ApartBlock({ group, names, change }: GroupViewProps) {
  const words = useText(summaryWords)
  const language = useLanguage()
  if (group.apart.length === 0) return null
  return (
    <section className="rvs-apart" aria-labelledby="rvs-apart">
      <div className="section-head">
        <h2 id="rvs-apart">{words.apartTitle(names.count(group.apart.length))}</h2>
        <span className="sub">{words.apartHint}</span>
      </div>
      <ul>
        {group.apart.map(({ agencyId, why, problems }) => (
          <li key={agencyId}>
            <Mark kind="missing" />
            <button
              type="button"
              onClick={() =>
                change({ part: 'inbox', agency: agencyId, group: group.groupId, filter: undefined })
              }
            >
              {names.agency(agencyId)}
            </button>
            <span>{words.apart[why]}</span>
            {problems.length > 0 && <small>{problems.map(each => each.message[language]).join(' ')}</small>}
          </li>
        ))}
      </ul>
    </section>
  )
}
