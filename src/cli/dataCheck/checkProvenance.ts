import { provenance as provenanceSchema } from '../../io/fields.ts'
import type { Provenance, SourceDocument } from '../../model/provenance.ts'
import type { Report } from '../../scoring/lint/report.ts'
import type { On } from './findings.ts'
import type { Folder } from './readFolder.ts'
import { blocksWith } from './walkJson.ts'

/** What is stated names a document we read, what is inferred says how; plans and figures name the place too. */
export function checkProvenance(folder: Folder, on: On): void {
  const documents = new Map((folder.documents?.value ?? []).map(document => [document.id, document]))
  const placed = new Set(
    folder.listings.filter(({ kind }) => kind === 'plan' || kind === 'figures').map(({ file }) => file),
  )
  for (const [file, data] of folder.json)
    for (const { path, block } of blocksWith('certainty', data)) {
      const provenance = provenanceSchema.safeParse(block)
      if (provenance.success) checkOne(provenance.data, path, documents, placed.has(file), on(file))
    }
}

function checkOne(
  { certainty, source, note }: Provenance,
  path: string,
  documents: ReadonlyMap<string, SourceDocument>,
  needsPlace: boolean,
  report: Report,
): void {
  if (certainty === 'illustrative') return
  if (certainty === 'inferred' && note === undefined)
    report.error(`${path}.note`, 'inferred-without-note', {
      vi: 'mức chắc chắn là “inferred” mà không có note; cần nói suy ra thế nào',
      en: 'the certainty is "inferred" and there is no note; it must say how',
    })
  if (source === null) {
    report.error(`${path}.source`, 'source-missing', {
      vi: `mức chắc chắn là “${certainty}” mà nguồn là null; cần văn bản làm nguồn, hoặc “illustrative” nếu tự đặt`,
      en: `the certainty is "${certainty}" and the source null; a document is needed, or "illustrative"`,
    })
    return
  }
  if (needsPlace && source.place === undefined)
    report.error(`${path}.source.place`, 'place-missing', {
      vi: `dẫn “${source.documentId}” mà không nêu chỗ; cần mục, phụ lục hoặc số thứ tự nhiệm vụ`,
      en: `cites "${source.documentId}" without a place; a section or number is needed`,
    })
  const document = documents.get(source.documentId)
  if (certainty === 'inferred' || !document) return
  if (!document.read)
    report.error(`${path}.certainty`, 'stated-unread', {
      vi: `đang là “stated” nhưng chưa đọc văn bản “${source.documentId}” (read: false); cần “inferred” hoặc dẫn văn bản đã đọc`,
      en: `"stated", yet "${source.documentId}" has not been read; "inferred" or a document that was is needed`,
    })
  if (document.kind === 'example')
    report.error(`${path}.certainty`, 'stated-example', {
      vi: `đang là “stated” nhưng “${source.documentId}” là ví dụ của dự án; cần “illustrative”`,
      en: `"stated", yet "${source.documentId}" is an example of ours; "illustrative" is needed`,
    })
}
