import { useMemo } from 'react'
import type { SourceDocument } from '../../model/provenance.ts'
import { foldText } from '../../ui/foldText.ts'
import { formatDate, formatNumber } from '../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import type { SourcesLinker } from './links.ts'
import { type Cited, type Taken, takenFrom } from './takenFrom.ts'
import { type SourcesWords, sourcesWords } from './words.ts'

type Group = keyof SourcesWords['groups']
type Row = { readonly document: SourceDocument; readonly counts: Counts }
type Counts = Record<keyof SourcesWords['counts'], number>

const groups: readonly Group[] = ['texts', 'data', 'examples', 'unread']

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
  const rows = useMemo(
    () => documents.map((document): Row => ({ document, counts: countsOf(takenFrom(document.id, cited)) })),
    [documents, cited],
  )
  const wanted = foldText(search)
  const found = rows.filter(({ document: { number, title, issuer } }) =>
    foldText(`${number ?? ''} ${title} ${issuer}`).includes(wanted),
  )
  const all = (key: keyof Counts) =>
    formatNumber(String(rows.reduce((sum, row) => sum + row.counts[key], 0)), language)
  return (
    <>
      <h1>{words.title(String(documents.length), all('tasks'), all('targets'), all('figures'))}</h1>
      <SearchField label={words.search} hint={words.searchHint} value={search} change={setSearch} />
      {found.length === 0 && (
        <p className="none-found">
          {words.noneFound(search)}{' '}
          <button type="button" className="link-button" onClick={() => setSearch('')}>
            {words.clearSearch}
          </button>
        </p>
      )}
      {groups.map(group => {
        const own = found.filter(({ document }) => groupOf(document) === group).toSorted(newestFirst)
        return (
          own.length > 0 && (
            <section key={group} aria-labelledby={`documents-${group}`}>
              <div className="section-head">
                <h2 id={`documents-${group}`}>{words.groups[group]}</h2>
                <p className="sub">
                  {[String(own.length), words.groupNotes[group]].filter(Boolean).join(' · ')}
                </p>
              </div>
              <ul className="document-list">
                {own.map(({ document, counts }) => (
                  <li key={document.id} id={document.id}>
                    <div>
                      <h3>{link({ to: 'document', documentId: document.id }, documentLabel(document))}</h3>
                      <p className="facts">
                        {[
                          document.issuer,
                          group === 'texts' && document.number === null && words.noNumber,
                          document.date === null
                            ? group === 'texts' && words.noDayGiven
                            : formatDate(document.date),
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </p>
                    </div>
                    <p className="taken">{takenText(document, counts, words, language)}</p>
                  </li>
                ))}
              </ul>
            </section>
          )
        )
      })}
    </>
  )
}

/** Number in bold before the title, unless the title holds it. */
function documentLabel({ number, title }: SourceDocument) {
  return number === null || title.includes(number) ? title : [<b key="number">{number} </b>, title]
}

function groupOf(document: SourceDocument): Group {
  if (document.kind === 'example') return 'examples'
  if (['publication', 'guidance', 'press'].includes(document.kind)) return 'data'
  return document.read ? 'texts' : 'unread'
}

function countsOf(taken: Taken): Counts {
  return {
    tasks: taken.tasks.filter(({ task }) => task.kind === 'task').length,
    others: taken.tasks.filter(({ task }) => task.kind !== 'task').length,
    targets: taken.targets.length + taken.commitments.length,
    phases: taken.phases.length,
    figures: taken.figures.length,
    agencies: taken.agencies.length,
    criteria: taken.ruleSets.reduce((sum, { parts }) => sum + parts.length, 0),
    published: taken.published.reduce((sum, { agencyIds }) => sum + agencyIds.length, 0),
  }
}

/** Documents without a date last. */
function newestFirst(a: Row, b: Row): number {
  const [one, other] = [a.document.date ?? '', b.document.date ?? '']
  return one < other ? 1 : one > other ? -1 : 0
}

function takenText(
  { read }: SourceDocument,
  counts: Counts,
  words: SourcesWords,
  language: 'vi' | 'en',
): string {
  const keys = Object.keys(words.counts) as (keyof Counts)[]
  const some = keys.filter(key => counts[key] > 0)
  if (some.length === 0) return read ? words.readOnly : words.mentioned
  return some.map(key => words.counts[key](formatNumber(String(counts[key]), language))).join(' · ')
}
