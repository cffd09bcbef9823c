import { useMemo } from 'react'
import type { AgencyDirectory } from '../../../model/agency.ts'
import type { ReviewRound } from '../../../model/review.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { ChangeReviewAddress, ReviewAddress } from '../reviewProps.ts'
import { countRows, type InboxRow } from './inboxRows.ts'
import { inboxWords } from './words.ts'

/** How far each group is: one bar of boxes that stand for agencies, and the numbers beside it. */
export function GroupProgress({
  round,
  rows,
  directory,
  address,
  change,
}: {
  round: ReviewRound
  rows: readonly InboxRow[]
  directory: AgencyDirectory
  address: ReviewAddress
  change: ChangeReviewAddress
}) {
  const words = useText(inboxWords)
  const language = useLanguage()
  const groups = useMemo(
    () =>
      round.groups.map(({ groupId, name }) => ({
        groupId,
        name,
        nameEn: directory.groups.find(each => each.id === groupId)?.nameEn,
        count: countRows(rows.filter(row => row.groupId === groupId)),
      })),
    [round, rows, directory],
  )
  return (
    <section className="rvi-progress" aria-labelledby="rvi-progress">
      <div className="section-head">
        <h2 id="rvi-progress">{words.progress}</h2>
        <p className="legend">
          <span>
            <Mark kind="actual" />
            {words.legendReceived}
          </span>
          <span>
            <i className="rvi-late-mark" />
            {words.legendLate}
          </span>
          <span>
            <Mark kind="missing" />
            {words.legendMissing}
          </span>
        </p>
      </div>
      <ul>
        {groups.map(({ groupId, name, nameEn, count }) => (
          <li key={groupId}>
            <button
              type="button"
              aria-pressed={address.group === groupId}
              title={words.progressSub}
              onClick={() => change({ group: address.group === groupId ? undefined : groupId })}
            >
              <span className="rvi-group-name">{pickName(language, name, nameEn)}</span>
              <Bar {...count} />
              <b>{words.groupCounts(count.received, count.of)}</b>
              <small>
                {[
                  ...(count.late > 0 ? [`${count.late} ${words.legendLate}`] : []),
                  ...(count.notUsable > 0 ? [words.notUsableCount(count.notUsable)] : []),
                  ...(count.notReceived > 0 ? [`${count.notReceived} ${words.legendMissing}`] : []),
                ].join(', ')}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Lengths in agencies of the group: on time, late, not received. */
function Bar({ of, received, late }: { of: number; received: number; late: number }) {
  if (of === 0) return <span className="rvi-bar" />
  const onTime = received - late
  return (
    <svg className="rvi-bar" viewBox={`0 0 ${of} 1`} preserveAspectRatio="none" aria-hidden="true">
      <rect className="rvi-bar-all" x="0" y="0" width={of} height="1" />
      <rect x="0" y="0" width={onTime} height="1" fill="var(--actual)" />
      <rect className="rvi-bar-late" x={onTime} y="0" width={late} height="1" />
    </svg>
  )
}
