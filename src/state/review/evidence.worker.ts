import { type FoundEvidence, findEvidence } from './findEvidence.ts'

// Runs in a Web Worker: a submission file may hold a hundred megabytes of somebody else's scans.
// evidenceFile.ts is the other end.

export type EvidenceRequest = { readonly pack: Blob; readonly sha256: string }

self.addEventListener('message', async ({ data }: MessageEvent<EvidenceRequest>) => {
  let answer: FoundEvidence
  try {
    answer = findEvidence(new Uint8Array(await data.pack.arrayBuffer()), data.sha256)
  } catch {
    answer = { kind: 'broken' }
  }
  self.postMessage(answer)
})
