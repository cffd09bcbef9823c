import type { PlainRule, Rule } from '../../model/rules.ts'
import { bandsKind } from './bands.ts'
import { bonusPenaltyKind } from './bonusPenalty.ts'
import { checklistKind } from './checklist.ts'
import { choiceKind } from './choice.ts'
import { deductionKind } from './deduction.ts'
import { everyOccurrenceKind } from './everyOccurrence.ts'
import { formulaKind } from './formula.ts'
import { growthKind } from './growth.ts'
import { latenessKind } from './lateness.ts'
import { perUnitKind } from './perUnit.ts'
import { ratioKind } from './ratio.ts'
import type { RuleKind } from './ruleKind.ts'
import { surveyMeanKind } from './surveyMean.ts'
import { surveyOptionsKind } from './surveyOptions.ts'
import { weightedMeanKind } from './weightedMean.ts'
import { yesNoKind } from './yesNo.ts'

/** One kind of rule for each name in a union of rules. */
export type RuleKinds<R extends Rule> = { readonly [Kind in R['kind']]: RuleKind<Extract<R, { kind: Kind }>> }

/** Kinds that can stand inside others. */
export const plainKinds: RuleKinds<PlainRule> = {
  ratio: ratioKind,
  yesNo: yesNoKind,
  choice: choiceKind,
  checklist: checklistKind,
  bands: bandsKind,
  perUnit: perUnitKind,
  deduction: deductionKind,
  bonusPenalty: bonusPenaltyKind,
  lateness: latenessKind,
  surveyMean: surveyMeanKind,
  surveyOptions: surveyOptionsKind,
  weightedMean: weightedMeanKind,
  everyOccurrence: everyOccurrenceKind,
  growth: growthKind,
  formula: formulaKind,
}

/** The kind of a rule that can be part of another. */
export function plainKindOf<R extends PlainRule>(rule: R): RuleKind<R> {
  // TypeScript cannot tie a union's member to its entry; the type of the table does.
  return plainKinds[rule.kind] as unknown as RuleKind<R>
}
