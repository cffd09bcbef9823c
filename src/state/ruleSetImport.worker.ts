import type { KnownDocuments } from '../io/ruleSheet/assembleRuleSet.ts'
import { draftFromCsv, ruleSheetTemplate } from '../io/ruleSheet/template.ts'
import { type RuleSetReading, readRuleSetFile } from './readRuleSetFile.ts'

// Runs in a Web Worker: a workbook is somebody else's file, and unpacking it takes as long as it takes.
// ruleSetImport.ts is the other end.

export type ImportRequest =
  | {
      readonly kind: 'read'
      readonly bytes: Uint8Array
      readonly file: string
      readonly documents: KnownDocuments | undefined
    }
  /** A workbook with the rows of a CSV file in it. */
  | { readonly kind: 'draft'; readonly bytes: Uint8Array; readonly file: string }
  | { readonly kind: 'template' }

export type ImportAnswer =
  | { readonly kind: 'read'; readonly reading: RuleSetReading }
  | { readonly kind: 'workbook'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly message: string }

async function answer(request: ImportRequest): Promise<ImportAnswer> {
  switch (request.kind) {
    case 'read':
      return {
        kind: 'read',
        reading: await readRuleSetFile(request.bytes, request.file, request.documents),
      }
    case 'draft': {
      const draft = await draftFromCsv(request.bytes, request.file)
      return draft.ok
        ? { kind: 'workbook', bytes: draft.value }
        : { kind: 'failed', message: draft.problems.map(({ message }) => message.vi).join('; ') }
    }
    case 'template':
      return { kind: 'workbook', bytes: await ruleSheetTemplate() }
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  answer(data).then(
    said => self.postMessage(said),
    (error: unknown) =>
      self.postMessage({
        kind: 'failed',
        message: error instanceof Error ? error.message : String(error),
      } satisfies ImportAnswer),
  )
})
