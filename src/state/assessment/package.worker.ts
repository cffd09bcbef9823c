import type { ReadPackage } from '../../io/package/packageFormat.ts'
import { readPackage } from '../../io/package/readPackage.ts'
import type { Decoded } from '../../model/problem.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { type MadePackage, makePackage, type PackageOrder } from './makePackage.ts'
import type { PackageVerdict } from './packageVerdict.ts'
import { type PackageParts, weighPackage } from './weighPackage.ts'

// Runs in a Web Worker: packing, unpacking and hashing a hundred megabytes takes seconds, and a submission file
// is somebody else's file. packageWorker.ts is the other end.

export type PackageRequest =
  | { readonly kind: 'make'; readonly order: PackageOrder; readonly fileName: string }
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly file: string }
  | { readonly kind: 'weigh'; readonly pack: PackageParts; readonly here: RuleSet | null }

export type PackageAnswer =
  | { readonly kind: 'made'; readonly made: Decoded<MadePackage> }
  | { readonly kind: 'read'; readonly read: Decoded<ReadPackage> }
  | { readonly kind: 'weighed'; readonly verdict: PackageVerdict }
  | { readonly kind: 'failed'; readonly message: string }

function answer(request: PackageRequest): PackageAnswer {
  switch (request.kind) {
    case 'make':
      return { kind: 'made', made: makePackage(request.order, request.fileName) }
    case 'read':
      return { kind: 'read', read: readPackage(request.bytes, request.file) }
    case 'weigh':
      return { kind: 'weighed', verdict: weighPackage(request.pack, request.here) }
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
