import { ShiftMark } from '../../charts/ShiftMark.tsx'
import { shiftScale } from '../../charts/shiftSeries.ts'
import type { ChangedCriterion, NumberShift } from '../../model/ruleSetChange.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Difference } from './ChangeTable.tsx'
import { changeWords } from './changeWords.ts'
import { ruleSetWords } from './words.ts'

type Shifted = ChangedCriterion & { readonly maximum: NumberShift }

/** Maxima before and after on one scale, groups in bold among their leaves. */
export function MaximaTable({
  changed,
  select,
}: {
  changed: readonly ChangedCriterion[]
  select: (id: string) => void
}) {
  const words = useText(changeWords)
  const columns = useText(ruleSetWords).columns
  const language = useLanguage()
  const shifted = changed.flatMap((each): readonly Shifted[] =>
    each.maximum ? [{ ...each, maximum: each.maximum }] : [],
  )
  if (shifted.length === 0) return null
  const leaves = shifted.filter(each => each.isLeaf)
  const { end, places } = shiftScale(leaves.map(each => each.maximum))
  const scale = end === null ? '' : words.onScale(formatNumber(end, language))
  const groups = shifted.length - leaves.length
  return (
    <section aria-labelledby="changes-maxima">
      <div className="section-head">
        <h2 id="changes-maxima">{words.sections.maxima}</h2>
        <p className="sub">
          {[
            words.ofLeaves(leaves.length),
            ...(groups > 0 ? [words.ofGroups(groups)] : []),
            ...(scale === '' ? [] : [scale]),
          ].join(' · ')}
        </p>
      </div>
      <table className="figures list-table maxima-table">
        <thead>
          <tr>
            <th scope="col" className="code">
              {columns.code}
            </th>
            <th scope="col">{columns.criterion}</th>
            <th scope="col" className="number">
              A · {words.before}
            </th>
            <th scope="col" className="number">
              B · {words.after}
            </th>
            <th scope="col" className="number">
              {words.difference}
            </th>
            <th scope="col" className="shift">
              <span className="visually-hidden">{scale}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shifted.map(({ id, to, maximum, isLeaf }) => {
            const place = places[leaves.findIndex(each => each.id === id)]
            return (
              <tr key={id} className={isLeaf ? undefined : 'group'}>
                <td className="code">{to.code}</td>
                <th scope="row">
                  <button type="button" className="row-link" onClick={() => select(id)}>
                    {pickName(language, to.name, to.nameEn)}
                  </button>
                </th>
                <td className="number">
                  {maximum.from === null ? words.absent : formatNumber(maximum.from, language)}
                </td>
                <td className="number">
                  {maximum.to === null ? words.absent : formatNumber(maximum.to, language)}
                </td>
                <td className="number">
                  <Difference exact={maximum.difference} />
                </td>
                <td className="shift">{place && <ShiftMark places={place} />}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
