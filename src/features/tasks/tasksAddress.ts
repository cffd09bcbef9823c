/** What the address says of this screen. */
export type TasksAddress = {
  /** Plan (`data/plans`), or `remedy-<round>` for the remedial plan of a round; absent: all. */
  readonly plan?: string | undefined
  /** ISO day that states and deadlines are read at; absent: today. */
  readonly on?: string | undefined
  readonly show?: 'list' | 'leads' | 'phases' | 'calendar' | undefined
  /** Standing that is shown. */
  readonly filter?: string | undefined
  /** Kind of task that is shown. */
  readonly kind?: string | undefined
  readonly agency?: string | undefined
  readonly criterion?: string | undefined
  readonly sort?: string | undefined
  /** `all`: the calendar has everything that is due, not reports alone. */
  readonly rows?: 'all' | undefined
  /** Task whose details are open. */
  readonly task?: string | undefined
  readonly q?: string | undefined
}

export type ChangeTasks = (next: TasksAddress, how?: 'push' | 'replace') => void
