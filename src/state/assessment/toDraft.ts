import { saveDraft } from '../../io/drafts/draftStore.ts'
import { putFile } from '../../io/drafts/fileStore.ts'
import { randomId } from '../../io/drafts/randomId.ts'
import type { ReadPackage } from '../../io/package/packageFormat.ts'
import type { Agency } from '../../model/agency.ts'
import { type Draft, editDraft } from '../../model/draft.ts'
import { draftWasKept } from './draftLibrary.ts'
import { editsFrom } from './draftOf.ts'
import { keepRules } from './keptRules.ts'
import { newDraft } from './newDraft.ts'

/**
 * The draft a submission file was made of, as far as it tells: figures, states, claims, evidence, explanations
 * and reasons. It answers the rules that came along. The approval stays behind: it was given to the file.
 * @param now ISO instant
 */
export function draftOfPackage(
  { submission, ruleSet, manifest, file }: Omit<ReadPackage, 'evidence'>,
  { agency, id, now }: { agency: Agency; id: string; now: string },
): Draft {
  const blank = newDraft({
    ruleSet,
    sha256: manifest.ruleSet.sha256,
    agency,
    period: submission.period,
    now,
    id,
    origin: { from: 'file', file },
  })
  const edits = editsFrom(submission, ruleSet).filter(edit => edit.kind !== 'approval')
  // Exemptions are those of the file, no more and no less; whose figures they are, the file says as well.
  const bare = { ...blank, exempt: new Map<string, string>(), provenance: submission.provenance }
  return { ...editDraft(bare, edits, now), revision: blank.revision }
}

/** A submission file made a draft of this machine. */
export type TakenOver = {
  readonly draft: Draft
  /** Whether the draft is on the disk. */
  readonly isSaved: boolean
  /** Evidence that came along and could not be kept here. */
  readonly unkept: number
}

/**
 * Makes a draft of a submission file: the draft, the evidence that came along and the rules go into the store.
 * @throws (rejects) with the reason of an aborted signal; the draft is not kept then
 */
export async function toDraft(
  { evidence, ...pack }: ReadPackage,
  agency: Agency,
  now: Date,
  signal?: AbortSignal,
): Promise<TakenOver> {
  const draft = draftOfPackage(pack, { agency, id: randomId(), now: now.toISOString() })
  await keepRules(pack.ruleSet)
  let unkept = 0
  for (const [sha256, bytes] of evidence) {
    signal?.throwIfAborted()
    const answer = await putFile(sha256, new Blob([new Uint8Array(bytes)]))
    if (answer !== 'kept') unkept += 1
  }
  signal?.throwIfAborted()
  const saved = await saveDraft(draft, null)
  if (saved.kind === 'saved') draftWasKept(draft.id)
  return { draft, isSaved: saved.kind === 'saved', unkept }
}
