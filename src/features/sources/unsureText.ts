import type { Certainty } from '../../model/provenance.ts'
import type { SourcesWords } from './words.ts'

/** That something was deduced or made up, and how; null of what a document states without a remark. */
export function unsureText(
  certainty: Certainty,
  note: string | undefined,
  words: SourcesWords,
): string | null {
  const sure = certainty === 'stated' ? undefined : words.certainty[certainty]
  return [sure, note].filter(part => part !== undefined).join(': ') || null
}
