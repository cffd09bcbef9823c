import type { ImportTarget } from '../../io/figureImport/importTarget.ts'
import { type ImportFile, type ImportStep, readFigureFiles } from '../../io/figureImport/readFigureFiles.ts'
import type { FigureImport } from '../../model/figureImport.ts'

// Runs in a Web Worker: the file is somebody else's, and unpacking it takes as long as it takes.
// figureImport.ts is the other end.

export type FigureImportRequest = { readonly files: readonly ImportFile[]; readonly target: ImportTarget }

export type FigureImportAnswer =
  | { readonly kind: 'step'; readonly step: ImportStep }
  | { readonly kind: 'read'; readonly read: FigureImport }

self.addEventListener('message', ({ data: { files, target } }: MessageEvent<FigureImportRequest>) => {
  const say = (step: ImportStep) => self.postMessage({ kind: 'step', step } satisfies FigureImportAnswer)
  void readFigureFiles(files, target, say).then(read =>
    self.postMessage({ kind: 'read', read } satisfies FigureImportAnswer),
  )
})
