import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { decodeRuleSet } from '../../io/decode.ts'
import { ruleSetHash } from '../../io/hash/ruleSetHash.ts'
import { dataFileError, ruleSetQuery } from '../../io/queries.ts'
import { putRules, rulesText } from '../../io/review/roundStore.ts'
import { canonicalJson } from '../../model/canonicalJson.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { RuleSetMark } from '../../model/draft.ts'
import type { Problem } from '../../model/problem.ts'
import type { ReviewRound } from '../../model/review.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { keptRules } from '../assessment/keptRules.ts'

/**
 * Keeps the rules of a round for as long as the machine keeps the round, under their hash: later this page may
 * publish another version only. Those kept for drafts go when no draft names them. Best effort.
 */
export async function keepRoundRules(ruleSet: RuleSet): Promise<void> {
  await putRules(ruleSetHash(ruleSet), canonicalJson(ruleSet))
}

/** The rules of a round, letter by letter; null where they are not kept on this machine. */
export async function keptRoundRules(mark: RuleSetMark): Promise<RuleSet | null> {
  const text = await rulesText(mark.sha256).catch(() => null)
  const decoded = text === null ? null : decodeRuleSet(text, mark.sha256)
  if (decoded?.ok && ruleSetHash(decoded.value) === mark.sha256) return decoded.value
  return keptRules(mark)
}

/**
 * The rules a round was made with: those kept beside it, or what the page publishes if that is still the same.
 * @param round null: nothing is asked yet
 */
export function roundRulesQuery(round: ReviewRound | null, catalogue: Catalogue, client: QueryClient) {
  return queryOptions({
    queryKey: ['round-rules', round?.ruleSet.sha256 ?? ''],
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: async (): Promise<RuleSet> => {
      if (!round) throw new Error('no round')
      const kept = await keptRoundRules(round.ruleSet)
      if (kept) return kept
      const entry = catalogue.ruleSets.find(each => each.id === round.ruleSet.id)
      const published = entry ? await client.ensureQueryData(ruleSetQuery(entry.path)) : null
      if (!published || ruleSetHash(published) !== round.ruleSet.sha256)
        throw dataFileError([rulesGone(round)])
      void keepRoundRules(published)
      return published
    },
  })
}

function rulesGone({ ruleSet: { id, version } }: ReviewRound): Problem {
  return {
    file: `${id} (${version})`,
    path: '',
    code: 'round-rules-gone',
    severity: 'error',
    message: {
      vi: 'bộ chỉ số mà đợt này lập theo không còn trên máy và trang không đăng đúng bản ấy nữa; mở tệp thẩm định đã xuất của đợt, trong tệp có đủ bộ chỉ số',
      en: 'the rule set this round was made with is no longer on this machine and not published any more; open an exported review file of the round, which holds it',
    },
  }
}
