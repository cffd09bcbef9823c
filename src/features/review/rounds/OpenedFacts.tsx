import type { ReactNode } from 'react'
import type { AgencyDirectory } from '../../../model/agency.ts'
import type { Catalogue } from '../../../model/catalogue.ts'
import type { ReviewConflict } from '../../../model/roundState.ts'
import type { OpenedReview } from '../../../state/review/openReviewFile.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { instantText } from '../../../ui/instants.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { openedWords } from './openedWords.ts'
import { roundName } from './roundName.ts'
import { roundsWords } from './words.ts'

/** Conflicts named one by one; the ledger lists them all. */
const mostShown = 8

/** What a review file brings: lines by whom, submissions, conflicts, and what is odd about it. */
export function OpenedFacts({
  opened,
  catalogue,
  directory,
}: {
  opened: OpenedReview
  catalogue: Catalogue
  directory: AgencyDirectory
}) {
  const words = useText(openedWords)
  const { facts } = words
  const names = useText(roundsWords)
  const language = useLanguage()
  const { read, how, preview, newFiles, faults, clashes, onlyHere } = opened
  const { fresh, people, conflicts } = preview
  const { manifest, round } = read
  const count = (number: number) => formatNumber(String(number), language)
  const name = roundName(round, catalogue, names, language)
  const brokenNames = [...new Set(faults.map(({ by }) => `“${by}”`))].join(', ')
  return (
    <>
      <h3>{how === 'new' ? words.isNew(name) : words.isMerge(name)}</h3>
      {how === 'merge' && fresh.length + newFiles === 0 && <p role="status">{words.nothing}</p>}
      <dl className="rvr-facts">
        <Fact name={facts.agencies}>{count(manifest.agencies)}</Fact>
        <Fact name={facts.brings}>
          {fresh.length === 0 ? (
            facts.noLines
          ) : (
            <>
              <b>{count(fresh.length)}</b>
              <ul>
                {people.map(each => (
                  <li key={each.name}>{facts.by(each.name, count(each.lines))}</li>
                ))}
              </ul>
            </>
          )}
        </Fact>
        <Fact name={facts.files}>{count(newFiles)}</Fact>
        {onlyHere > 0 && <Fact name={facts.onlyHere}>{facts.keeps(count(onlyHere))}</Fact>}
        <Fact name={facts.madeBy}>{manifest.madeBy ?? facts.nobody}</Fact>
        <Fact name={facts.made}>{words.madeText(instantText(manifest.createdAt), manifest.appVersion)}</Fact>
        <Fact name={facts.sha256}>
          <code>{read.sha256}</code>
        </Fact>
      </dl>
      {conflicts.length > 0 && (
        <div className="rvr-told" role="alert">
          <p>
            <Mark kind="warning" size={14} />
            {words.conflicts(count(conflicts.length))}
          </p>
          <ul>
            {conflicts.slice(0, mostShown).map(conflict => (
              <li key={conflict.entries.map(each => each.id).join(' ')}>
                {words.conflictLine(
                  words.conflict[conflict.about],
                  placeOf(conflict, directory, read.ruleSet.criteria),
                  conflict.entries.map(({ by }) => by).join(' / '),
                )}
              </li>
            ))}
            {conflicts.length > mostShown && <li>{words.more(count(conflicts.length - mostShown))}</li>}
          </ul>
        </div>
      )}
      {faults.length > 0 && (
        <p className="rvr-told" role="alert">
          <Mark kind="warning" size={14} />
          {words.faults(brokenNames)}
        </p>
      )}
      {clashes.length > 0 && (
        <p className="rvr-told" role="alert">
          <Mark kind="warning" size={14} />
          {words.clashes(count(clashes.length))}
        </p>
      )}
      <p className="rvr-note">{words.nameHint}</p>
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

type Criteria = OpenedReview['read']['ruleSet']['criteria']

/** "Sở Nội vụ, 4.2": where two people wrote different things. */
function placeOf(
  { agencyId, criterionId }: ReviewConflict,
  { agencies }: AgencyDirectory,
  criteria: Criteria,
): string {
  const agency = agencies.find(each => each.id === agencyId)?.name ?? agencyId
  const code = criterionId === null ? null : (codeOf(criteria, criterionId) ?? criterionId)
  return [agency, code].filter(each => each !== null && each !== undefined).join(', ')
}

function codeOf(criteria: Criteria, id: string): string | null {
  for (const criterion of criteria) {
    if (criterion.id === id) return criterion.code
    const below = codeOf(criterion.subCriteria ?? [], id)
    if (below !== null) return below
  }
  return null
}
