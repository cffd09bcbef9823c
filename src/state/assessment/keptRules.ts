import { decodeRuleSet } from '../../io/decode.ts'
import { file as keptFile, putFile } from '../../io/drafts/fileStore.ts'
import { ruleSetHash } from '../../io/hash/ruleSetHash.ts'
import { canonicalJson } from '../../model/canonicalJson.ts'
import type { RuleSetMark } from '../../model/draft.ts'
import type { RuleSet } from '../../model/ruleSet.ts'

/**
 * Keeps the rules of a draft beside it, under their hash: later this page may publish another version only, and
 * what the draft came to by these rules could not be said any more. Best effort: the draft stands without it.
 */
export async function keepRules(ruleSet: RuleSet): Promise<void> {
  await putFile(ruleSetHash(ruleSet), new Blob([canonicalJson(ruleSet)], { type: 'application/json' }))
}

/** The rules a draft answers, letter by letter; null where they are not kept on this machine. */
export async function keptRules({ sha256 }: RuleSetMark): Promise<RuleSet | null> {
  try {
    const kept = await keptFile(sha256)
    const decoded = kept && decodeRuleSet(await kept.text(), sha256)
    return decoded?.ok && ruleSetHash(decoded.value) === sha256 ? decoded.value : null
  } catch {
    return null
  }
}
