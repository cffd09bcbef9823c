import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { documentsQuery } from '../../io/queries.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { CohortGroup, CohortView } from '../../model/cohort.ts'
import type { SourceDocument } from '../../model/provenance.ts'
import { citation } from '../../receipt/citation.ts'
import type { Language } from '../../ui/formatNumber.ts'
import { useLanguage } from '../../ui/language.tsx'
import { agenciesWords } from './words.ts'

/** "Nguồn: …", the documents the figures of a group come from; empty while they are not loaded or nobody names one. */
export function useSourceText(catalogue: Catalogue, view: CohortView, group: CohortGroup): string {
  const language = useLanguage()
  const { data: documents } = useQuery(documentsQuery(catalogue.documents))
  return useMemo(() => {
    const cited = sourceText(documents ?? [], catalogue, view, group, language)
    return cited === '' ? '' : `${agenciesWords[language].source}: ${cited}`
  }, [documents, catalogue, view, group, language])
}

function sourceText(
  documents: readonly SourceDocument[],
  catalogue: Catalogue,
  view: CohortView,
  group: CohortGroup,
  language: Language,
): string {
  const members = new Set(group.rows.map(row => row.agencyId))
  const ids = new Set(
    catalogue.submissions.flatMap(({ ruleSetId, period, agencyId, documentId }) =>
      ruleSetId === view.ruleSetId &&
      period === view.period &&
      members.has(agencyId) &&
      documentId !== undefined
        ? [documentId]
        : [],
    ),
  )
  return documents
    .filter(document => ids.has(document.id))
    .map(document => citation(document, undefined, language))
    .join('; ')
}
