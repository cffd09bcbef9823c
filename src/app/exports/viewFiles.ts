import type { QueryClient } from '@tanstack/react-query'
import { ruleSetQuery, submissionsQuery } from '../../io/queries.ts'
import type { Agency, AgencyDirectory } from '../../model/agency.ts'
import type { Catalogue, SubmissionEntry } from '../../model/catalogue.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { Stage, Submission } from '../../model/submission.ts'
import type { DataPart } from '../../state/exports/dataHash.ts'
import type { Search } from '../search.ts'

/** What a view is made of, as the page has read it. */
export type ViewData = {
  /** The address with everything filled in that the page chooses by itself. */
  readonly search: Search
  readonly ruleSets: readonly RuleSet[]
  readonly submissions: readonly Submission[]
  /** Everything the hash of the view is taken of. */
  readonly parts: readonly DataPart[]
  /** Where it was kept with the figures: of figures that were frozen. */
  readonly hash?: string | null
  readonly subject: ViewSubject
  /** Stages of the submissions that are read. */
  readonly stages: readonly Stage[]
  /** The first and last period that is read; none where the view is of no period. */
  readonly periods: readonly string[]
}

export type ViewSubject =
  | { readonly kind: 'agency'; readonly agencyId: string; readonly agency: Agency | null }
  | { readonly kind: 'group'; readonly groupId: string; readonly count: number }
  | {
      readonly kind: 'round'
      readonly name: string | null
      readonly ruleSetId: string
      readonly period: string
    }
  | { readonly kind: 'draft'; readonly agencyId: string; readonly agency: Agency | null }
  | { readonly kind: 'tasks'; readonly on: string; readonly plan: string | null; readonly count: number }
  | { readonly kind: 'ruleSet' }
  | { readonly kind: 'documents' }
  | { readonly kind: 'nothing' }

/** What the page has loaded, and asks for where it has not. */
export type ViewFiles = {
  readonly client: QueryClient
  readonly catalogue: Catalogue
  readonly directory: AgencyDirectory
}

/** Of a view without figures. */
export const nothing = { ruleSets: [], submissions: [], parts: [], stages: [], periods: [] } as const

/** Rule set of a catalogue; null where it has none of that id. */
export async function ruleSetOf({ client, catalogue }: ViewFiles, id: string): Promise<RuleSet | null> {
  const entry = catalogue.ruleSets.find(each => each.id === id)
  return entry ? client.ensureQueryData(ruleSetQuery(entry.path)) : null
}

/** Submissions that entries name; a file that cannot be read, or lacks one, leaves its own out. */
export async function submissionsOf({ client }: ViewFiles, entries: readonly SubmissionEntry[]) {
  const paths = [...new Set(entries.map(entry => entry.path))]
  const read = await Promise.all(
    paths.map(
      async path => [path, await client.ensureQueryData(submissionsQuery(path)).catch(() => [])] as const,
    ),
  )
  const files = new Map(
    read.map(([path, submissions]) => [path, new Map(submissions.map(each => [each.agencyId, each]))]),
  )
  return entries.flatMap(({ path, agencyId }) => files.get(path)?.get(agencyId) ?? [])
}
