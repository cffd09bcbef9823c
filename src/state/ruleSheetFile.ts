import type { RuleSet } from '../model/ruleSet.ts'
import { workbookType } from './workbookType.ts'

/** The rule set as a workbook in the layout of the template; what writes it is loaded when it is asked for. */
export async function ruleSheetFile(ruleSet: RuleSet): Promise<Blob> {
  const { encodeRuleSheet } = await import('../io/ruleSheet/encodeRuleSheet.ts')
  return new Blob([new Uint8Array(await encodeRuleSheet(ruleSet))], { type: workbookType })
}
