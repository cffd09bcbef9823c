import type { Bilingual } from './provenance.ts'

/** One thing wrong in a file, in words a clerk can act on. */
export type Problem = {
  readonly file: string
  /** Place in the file such as `criteria[2].subCriteria[0].maxPoints`; "" is the file itself. */
  readonly path: string
  /** Stable identifier of the kind of problem, e.g. `sum-of-maxima`. */
  readonly code: string
  /** A warning is said and the file is used all the same. */
  readonly severity: 'error' | 'warning'
  readonly message: Bilingual
}

export type Decoded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Whether a file with these problems must not be used. */
export function refuses(problems: readonly Problem[]): boolean {
  return problems.some(problem => problem.severity === 'error')
}
