import type { SourceDocument } from '../../model/provenance.ts'
import { formatDate } from '../../ui/formatNumber.ts'
import { useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { sourcesWords } from './words.ts'

/** Nguồn: every document the figures and rules are cited from. */
export function SourcesScreen({
  documents,
  highlightedId,
}: {
  documents: readonly SourceDocument[]
  highlightedId: string | undefined
}) {
  const words = useText(sourcesWords)
  return (
    <div className="view">
      <main className="content sources" id="content" tabIndex={-1}>
        <h1>{words.title(documents.length)}</h1>
        <ul>
          {documents.map(document => (
            <li
              key={document.id}
              id={document.id}
              className={document.id === highlightedId ? 'highlighted' : undefined}
              tabIndex={-1}
              ref={element => {
                if (element && document.id === highlightedId) {
                  element.scrollIntoView({ block: 'center' })
                  element.focus({ preventScroll: true })
                }
              }}
            >
              <h2>
                {document.number !== null && !document.title.includes(document.number) && (
                  <b>{document.number} </b>
                )}
                {document.title}
              </h2>
              <dl>
                <div>
                  <dt>{words.kind}</dt>
                  <dd>{words.kinds[document.kind]}</dd>
                </div>
                <div>
                  <dt>{words.issuer}</dt>
                  <dd>{document.issuer}</dd>
                </div>
                <div>
                  <dt>{words.date}</dt>
                  <dd>
                    {document.date === null ? (
                      <>
                        <Mark kind="missing" />
                        {words.unknown}
                      </>
                    ) : (
                      formatDate(document.date)
                    )}
                  </dd>
                </div>
                <div>
                  <dt>{words.checkedOn}</dt>
                  <dd>
                    {document.read ? (
                      formatDate(document.checkedOn)
                    ) : (
                      <>
                        <Mark kind="missing" />
                        {words.notRead}
                      </>
                    )}
                  </dd>
                </div>
              </dl>
              {document.url !== undefined && (
                <p>
                  <a href={document.url} rel="noreferrer" target="_blank">
                    {document.url}
                  </a>
                </p>
              )}
              {document.note !== undefined && <p className="note">{document.note}</p>}
            </li>
          ))}
        </ul>
      </main>
    </div>
  )
}
