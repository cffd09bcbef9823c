import type { QueryClient } from '@tanstack/react-query'
import { hashText } from '../../io/hash/hashBytes.ts'
import { submissionsQuery } from '../../io/queries.ts'
import type { AgencyDirectory } from '../../model/agency.ts'
import { canonicalJson } from '../../model/canonicalJson.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import { looksBack } from '../../model/criteria.ts'
import { precedes } from '../../model/period.ts'
import type { ReviewRound } from '../../model/review.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { isClaimed, sentNothing } from '../../model/stages.ts'
import type { Submission } from '../../model/submission.ts'
import { inSlices } from './inSlices.ts'
import { readingHash } from './readings.ts'
import type { Received } from './receivePackage.ts'

/** What this page publishes of one agency, as it would have come in. */
export type FromPage = {
  readonly received: Received
  /** Day it was handed in, as published. */
  readonly submittedOn: string | null
}

/** Agencies of a round whose submissions this page publishes. */
export function publishedOf(round: ReviewRound, catalogue: Catalogue): readonly string[] {
  const expected = new Set(round.groups.flatMap(group => group.agencyIds))
  return catalogue.submissions.flatMap(entry =>
    entry.ruleSetId === round.ruleSet.id && entry.period === round.period && expected.has(entry.agencyId)
      ? [entry.agencyId]
      : [],
  )
}

/**
 * Takes over what this page publishes about agencies of a round, as far as they said it themselves: what was
 * decided later or published about them stays behind. Those that sent nothing are not in the answer, for having
 * handed in nothing is not a submission.
 * @param now ISO instant
 * @throws (rejects) with the problems when a file of the page cannot be read
 */
export async function receiveFromPage(
  agencyIds: ReadonlySet<string>,
  { round, ruleSet }: { readonly round: ReviewRound; readonly ruleSet: RuleSet },
  { catalogue, directory }: { readonly catalogue: Catalogue; readonly directory: AgencyDirectory },
  client: QueryClient,
  now: string,
): Promise<readonly FromPage[]> {
  const names = new Map(directory.agencies.map(agency => [agency.id, agency.name]))
  const load = async (period: string) => {
    const paths = new Map(
      catalogue.submissions.flatMap(entry =>
        entry.ruleSetId === round.ruleSet.id && entry.period === period && agencyIds.has(entry.agencyId)
          ? [[entry.agencyId, entry.path] as const]
          : [],
      ),
    )
    const files = await Promise.all(
      [...new Set(paths.values())].map(async path => ({
        path,
        submissions: await client.fetchQuery(submissionsQuery(path)),
      })),
    )
    return files.flatMap(({ path, submissions }) =>
      submissions.flatMap(each => (paths.get(each.agencyId) === path ? [{ path, submission: each }] : [])),
    )
  }
  const before = looksBack(ruleSet) ? periodBefore(round, catalogue) : null
  const [own, earlier] = await Promise.all([load(round.period), before === null ? [] : load(before)])
  const previousOf = new Map(
    earlier.map(({ submission }) => [submission.agencyId, onlyFigures(submission, ruleSet)]),
  )
  const taken: FromPage[] = []
  await inSlices(own, ({ path, submission }) => {
    if (sentNothing(submission)) return
    if (submission.ruleSetVersion !== round.ruleSet.version) return
    const said = asSelfAssessed(submission)
    taken.push({
      received: receivedFromPage(said, path, round, names, previousOf.get(said.agencyId) ?? null, now),
      submittedOn: said.submittedOn ?? null,
    })
  })
  return taken
}

function receivedFromPage(
  submission: Submission,
  path: string,
  round: ReviewRound,
  names: ReadonlyMap<string, string>,
  previous: Submission | null,
  now: string,
): Received {
  const text = canonicalJson(submission)
  const sha256 = hashText(text)
  const read = { sha256, submission, previous }
  const { agencyId, approval, submittedOn } = submission
  return {
    file: {
      sha256,
      fileName: path.split('/').slice(-2).join('/'),
      bytes: new TextEncoder().encode(text).byteLength,
      outcome: 'read',
      agencyId,
      agencyName: names.get(agencyId) ?? null,
      period: round.period,
      ruleSet: round.ruleSet,
      madeAt: submittedOn === undefined ? now : startOfDay(submittedOn),
      submissionId: submission.id,
      approvedBy: approval?.name ?? null,
      approvedOn: approval?.on ?? null,
      rescored: 'identical',
      origin: 'page',
      answers: null,
      readSha256: readingHash(read),
      warnings: [],
    },
    submission: read,
  }
}

/** Only the day is published. */
export function startOfDay(isoDay: string): string {
  return `${isoDay}T00:00:00+07:00`
}

/** What the agency said of itself. */
function asSelfAssessed({ decisions = [], published: _, ...submission }: Submission): Submission {
  const claims = decisions.filter(each => isClaimed(each.stage))
  return {
    ...submission,
    stage: 'selfAssessment',
    decisions: claims.length > 0 ? claims : undefined,
  }
}

function periodBefore({ ruleSet, period }: ReviewRound, { submissions }: Catalogue): string | null {
  const earlier = submissions.flatMap(entry =>
    entry.ruleSetId === ruleSet.id && precedes(entry.period, period) ? [entry.period] : [],
  )
  return earlier.toSorted().at(-1) ?? null
}

/** Figures of the period before, as a submission file carries them. */
function onlyFigures(
  { id, ruleSetId, ruleSetVersion, agencyId, period, provenance, values }: Submission,
  ruleSet: RuleSet,
): Submission | null {
  if (ruleSetId !== ruleSet.id || ruleSetVersion !== ruleSet.version) return null
  return { id, ruleSetId, ruleSetVersion, agencyId, period, stage: 'selfAssessment', provenance, values }
}
