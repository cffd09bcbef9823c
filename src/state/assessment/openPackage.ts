import { packageLimits } from '../../io/package/packageFormat.ts'
import { describeFault, packageProblem } from '../../io/package/packageProblem.ts'
import { problemsOf } from '../../io/queries.ts'
import type { AgencyDirectory } from '../../model/agency.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { PackageOpening } from './packageVerdict.ts'
import { askPackageWorker, unexpectedAnswer } from './packageWorker.ts'

/** What this page knows beside the file. */
export type PageKnows = {
  readonly directory: Pick<AgencyDirectory, 'agencies'>
  /** The rule set published here under an id; null where there is none. May reject. */
  readonly ruleSet: (id: string) => Promise<RuleSet | null>
}

/**
 * Opens a submission or request file beside the page: checks it whole, scores it once more by its own rules and, where they
 * are others, by those of this page. Nothing of it is kept.
 * @throws (rejects) when the worker cannot be loaded, and with the reason of an aborted signal
 */
export async function openPackage(
  file: File,
  page: PageKnows,
  signal?: AbortSignal,
): Promise<PackageOpening> {
  const refused = (problems: Extract<PackageOpening, { kind: 'refused' }>['problems']): PackageOpening => ({
    kind: 'refused',
    file: file.name,
    problems,
  })
  if (file.size > packageLimits.packedBytes) return refused([describeFault({ kind: 'tooLarge' }, file.name)])
  const bytes = await bytesOf(file)
  if (!bytes)
    return refused([
      packageProblem(file.name, '', 'unreadable', {
        vi: 'không đọc được tệp; có thể tệp đã bị đổi tên, di chuyển hoặc ổ đĩa đã rút',
        en: 'the file cannot be read; it may have been renamed or moved, or its disk taken out',
      }),
    ])
  const answer = await askPackageWorker({ kind: 'read', bytes, file: file.name }, signal)
  if (answer.kind !== 'read') throw unexpectedAnswer(answer)
  if (!answer.read.ok) return refused(answer.read.problems)
  const { kind, pack } = answer.read.value
  const here = await knownRules(page, pack.manifest.ruleSet.id)
  if (!here.ok) return refused(here.problems)
  const agency = page.directory.agencies.find(each => each.id === pack.manifest.agency.id) ?? null
  if (kind === 'request') {
    const weighed = await askPackageWorker({ kind: 'weighRequest', pack, here: here.ruleSet }, signal)
    if (weighed.kind !== 'weighedRequest') throw unexpectedAnswer(weighed)
    return { kind: 'request', pack, agency, verdict: weighed.verdict }
  }
  const { evidence: _, ...parts } = pack
  const weighed = await askPackageWorker({ kind: 'weigh', pack: parts, here: here.ruleSet }, signal)
  if (weighed.kind !== 'weighed') throw unexpectedAnswer(weighed)
  return {
    kind: 'open',
    pack,
    here: here.ruleSet,
    agency,
    verdict: weighed.verdict,
  }
}

async function bytesOf(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return null
  }
}

/** A rule set of ours that cannot be loaded is not "unknown": the reader has to know the difference. */
async function knownRules(page: PageKnows, id: string) {
  try {
    return { ok: true, ruleSet: await page.ruleSet(id) } as const
  } catch (error) {
    return { ok: false, problems: problemsOf(error) } as const
  }
}
