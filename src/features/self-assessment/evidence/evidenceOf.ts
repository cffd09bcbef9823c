import type { FormItem } from '../../../model/form.ts'
import type { RequiredEvidence } from '../../../model/ruleSet.ts'
import type { EvidenceItem } from '../../../model/submission.ts'
import { formatDate, formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { evidenceWords } from './words.ts'

/** A document the rule set asks for with what stands for it; null: everything else of the criterion. */
export type EvidenceSlot = {
  readonly required: RequiredEvidence | null
  readonly items: readonly EvidenceItem[]
}

type Asked = Pick<FormItem, 'nodeId' | 'requiredEvidence'>

/** What was added for a criterion, in the order of the rule set, other documents last. */
export function evidenceSlots(
  { nodeId, requiredEvidence }: Asked,
  evidence: readonly EvidenceItem[],
): readonly EvidenceSlot[] {
  const own = evidence.filter(({ criterionIds }) => criterionIds.includes(nodeId))
  const asked = new Set(requiredEvidence.map(({ id }) => id))
  return [
    ...requiredEvidence.map(required => ({
      required,
      items: own.filter(({ requiredId }) => requiredId === required.id),
    })),
    {
      required: null,
      items: own.filter(({ requiredId }) => requiredId === undefined || !asked.has(requiredId)),
    },
  ]
}

/** Whether a criterion has what it is asked for: `none` where nothing is asked for and nothing is there. */
export type EvidenceStanding =
  | { readonly kind: 'complete' | 'none' | 'explained' }
  | { readonly kind: 'missing'; readonly missing: number; readonly asked: number }

export function evidenceStanding(
  slots: readonly EvidenceSlot[],
  explanation: string | undefined,
): EvidenceStanding {
  const asked = slots.filter(({ required }) => required !== null)
  const missing = asked.filter(({ items }) => items.length === 0).length
  const isEmpty = slots.every(({ items }) => items.length === 0)
  if (explanation !== undefined && (missing > 0 || isEmpty)) return { kind: 'explained' }
  if (missing > 0) return { kind: 'missing', missing, asked: asked.length }
  return { kind: isEmpty ? 'none' : 'complete' }
}

/** Other documents with the very same file. */
export function sameFile(item: EvidenceItem, evidence: readonly EvidenceItem[]): readonly EvidenceItem[] {
  const { file, id } = item
  return file === undefined
    ? []
    : evidence.filter(other => other.id !== id && other.file?.sha256 === file.sha256)
}

/**
 * Lets a document that is already there stand for one more criterion. Where it answers another requirement
 * it cannot answer a second one: then it is entered again, which the checks say.
 */
export function sharedWith(
  item: EvidenceItem,
  nodeId: string,
  required: RequiredEvidence | null,
  newId: string,
): EvidenceItem {
  if (required !== null && item.requiredId !== undefined && item.requiredId !== required.id)
    return { ...item, id: newId, criterionIds: [nodeId], requiredId: required.id }
  const criterionIds = item.criterionIds.includes(nodeId) ? item.criterionIds : [...item.criterionIds, nodeId]
  return required === null ? { ...item, criterionIds } : { ...item, criterionIds, requiredId: required.id }
}

/** Takes a document away from one criterion; null: it stood for no other. */
export function withoutCriterion(item: EvidenceItem, nodeId: string): EvidenceItem | null {
  const criterionIds = item.criterionIds.filter(id => id !== nodeId)
  return criterionIds.length === 0 ? null : { ...item, criterionIds }
}

/** "số 12/BC-UBND, ngày 05/03/2026, UBND phường, trang 3": what identifies a document besides its title. */
export function describeDocument(item: EvidenceItem, language: Language): string {
  const words = evidenceWords[language]
  return [
    item.number && words.number(item.number),
    item.issuedOn && words.on(formatDate(item.issuedOn)),
    item.issuer,
    item.effectiveOn && words.effective(formatDate(item.effectiveOn)),
    item.pages,
  ]
    .filter(part => part !== undefined && part !== '')
    .join(', ')
}

const units = ['byte', 'kB', 'MB', 'GB'] as const

/** Size as people say it, with one decimal below ten; 1 kB is 1024 bytes as file managers count. */
export function sizeText(bytes: number, language: Language): string {
  let size = bytes
  let unit = 0
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024
    unit += 1
  }
  const tenths = Math.round(size * 10)
  const shown =
    unit === 0 || size >= 10 ? String(Math.round(size)) : `${Math.floor(tenths / 10)}.${tenths % 10}`
  return `${formatNumber(shown.replace(/\.0$/, ''), language)}\u00a0${units[unit]}`
}

/** Title a file is given until its owner writes a better one: its name without the ending. */
export function titleOfFile(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/\.[^.]{1,8}$/, '')
    .replace(/[_\s]+/g, ' ')
    .trim()
  return plain === '' ? name : plain
}
