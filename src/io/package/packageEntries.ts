import type { Decoded, Problem } from '../../model/problem.ts'
import { hashBytes } from '../hash/hashBytes.ts'
import { packageLimits, packagePaths } from './packageFormat.ts'
import { type PackageKind, packageProblem, shortened } from './packageProblem.ts'

// What submission files and request files have in common: a list of everything inside, with hashes.

export type Entries = ReadonlyMap<string, Uint8Array>

type Listed = { readonly path: string; readonly bytes: number; readonly sha256: string }

/** What a list says it is a list of, whatever else it holds; null where it says nothing of the kind. */
export function headOf(text: string): { readonly format: string; readonly version: number | null } | null {
  try {
    const head: unknown = JSON.parse(text)
    if (typeof head !== 'object' || head === null || !('format' in head)) return null
    if (typeof head.format !== 'string') return null
    const version = 'formatVersion' in head ? head.formatVersion : null
    return { format: head.format, version: typeof version === 'number' ? version : null }
  } catch {
    return null
  }
}

/** Whether every file of the list is there as it was, and none of ours that the list does not know. */
export function checkFiles(
  files: readonly Listed[],
  entries: Entries,
  needed: readonly string[],
  file: string,
  kind: PackageKind,
): readonly Problem[] {
  const listed = new Map(files.map(each => [each.path, each]))
  const problems: Problem[] = files.flatMap(({ path, bytes, sha256 }) => {
    const content = entries.get(path)
    if (!content || path === packagePaths.manifest) return [missing(path, file, kind)]
    return content.byteLength === bytes && hashBytes(content) === sha256 ? [] : [altered(path, file, kind)]
  })
  const unlisted = [...entries.keys()].filter(path => path !== packagePaths.manifest && !listed.has(path))
  return [
    ...problems,
    ...unlisted.map(path => added(path, file, kind)),
    ...needed.filter(path => !listed.has(path) && !entries.has(path)).map(path => missing(path, file, kind)),
    ...(listed.size === files.length ? [] : [listedTwice(file)]),
  ]
}

/** A file inside as text. */
export function textOf(entries: Entries, path: string, file: string, kind: PackageKind): Decoded<string> {
  const bytes = entries.get(path)
  if (!bytes) return { ok: false, problems: [missing(path, file, kind)] }
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

/** Who made a file, and what it is called. */
const names = {
  submission: {
    file: { vi: 'tệp nộp', en: 'submission file' },
    maker: { vi: 'đơn vị', en: 'the agency' },
  },
  request: {
    file: { vi: 'tệp yêu cầu giải trình', en: 'request file' },
    maker: { vi: 'cơ quan thẩm định', en: 'the reviewer' },
  },
} as const satisfies Record<PackageKind, unknown>

function missing(path: string, file: string, kind: PackageKind): Problem {
  const { file: what, maker } = names[kind]
  return path === packagePaths.manifest
    ? packageProblem(file, '', 'not-package', {
        vi: `tệp zip này không có mục lục manifest.json nên không phải ${what.vi} .parboard`,
        en: `this zip file has no list manifest.json, so it is no .parboard ${what.en}`,
      })
    : packageProblem(file, shortened(path), 'file-missing', {
        vi: `thiếu trong ${what.vi}; xin ${maker.vi} xuất lại`,
        en: `is missing in the ${what.en}; ask ${maker.en} to make it again`,
      })
}

function altered(path: string, file: string, kind: PackageKind): Problem {
  const { maker } = names[kind]
  return packageProblem(file, shortened(path), 'wrong-hash', {
    vi: `nội dung không đúng mã băm SHA-256 trong mục lục: đã bị sửa hoặc bị hỏng sau khi ${maker.vi} xuất tệp`,
    en: `does not match its SHA-256 hash in the list: changed or damaged after ${maker.en} made the file`,
  })
}

function added(path: string, file: string, kind: PackageKind): Problem {
  const { maker } = names[kind]
  return packageProblem(file, shortened(path), 'not-listed', {
    vi: `không có trong mục lục manifest.json: đã được thêm sau khi ${maker.vi} xuất tệp`,
    en: `is not in the list manifest.json: it was added after ${maker.en} made the file`,
  })
}

function listedTwice(file: string): Problem {
  return packageProblem(file, packagePaths.manifest, 'listed-twice', {
    vi: 'mục lục ghi một tệp hai lần; không biết dòng nào đúng',
    en: 'the list names a file twice; nobody knows which line is right',
  })
}

/** Something in the zip file that is none of ours. */
export function notRead(path: string, file: string, kind: PackageKind): Problem {
  const { file: what } = names[kind]
  return packageProblem(
    file,
    shortened(path),
    'extra-file',
    {
      vi: `không phải tệp của ${what.vi}; không đọc, không giải nén`,
      en: `does not belong to a ${what.en}; it was neither read nor unpacked`,
    },
    'warning',
  )
}
