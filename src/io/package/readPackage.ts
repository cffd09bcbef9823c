import { type Decoded, refuses } from '../../model/problem.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { decode, decodeRuleSet, decodeSubmission } from '../decode.ts'
import { hashBytes } from '../hash/hashBytes.ts'
import { checkAgreement } from './checkAgreement.ts'
import { checkFiles, type Entries, headOf, notRead, textOf } from './packageEntries.ts'
import {
  isPackagePath,
  type Manifest,
  manifestSchema,
  packageFormat,
  packageFormatVersion,
  packagePaths,
  type ReadPackage,
  requestFormat,
  sheetSchema,
} from './packageFormat.ts'
import { describeFault, isRequest, newerFormat, placeIn } from './packageProblem.ts'
import { unzip } from './zip.ts'

/**
 * Reads a submission file: size first, then the directory of the zip, then every hash, then every file inside.
 * Nothing is taken over from a file that is not whole.
 * @param file its name, for the problems
 * @param rules rule sets by the SHA-256 of their file inside: whoever reads many files has most of them decoded
 *   already, and those met here are put in
 */
export function readPackage(
  bytes: Uint8Array,
  file: string,
  rules: Map<string, RuleSet> = new Map(),
): Decoded<ReadPackage> {
  const unzipped = unzip(bytes, isPackagePath)
  if (!unzipped.ok) return { ok: false, problems: [describeFault(unzipped.fault, file)] }
  const { entries, unread } = unzipped
  const manifest = readManifest(entries, file)
  if (!manifest.ok) return manifest
  const { submission, ruleSet, scoreSheet } = packagePaths
  const needed = [submission, ruleSet, scoreSheet]
  const broken = checkFiles(manifest.value.files, entries, needed, file, 'submission')
  if (broken.length > 0) return { ok: false, problems: broken }
  const rulesHash = manifest.value.files.find(({ path }) => path === packagePaths.ruleSet)?.sha256 ?? ''
  const content = readContent(entries, file, rules.get(rulesHash))
  if (!content.ok) return content
  rules.set(rulesHash, content.value.ruleSet)
  const evidence = new Map(
    manifest.value.files.flatMap(({ path, sha256 }) => {
      const found = path.startsWith('evidence/') ? entries.get(path) : undefined
      return found ? [[sha256, found] as const] : []
    }),
  )
  const found = checkAgreement({ manifest: manifest.value, ...content.value, evidence }, file)
  if (refuses(found)) return { ok: false, problems: found.filter(each => each.severity === 'error') }
  const read = {
    file,
    bytes: bytes.byteLength,
    sha256: hashBytes(bytes),
    manifest: manifest.value,
    ...content.value,
    evidence,
    remarks: [...found, ...unread.map(path => notRead(path, file, 'submission'))],
  }
  return { ok: true, value: read }
}

function readManifest(entries: Entries, file: string): Decoded<Manifest> {
  const text = textOf(entries, packagePaths.manifest, file, 'submission')
  if (!text.ok) return text
  const head = headOf(text.value)
  if (head?.format === requestFormat) return { ok: false, problems: [isRequest(file)] }
  // The version decides before the shape: a newer file may look like anything.
  if (head?.format === packageFormat && head.version !== null && head.version > packageFormatVersion)
    return { ok: false, problems: [newerFormat(file, head.version, packageFormatVersion)] }
  return decode(manifestSchema, text.value, placeIn(file, packagePaths.manifest))
}

function readContent(
  entries: Entries,
  file: string,
  knownRules: RuleSet | undefined,
): Decoded<Pick<ReadPackage, 'submission' | 'ruleSet' | 'previous' | 'scoreSheet'>> {
  const read = <T>(path: string, decoder: (text: string, place: string) => Decoded<T>): Decoded<T> => {
    const text = textOf(entries, path, file, 'submission')
    return text.ok ? decoder(text.value, placeIn(file, path)) : text
  }
  const submission = read(packagePaths.submission, decodeSubmission)
  const ruleSet = knownRules
    ? { ok: true as const, value: knownRules }
    : read(packagePaths.ruleSet, decodeRuleSet)
  const scoreSheet = read(packagePaths.scoreSheet, (text, place) => decode(sheetSchema, text, place))
  const previous = entries.has(packagePaths.previous) ? read(packagePaths.previous, decodeSubmission) : null
  if (submission.ok && ruleSet.ok && scoreSheet.ok && (previous === null || previous.ok))
    return {
      ok: true,
      value: {
        submission: submission.value,
        ruleSet: ruleSet.value,
        scoreSheet: scoreSheet.value,
        previous: previous?.value ?? null,
      },
    }
  return {
    ok: false,
    problems: [submission, ruleSet, scoreSheet, previous].flatMap(each =>
      each === null || each.ok ? [] : each.problems,
    ),
  }
}
