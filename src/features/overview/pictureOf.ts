import { citation } from '../../receipt/citation.ts'
import { scopeText } from '../../receipt/scopeText.ts'
import type { ScoredView } from '../../state/useScoredView.ts'
import type { Picture } from '../../ui/ChartTools.tsx'
import type { Language } from '../../ui/formatNumber.ts'
import { overviewWords } from './words.ts'

/** What every picture of this screen says around its chart; the chart adds its title and name. */
export type PictureFrame = Pick<Picture, 'scope' | 'source'> & {
  readonly fileName: (chart: string) => string
}

/** Scope, source and file name of a view's pictures. */
export function pictureFrame(
  {
    sheet,
    ruleSet,
    agency = null,
    documents = [],
    submission,
  }: Pick<ScoredView, 'sheet' | 'ruleSet'> & Partial<Pick<ScoredView, 'agency' | 'documents' | 'submission'>>,
  language: Language,
): PictureFrame {
  const words = overviewWords[language]
  const source = sheet.total.provenance?.source ?? submission?.provenance.source
  const document = documents.find(entry => entry.id === source?.documentId)
  const certainty = submission?.provenance.certainty
  return {
    scope: scopeText(sheet, ruleSet, agency?.name ?? sheet.agencyId, language),
    source: [
      ...(document ? [citation(document, source?.place, language)] : []),
      ...(certainty === 'illustrative' ? [words.illustrative] : []),
      ...(certainty === 'inferred' ? [words.inferred] : []),
      words.engine(sheet.engineVersion),
    ].join(' · '),
    fileName: chart => [chart, sheet.agencyId, sheet.ruleSetId, sheet.period].join(' '),
  }
}
