import { type AnyPackage, readAnyPackage } from '../../io/package/readAnyPackage.ts'
import type { ReadRequest } from '../../io/package/requestFormat.ts'
import type { Decoded } from '../../model/problem.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { type MadePackage, makePackage, type PackageOrder } from './makePackage.ts'
import type { PackageVerdict, RequestVerdict } from './packageVerdict.ts'
import { type PackageParts, weighPackage } from './weighPackage.ts'
import { weighRequest } from './weighRequest.ts'

// Runs in a Web Worker: packing, unpacking and hashing a hundred megabytes takes seconds, and a submission file
// is somebody else's file. packageWorker.ts is the other end.

export type PackageRequest =
  | { readonly kind: 'make'; readonly order: PackageOrder; readonly fileName: string }
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly file: string }
  | { readonly kind: 'weigh'; readonly pack: PackageParts; readonly here: RuleSet | null }
  | { readonly kind: 'weighRequest'; readonly pack: ReadRequest; readonly here: RuleSet | null }

export type PackageAnswer =
  | { readonly kind: 'made'; readonly made: Decoded<MadePackage> }
  | { readonly kind: 'read'; readonly read: Decoded<AnyPackage> }
  | { readonly kind: 'weighed'; readonly verdict: PackageVerdict }
  | { readonly kind: 'weighedRequest'; readonly verdict: RequestVerdict }
  | { readonly kind: 'failed'; readonly message: string }

function answer(request: PackageRequest): PackageAnswer {
  switch (request.kind) {
    case 'make':
      return { kind: 'made', made: makePackage(request.order, request.fileName) }
    case 'read':
      return { kind: 'read', read: readAnyPackage(request.bytes, request.file) }
    case 'weigh':
      return { kind: 'weighed', verdict: weighPackage(request.pack, request.here) }
    case 'weighRequest':
      return { kind: 'weighedRequest', verdict: weighRequest(request.pack, request.here) }
  }
}

self.addEventListener('message', ({ data }: MessageEvent<PackageRequest>) => {
  try {
    self.postMessage(answer(data))
  } catch (error) {
    self.postMessage({
      kind: 'failed',
      message: error instanceof Error ? error.message : String(error),
    } satisfies PackageAnswer)
  }
})
