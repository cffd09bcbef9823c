import { useMemo } from 'react'
import type { OpenRound } from '../../../state/review/openRound.ts'
import { type ReviewerProgress, reviewerProgress } from '../../../state/review/reviewerProgress.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { instantText } from '../../../ui/instants.ts'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { TableScroll } from '../../../ui/TableScroll.tsx'
import type { EntryNames } from './entryNames.ts'
import { reviewerWords } from './reviewerWords.ts'

/** How much everybody decided, and which way points went. */
export function PeopleSection({
  open,
  names,
  seeLinesOf,
}: {
  open: Pick<OpenRound, 'state'>
  names: EntryNames
  seeLinesOf: (name: string) => void
}) {
  const words = useText(reviewerWords)
  const people = useMemo(() => reviewerProgress(open.state), [open.state])
  if (people.length === 0) return null
  const count = (number: number) => formatNumber(String(number), names.language)
  const moved = (each: ReviewerProgress['up']) =>
    each.count === 0 ? words.none : words.moved(count(each.count), names.points(each.points))
  return (
    <section aria-labelledby="rvl-people">
      <div className="section-head">
        <h2 id="rvl-people">{words.people}</h2>
        <span className="sub">{words.peopleHint}</span>
      </div>
      <TableScroll label={words.people}>
        <table className="figures rvl-people">
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              {[words.decided, words.agreed, words.changed, words.asked].map(head => (
                <th key={head} scope="col" className="number">
                  {head}
                </th>
              ))}
              <th scope="col" className="number">
                {words.up}
              </th>
              <th scope="col" className="number">
                {words.down}
              </th>
              <th scope="col" className="number">
                {words.inConflict}
              </th>
              <th scope="col" className="number">
                {words.out}
              </th>
              <th scope="col" className="number">
                {words.lines}
              </th>
              <th scope="col">{words.last}</th>
            </tr>
          </thead>
          <tbody>
            {people.map(each => (
              <tr key={each.name}>
                <th scope="row">
                  <button
                    type="button"
                    aria-label={words.seeLines(each.name)}
                    onClick={() => seeLinesOf(each.name)}
                  >
                    {each.name}
                  </button>
                </th>
                <td className="number">{count(each.decided)}</td>
                <td className="number">{count(each.agreed)}</td>
                <td className="number">{count(each.changed)}</td>
                <td className="number">{count(each.asked)}</td>
                <td className="number">{moved(each.up)}</td>
                <td className="number">{moved(each.down)}</td>
                <td className="number">
                  {each.inConflict > 0 && <Mark kind="warning" size={11} />}
                  {count(each.inConflict)}
                </td>
                <td className="number">{count(each.notCounted)}</td>
                <td className="number">{count(each.lines)}</td>
                <td>{instantText(each.last)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  )
}
