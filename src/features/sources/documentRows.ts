import type { SourceDocument } from '../../model/provenance.ts'
import { foldText } from '../../ui/foldText.ts'
import { formatDate, formatNumber, type Language } from '../../ui/formatNumber.ts'
import { type Cited, type Taken, takenFrom } from './takenFrom.ts'
import { type SourcesWords, sourcesWords } from './words.ts'

type Group = keyof SourcesWords['groups']
type Counts = Record<keyof SourcesWords['counts'], number>

/** A document with how much was taken from it. */
export type DocumentRow = { readonly document: SourceDocument; readonly counts: Counts }

const groups: readonly Group[] = ['texts', 'data', 'examples', 'unread']

export function documentRows(documents: readonly SourceDocument[], cited: Cited): readonly DocumentRow[] {
  return documents.map(document => ({ document, counts: countsOf(takenFrom(document.id, cited)) }))
}

/** Documents that number, title or issuer find, by how much we know of them, the newest first. */
export function documentGroups(rows: readonly DocumentRow[], search: string) {
  const wanted = foldText(search)
  const found = rows.filter(({ document: { number, title, issuer } }) =>
    foldText(`${number ?? ''} ${title} ${issuer}`).includes(wanted),
  )
  return groups
    .map(id => ({ id, rows: found.filter(({ document }) => groupOf(document) === id).toSorted(newestFirst) }))
    .filter(group => group.rows.length > 0)
}

/** "37 tài liệu, 120 nhiệm vụ …" */
export function documentsTitle(rows: readonly DocumentRow[], language: Language): string {
  const all = (key: keyof Counts) =>
    formatNumber(String(rows.reduce((sum, row) => sum + row.counts[key], 0)), language)
  return sourcesWords[language].title(String(rows.length), all('tasks'), all('targets'), all('figures'))
}

/** Who issued a document and when, as far as that is known. */
export function documentFacts(
  document: SourceDocument,
  group: Group,
  words: SourcesWords,
): readonly string[] {
  const isText = group === 'texts'
  return [
    document.issuer,
    ...(isText && document.number === null ? [words.noNumber] : []),
    ...(document.date === null ? (isText ? [words.noDayGiven] : []) : [formatDate(document.date)]),
  ].filter(fact => fact !== '')
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
function newestFirst(a: DocumentRow, b: DocumentRow): number {
  const [one, other] = [a.document.date ?? '', b.document.date ?? '']
  return one < other ? 1 : one > other ? -1 : 0
}

/** How much was taken from a document, in words. */
export function takenText(
  { read }: SourceDocument,
  counts: Counts,
  words: SourcesWords,
  language: Language,
): string {
  const keys = Object.keys(words.counts) as (keyof Counts)[]
  const some = keys.filter(key => counts[key] > 0)
  if (some.length === 0) return read ? words.readOnly : words.mentioned
  return some.map(key => words.counts[key](formatNumber(String(counts[key]), language))).join(' · ')
}
