import { hashText } from '../hash/hashBytes.ts'
import type { SheetCell } from '../sheetCell.ts'
import type { FormSubject } from './formTable.ts'

/** What the hidden sheet says: whose form it is, and what stood in it when it was written. */
export type Registry = {
  readonly subject: FormSubject
  /** By the key of a row. */
  readonly rows: ReadonlyMap<string, RegistryRow>
}

/** What stood in the fields of one row; empty text for nothing. */
export type RegistryRow = {
  readonly row: number
  readonly value: string
  readonly state: string
  readonly reason: string
  readonly claim: string
  readonly claimReason: string
  readonly explanation: string
}

export const formFormat = 'parboard-form'
export const formVersion = '1'

const fields = ['value', 'state', 'reason', 'claim', 'claimReason', 'explanation'] as const
const subjectFields = [
  'ruleSetId',
  'ruleSetVersion',
  'ruleSetSha256',
  'agencyId',
  'agencyName',
  'period',
] as const

/** Rows of text of the hidden sheet. */
export function registryRows({ subject, rows }: Registry): readonly (readonly string[])[] {
  const head = [[formFormat, formVersion], ...subjectFields.map(field => [field, subject[field]])]
  const body = [...rows].map(([key, row]) => [key, String(row.row), ...fields.map(field => row[field])])
  const names = ['key', 'row', ...fields]
  return [...head, ['checksum', checksumOf(head, body)], names, ...body]
}

export type RegistryReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'newer'; readonly version: string }
  /** `isEdited`: somebody changed it, so it is not to be trusted. */
  | { readonly kind: 'read'; readonly registry: Registry; readonly isEdited: boolean }

/** Reads the hidden sheet back. */
export function readRegistry(
  sheet: { readonly rows: ReadonlyMap<number, ReadonlyMap<number, SheetCell>> } | undefined,
): RegistryReading {
  if (!sheet) return { kind: 'absent' }
  const text = (row: number, column: number) => textOf(sheet.rows.get(row)?.get(column))
  if (text(1, 0) !== formFormat) return { kind: 'absent' }
  const version = text(1, 1)
  if (version !== formVersion) return { kind: 'newer', version }
  const said = new Map<string, string>()
  const head = [[formFormat, formVersion]]
  for (const index of subjectFields.keys()) {
    said.set(text(index + 2, 0), text(index + 2, 1))
    head.push([text(index + 2, 0), text(index + 2, 1)])
  }
  const checksumRow = subjectFields.length + 2
  const rows = new Map<string, RegistryRow>()
  const body: string[][] = []
  const last = Math.max(0, ...sheet.rows.keys())
  for (let at = checksumRow + 2; at <= last; at += 1) {
    const cells = Array.from({ length: fields.length + 2 }, (_, column) => text(at, column))
    const [
      key = '',
      row = '',
      value = '',
      state = '',
      reason = '',
      claim = '',
      claimReason = '',
      explanation = '',
    ] = cells
    if (key === '') continue
    body.push(cells)
    rows.set(key, { row: Number(row), value, state, reason, claim, claimReason, explanation })
  }
  const of = (field: (typeof subjectFields)[number]) => said.get(field) ?? ''
  const subject: FormSubject = {
    ruleSetId: of('ruleSetId'),
    ruleSetVersion: of('ruleSetVersion'),
    ruleSetSha256: of('ruleSetSha256'),
    agencyId: of('agencyId'),
    agencyName: of('agencyName'),
    period: of('period'),
  }
  return {
    kind: 'read',
    registry: { subject, rows },
    isEdited: text(checksumRow, 1) !== checksumOf(head, body),
  }
}

function textOf(cell: SheetCell | undefined): string {
  return cell?.kind === 'text' ? cell.text : ''
}

/** Not a signature: it only tells that nobody changed the sheet by mistake. */
function checksumOf(head: readonly (readonly string[])[], body: readonly (readonly string[])[]): string {
  const rows = [...head, ...body].map(row => row.map(plain))
  return hashText(JSON.stringify(rows))
}

/** Text as a workbook gives it back: composed letters, one kind of line end, nothing for what is only spaces. */
function plain(text: string): string {
  const composed = text.normalize('NFC').replace(/\r\n?/g, '\n')
  return composed.trim() === '' ? '' : composed
}
