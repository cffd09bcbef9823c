import { readFigure } from '../../../io/figures/readFigure.ts'
import type { Bilingual } from '../../../model/provenance.ts'
import type { Approval } from '../../../model/submission.ts'
import { formatDate } from '../../../ui/formatNumber.ts'
import { handInWords } from './words.ts'

/** Who approved, as typed: the day as dd/mm/yyyy. */
export type ApprovalFields = { readonly name: string; readonly title: string; readonly on: string }

export function fieldsOf(approval: Approval | null): ApprovalFields {
  const { name = '', title = '', on = '' } = approval ?? {}
  return { name, title, on: /^\d{4}-\d{2}-\d{2}$/.test(on) ? formatDate(on) : on }
}

/**
 * What the draft keeps of it: an unfinished approval too, the day as an ISO day once it is one. Nothing at all
 * while every field is empty.
 */
export function approvalOf(fields: ApprovalFields): Approval | null {
  const name = fields.name.normalize('NFC')
  const title = fields.title.normalize('NFC')
  const typed = fields.on.normalize('NFC')
  if (name.trim() === '' && title.trim() === '' && typed.trim() === '') return null
  const day = readFigure(typed, { valueType: 'date', unit: '' })
  return { name, ...(title !== '' && { title }), on: day.kind === 'value' ? day.value : typed }
}

/** What is missing or cannot be read, by field. */
export function approvalFaults(fields: ApprovalFields): ReadonlyMap<keyof ApprovalFields, Bilingual> {
  const faults = new Map<keyof ApprovalFields, Bilingual>()
  const { vi, en } = handInWords
  if (fields.name.trim() === '') faults.set('name', { vi: vi.nameMissing, en: en.nameMissing })
  if (fields.title.trim() === '') faults.set('title', { vi: vi.officeMissing, en: en.officeMissing })
  const day = readFigure(fields.on, { valueType: 'date', unit: '' })
  if (day.kind === 'empty') faults.set('on', { vi: vi.onMissing, en: en.onMissing })
  else if (day.kind === 'wrong') faults.set('on', day.message)
  return faults
}
