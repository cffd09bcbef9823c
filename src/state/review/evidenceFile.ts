import { packageLimits } from '../../io/package/packageFormat.ts'
import type { VersionChoice } from '../../model/review.ts'
import type { EvidenceFile } from '../../model/submission.ts'
import { askWorker } from '../askWorker.ts'
import type { EvidenceRequest } from './evidence.worker.ts'
import type { FoundEvidence } from './findEvidence.ts'
import type { OpenRound } from './openRound.ts'

/** A file of evidence as it was handed in, or why it cannot be shown. */
export type EvidenceContent =
  | {
      readonly ok: true
      readonly blob: Blob
      /** A browser can show it without running anything of it; everything else is only downloaded. */
      readonly canBeShown: boolean
    }
  | { readonly ok: false; readonly why: 'noPackage' | 'leftOut' | 'altered' | 'broken' }

/** Submission files that may hold the evidence of a criterion: where it was picked from first, then the chosen one. */
export function packagesOf(choice: VersionChoice | null, criterionId: string): readonly string[] {
  if (choice === null) return []
  const picked = choice.picks.filter(({ part, id }) => part === 'evidence' && id === criterionId)
  return [...new Set([...picked.map(({ from }) => from), choice.base])]
}

/** Takes a file of evidence out of the submission files it may have come in, beside the page. */
export async function evidenceFile(
  fileOf: OpenRound['fileOf'],
  packages: readonly string[],
  file: EvidenceFile,
  signal?: AbortSignal,
): Promise<EvidenceContent> {
  let why: Exclude<EvidenceContent, { readonly ok: true }>['why'] = 'noPackage'
  for (const sha256 of packages) {
    const pack = await fileOf(sha256).catch(() => null)
    if (pack === null) continue
    const found = pack.size > packageLimits.packedBytes ? tooLarge : await ask(pack, file.sha256, signal)
    if (found.kind === 'found') return contentOf(found.bytes, file.name)
    // What one file holds damaged is told before what another one lacks.
    if (why === 'noPackage' || why === 'leftOut') why = found.kind
  }
  return { ok: false, why }
}

const tooLarge: FoundEvidence = { kind: 'broken' }

/** A worker that cannot be loaded has read nothing. */
function ask(pack: Blob, sha256: string, signal: AbortSignal | undefined): Promise<FoundEvidence> {
  const request: EvidenceRequest = { pack, sha256 }
  const start = () => new Worker(new URL('./evidence.worker.ts', import.meta.url), { type: 'module' })
  return askWorker(start, request, (answer: FoundEvidence) => answer, signal).catch(
    (error: unknown): FoundEvidence => {
      if (signal?.aborted) throw error
      return { kind: 'broken' }
    },
  )
}

/** Kinds a browser shows without running anything of them, by the first bytes they must have. */
const shown: readonly { readonly type: string; readonly starts: readonly number[] }[] = [
  { type: 'application/pdf', starts: [0x25, 0x50, 0x44, 0x46] },
  { type: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47] },
  { type: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', starts: [0x47, 0x49, 0x46, 0x38] },
]
const texts = /\.(txt|csv|md|log)$/i

/** What a file is, by its bytes: a page or drawing with scripts in it never opens as one. */
export function contentOf(bytes: Uint8Array<ArrayBuffer>, name: string): EvidenceContent {
  const kind = shown.find(({ starts }) => starts.every((byte, place) => bytes[place] === byte))
  const type = kind?.type ?? (texts.test(name) ? 'text/plain;charset=utf-8' : 'application/octet-stream')
  return {
    ok: true,
    blob: new Blob([bytes], { type }),
    canBeShown: type !== 'application/octet-stream',
  }
}
