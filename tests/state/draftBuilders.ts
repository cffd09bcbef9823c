import { type Draft, draftFormat } from '../../src/model/draft.ts'

/** The instant drafts of the tests were made at. */
export const madeAt = '2026-11-03T02:00:00.000Z'

/** A draft of a ward of the demonstration province, nothing filled in. */
export function aDraft(parts: Partial<Draft> = {}): Draft {
  return {
    format: draftFormat,
    id: 'ban-nhap-1',
    name: null,
    ruleSet: { id: 'mau-tinh-cqs', version: '3', sha256: 'a'.repeat(64) },
    agencyId: 'mh-phuong-ngan-minh',
    period: '2026-11',
    createdAt: madeAt,
    updatedAt: madeAt,
    revision: 1,
    origin: { from: 'blank' },
    provenance: { certainty: 'illustrative', source: null, note: 'Số liệu minh họa' },
    fields: new Map(),
    exempt: new Map(),
    claims: new Map(),
    evidence: [],
    explanations: new Map(),
    accepted: [],
    approval: null,
    note: null,
    handedIn: [],
    ...parts,
  }
}

/** Fields as typed: `typed({ 'hs-tiep-nhan': '1464' })`. */
export function typed(texts: Readonly<Record<string, string>>): Draft['fields'] {
  return new Map(Object.entries(texts).map(([metricId, text]) => [metricId, { state: 'typed', text }]))
}
