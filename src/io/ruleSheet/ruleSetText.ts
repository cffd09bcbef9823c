import type { RuleSet } from '../../model/ruleSet.ts'
import { ruleSetSchema } from '../ruleSetSchema.ts'

/** Where the schema lies, seen from a file in `data/rule-sets/`. */
const schemaPath = '../schema/rule-set.schema.json'

/** A rule set as the text of its JSON file, its fields in the order of the schema. */
export function ruleSetText(ruleSet: RuleSet): string {
  const { $schema: _, ...fields } = ruleSetSchema.parse(ruleSet)
  return `${JSON.stringify({ $schema: schemaPath, ...fields }, null, 2)}\n`
}
