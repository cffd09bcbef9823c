import { useMemo } from 'react'
import type { SourceDocument } from '../../model/provenance.ts'
import { useOffer } from '../../state/exports/offers.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { documentFacts, documentGroups, documentRows, documentsTitle, takenText } from './documentRows.ts'
import type { SourcesLinker } from './links.ts'
import { projectDocuments } from './projectDocuments.ts'
import type { Cited } from './takenFrom.ts'
import { sourcesWords } from './words.ts'

/** All documents by how much we know of them, with how much was taken from each. */
export function DocumentList({
  documents,
  cited,
  search,
  setSearch,
  link,
}: {
  documents: readonly SourceDocument[]
  cited: Cited
  search: string
  setSearch: (text: string) => void
  link: SourcesLinker
}) {
  const words = useText(sourcesWords)
  const language = useLanguage()
  const rows = useMemo(() => documentRows(documents, cited), [documents, cited])
  const groups = documentGroups(rows, search)
  const title = documentsTitle(rows, language)
  useOffer({
    kind: 'table',
    id: 'documents',
    name: words.documentsName,
    make: () => projectDocuments(rows, search, title, language),
  })
  return (
    <>
      <h1>{title}</h1>
      <SearchField label={words.search} hint={words.searchHint} value={search} change={setSearch} />
      {search.trim() !== '' && (
        <p className="print-only">
          {words.search}: “{search.trim()}”
        </p>
      )}
      {groups.length === 0 && (
        <p className="none-found">
          {words.noneFound(search)}{' '}
          <button type="button" className="link-button" onClick={() => setSearch('')}>
            {words.clearSearch}
          </button>
        </p>
      )}
      {groups.map(group => (
        <section key={group.id} aria-labelledby={`documents-${group.id}`}>
          <div className="section-head">
            <h2 id={`documents-${group.id}`}>{words.groups[group.id]}</h2>
            <p className="sub">
              {[String(group.rows.length), words.groupNotes[group.id]].filter(Boolean).join(' · ')}
            </p>
          </div>
          <ul className="document-list">
            {group.rows.map(({ document, counts }) => (
              <li key={document.id} id={document.id}>
                <div>
                  <h3>{link({ to: 'document', documentId: document.id }, documentLabel(document))}</h3>
                  <p className="facts">{documentFacts(document, group.id, words).join(' · ')}</p>
                </div>
                <p className="taken">{takenText(document, counts, words, language)}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

/** Number in bold before the title, unless the title holds it. */
function documentLabel({ number, title }: SourceDocument) {
  return number === null || title.includes(number) ? title : [<b key="number">{number} </b>, title]
}
