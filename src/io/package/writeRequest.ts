import { canonicalJson } from '../../model/canonicalJson.ts'
import { hashBytes } from '../hash/hashBytes.ts'
import { ruleSetHash } from '../hash/ruleSetHash.ts'
import { orderedJson } from './orderedJson.ts'
import { requestFormat } from './packageFormat.ts'
import {
  type RequestContent,
  type RequestManifest,
  requestFormatVersion,
  requestPaths,
} from './requestFormat.ts'
import { requestReadme } from './requestReadme.ts'
import { textEntry } from './writePackage.ts'
import { zipOf } from './zip.ts'

/** Questions to an agency as one file. The same content makes the same bytes. */
export function writeRequest(content: RequestContent): Uint8Array {
  const { request, submission, ruleSet, previous, agencyName } = content
  const head = {
    format: requestFormat,
    formatVersion: requestFormatVersion,
    createdAt: content.createdAt,
    appVersion: content.appVersion,
    requestId: request.id,
    roundId: request.roundId,
    questions: request.questions.length,
    submissionId: submission.id,
    ruleSet: { id: ruleSet.id, version: ruleSet.version, sha256: ruleSetHash(ruleSet), title: ruleSet.title },
    agency: { id: submission.agencyId, name: agencyName },
    period: submission.period,
  } as const satisfies Omit<RequestManifest, 'files'>
  const texts: readonly (readonly [string, string])[] = [
    [requestPaths.request, orderedJson(request)],
    [requestPaths.submission, orderedJson(submission)],
    // Without spaces: its hash is the hash of the rule set.
    [requestPaths.ruleSet, canonicalJson(ruleSet)],
    ...(previous ? ([[requestPaths.previous, orderedJson(previous)]] as const) : []),
    [requestPaths.readme, requestReadme(head, request, ruleSet, previous !== null).normalize('NFC')],
  ]
  const entries = texts
    .map(([path, text]) => textEntry(path, text))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const manifest: RequestManifest = {
    ...head,
    files: entries.map(({ path, bytes }) => ({ path, bytes: bytes.byteLength, sha256: hashBytes(bytes) })),
  }
  return zipOf([textEntry(requestPaths.manifest, orderedJson(manifest)), ...entries])
}
