import type { AgencyDirectory } from '../../model/agency.ts'
import type { Problem } from '../../model/problem.ts'
import type { SourceDocument } from '../../model/provenance.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { DocumentDetail } from './DocumentDetail.tsx'
import { DocumentList } from './DocumentList.tsx'
import type { SourcesLinker } from './links.ts'
import type { Cited } from './takenFrom.ts'
import { sourcesWords } from './words.ts'

/** Nguồn: every document that is cited, and one of them with everything taken from it. */
export function SourcesScreen({
  documents,
  directory,
  cited,
  problems,
  documentId,
  search,
  setSearch,
  link,
}: {
  documents: readonly SourceDocument[]
  directory: AgencyDirectory
  cited: Cited
  /** Files that could not be read. */
  problems: readonly Problem[]
  documentId: string | undefined
  search: string
  setSearch: (text: string) => void
  link: SourcesLinker
}) {
  const words = useText(sourcesWords)
  const language = useLanguage()
  const chosen = documents.find(document => document.id === documentId)
  return (
    <div className="view">
      <main className="content sources" id="content" tabIndex={-1}>
        {problems.length > 0 && (
          <div className="notice" role="alert">
            <Mark kind="warning" size={14} />
            <div>
              {words.brokenFiles}
              <ul>
                {problems.map(({ file, path, message }) => (
                  <li key={`${file} ${path} ${message.vi}`}>
                    {[file, path, message[language]].filter(Boolean).join(': ')}
                  </li>
                ))}
              </ul>
            </div>
          </div>
        )}
        {documentId !== undefined && !chosen && (
          <p className="notice" role="alert">
            <Mark kind="warning" size={14} />
            <span>{words.unknownDocument(documentId)}</span>
          </p>
        )}
        {chosen ? (
          <DocumentDetail
            key={chosen.id}
            document={chosen}
            documents={documents}
            directory={directory}
            cited={cited}
            search={search}
            setSearch={setSearch}
            link={link}
          />
        ) : (
          <DocumentList
            documents={documents}
            cited={cited}
            search={search}
            setSearch={setSearch}
            link={link}
          />
        )}
      </main>
    </div>
  )
}
