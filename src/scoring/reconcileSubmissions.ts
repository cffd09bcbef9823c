import { isLeaf, walkCriteria } from '../model/criteria.ts'
import type {
  Agreement,
  GroupSum,
  PortalImport,
  ReconciledSet,
  ReconciledSubmission,
  Remark,
} from '../model/portalImport.ts'
import { refuses } from '../model/problem.ts'
import type { Criterion, RuleSet } from '../model/ruleSet.ts'
import type { ScoreSheet } from '../model/scoreSheet.ts'
import { type Submission, submissionsOf } from '../model/submission.ts'
import { formatExact, parseExact, subtract, sum } from './exact.ts'
import { lintSubmission } from './lint/lintSubmission.ts'
import { indexRuleSet } from './ruleSetIndex.ts'
import { scoreSubmission } from './scoreSubmission.ts'

/**
 * Scores submissions one by one and holds them against what was published about them.
 * Not for rules that compare agencies, which stay open here.
 *
 * @param fileOf name put into problems
 */
export function reconcileSubmissions(
  ruleSet: RuleSet,
  submissions: readonly Submission[],
  scoredAt: string,
  fileOf: (submission: Submission) => string = submission => submission.agencyId,
): ReconciledSet {
  const checked = submissions.map(submission => ({
    submission,
    problems: lintSubmission(submission, ruleSet, fileOf(submission)),
  }))
  const units = checked.flatMap(({ submission, problems }): readonly ReconciledSubmission[] => {
    if (refuses(problems)) return []
    const sheet = scoreSubmission(ruleSet, submission, scoredAt)
    return [{ submission, sheet, groupSum: groupSumOf(submission, sheet, ruleSet) }]
  })
  return {
    ruleSetId: ruleSet.id,
    units,
    agreement: agreementOf(units, ruleSet),
    remarks: remarksOn(
      ruleSet,
      units.map(unit => unit.submission),
    ),
    problems: checked.flatMap(({ problems }) => problems),
  }
}

/** What was imported from the portal, held against its own points: units and ranking, each where there is one. */
export function reconcileImport(
  { submissions, tables }: PortalImport,
  rules: { readonly ruleSet: RuleSet; readonly rankingRuleSet: RuleSet | null },
  scoredAt: string,
): readonly { readonly ruleSet: RuleSet; readonly set: ReconciledSet }[] {
  const { ruleSet, rankingRuleSet } = rules
  const ranked = tables.flatMap(submissionsOf)
  return [
    ...(submissions.length > 0
      ? [{ ruleSet, set: reconcileSubmissions(ruleSet, submissions, scoredAt) }]
      : []),
    ...(rankingRuleSet && ranked.length > 0
      ? [{ ruleSet: rankingRuleSet, set: reconcileSubmissions(rankingRuleSet, ranked, scoredAt) }]
      : []),
  ]
}

/**
 * Where a source publishes every group and no total: what the groups add up to, to be shown beside ours. It is no
 * published figure and is not compared as one, since the groups it comes from are compared already.
 */
function groupSumOf({ published }: Submission, sheet: ScoreSheet, ruleSet: RuleSet): GroupSum | null {
  if (!published || published.total !== null) return null
  const points = ruleSet.criteria.map(
    ({ id }) => published.points.find(entry => entry.nodeId === id)?.points ?? null,
  )
  const known = points.filter(each => each !== null)
  if (known.length === 0 || known.length < points.length) return null
  const made = sum(known.map(parseExact))
  const { points: ours } = sheet.total
  const isSettled = ours.kind === 'known' && ours.from === ours.to
  return {
    points: formatExact(made),
    difference: isSettled ? formatExact(subtract(parseExact(ours.from), made)) : null,
  }
}

function agreementOf(units: readonly ReconciledSubmission[], ruleSet: RuleSet): Agreement {
  const all = units.flatMap(({ sheet }) => sheet.reconciliation ?? [])
  const count = (of: (each: (typeof all)[number]) => number) =>
    all.reduce((total, each) => total + of(each), 0)
  const pairs = aloneInTheirGroup(ruleSet)
  const repeated = units.reduce((total, { submission }) => total + repeatedIn(submission, pairs), 0)
  return {
    agreeing: count(each => each.agreeing),
    checks: count(each => each.checks.length),
    takenAsPublished: count(each => each.takenAsPublished) - repeated,
    notComparable: count(each => each.notComparable),
  }
}

type Pair = { readonly groupId: string; readonly leafId: string }

/** Reported leaves that are all there is in their group. */
function aloneInTheirGroup({ criteria }: RuleSet): readonly Pair[] {
  return walkCriteria({ criteria }).flatMap(({ criterion }): readonly Pair[] => {
    const [only, ...others] = criterion.subCriteria ?? []
    return only && others.length === 0 && isLeaf(only) && only.rule?.kind === 'reported'
      ? [{ groupId: criterion.id, leafId: only.id }]
      : []
  })
}

/** How many leaves only say again what their group was published with. */
function repeatedIn({ published, decisions = [] }: Submission, pairs: readonly Pair[]): number {
  const given = new Set(published?.points.map(entry => entry.nodeId))
  const decided = new Set(decisions.map(decision => decision.criterionId))
  return pairs.filter(
    ({ groupId, leafId }) => given.has(groupId) && given.has(leafId) && !decided.has(leafId),
  ).length
}

/**
 * What rule set and figures say beside the numbers, in the order of the rule set: notes of criteria first,
 * then notes of figures with the agencies they are of. Equal texts are said once.
 */
export function remarksOn(ruleSet: RuleSet, submissions: readonly Submission[]): readonly Remark[] {
  const { places, dependents } = indexRuleSet(ruleSet)
  const criteria = places.map(place => place.criterion)
  const notes = new Map<string, Criterion[]>()
  for (const criterion of criteria)
    if (criterion.note !== undefined)
      notes.set(criterion.note, [...(notes.get(criterion.note) ?? []), criterion])

  const ofFigures = criteria.filter(isLeaf).flatMap(leaf => {
    const agencies = new Map<string, Set<string>>()
    for (const { agencyId, values } of submissions)
      for (const value of values) {
        const text = (value.state === 'entered' ? undefined : value.note) ?? value.provenance?.note
        if (text === undefined || !dependents.get(value.metricId)?.has(leaf.id)) continue
        agencies.set(text, (agencies.get(text) ?? new Set()).add(agencyId))
      }
    return [...agencies].map(
      ([text, ids]): Remark => ({
        criteria: [named(leaf)],
        text,
        agencyIds: [...ids],
      }),
    )
  })
  const ofRules = [...notes].map(
    ([text, some]): Remark => ({
      criteria: some.map(named),
      text,
      agencyIds: null,
    }),
  )
  return [...ofRules, ...ofFigures]
}

function named({ id, code, name, nameEn, shortName, shortNameEn }: Criterion): Remark['criteria'][number] {
  return { id, code, name: shortName ?? name, nameEn: shortNameEn ?? nameEn }
}
