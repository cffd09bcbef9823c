import { webAddress } from '../../../io/fields.ts'
import { readFigure } from '../../../io/figures/readFigure.ts'
import type { Bilingual } from '../../../model/provenance.ts'
import type { EvidenceItem } from '../../../model/submission.ts'
import { formatDate } from '../../../ui/formatNumber.ts'
import { evidenceWords } from './words.ts'

/** Fields of a document as typed. */
export type DocumentFields = {
  readonly [Field in
    | 'title'
    | 'number'
    | 'issuedOn'
    | 'issuer'
    | 'effectiveOn'
    | 'pages'
    | 'url'
    | 'note']: string
}

/** A document as its form shows it: dates dd/mm/yyyy. */
export function fieldsOf(item: EvidenceItem): DocumentFields {
  return {
    title: item.title,
    number: item.number ?? '',
    issuedOn: item.issuedOn === undefined ? '' : formatDate(item.issuedOn),
    issuer: item.issuer ?? '',
    effectiveOn: item.effectiveOn === undefined ? '' : formatDate(item.effectiveOn),
    pages: item.pages ?? '',
    url: item.url ?? '',
    note: item.note ?? '',
  }
}

/** The document with what was typed; null and what is wrong where something cannot be read. */
export function readFields(
  fields: DocumentFields,
  { id, criterionIds, requiredId, file, fileName }: EvidenceItem,
): { readonly item: EvidenceItem | null; readonly faults: ReadonlyMap<keyof DocumentFields, Bilingual> } {
  const faults = new Map<keyof DocumentFields, Bilingual>()
  const plain = (name: keyof DocumentFields) => fields[name].normalize('NFC').replace(/\s+/g, ' ').trim()
  const day = (name: 'issuedOn' | 'effectiveOn'): string => {
    const reading = readFigure(fields[name], { valueType: 'date', unit: '' })
    if (reading.kind === 'wrong') faults.set(name, reading.message)
    return reading.kind === 'value' ? reading.value : ''
  }
  const title = plain('title')
  if (title === '')
    faults.set('title', { vi: evidenceWords.vi.titleMissing, en: evidenceWords.en.titleMissing })
  const url = plain('url')
  // Others could open nothing with it, and no file to hand in may hold it.
  if (url !== '' && !webAddress.safeParse(url).success)
    faults.set('url', { vi: evidenceWords.vi.urlUnfit, en: evidenceWords.en.urlUnfit })
  const said = {
    number: plain('number'),
    issuer: plain('issuer'),
    issuedOn: day('issuedOn'),
    effectiveOn: day('effectiveOn'),
    pages: plain('pages'),
    url,
    note: plain('note'),
  }
  if (faults.size > 0) return { item: null, faults }
  return {
    item: {
      id,
      criterionIds,
      ...(requiredId === undefined ? {} : { requiredId }),
      title,
      ...(file === undefined ? {} : { file }),
      ...(fileName === undefined ? {} : { fileName }),
      // An empty field says nothing, so it is left out.
      ...Object.fromEntries(Object.entries(said).filter(([, text]) => text !== '')),
    },
    faults,
  }
}
