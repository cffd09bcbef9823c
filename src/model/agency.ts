export type AgencyLevel = 'province' | 'department' | 'commune'

export type Agency = {
  readonly id: string
  /** Official identifier such as "H15.157"; null where the sources give none. */
  readonly code: string | null
  readonly name: string
  readonly shortName?: string | undefined
  readonly level: AgencyLevel
  readonly parentId?: string | undefined
  readonly aliases?: readonly string[] | undefined
  readonly validTo?: string | undefined
  readonly successorId?: string | undefined
  readonly note?: string | undefined
}
