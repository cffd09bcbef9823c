import {
  decodeAgencies,
  decodeCatalogue,
  decodeDocuments,
  decodeFigures,
  decodePlan,
  decodeRuleSet,
  decodeSubmission,
  decodeSubmissionTable,
} from '../../io/decode.ts'
import { catalogueSchema, type fileSchemas } from '../../io/schema.ts'
import type { AgencyDirectory } from '../../model/agency.ts'
import type { Catalogue, SubmissionEntry, TableEntry } from '../../model/catalogue.ts'
import type { StatedFigure } from '../../model/figure.ts'
import type { Plan } from '../../model/plan.ts'
import type { Decoded, Problem } from '../../model/problem.ts'
import type { SourceDocument } from '../../model/provenance.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { Submission, SubmissionTable } from '../../model/submission.ts'
import { sayFound } from './sayFound.ts'

/** Texts of a data folder by path relative to it, with forward slashes. */
export type Files = ReadonlyMap<string, string>

export type Kind = keyof typeof fileSchemas

/** A file that the index names. */
export type Listing = {
  readonly file: string
  /** Place in `index.json`. */
  readonly at: string
  readonly kind: Kind
}

/** A decoded file with what the index says of it. */
export type Listed<T, Entry> = {
  readonly file: string
  readonly at: string
  readonly value: T
  readonly entry: Entry
}

/** A data folder, decoded. What could not be decoded is left out, or null where there is one of its kind. */
export type Folder = {
  readonly files: Files
  readonly listings: readonly Listing[]
  /** JSON as it stands in each listed file that is JSON and of the right shape. */
  readonly json: ReadonlyMap<string, unknown>
  readonly catalogue: Catalogue
  readonly documents: Listed<readonly SourceDocument[], null> | null
  readonly directory: Listed<AgencyDirectory, null> | null
  readonly figures: Listed<readonly StatedFigure[], null> | null
  readonly ruleSets: readonly Listed<RuleSet, Catalogue['ruleSets'][number]>[]
  readonly submissions: readonly Listed<Submission, SubmissionEntry>[]
  readonly tables: readonly Listed<SubmissionTable, TableEntry & { readonly period: string }>[]
  readonly plans: readonly Listed<Plan, Catalogue['plans'][number]>[]
}

export const indexFile = 'index.json'

/**
 * Decodes every file the index names.
 * @returns null without a readable index; problems of shape with what each file has at the place
 */
export function readFolder(files: Files): {
  readonly folder: Folder | null
  readonly problems: readonly Problem[]
} {
  const problems: Problem[] = []
  const json = new Map<string, unknown>()
  const read = <T>(file: string, decode: (text: string, file: string) => Decoded<T>): T | null => {
    const text = files.get(file)
    if (text === undefined) return null
    const data = parsed(text)
    const decoded = decode(text, file)
    if (decoded.ok) {
      json.set(file, data)
      return decoded.value
    }
    problems.push(...decoded.problems.map(problem => sayFound(problem, text, data)))
    return null
  }
  const readAll = <T, Entry extends object>(
    entries: readonly (Entry & { readonly path: string })[],
    list: string,
    decode: (text: string, file: string) => Decoded<T>,
  ): readonly Listed<T, Entry & { readonly path: string }>[] =>
    entries.flatMap((entry, index) => {
      const value = read(entry.path, decode)
      return value === null ? [] : [{ file: entry.path, at: `${list}[${index}]`, value, entry }]
    })
  const readOne = <T>(
    file: string,
    at: string,
    decode: (text: string, file: string) => Decoded<T>,
  ): Listed<T, null> | null => {
    const value = read(file, decode)
    return value === null ? null : { file, at, value, entry: null }
  }

  if (read(indexFile, decodeCatalogue) === null) return { folder: null, problems }
  // As written: decoding puts tables among the submissions and sorts them.
  const catalogue = catalogueSchema.parse(json.get(indexFile))
  const folder = {
    files,
    listings: listingsOf(catalogue),
    json,
    catalogue,
    documents: readOne(catalogue.documents, 'documents', decodeDocuments),
    directory: readOne(catalogue.agencies, 'agencies', decodeAgencies),
    figures: readOne(catalogue.figures, 'figures', decodeFigures),
    ruleSets: readAll(catalogue.ruleSets, 'ruleSets', decodeRuleSet),
    submissions: readAll(catalogue.submissions, 'submissions', decodeSubmission),
    tables: catalogue.tables.flatMap((entry, index) =>
      entry.periods.flatMap((period, place) => {
        const file = entry.path.replace('{period}', period)
        const value = read(file, decodeSubmissionTable)
        return value === null
          ? []
          : [{ file, at: `tables[${index}].periods[${place}]`, value, entry: { ...entry, period } }]
      }),
    ),
    plans: readAll(catalogue.plans, 'plans', decodePlan),
  }
  return { folder, problems }
}

/** The rule set an id names, in one version or the newest; `unreadable` when its file has faults of its own. */
export function findRuleSet(
  { ruleSets, catalogue }: Folder,
  id: string,
  version?: string,
): RuleSet | 'unreadable' | 'unknown' {
  const isMeant = (each: { readonly id: string; readonly version: string }) =>
    each.id === id && (version === undefined || each.version === version)
  const [newest] = ruleSets
    .map(({ value }) => value)
    .filter(isMeant)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
  if (newest) return newest
  const isRead = (path: string) => ruleSets.some(({ file }) => file === path)
  return catalogue.ruleSets.some(entry => isMeant(entry) && !isRead(entry.path)) ? 'unreadable' : 'unknown'
}

function listingsOf(catalogue: Catalogue): readonly Listing[] {
  const all = (list: 'ruleSets' | 'submissions' | 'plans', kind: Kind): readonly Listing[] =>
    catalogue[list].map(({ path }, index) => ({ file: path, at: `${list}[${index}].path`, kind }))
  return [
    { file: catalogue.documents, at: 'documents', kind: 'documents' },
    { file: catalogue.agencies, at: 'agencies', kind: 'agencies' },
    { file: catalogue.figures, at: 'figures', kind: 'figures' },
    ...all('ruleSets', 'rule-set'),
    ...all('submissions', 'submission'),
    ...catalogue.tables.flatMap(({ path, periods }, index) =>
      periods.map(
        (period, place): Listing => ({
          file: path.replace('{period}', period),
          at: `tables[${index}].periods[${place}]`,
          kind: 'submission-table',
        }),
      ),
    ),
    ...all('plans', 'plan'),
  ]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}
