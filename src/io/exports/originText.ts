import { z } from 'zod'
import { canonicalJson } from '../../model/canonicalJson.ts'
import type { ExportOrigin } from '../../model/exportOrigin.ts'

const mark = 'parboard1.'

const originSchema = z.object({
  format: z.literal(1),
  kind: z.enum(['table', 'workbook', 'report', 'deck']),
  offer: z.string().max(200),
  path: z.string().regex(/^\/[a-z-]*$/),
  search: z.record(z.string().max(40), z.string().max(4000)),
  language: z.enum(['vi', 'en']),
  appVersion: z.string().max(40),
  madeAt: z.string().max(40),
  ruleSet: z.object({ id: z.string(), version: z.string(), sha256: z.string() }).nullable(),
  dataHash: z.string().nullable(),
  lines: z.array(z.object({ label: z.string(), text: z.string() })).max(60),
})

/** The record as one word of plain letters that any file can hold: "parboard1.eyJhcHB…". */
export function packOrigin(origin: ExportOrigin): string {
  const bytes = new TextEncoder().encode(canonicalJson(origin))
  const text = Array.from(bytes, byte => String.fromCharCode(byte)).join('')
  return mark + btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The record such a word holds; null where it is none, or not a whole one. */
export function unpackOrigin(word: string): ExportOrigin | null {
  if (!word.startsWith(mark) || word.length > 200_000) return null
  try {
    const text = atob(word.slice(mark.length).replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(text, letter => letter.charCodeAt(0))
    const read = originSchema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
