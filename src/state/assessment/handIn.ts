import { file as keptFile } from '../../io/drafts/fileStore.ts'
import { evidenceFiles } from '../../io/package/evidenceFiles.ts'
import { answerFileName, packageFileName } from '../../io/package/packageNames.ts'
import { dataFileError } from '../../io/queries.ts'
import { appVersion } from '../../model/appVersion.ts'
import { looksBack } from '../../model/criteria.ts'
import type { Draft } from '../../model/draft.ts'
import { precedes } from '../../model/period.ts'
import type { EvidenceFile, Submission } from '../../model/submission.ts'
import type { Assessment } from './assessment.ts'
import { askPackageWorker, unexpectedAnswer } from './packageWorker.ts'

/** A submission file that was made. */
export type HandedIn = {
  readonly blob: Blob
  readonly fileName: string
  /** SHA-256 of the whole file, to be read out to whoever gets it. */
  readonly sha256: string
  /** Evidence that is not kept on this machine any more: only its hash is in the file. */
  readonly absent: readonly EvidenceFile[]
  /** To be kept with the draft (edit `handedIn`). */
  readonly made: Draft['handedIn'][number]
}

/**
 * Makes the submission file of an assessment, beside the page. Nothing is sent anywhere.
 * @param now clock of this machine
 * @throws (rejects) with the problems when the file could not be read back, when the worker cannot be loaded, and
 * with the reason of an aborted signal
 */
export async function handIn(
  assessment: Assessment,
  { withFiles, now, signal }: { withFiles: boolean; now: Date; signal?: AbortSignal | undefined },
): Promise<HandedIn> {
  const { draft, ruleSet, agency, submission } = assessment
  const { asked } = draft
  const nameOf = asked ? answerFileName : packageFileName
  const fileName = nameOf(ruleSet.id, draft.period, draft.agencyId)
  const toPack = filesToPack(assessment)
  const files = withFiles ? await filesOf(toPack) : new Map<string, Uint8Array>()
  signal?.throwIfAborted()
  const answer = await askPackageWorker(
    {
      kind: 'make',
      fileName,
      order: {
        submission: { ...submission, submittedOn: dayOf(now) },
        ruleSet,
        previous: previousOf(assessment),
        agencyName: agency?.name ?? null,
        appVersion,
        createdAt: now.toISOString(),
        files,
        ...(asked && { answersTo: { requestId: asked.request.id, roundId: asked.request.roundId } }),
      },
    },
    signal,
  )
  if (answer.kind !== 'made') throw unexpectedAnswer(answer)
  if (!answer.made.ok) throw dataFileError(answer.made.problems)
  const { bytes, sha256, packed } = answer.made.value
  return {
    blob: new Blob([new Uint8Array(bytes)], { type: 'application/zip' }),
    fileName,
    sha256,
    absent: withFiles ? toPack.filter(each => !packed.has(each.sha256)) : [],
    made: { at: now.toISOString(), fileName, sha256, revision: draft.revision },
  }
}

/** Files of the evidence that go along; the reviewer who asks has those that were handed in before. */
export function filesToPack({
  draft: { asked },
  submission,
}: Pick<Assessment, 'draft' | 'submission'>): readonly EvidenceFile[] {
  const known = new Set(asked ? evidenceFiles(asked.before).map(each => each.sha256) : [])
  return evidenceFiles(submission).filter(each => !known.has(each.sha256))
}

async function filesOf(named: readonly EvidenceFile[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const { sha256 } of named) {
    // A store that cannot be asked is as good as one without the file: its hash goes along all the same.
    const blob = await keptFile(sha256).catch(() => null)
    if (blob) files.set(sha256, new Uint8Array(await blob.arrayBuffer()))
  }
  return files
}

/** Figures of the period before, where the rules look at them: without them nobody else gets the same points. */
function previousOf({ ruleSet, draft, previous }: Assessment): Submission | null {
  if (!previous || previous.otherRules || !looksBack(ruleSet)) return null
  if (!precedes(previous.period, draft.period)) return null
  return {
    id: `${ruleSet.id}.${previous.period}.${draft.agencyId}`,
    ruleSetId: ruleSet.id,
    ruleSetVersion: ruleSet.version,
    agencyId: draft.agencyId,
    period: previous.period,
    stage: 'selfAssessment',
    provenance: draft.provenance,
    values: [...previous.values.values()],
  }
}

/** Day of the calendar on the wall, which is what an office calls today. */
function dayOf(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
