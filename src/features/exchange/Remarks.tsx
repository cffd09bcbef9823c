import type { NewAgency, Remark } from '../../model/portalImport.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { exchangeWords } from './words.ts'

/** What rule set and files say beside the numbers: known disagreements, provisional denominators, absent figures. */
export function Remarks({
  remarks,
  nameOf,
}: {
  remarks: readonly Remark[]
  nameOf: (agencyId: string) => string
}) {
  const words = useText(exchangeWords)
  const language = useLanguage()
  if (remarks.length === 0) return null
  return (
    <section className="sheet" aria-labelledby="portal-remarks">
      <div className="section-head">
        <h2 id="portal-remarks">{words.remarks}</h2>
        <p className="sub">{words.remarksSub}</p>
      </div>
      <ul className="remark-list">
        {remarks.map(({ criteria, text, agencyIds }) => (
          <li key={`${criteria[0]?.id} ${text}`}>
            <b>{criteria.map(criterion => criterion.code).join(', ')}</b>
            <p lang="vi">
              {agencyIds !== null && <Mark kind="warning" size={13} />}
              {text}
              {agencyIds !== null && <small>{whose(agencyIds)}</small>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )

  function whose(ids: readonly string[]): string {
    const [only] = ids
    return ids.length === 1 && only !== undefined
      ? nameOf(only)
      : words.ofUnits(formatNumber(String(ids.length), language))
  }
}

/** Units whose code nobody knows: their names have to be added before the figures are published. */
export function NewAgencies({ agencies }: { agencies: readonly NewAgency[] }) {
  const words = useText(exchangeWords)
  if (agencies.length === 0) return null
  return (
    <section className="sheet" aria-labelledby="new-agencies">
      <div className="section-head">
        <h2 id="new-agencies">{words.newAgencies}</h2>
        <p className="sub">{words.newAgenciesSub}</p>
      </div>
      <ul className="remark-list">
        {agencies.map(({ id, code, name }) => (
          <li key={id}>
            <b>{code}</b>
            <p>
              {name} <small>{id}</small>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
