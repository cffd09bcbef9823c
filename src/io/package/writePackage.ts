import { canonicalJson } from '../../model/canonicalJson.ts'
import type { EvidenceFile } from '../../model/submission.ts'
import { hashBytes } from '../hash/hashBytes.ts'
import { ruleSetHash } from '../hash/ruleSetHash.ts'
import { evidenceFiles } from './evidenceFiles.ts'
import { orderedJson } from './orderedJson.ts'
import {
  type Manifest,
  type PackageContent,
  packageFormat,
  packageFormatVersion,
  packagePaths,
} from './packageFormat.ts'
import { evidencePathOf } from './packageNames.ts'
import { packageReadme } from './packageReadme.ts'
import { type ZipEntry, zipOf } from './zip.ts'

/** A submission as one file. The same content makes the same bytes. */
export function writePackage(content: PackageContent): Uint8Array {
  const { submission, ruleSet, previous, scoreSheet, agencyName, files } = content
  const named = evidenceFiles(submission)
  const evidence = packedEvidence(named, files)
  const head = {
    format: packageFormat,
    formatVersion: packageFormatVersion,
    createdAt: content.createdAt,
    appVersion: content.appVersion,
    engineVersion: scoreSheet.engineVersion,
    submissionId: submission.id,
    ruleSet: { id: ruleSet.id, version: ruleSet.version, sha256: ruleSetHash(ruleSet), title: ruleSet.title },
    agency: { id: submission.agencyId, name: agencyName },
    period: submission.period,
    approval: submission.approval ?? null,
    leftOut: named.filter(({ sha256 }) => !files.has(sha256)),
    ...(content.answersTo && { answersTo: content.answersTo }),
  } as const satisfies Omit<Manifest, 'files'>
  const texts = new Map<string, string>([
    [packagePaths.submission, orderedJson(submission)],
    // Without spaces: its hash is the hash of the rule set.
    [packagePaths.ruleSet, canonicalJson(ruleSet)],
    [packagePaths.scoreSheet, orderedJson(scoreSheet)],
    ...(previous ? ([[packagePaths.previous, orderedJson(previous)]] as const) : []),
    [
      packagePaths.readme,
      packageReadme(
        head,
        previous !== null,
        evidence.map(each => each.path),
      ).normalize('NFC'),
    ],
  ])
  const entries = [...[...texts].map(([path, text]) => textEntry(path, text)), ...evidence].toSorted(
    (a, b) => (a.path < b.path ? -1 : 1),
  )
  const manifest: Manifest = {
    ...head,
    files: entries.map(({ path, bytes }) => ({ path, bytes: bytes.byteLength, sha256: hashBytes(bytes) })),
  }
  return zipOf([textEntry(packagePaths.manifest, orderedJson(manifest)), ...entries])
}

/** A text inside a file, packed. */
export function textEntry(path: string, text: string): ZipEntry {
  return { path, bytes: new TextEncoder().encode(text), isPacked: false }
}

function packedEvidence(
  named: readonly EvidenceFile[],
  files: ReadonlyMap<string, Uint8Array>,
): readonly ZipEntry[] {
  const taken = new Set<string>()
  return named.flatMap(({ sha256, name }) => {
    const bytes = files.get(sha256)
    if (!bytes) return []
    const path = evidencePathOf(sha256, name, taken)
    taken.add(path.toLowerCase())
    return [{ path, bytes, isPacked: true }]
  })
}
