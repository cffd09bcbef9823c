import { putFile } from '../../io/drafts/fileStore.ts'
import type { FigureImport, ImportedEntry } from '../../model/figureImport.ts'

/**
 * Keeps the evidence that came with an import, of the entries that are taken over alone.
 * @returns names of files that could not be kept on this machine
 */
export async function keepImportedFiles(
  { files = new Map() }: Pick<FigureImport, 'files'>,
  taken: readonly ImportedEntry[],
): Promise<readonly string[]> {
  const unkept: string[] = []
  for (const { edit } of taken) {
    const file = edit.kind === 'evidence' ? edit.item.file : undefined
    const bytes = file && files.get(file.sha256)
    if (!bytes) continue
    const answer = await putFile(file.sha256, new Blob([new Uint8Array(bytes)]))
    if (answer !== 'kept') unkept.push(file.name)
  }
  return unkept
}
