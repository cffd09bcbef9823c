import type { EvidenceFile, Submission } from '../../model/submission.ts'

/** Every file that evidence names, once, by hash, in the order of the evidence. */
export function evidenceFiles({ evidence = [] }: Pick<Submission, 'evidence'>): readonly EvidenceFile[] {
  const found = new Map<string, EvidenceFile>()
  for (const { file } of evidence) if (file && !found.has(file.sha256)) found.set(file.sha256, file)
  return [...found.values()]
}
