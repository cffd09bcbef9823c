import { lazy, Suspense, useState } from 'react'
import type { Catalogue } from '../../../model/catalogue.ts'
import type { RoundSummary } from '../../../state/review/roundSummary.ts'
import { useText } from '../../../ui/language.tsx'
import { RoundRow } from './RoundRow.tsx'
import { roundsWords } from './words.ts'

const RemoveDialog = lazy(() => import('./RemoveDialog.tsx').then(each => ({ default: each.RemoveDialog })))

/** Every round of this machine with how far it has come. */
export function RoundList({
  rounds,
  catalogue,
  openRound,
}: {
  rounds: readonly RoundSummary[]
  catalogue: Catalogue
  openRound: (id: string) => void
}) {
  const words = useText(roundsWords)
  const { column } = words
  const [leaving, setLeaving] = useState<RoundSummary | null>(null)
  return (
    <section aria-labelledby="rvr-list">
      <div className="section-head">
        <h2 id="rvr-list">{words.list}</h2>
        <p className="sub">{words.listSub}</p>
      </div>
      <table className="figures rvr-table" aria-labelledby="rvr-list">
        <thead>
          <tr>
            <th scope="col">{column.round}</th>
            <th scope="col" className="number">
              {column.received}
            </th>
            <th scope="col" className="number">
              {column.decided}
            </th>
            <th scope="col">{column.stage}</th>
            <th scope="col">{column.last}</th>
          </tr>
        </thead>
        <tbody>
          {rounds.map(summary => (
            <RoundRow
              key={summary.round.id}
              summary={summary}
              catalogue={catalogue}
              openRound={openRound}
              remove={() => setLeaving(summary)}
            />
          ))}
        </tbody>
      </table>
      {leaving && (
        <Suspense fallback={null}>
          <RemoveDialog summary={leaving} catalogue={catalogue} close={() => setLeaving(null)} />
        </Suspense>
      )}
    </section>
  )
}
