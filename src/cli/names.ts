import { readFile } from 'node:fs/promises'
import { decodeAgencies, decodeDocuments } from '../io/decode.ts'
import type { Agency } from '../model/agency.ts'
import type { Decoded, Problem } from '../model/problem.ts'
import type { SourceDocument } from '../model/provenance.ts'
import { readNamed } from './files.ts'

export type Names = {
  readonly documents: readonly SourceDocument[]
  readonly agencies: readonly Agency[]
  /** Short name of an agency; ids nobody named stand for themselves. */
  readonly agencyName: (agencyId: string) => string
  /** Of a file that was asked for by name. */
  readonly problems: readonly Problem[]
}

/**
 * Reads what documents and agencies are called, from `data/` of the working directory where it is there.
 * @param documentsFile read instead; what is wrong with it is a problem
 */
export async function readNames(documentsFile?: string): Promise<Names> {
  const documents = documentsFile
    ? await readNamed(documentsFile, decodeDocuments)
    : { ok: true as const, value: (await readIfThere('data/documents.json', decodeDocuments)) ?? [] }
  const directory = await readIfThere('data/agencies.json', decodeAgencies)
  const agencies = directory?.agencies ?? []
  const known = new Map(agencies.map(agency => [agency.id, agency.shortName ?? agency.name]))
  return {
    documents: documents.ok ? documents.value : [],
    agencies,
    agencyName: id => known.get(id) ?? id,
    problems: documents.ok ? [] : documents.problems,
  }
}

/** Names are a help: without the file, or with a broken one, ids stand for themselves. */
async function readIfThere<T>(
  file: string,
  decode: (text: string, file: string) => Decoded<T>,
): Promise<T | null> {
  const text = await readFile(file, 'utf8').catch(() => null)
  const decoded = text === null ? null : decode(text, file)
  return decoded?.ok ? decoded.value : null
}
