import { useState } from 'react'
import type { AgencyDirectory } from '../../../model/agency.ts'
import type { Catalogue } from '../../../model/catalogue.ts'
import { periodName } from '../../../receipt/periodName.ts'
import { groupsOf } from '../../../state/review/newRound.ts'
import { sampleWish, useMakeRound } from '../../../state/review/useMakeRound.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { roundsWords } from './words.ts'

/** What a round is, the two ways in, and one to try it out. */
export function NoRounds({
  catalogue,
  directory,
  openRound,
}: {
  catalogue: Catalogue
  directory: AgencyDirectory
  openRound: (id: string) => void
}) {
  const words = useText(roundsWords)
  const { empty } = words
  const language = useLanguage()
  const make = useMakeRound(catalogue)
  const [state, setState] = useState<'idle' | 'making' | 'failed'>('idle')
  const sample = sampleWish(catalogue, directory, empty.sampleName)
  const agencies = sample ? groupsOf(sample.chosen).flatMap(({ agencyIds }) => agencyIds).length : 0
  const start = async () => {
    if (!sample || state === 'making') return
    setState('making')
    const made = await make(sample)
    setState(made.ok ? 'idle' : 'failed')
    if (made.ok) openRound(made.id)
  }
  return (
    <div className="rvr-none">
      <section aria-labelledby="rvr-what">
        <div className="section-head">
          <h2 id="rvr-what">{empty.title}</h2>
        </div>
        <p>{empty.what}</p>
      </section>
      <section aria-labelledby="rvr-ways">
        <div className="section-head">
          <h2 id="rvr-ways">{empty.ways}</h2>
        </div>
        <ol>
          <li>{empty.wayNew}</li>
          <li>{empty.wayFile}</li>
        </ol>
        {sample && (
          <div className="rvr-sample">
            <button
              type="button"
              className="button"
              aria-disabled={state === 'making'}
              aria-describedby="rvr-sample-hint"
              onClick={() => void start()}
            >
              {empty.sample}
            </button>
            <p id="rvr-sample-hint">
              <Mark kind="illustrative" />
              {empty.sampleHint(
                formatNumber(String(agencies), language),
                periodName(sample.period, language),
              )}
            </p>
            {state === 'failed' && (
              <p role="alert" className="lost">
                {words.form.failed}
              </p>
            )}
          </div>
        )}
      </section>
    </div>
  )
}
