import type { RuleSet } from '../../model/ruleSet.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import type { SourcesLinker } from './links.ts'
import type { RulePart } from './takenFrom.ts'
import { sourcesWords } from './words.ts'

/** Parts of a rule set that rest on the document, in the order of the set. */
export function RulePartTable({
  ruleSet,
  parts,
  link,
}: {
  ruleSet: RuleSet
  parts: readonly RulePart[]
  link: SourcesLinker
}) {
  const words = useText(sourcesWords)
  const language = useLanguage()
  const id = `list-${ruleSet.id}`
  return (
    <section aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn)}</h2>
        <p className="sub">{words.counts.criteria(String(parts.length))}</p>
        <p className="section-actions">{link({ to: 'ruleSet', ruleSetId: ruleSet.id }, words.openRuleSet)}</p>
      </div>
      <TableScroll label={pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn)}>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{words.code}</th>
              <th scope="col">{words.item}</th>
              <th scope="col" className="number">
                {words.maxPoints}
              </th>
              <th scope="col">{words.place}</th>
              <th scope="col">{words.sure}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map(part => (
              <tr key={`${part.part} ${part.id}`}>
                <td>{part.code}</td>
                <th scope="row">
                  {part.part === 'criterion'
                    ? pickName(language, part.name, part.nameEn)
                    : [words.parts[part.part], pickName(language, part.name, part.nameEn)]
                        .filter(Boolean)
                        .join(': ')}
                  {part.source.quote !== undefined && <q>{part.source.quote}</q>}
                </th>
                <td className="number">
                  {part.maxPoints === null ? '' : formatNumber(part.maxPoints, language)}
                </td>
                <td>{part.source.place}</td>
                <td>
                  {part.certainty !== 'stated' && <Mark kind="inferred" />}
                  {words.certainty[part.certainty]}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  )
}
