import type { Decimal } from '../../model/exact.ts'
import type { Problem } from '../../model/problem.ts'
import type { Bilingual } from '../../model/provenance.ts'
import { formatExact, type Rational } from '../exact.ts'

type Say = (path: string, code: string, message: Bilingual) => void

/** Takes down what is wrong: an error refuses the file, a warning is only said. */
export type Report = { readonly error: Say; readonly warning: Say }

/** An empty list of problems and what writes into it. */
export function reportOn(file: string): { readonly report: Report; readonly problems: Problem[] } {
  const problems: Problem[] = []
  const say =
    (severity: Problem['severity']): Say =>
    (path, code, message) =>
      problems.push({ file, path, code, severity, message })
  return { problems, report: { error: say('error'), warning: say('warning') } }
}

/** A number inside a Vietnamese sentence: decimal comma, as many digits as it has. */
export function vi(value: Rational | Decimal): string {
  return en(value).replace('.', ',')
}

/** A number inside an English sentence. */
export function en(value: Rational | Decimal): string {
  return typeof value === 'string' ? value : formatExact(value)
}
