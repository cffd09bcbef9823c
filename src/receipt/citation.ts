import type { SourceDocument } from '../model/provenance.ts'
import { formatDate, type Language } from '../ui/formatNumber.ts'

const kindNames: Record<Language, Record<SourceDocument['kind'], string>> = {
  vi: {
    law: 'Luật',
    decree: 'Nghị định',
    resolution: 'Nghị quyết',
    circular: 'Thông tư',
    example: 'Mẫu',
    decision: 'Quyết định',
    plan: 'Kế hoạch',
    letter: 'Công văn',
    publication: 'Số liệu',
    guidance: 'Tài liệu',
    press: 'Báo',
  },
  en: {
    law: 'Law',
    decree: 'Decree',
    resolution: 'Resolution',
    circular: 'Circular',
    example: 'Template',
    decision: 'Decision',
    plan: 'Plan',
    letter: 'Letter',
    publication: 'Data',
    guidance: 'Document',
    press: 'Press',
  },
}

/** "Kế hoạch 37/KH-STTTT-VP": kind and number, or the title of a document without a number. */
export function documentName(document: SourceDocument, language: Language): string {
  return document.number === null
    ? document.title
    : `${kindNames[language][document.kind]} ${document.number}`
}

/** "Kế hoạch 37/KH-STTTT-VP ngày 11/07/2023, mục I.1"; the place stays as the document words it. */
export function citation(document: SourceDocument, place: string | undefined, language: Language): string {
  const dated = document.number !== null && document.date !== null
  const date =
    dated && document.date !== null
      ? `${language === 'vi' ? ' ngày' : ' of'} ${formatDate(document.date)}`
      : ''
  const name = `${documentName(document, language)}${date}`
  return place === undefined ? name : `${name}, ${place}`
}
