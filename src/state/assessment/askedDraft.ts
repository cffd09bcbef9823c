import { saveDraft } from '../../io/drafts/draftStore.ts'
import { randomId } from '../../io/drafts/randomId.ts'
import type { ReadRequest } from '../../io/package/requestFormat.ts'
import type { Agency } from '../../model/agency.ts'
import { type AskedOfDraft, askedCriteria } from '../../model/askedDraft.ts'
import { type Draft, editDraft } from '../../model/draft.ts'
import { formOf } from '../../scoring/form/formOf.ts'
import { askedMetrics } from '../review/answers.ts'
import { draftWasKept } from './draftLibrary.ts'
import { editsFrom } from './draftOf.ts'
import { keepRules } from './keptRules.ts'
import { newDraft } from './newDraft.ts'

/**
 * A draft that answers the questions of a request: filled with what was handed in, open only where it was asked.
 * Explanations of the asked criteria begin empty, for what was said before answers nothing; the approval stays
 * behind, for it was given to another file.
 * @param now ISO instant
 */
export function draftOfRequest(
  { request, submission, ruleSet, previous, manifest, file }: ReadRequest,
  { agency, id, now }: { agency: Agency; id: string; now: string },
): Draft {
  const criteria = askedCriteria(request)
  const blank = newDraft({
    ruleSet,
    sha256: manifest.ruleSet.sha256,
    agency,
    period: submission.period,
    now,
    id,
    origin: { from: 'file', file },
  })
  const edits = editsFrom(submission, ruleSet).filter(
    edit => edit.kind !== 'approval' && !(edit.kind === 'explanation' && criteria.has(edit.criterionId)),
  )
  const bare = { ...blank, exempt: new Map<string, string>(), provenance: submission.provenance }
  const asked: AskedOfDraft = {
    request,
    agencyName: manifest.agency.name,
    metricIds: askedMetrics(formOf(ruleSet, agency.level), request),
    before: submission,
    previous,
  }
  // Filled first: from here on only what was asked can change.
  return { ...editDraft(bare, edits, now), revision: blank.revision, asked }
}

/** Makes a draft of a request file and keeps it with the rules that came along. */
export async function requestToDraft(
  pack: ReadRequest,
  agency: Agency,
  now: Date,
): Promise<{ readonly draft: Draft; readonly isSaved: boolean }> {
  const draft = draftOfRequest(pack, { agency, id: randomId(), now: now.toISOString() })
  await keepRules(pack.ruleSet)
  const saved = await saveDraft(draft, null)
  if (saved.kind === 'saved') draftWasKept(draft.id)
  return { draft, isSaved: saved.kind === 'saved' }
}
