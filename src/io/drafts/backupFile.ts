import * as z from 'zod'
import type { Draft } from '../../model/draft.ts'
import { isoDate, natural, sha256 } from '../fields.ts'
import { hashBytes } from '../hash/hashBytes.ts'
import { draftId, readStoredDraft, storeDraft } from './storedDraft.ts'

/** Form of a backup; a later one is refused, not guessed at. */
export const backupVersion = 1

/** Evidence that goes into one backup: more would not fit into the memory of an office computer as text. */
export const mostEvidenceBytes = 100_000_000

/** Largest file that is read: the evidence as text is a third longer than its bytes, drafts come on top. */
export const largestBackupBytes = 150_000_000

export type BackupContent = {
  readonly drafts: readonly Draft[]
  /** Records this page cannot read, as they lie in the store. */
  readonly unreadable: readonly { readonly id: string; readonly record: unknown }[]
  readonly files: readonly { readonly sha256: string; readonly blob: Blob }[]
}

export type BackupReading =
  | {
      readonly ok: true
      readonly madeAt: string
      readonly content: BackupContent
      /** Drafts and files in it that are not what they say they are. */
      readonly damaged: readonly string[]
    }
  | { readonly ok: false; readonly why: 'tooLarge' | 'notBackup' | 'newer' }

/** Everything in one file, in pieces, so that no text longer than one file of evidence is ever made. */
export async function writeBackup(content: BackupContent, madeAt: string): Promise<Blob> {
  const head = {
    format: 'parboard-backup',
    version: backupVersion,
    madeAt,
    drafts: content.drafts.map(storeDraft),
    unreadable: content.unreadable,
  }
  const pieces: string[] = [JSON.stringify(head).slice(0, -1), ',"files":[']
  for (const [index, { sha256: hash, blob }] of content.files.entries()) {
    if (index > 0) pieces.push(',')
    pieces.push(`{"sha256":${JSON.stringify(hash)},"base64":"${toBase64(await bytesOf(blob))}"}`)
  }
  pieces.push(']}\n')
  return new Blob(pieces, { type: 'application/json' })
}

const backupSchema = z.object({
  format: z.literal('parboard-backup'),
  version: natural,
  madeAt: z.union([z.iso.datetime(), isoDate]),
  drafts: z.array(z.unknown()),
  unreadable: z.array(z.object({ id: draftId, record: z.unknown() })),
  files: z.array(z.object({ sha256, base64: z.string() })),
})

/** Reads a backup; its size is looked at first, every draft and every file is checked. Never throws. */
export async function readBackup(file: Blob): Promise<BackupReading> {
  if (file.size > largestBackupBytes) return { ok: false, why: 'tooLarge' }
  const result = backupSchema.safeParse(parsed(await file.text().catch(() => '')))
  if (!result.success) return { ok: false, why: 'notBackup' }
  const { version, madeAt, ...raw } = result.data
  if (version > backupVersion) return { ok: false, why: 'newer' }
  const readings = raw.drafts.map(record => ({ record, reading: readStoredDraft(record) }))
  const files = raw.files.map(({ sha256: hash, base64 }) => ({ sha256: hash, bytes: fromBase64(base64) }))
  const whole = files.filter(({ sha256: hash, bytes }) => bytes !== null && hashBytes(bytes) === hash)
  return {
    ok: true,
    madeAt,
    content: {
      drafts: readings.flatMap(({ reading }) => (reading.ok ? [reading.draft] : [])),
      unreadable: raw.unreadable.map(({ id, record }) => ({ id, record })),
      files: whole.map(({ sha256: hash, bytes }) => ({
        sha256: hash,
        blob: new Blob(bytes === null ? [] : [bytes]),
      })),
    },
    damaged: [
      ...readings.flatMap(({ record, reading }) => (reading.ok ? [] : [idOf(record)])),
      ...files.filter(each => !whole.includes(each)).map(each => each.sha256.slice(0, 12)),
    ],
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
}

function idOf(record: unknown): string {
  return typeof record === 'object' && record !== null && 'id' in record
    ? String(record.id).slice(0, 100)
    : '?'
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer())
}

/** Bytes at a time: a call cannot take a million arguments, and a third of it must be whole. */
const pieceBytes = 0x6000

function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let start = 0; start < bytes.length; start += pieceBytes)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(start, start + pieceBytes))))
  return pieces.join('')
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const binary = atob(text)
    const bytes = new Uint8Array(binary.length)
    for (let place = 0; place < binary.length; place++) bytes[place] = binary.charCodeAt(place)
    return bytes
  } catch {
    return null
  }
}
