import { useMemo } from 'react'
import type { AgencyDirectory } from '../../../model/agency.ts'
import type { FileState, RoundState } from '../../../model/roundState.ts'
import { instantText } from '../../../ui/instants.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { inboxWords } from './words.ts'

/** More of them would push the list out of sight. */
const mostOpen = 3

/** Files that count for nothing: what was wrong with each, and what to do about it. */
export function RefusedFiles({ state, directory }: { state: RoundState; directory: AgencyDirectory }) {
  const words = useText(inboxWords)
  const language = useLanguage()
  const files = useMemo(() => refusedFiles(state), [state])
  const names = useMemo(
    () => new Map(directory.agencies.map(agency => [agency.id, agency.name])),
    [directory],
  )
  if (files.length === 0) return null
  return (
    <section className="rvi-refused" aria-labelledby="rvi-refused">
      <details open={files.length <= mostOpen}>
        <summary className="section-head">
          <h2 id="rvi-refused">{words.refusedTitle(files.length)}</h2>
          <span className="sub">{words.refusedSub}</span>
        </summary>
        <ul>
          {files.map(({ file, receivedAt }) =>
            file.outcome === 'refused' ? (
              <li key={file.sha256}>
                <p className="rvi-refused-file">
                  <Mark kind="error" size={14} />
                  <b>{file.fileName}</b>{' '}
                  <small>
                    {instantText(receivedAt)}
                    {file.agencyId !== null &&
                      `, ${words.ofAgency(names.get(file.agencyId) ?? file.agencyId)}`}
                  </small>
                </p>
                <div>
                  <p>
                    <b>{words.why[file.why]}.</b> {words.way[file.why]}
                  </p>
                  {file.problems.length > 0 && (
                    <ul>
                      {file.problems.map((problem, index) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be word for word the same
                        <li key={index}>{problem[language]}</li>
                      ))}
                    </ul>
                  )}
                </div>
              </li>
            ) : null,
          )}
        </ul>
      </details>
    </section>
  )
}

/** Of no agency, and of agencies of the round; those that were set aside are settled. */
function refusedFiles({ refused, agencies }: RoundState): readonly FileState[] {
  return [...refused, ...[...agencies.values()].flatMap(agency => agency.files)].filter(
    ({ file, setAside }) => file.outcome === 'refused' && setAside === null,
  )
}
