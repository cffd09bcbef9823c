import type { LeadTotals, StandingCounts } from '../../model/taskStanding.ts'
import type { totalsOf } from '../../state/tasks/totalsOf.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { leadSorts, orderLeads } from './leadOrder.ts'
import { NoneFound } from './NoneFound.tsx'
import { StandingBar, standingParts } from './StandingBar.tsx'
import type { ViewProps } from './shared.ts'
import { Successors } from './TaskLine.tsx'
import { tasksWords } from './words.ts'
import './leads.css'

/** Tasks by lead agency: counts and bars on one scale; the numbers are the bars' table. */
export function LeadsView({
  totals: { leads, total, shared },
  narrowed: { wish },
  address,
  change,
  agencyOf,
}: ViewProps & { totals: ReturnType<typeof totalsOf> }) {
  const language = useLanguage()
  const words = useText(tasksWords)
  if (total.total === 0) return <NoneFound wish={wish} change={change} />
  const say = (count: number) => formatNumber(String(count), language)
  const nameOf = ({ leadId, lead }: LeadTotals) =>
    (leadId === null ? lead : agencyOf(leadId)?.name) || words.noLead
  const sort = leadSorts.find(id => id === address.sort) ?? 'overdue'
  const rows = orderLeads(leads, sort, nameOf)
  const most = Math.max(...leads.map(({ counts }) => counts.total))
  const hasDropped = total.dropped > 0
  return (
    <>
      <p className="tk-legend">
        {standingParts.map(part => (
          <span key={part}>
            <i className={`tk-swatch is-${part}`} />
            {words.legend[part]}
          </span>
        ))}
      </p>
      <TableScroll label={words.leadsTable}>
        <table className="tk-leads">
          <thead>
            <tr>
              <th scope="col">{words.leadAgency}</th>
              <th scope="col" className="number">
                {words.total}
              </th>
              <th scope="col" className="number">
                {words.overdue}
              </th>
              <th scope="col" className="number tk-unreported">
                {words.overdueOpen}
              </th>
              <th scope="col" className="number">
                {words.dueSoon}
              </th>
              <th scope="col" className="number">
                {words.notDue}
              </th>
              <th scope="col" className="number" title={words.undatedFull}>
                {words.undated}
              </th>
              <th scope="col" className="number">
                {words.doneAll}
              </th>
              {hasDropped && (
                <th scope="col" className="number">
                  {words.droppedAll}
                </th>
              )}
              <th scope="col" className="tk-bar-cell">
                {words.bar}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(lead => {
              const agency = lead.leadId === null ? null : agencyOf(lead.leadId)
              const name = nameOf(lead)
              return (
                <tr key={`${lead.leadId} ${lead.lead}`}>
                  <th scope="row">
                    {lead.leadId === null ? (
                      name
                    ) : (
                      <button
                        type="button"
                        title={words.seeTasks(name)}
                        onClick={() =>
                          change({ agency: lead.leadId ?? undefined, show: undefined, sort: undefined })
                        }
                      >
                        {name}
                      </button>
                    )}
                    {agency?.isGroup && <small>{words.group}</small>}
                    {agency && <Successors agencies={[agency]} />}
                  </th>
                  <Counts counts={lead.counts} hasDropped={hasDropped} say={say} />
                  <td className="tk-bar-cell">
                    <StandingBar counts={lead.counts} most={most} />
                  </td>
                </tr>
              )
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.allLeads}</th>
              <Counts counts={total} hasDropped={hasDropped} say={say} />
              <td className="tk-bar-cell" />
            </tr>
          </tfoot>
        </table>
      </TableScroll>
      <p className="tk-note">
        {shared > 0 && `${words.sharedNote(say(shared))} `}
        {leads.some(({ leadId }) => leadId !== null && agencyOf(leadId)?.isGroup) && words.groupNote}
      </p>
    </>
  )
}

function Counts({
  counts,
  hasDropped,
  say,
}: {
  counts: StandingCounts
  hasDropped: boolean
  say: (count: number) => string
}) {
  const cells = [
    { id: 'total', count: counts.total },
    { id: 'overdue', count: counts.overdue },
    { id: 'unreported', count: counts.unreported },
    { id: 'dueSoon', count: counts.dueSoon },
    { id: 'notYet', count: counts.notYet },
    { id: 'undated', count: counts.undated },
    { id: 'done', count: counts.done + counts.doneLate },
    ...(hasDropped ? [{ id: 'dropped', count: counts.dropped }] : []),
  ]
  return cells.map(({ id, count }) => (
    <td key={id} className={`number tk-${id}${count === 0 ? ' is-zero' : ''}`}>
      {say(count)}
    </td>
  ))
}
