/** `data/index.json`: everything published beside the app. Paths are relative to it. */
export type Catalogue = {
  readonly documents: string
  readonly agencies: string
  readonly figures: string
  readonly ruleSets: readonly {
    readonly id: string
    readonly version: string
    readonly path: string
    readonly shortTitle: string
    readonly shortTitleEn?: string | undefined
    /** Count that says how much came in ("hồ sơ"): shown beside agencies, sets those with none of it apart. */
    readonly workloadMetricId?: string | undefined
  }[]
  /** The newest period first; once decoded, with those that stand in tables. */
  readonly submissions: readonly SubmissionEntry[]
  /** Files that hold many submissions of one period. */
  readonly tables: readonly TableEntry[]
  readonly plans: readonly {
    readonly id: string
    readonly path: string
    readonly agencyId: string
    readonly ruleSetId?: string | undefined
  }[]
  /** What opens when the address names nothing. */
  readonly opening: { readonly ruleSetId: string; readonly period: string; readonly agencyId: string }
}

export type SubmissionEntry = {
  readonly ruleSetId: string
  readonly period: string
  readonly agencyId: string
  readonly path: string
  /** Document its figures come from, so that a document can tell without loading every file. */
  readonly documentId?: string | undefined
}

/** Files with one name pattern and the same agencies, one a period. */
export type TableEntry = {
  readonly ruleSetId: string
  readonly periods: readonly string[]
  readonly agencyIds: readonly string[]
  /** `{period}` stands for each period. */
  readonly path: string
  readonly documentId?: string | undefined
}

/** Submissions that stand in tables, one entry an agency and period. */
export function tabledSubmissions(tables: readonly TableEntry[]): readonly SubmissionEntry[] {
  return tables.flatMap(({ periods, agencyIds, path, ...entry }) =>
    periods.flatMap(period =>
      agencyIds.map(agencyId => ({ ...entry, period, agencyId, path: path.replace('{period}', period) })),
    ),
  )
}
