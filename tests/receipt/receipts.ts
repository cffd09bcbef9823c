import type { RuleSet } from '../../src/model/ruleSet.ts'
import type { Submission } from '../../src/model/submission.ts'
import { describeReceipt } from '../../src/receipt/describeReceipt.ts'
import type { Receipt, ReceiptContext } from '../../src/receipt/receipt.ts'
import type { Language } from '../../src/ui/formatNumber.ts'
import { loadData } from '../data/dataFiles.ts'
import { nodeOf, score } from '../scoring/builders.ts'

const data = loadData()

export function contextOf(
  ruleSet: RuleSet,
  submission: Submission,
  language: Language,
  targets: ReceiptContext['targets'] = [],
): ReceiptContext {
  const sheet = score(ruleSet, submission)
  return { sheet, ruleSet, documents: data.documents, targets, language, scope: 'Đơn vị thử · 2026' }
}

/** Context of a shipped submission. */
export function shipped(agencyId: string, language: Language, targets: ReceiptContext['targets'] = []) {
  const submission = data.submissions.find(entry => entry.agencyId === agencyId)
  const ruleSet = data.ruleSets.find(entry => entry.id === submission?.ruleSetId)
  if (!submission || !ruleSet) throw new Error(`nothing is shipped for ${agencyId}`)
  return contextOf(ruleSet, submission, language, targets)
}

/** Contexts of everything that is shipped. */
export function everyShipped(language: Language): readonly ReceiptContext[] {
  return data.submissions.flatMap(submission => {
    const ruleSet = data.ruleSets.find(entry => entry.id === submission.ruleSetId)
    return ruleSet ? [contextOf(ruleSet, submission, language)] : []
  })
}

export function receiptOf(context: ReceiptContext, id: string): Receipt {
  return describeReceipt(nodeOf(context.sheet, id), context)
}

/** "label: value" or the sentence, a line each, of one section or of all. */
export function linesOf(receipt: Receipt, sectionId?: string): readonly string[] {
  return receipt.sections
    .filter(section => sectionId === undefined || section.id === sectionId)
    .flatMap(section => section.lines)
    .map(line => [line.label, line.value].filter(part => part !== undefined).join(': '))
}
