/** `data/index.json`: everything published beside the app. Paths are relative to it. */
export type Catalogue = {
  readonly documents: string
  readonly agencies: string
  readonly ruleSets: readonly {
    readonly id: string
    readonly version: string
    readonly path: string
    readonly shortTitle: string
    readonly shortTitleEn?: string | undefined
  }[]
  readonly submissions: readonly SubmissionEntry[]
  readonly plans: readonly {
    readonly id: string
    readonly path: string
    readonly agencyId: string
    readonly ruleSetId: string
  }[]
  /** What opens when the address names nothing. */
  readonly opening: { readonly ruleSetId: string; readonly period: string; readonly agencyId: string }
}

export type SubmissionEntry = {
  readonly ruleSetId: string
  readonly period: string
  readonly agencyId: string
  readonly path: string
}
