import { decode } from '../../io/decode.ts'
import { hashBytes } from '../../io/hash/hashBytes.ts'
import { manifestSchema, packageLimits, packagePaths } from '../../io/package/packageFormat.ts'
import { unzip } from '../../io/package/zip.ts'

/** A file of evidence, or why the submission file does not give it. */
export type FoundEvidence =
  | { readonly kind: 'found'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** `leftOut`: it stayed with the agency. `altered`: its bytes are not those that were handed in. */
  | { readonly kind: 'leftOut' | 'altered' | 'broken' }

/**
 * Takes one file of evidence out of a submission file: the list first, then that file alone, whose hash must hold.
 * @param sha256 of the wanted file
 */
export function findEvidence(pack: Uint8Array, sha256: string): FoundEvidence {
  const listed = unzip(pack, path => path === packagePaths.manifest)
  if (!listed.ok) return { kind: 'broken' }
  const bytes = listed.entries.get(packagePaths.manifest)
  if (!bytes || bytes.byteLength > packageLimits.jsonBytes) return { kind: 'broken' }
  const manifest = decode(manifestSchema, new TextDecoder().decode(bytes), packagePaths.manifest)
  if (!manifest.ok) return { kind: 'broken' }
  const entry = manifest.value.files.find(file => file.sha256 === sha256 && file.path.startsWith('evidence/'))
  if (!entry) return { kind: 'leftOut' }
  const unpacked = unzip(pack, path => path === entry.path)
  const content = unpacked.ok ? unpacked.entries.get(entry.path) : undefined
  if (!content) return { kind: 'broken' }
  // A copy of its own: what is handed over must not hold the whole package.
  return hashBytes(content) === sha256 ? { kind: 'found', bytes: content.slice() } : { kind: 'altered' }
}
