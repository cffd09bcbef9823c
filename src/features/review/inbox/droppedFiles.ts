import type { DroppedFiles } from '../../../state/review/receivingSession.ts'

/** More than any province has agencies, and less than a disk that was dropped by mistake. */
const mostFiles = 3_000
const mostFolders = 500

/**
 * Files of a drop, those in its folders as well. The browser forgets what was dropped when the event is over, so
 * this must be called in it; what it answers may be awaited later.
 */
export function filesOfDrop(transfer: DataTransfer): Promise<DroppedFiles> {
  const entries = [...transfer.items].flatMap(item => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null
    return entry ? [entry] : []
  })
  // A drop that a script made has files and no entries.
  if (entries.length === 0) return Promise.resolve(sortFiles([...transfer.files]))
  return walk(entries)
}

/** Files chosen in a dialog; of a folder, each with its path in it. */
export function sortFiles(files: readonly File[]): DroppedFiles {
  return sorted(
    files.slice(0, mostFiles).map(file => ({ file, path: file.webkitRelativePath || file.name })),
    files.length > mostFiles,
  )
}

type Found = { readonly file: File | null; readonly path: string }

async function walk(roots: readonly FileSystemEntry[]): Promise<DroppedFiles> {
  const found: Found[] = []
  const folders: FileSystemDirectoryEntry[] = []
  const take = async (entry: FileSystemEntry) => {
    if (isFolder(entry)) folders.push(entry)
    else if (isFile(entry)) found.push({ file: await fileOf(entry), path: entry.fullPath.replace(/^\//, '') })
  }
  for (const root of roots) await take(root)
  for (let next = 0; next < folders.length && next < mostFolders && found.length <= mostFiles; next += 1) {
    const folder = folders[next]
    if (!folder) break
    for (const entry of await contentOf(folder)) {
      if (found.length > mostFiles) break
      await take(entry)
    }
  }
  return sorted(found.slice(0, mostFiles), found.length > mostFiles || folders.length > mostFolders)
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function fileOf(entry: FileSystemFileEntry): Promise<File | null> {
  return new Promise(resolve => entry.file(resolve, () => resolve(null)))
}

/** A folder is handed out in pieces; an empty piece is its end. What cannot be read is as good as empty. */
async function contentOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const piece = await new Promise<FileSystemEntry[]>(resolve =>
      reader.readEntries(resolve, () => resolve([])),
    )
    if (piece.length === 0 || all.length > mostFiles) return all
    all.push(...piece)
  }
}

/** Submission files go by their name; a mail program may have put `.zip` behind it. */
const mayBePackage = /\.(parboard|zip)$/i

function sorted(found: readonly Found[], isCut: boolean): DroppedFiles {
  const files: File[] = []
  const skipped: string[] = []
  for (const { file, path } of found) {
    const name = path.split('/').at(-1) ?? path
    // What a Mac leaves beside every file, and other hidden ones.
    if (file && mayBePackage.test(name) && !name.startsWith('.')) files.push(file)
    else skipped.push(path)
  }
  return { files, skipped, isCut }
}
