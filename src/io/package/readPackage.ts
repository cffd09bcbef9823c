import type { Decoded, Problem } from '../../model/problem.ts'
import { refuses } from '../../model/problem.ts'
import { decode, decodeRuleSet, decodeSubmission } from '../decode.ts'
import { hashBytes } from '../hash/hashBytes.ts'
import { checkAgreement } from './checkAgreement.ts'
import {
  isPackagePath,
  type Manifest,
  manifestSchema,
  packageFormat,
  packageFormatVersion,
  packageLimits,
  packagePaths,
  type ReadPackage,
  sheetSchema,
} from './packageFormat.ts'
import { describeFault, newerFormat, packageProblem, placeIn, shortened } from './packageProblem.ts'
import { unzip } from './zip.ts'

type Entries = ReadonlyMap<string, Uint8Array>

/**
 * Reads a submission file: size first, then the directory of the zip, then every hash, then every file inside.
 * Nothing is taken over from a file that is not whole.
 * @param file its name, for the problems
 */
export function readPackage(bytes: Uint8Array, file: string): Decoded<ReadPackage> {
  const unzipped = unzip(bytes, isPackagePath)
  if (!unzipped.ok) return { ok: false, problems: [describeFault(unzipped.fault, file)] }
  const { entries, unread } = unzipped
  const manifest = readManifest(entries, file)
  if (!manifest.ok) return manifest
  const broken = checkFiles(manifest.value, entries, file)
  if (broken.length > 0) return { ok: false, problems: broken }
  const content = readContent(entries, file)
  if (!content.ok) return content
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
    remarks: [...found, ...unread.map(path => notRead(path, file))],
  }
  return { ok: true, value: read }
}

function readManifest(entries: Entries, file: string): Decoded<Manifest> {
  const text = textOf(entries, packagePaths.manifest, file)
  if (!text.ok) return text
  const place = placeIn(file, packagePaths.manifest)
  // The version decides before the shape: a newer file may look like anything.
  const version = versionOf(text.value)
  if (version !== null && version > packageFormatVersion)
    return { ok: false, problems: [newerFormat(file, version)] }
  return decode(manifestSchema, text.value, place)
}

function versionOf(text: string): number | null {
  try {
    const head: unknown = JSON.parse(text)
    if (typeof head !== 'object' || head === null || !('format' in head) || !('formatVersion' in head))
      return null
    return head.format === packageFormat && typeof head.formatVersion === 'number' ? head.formatVersion : null
  } catch {
    return null
  }
}

/** Whether every file of the list is there as it was, and none of ours that the list does not know. */
function checkFiles({ files }: Manifest, entries: Entries, file: string): readonly Problem[] {
  const listed = new Map(files.map(each => [each.path, each]))
  const problems: Problem[] = files.flatMap(({ path, bytes, sha256 }) => {
    const content = entries.get(path)
    if (!content || path === packagePaths.manifest) return [missing(path, file)]
    return content.byteLength === bytes && hashBytes(content) === sha256 ? [] : [altered(path, file)]
  })
  const unlisted = [...entries.keys()].filter(path => path !== packagePaths.manifest && !listed.has(path))
  const { submission, ruleSet, scoreSheet } = packagePaths
  const needed = [submission, ruleSet, scoreSheet].filter(path => !listed.has(path))
  return [
    ...problems,
    ...unlisted.map(path => added(path, file)),
    ...needed.filter(path => !entries.has(path)).map(path => missing(path, file)),
    ...(listed.size === files.length ? [] : [listedTwice(file)]),
  ]
}

function readContent(
  entries: Entries,
  file: string,
): Decoded<Pick<ReadPackage, 'submission' | 'ruleSet' | 'previous' | 'scoreSheet'>> {
  const read = <T>(path: string, decoder: (text: string, place: string) => Decoded<T>): Decoded<T> => {
    const text = textOf(entries, path, file)
    return text.ok ? decoder(text.value, placeIn(file, path)) : text
  }
  const submission = read(packagePaths.submission, decodeSubmission)
  const ruleSet = read(packagePaths.ruleSet, decodeRuleSet)
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

function textOf(entries: Entries, path: string, file: string): Decoded<string> {
  const bytes = entries.get(path)
  if (!bytes) return { ok: false, problems: [missing(path, file)] }
  if (bytes.byteLength > packageLimits.jsonBytes)
    return {
      ok: false,
      problems: [
        packageProblem(file, path, 'too-large', {
          vi: `tệp quá lớn (trên ${packageLimits.jsonBytes / 1_000_000} MB)`,
          en: `the file is too large (over ${packageLimits.jsonBytes / 1_000_000} MB)`,
        }),
      ],
    }
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return {
      ok: false,
      problems: [
        packageProblem(file, path, 'not-text', {
          vi: 'không phải chữ đọc được (UTF-8); tệp bị hỏng hoặc đã bị sửa',
          en: 'is no readable text (UTF-8); the file is damaged or was changed',
        }),
      ],
    }
  }
}

function missing(path: string, file: string): Problem {
  return path === packagePaths.manifest
    ? packageProblem(file, '', 'not-package', {
        vi: 'tệp zip này không có mục lục manifest.json nên không phải tệp nộp .parboard',
        en: 'this zip file has no list manifest.json, so it is no .parboard submission file',
      })
    : packageProblem(file, shortened(path), 'file-missing', {
        vi: 'thiếu trong tệp nộp; xin đơn vị xuất lại',
        en: 'is missing in the submission file; ask the agency to make it again',
      })
}

function altered(path: string, file: string): Problem {
  return packageProblem(file, shortened(path), 'wrong-hash', {
    vi: 'nội dung không đúng mã băm SHA-256 trong mục lục: đã bị sửa hoặc bị hỏng sau khi đơn vị xuất tệp',
    en: 'does not match its SHA-256 hash in the list: changed or damaged after the agency made the file',
  })
}

function added(path: string, file: string): Problem {
  return packageProblem(file, shortened(path), 'not-listed', {
    vi: 'không có trong mục lục manifest.json: đã được thêm sau khi đơn vị xuất tệp',
    en: 'is not in the list manifest.json: it was added after the agency made the file',
  })
}

function listedTwice(file: string): Problem {
  return packageProblem(file, packagePaths.manifest, 'listed-twice', {
    vi: 'mục lục ghi một tệp hai lần; không biết dòng nào đúng',
    en: 'the list names a file twice; nobody knows which line is right',
  })
}

function notRead(path: string, file: string): Problem {
  return packageProblem(
    file,
    shortened(path),
    'extra-file',
    {
      vi: 'không phải tệp của tệp nộp; không đọc, không giải nén',
      en: 'does not belong to a submission file; it was neither read nor unpacked',
    },
    'warning',
  )
}
