import { useQuery } from '@tanstack/react-query'
import { useRouterState, useSearch } from '@tanstack/react-router'
import { documentsQuery, ruleSetQuery } from '../../io/queries.ts'
import type { AgencyGroup } from '../../model/agency.ts'
import type { SourceDocument } from '../../model/provenance.ts'
import { useCatalogue } from '../../state/useScoredView.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { hrefTo } from '../hrefTo.ts'
import { screenAt } from '../screens.ts'
import { selectionOf } from '../selection.ts'
import { Hint } from './Hint.tsx'
import { type TrailContext, trailParts } from './trailParts.ts'
import { trailWords } from './words.ts'
import './trail.css'

const noDocuments: readonly SourceDocument[] = []
const noGroups: readonly AgencyGroup[] = []

/** The way to the open view, each level a link; beside it the hint of a first visit. */
export function Trail() {
  const words = useText(trailWords)
  const context = useTrailContext()
  const parts = context ? trailParts(context) : []
  return (
    <>
      <nav className="trail-way" aria-label={words.trail}>
        <ol>
          {parts.map((part, at) => (
            <li key={part.key} title={part.title ?? part.text}>
              {at === parts.length - 1 ? (
                <span aria-current="page">{part.text}</span>
              ) : part.to === null ? (
                <span>{part.text}</span>
              ) : (
                <a href={hrefTo(part.to, part.search)}>{part.text}</a>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <Hint />
    </>
  )
}

/** Names come from files the screen has asked for anyway. */
function useTrailContext(): TrailContext | null {
  const { catalogue, directory } = useCatalogue()
  const language = useLanguage()
  const search = useSearch({ from: '__root__' })
  const pathname = useRouterState({ select: state => state.location.pathname })
  const selection = catalogue && selectionOf(catalogue, search)
  const isOpen = search.criterion !== undefined && search.criterion !== 'none'
  const path = catalogue?.ruleSets.find(entry => entry.id === selection?.ruleSetId)?.path
  const ruleSet = useQuery({ ...ruleSetQuery(path ?? ''), enabled: isOpen && path !== undefined })
  const screen = screenAt(pathname)?.to
  const documents = useQuery({
    ...documentsQuery(catalogue?.documents ?? ''),
    enabled: catalogue !== null && screen === '/sources' && search.document !== undefined,
  })
  if (!catalogue || !selection || !screen) return null
  return {
    screen,
    search,
    selection,
    catalogue,
    agencies: directory?.agencies ?? [],
    groups: directory?.groups ?? noGroups,
    ruleSet: (isOpen ? ruleSet.data : null) ?? null,
    documents: documents.data ?? noDocuments,
    language,
  }
}
