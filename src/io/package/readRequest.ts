import { walkCriteria } from '../../model/criteria.ts'
import { type Decoded, type Problem, refuses } from '../../model/problem.ts'
import type { Bilingual } from '../../model/provenance.ts'
import { decode, decodeRuleSet, decodeSubmission } from '../decode.ts'
import { hashBytes } from '../hash/hashBytes.ts'
import { ruleSetHash } from '../hash/ruleSetHash.ts'
import { requestSchema } from '../review/requestSchema.ts'
import { checkPrevious } from './checkPrevious.ts'
import { checkSelfAssessed } from './checkSelfAssessed.ts'
import { checkFiles, type Entries, headOf, notRead, textOf } from './packageEntries.ts'
import { packageFormat, requestFormat } from './packageFormat.ts'
import {
  describeFault,
  differsFromList,
  isSubmission,
  newerFormat,
  packageProblem,
  placeIn,
  shortened,
} from './packageProblem.ts'
import {
  isRequestPath,
  type ReadRequest,
  type RequestManifest,
  requestFormatVersion,
  requestManifestSchema,
  requestPaths,
} from './requestFormat.ts'
import { unzip } from './zip.ts'

/**
 * Reads a request file as carefully as a submission: size, directory, every hash, every file, and what the files
 * say of each other. Nothing is taken over from a file that is not whole.
 * @param file its name, for the problems
 */
export function readRequest(bytes: Uint8Array, file: string): Decoded<ReadRequest> {
  const unzipped = unzip(bytes, isRequestPath)
  if (!unzipped.ok) return { ok: false, problems: [describeFault(unzipped.fault, file, 'request')] }
  const { entries, unread } = unzipped
  const manifest = readManifest(entries, file)
  if (!manifest.ok) return manifest
  const { request, submission, ruleSet } = requestPaths
  const broken = checkFiles(manifest.value.files, entries, [request, submission, ruleSet], file, 'request')
  if (broken.length > 0) return { ok: false, problems: broken }
  const content = readContent(entries, file)
  if (!content.ok) return content
  const read = { manifest: manifest.value, ...content.value }
  const found = checkAgreement(read, file)
  if (refuses(found)) return { ok: false, problems: found.filter(each => each.severity === 'error') }
  return {
    ok: true,
    value: {
      file,
      bytes: bytes.byteLength,
      sha256: hashBytes(bytes),
      ...read,
      remarks: [...found, ...unread.map(path => notRead(path, file, 'request'))],
    },
  }
}

function readManifest(entries: Entries, file: string): Decoded<RequestManifest> {
  const text = textOf(entries, requestPaths.manifest, file, 'request')
  if (!text.ok) return text
  const head = headOf(text.value)
  if (head?.format === packageFormat) return { ok: false, problems: [isSubmission(file)] }
  // The version decides before the shape: a newer file may look like anything.
  if (head?.format === requestFormat && head.version !== null && head.version > requestFormatVersion)
    return { ok: false, problems: [newerFormat(file, head.version, requestFormatVersion)] }
  return decode(requestManifestSchema, text.value, placeIn(file, requestPaths.manifest))
}

type Content = Pick<ReadRequest, 'request' | 'submission' | 'ruleSet' | 'previous'>

function readContent(entries: Entries, file: string): Decoded<Content> {
  const read = <T>(path: string, decoder: (text: string, place: string) => Decoded<T>): Decoded<T> => {
    const text = textOf(entries, path, file, 'request')
    return text.ok ? decoder(text.value, placeIn(file, path)) : text
  }
  const request = read(requestPaths.request, (text, place) => decode(requestSchema, text, place))
  const submission = read(requestPaths.submission, decodeSubmission)
  const ruleSet = read(requestPaths.ruleSet, decodeRuleSet)
  const previous = entries.has(requestPaths.previous) ? read(requestPaths.previous, decodeSubmission) : null
  if (request.ok && submission.ok && ruleSet.ok && (previous === null || previous.ok))
    return {
      ok: true,
      value: {
        request: request.value,
        submission: submission.value,
        ruleSet: ruleSet.value,
        previous: previous?.value ?? null,
      },
    }
  return {
    ok: false,
    problems: [request, submission, ruleSet, previous].flatMap(each =>
      each === null || each.ok ? [] : each.problems,
    ),
  }
}

const words = {
  id: { vi: 'mã hồ sơ', en: 'the id' },
  request: { vi: 'mã yêu cầu', en: 'the id of the request' },
  round: { vi: 'mã đợt thẩm định', en: 'the id of the round' },
  questions: { vi: 'số câu hỏi', en: 'the number of questions' },
  ruleSet: { vi: 'bộ chỉ số', en: 'the rule set' },
  version: { vi: 'phiên bản bộ chỉ số', en: 'the version of the rule set' },
  title: { vi: 'tên bộ chỉ số', en: 'the title of the rule set' },
  hash: { vi: 'mã băm bộ chỉ số', en: 'the hash of the rule set' },
  agency: { vi: 'đơn vị', en: 'the agency' },
  period: { vi: 'kỳ', en: 'the period' },
} as const satisfies Record<string, Bilingual>

/** What the files inside say of each other: questions about one submission of one agency, by one rule set. */
function checkAgreement(
  { manifest, request, submission, ruleSet, previous }: Content & { readonly manifest: RequestManifest },
  file: string,
): readonly Problem[] {
  const differs = (inside: string, what: Bilingual, own: string, other: string) =>
    differsFromList(file, inside, what, own, other)
  const { submission: figures, ruleSet: rules, request: asked } = requestPaths
  const mark = manifest.ruleSet
  return [
    ...differs(asked, words.request, manifest.requestId, request.id),
    ...differs(asked, words.round, manifest.roundId, request.roundId),
    ...differs(asked, words.questions, String(manifest.questions), String(request.questions.length)),
    ...differs(asked, words.ruleSet, mark.id, request.ruleSet.id),
    ...differs(asked, words.version, mark.version, request.ruleSet.version),
    ...differs(asked, words.hash, mark.sha256, request.ruleSet.sha256),
    ...differs(asked, words.agency, manifest.agency.id, request.agencyId),
    ...differs(asked, words.period, manifest.period, request.period),
    ...differs(figures, words.id, manifest.submissionId, submission.id),
    ...differs(figures, words.ruleSet, mark.id, submission.ruleSetId),
    ...differs(figures, words.version, mark.version, submission.ruleSetVersion),
    ...differs(figures, words.agency, manifest.agency.id, submission.agencyId),
    ...differs(figures, words.period, manifest.period, submission.period),
    ...differs(rules, words.ruleSet, mark.id, ruleSet.id),
    ...differs(rules, words.version, mark.version, ruleSet.version),
    // In the list a title that was written with accents apart stands composed, as in every text of the file.
    ...differs(rules, words.title, mark.title.normalize('NFC'), ruleSet.title.normalize('NFC')),
    ...differs(rules, words.hash, mark.sha256, ruleSetHash(ruleSet)),
    // Who approved and when is the agency's business when it answers.
    ...checkSelfAssessed(submission, file).filter(({ severity }) => severity === 'error'),
    ...checkPrevious({ previous, submission, ruleSet }, file),
    ...checkQuestions({ request, ruleSet }, file),
  ]
}

/** Questions are about criteria of the rules that came along; without one there is nothing to answer. */
function checkQuestions(
  { request, ruleSet }: Pick<Content, 'request' | 'ruleSet'>,
  file: string,
): readonly Problem[] {
  const known = new Set([
    ...walkCriteria(ruleSet).flatMap(({ criterion }) => (criterion.rule ? [criterion.id] : [])),
    ...(ruleSet.adjustments ?? []).map(each => each.id),
  ])
  const refuse = (code: string, vi: string, en: string) =>
    packageProblem(file, requestPaths.request, code, { vi, en })
  return [
    ...(request.questions.length === 0
      ? [refuse('no-questions', 'không có câu hỏi nào', 'asks nothing')]
      : []),
    ...[...new Set(request.questions.map(each => each.criterionId))]
      .filter(id => !known.has(id))
      .map(id =>
        refuse(
          'unknown-criterion',
          `hỏi về tiêu chí “${shortened(id)}”, bộ chỉ số kèm theo không có tiêu chí ấy`,
          `asks about criterion "${shortened(id)}", which the rules that came along do not have`,
        ),
      ),
  ]
}
