import type { SourceDocument } from '../model/provenance.ts'
import { formatDate } from '../ui/formatNumber.ts'

/** "Kế hoạch 37/KH-STTTT-VP ngày 11/07/2023, mục I.1" */
export function citation(document: SourceDocument, place: string | undefined): string {
  const date = document.date === null ? '' : ` ngày ${formatDate(document.date)}`
  const name =
    document.number === null ? document.title : `${kindNames[document.kind]} ${document.number}${date}`.trim()
  return place === undefined ? name : `${name}, ${place}`
}

const kindNames: Record<SourceDocument['kind'], string> = {
  decision: 'Quyết định',
  plan: 'Kế hoạch',
  letter: 'Công văn',
  publication: 'Số liệu',
  guidance: 'Tài liệu',
  press: 'Báo',
}
