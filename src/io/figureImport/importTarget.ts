import type { Agency } from '../../model/agency.ts'
import type { RuleSetMark } from '../../model/draft.ts'
import type { FigureImport, ImportedEntry, ImportKind, ImportSubject } from '../../model/figureImport.ts'
import { type Form, type FormField, type FormItem, isAsked } from '../../model/form.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { type Fault, type ImportProblems, inFile, remark } from './importProblems.ts'

/** What a file is read for: the draft, the form it fills in, and whom names of agencies stand for. */
export type ImportTarget = {
  readonly ruleSet: RuleSet
  readonly ruleSetMark: RuleSetMark
  readonly agencyId: string
  readonly period: string
  readonly form: Form
  readonly agencies: readonly Agency[]
}

export const noSubject: ImportSubject = {
  ruleSetId: null,
  ruleSetVersion: null,
  agencyId: null,
  agencyText: null,
  period: null,
}

/** A field of the form under the item that asks for it first. */
export type PlacedField = { readonly field: FormField; readonly item: FormItem }

/** Fields an agency fills in, in the order of the form, each metric once. */
export function fieldsToFill({ areas }: Form): readonly PlacedField[] {
  const found = new Map<string, PlacedField>()
  for (const item of areas.flatMap(area => area.items)) {
    if (!isAsked(item)) continue
    for (const field of item.groups.flatMap(group => group.fields))
      if (!found.has(field.metric.id)) found.set(field.metric.id, { field, item })
  }
  return [...found.values()]
}

/** What two entries that are about the same thing have in common. */
export function entryKey({ edit }: ImportedEntry): string {
  switch (edit.kind) {
    case 'field':
      return `field ${edit.metricId}`
    case 'evidence':
      return `evidence ${edit.item.id}`
    default:
      return `${edit.kind} ${edit.criterionId}`
  }
}

/** Entries of a file with what is wrong with it; of two for one field the first stands and the other is said. */
export function figureImport(
  file: string,
  kind: ImportKind,
  subject: ImportSubject,
  entries: readonly ImportedEntry[],
  problems: ImportProblems,
): FigureImport {
  const first = new Map<string, ImportedEntry>()
  for (const entry of entries) {
    const key = entryKey(entry)
    const earlier = first.get(key)
    if (!earlier) first.set(key, entry)
    else if (JSON.stringify(earlier.edit) !== JSON.stringify(entry.edit))
      remark(problems, entry.place, shownEdit(entry), twice(earlier))
  }
  return { file, kind, subject, entries: [...first.values()], problems: [...problems.all] }
}

function twice({ place }: ImportedEntry): Fault {
  const where = place.sheet === '' ? place.cell : `${place.sheet}, ${place.cell}`
  return {
    code: 'twice',
    vi: `đã có giá trị khác cho cùng ô ở ${where}; giữ giá trị đó, bỏ giá trị này`,
    en: `another value for the same field stands at ${where}; that one is kept`,
  }
}

function shownEdit({ edit }: ImportedEntry): string {
  if (edit.kind === 'field') return edit.entry?.state === 'typed' ? edit.entry.text : ''
  if (edit.kind === 'claim') return edit.claim?.text ?? ''
  return ''
}

/** A file nothing can be taken from. */
export function refusedImport(file: string, kind: ImportKind, fault: Fault, cell = ''): FigureImport {
  const problems: ImportProblems = { all: [] }
  remark(problems, { ...inFile, cell }, '', fault)
  return figureImport(file, kind, noSubject, [], problems)
}
