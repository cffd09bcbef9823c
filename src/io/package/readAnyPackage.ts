import type { Decoded } from '../../model/problem.ts'
import { headOf } from './packageEntries.ts'
import { packagePaths, type ReadPackage, requestFormat } from './packageFormat.ts'
import { readPackage } from './readPackage.ts'
import { readRequest } from './readRequest.ts'
import type { ReadRequest } from './requestFormat.ts'
import { unzip } from './zip.ts'

/** A file by the name of ".parboard": what an agency hands in, or what a reviewer asks. */
export type AnyPackage =
  | { readonly kind: 'submission'; readonly pack: ReadPackage }
  | { readonly kind: 'request'; readonly pack: ReadRequest }

/**
 * Reads whichever of the two a file is, as its list says; what is neither is refused in the words of a submission.
 * @param file its name, for the problems
 */
export function readAnyPackage(bytes: Uint8Array, file: string): Decoded<AnyPackage> {
  if (saysRequest(bytes)) {
    const read = readRequest(bytes, file)
    return read.ok ? { ok: true, value: { kind: 'request', pack: read.value } } : read
  }
  const read = readPackage(bytes, file)
  return read.ok ? { ok: true, value: { kind: 'submission', pack: read.value } } : read
}

function saysRequest(bytes: Uint8Array): boolean {
  const unzipped = unzip(bytes, path => path === packagePaths.manifest)
  const list = unzipped.ok ? unzipped.entries.get(packagePaths.manifest) : undefined
  return list !== undefined && headOf(new TextDecoder().decode(list))?.format === requestFormat
}
