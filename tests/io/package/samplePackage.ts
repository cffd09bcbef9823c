import { readFileSync } from 'node:fs'
import { unzipSync, type Zippable, zipSync } from 'fflate'
import { decodeRuleSet, decodeSubmissions } from '../../../src/io/decode.ts'
import { hashBytes } from '../../../src/io/hash/hashBytes.ts'
import { writePackage } from '../../../src/io/package/writePackage.ts'
import type { Decoded } from '../../../src/model/problem.ts'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import type { Submission } from '../../../src/model/submission.ts'
import { scoreSubmission } from '../../../src/scoring/scoreSubmission.ts'

export const createdAt = '2026-11-21T09:30:00.000Z'

export function unwrap<T>(decoded: Decoded<T>): T {
  if (!decoded.ok)
    throw new Error(decoded.problems.map(each => `${each.file} ${each.path}: ${each.message.vi}`).join('\n'))
  return decoded.value
}

export function shippedRuleSet(id: string): RuleSet {
  const file = `data/rule-sets/${id}.json`
  return unwrap(decodeRuleSet(readFileSync(file, 'utf8'), file))
}

/** A submission that stands in a file of `data/submissions`. */
export function shippedSubmission(path: string, agencyId: string): Submission {
  const file = `data/submissions/${path}`
  const found = unwrap(decodeSubmissions(readFileSync(file, 'utf8'), file)).find(
    each => each.agencyId === agencyId,
  )
  if (!found) throw new Error(`${file} has no ${agencyId}`)
  return found
}

export const ruleSet = shippedRuleSet('mau-tinh-cqs')

/** The same rules with one leaf that looks at the period before: one percent more than then is 6 points. */
export const growing: RuleSet = {
  ...ruleSet,
  examples: [],
  criteria: ruleSet.criteria.map(area => ({
    ...area,
    subCriteria: area.subCriteria?.map(leaf =>
      leaf.id === 'van-ban-mang'
        ? {
            ...leaf,
            rule: {
              kind: 'growth',
              metric: 'vb-xu-ly-mang',
              whenPreviousZero: 'missing',
              bands: [
                { to: '1', points: '0' },
                { from: '1', points: '6' },
              ],
            },
          }
        : leaf,
    ),
  })),
}

/** The figures of the ward a month earlier. */
export function aMonthBefore(): Submission {
  const { approval: _, evidence: __, submittedOn: ___, ...rest } = aWard()
  return { ...rest, id: 'truoc', period: '2026-09' }
}

const scan = new TextEncoder().encode('%PDF-1.7 báo cáo tháng 10')
const photo = new Uint8Array(3_000).map((_, index) => (index * 37) % 256)

/** A ward of the demonstration province with two files of evidence, one of which stays at home. */
export function aWard(): Submission {
  const submission = shippedSubmission('mau-tinh-cqs/2026-10.json', 'mh-phuong-ngan-minh')
  const [leaf = ''] = ruleSet.criteria.flatMap(area => (area.subCriteria ?? []).map(each => each.id))
  return {
    ...submission,
    id: 'mau-tinh-cqs.2026-10.mh-phuong-ngan-minh',
    ruleSetVersion: ruleSet.version,
    stage: 'selfAssessment',
    decisions: [],
    submittedOn: '2026-11-21',
    approval: { name: 'Nguyễn Thị Minh Họa', title: 'Chủ tịch Ủy ban nhân dân phường', on: '2026-11-20' },
    evidence: [
      {
        id: 'e1',
        criterionIds: [leaf],
        title: 'Báo cáo tháng 10',
        file: { name: 'Báo cáo (đã ký) tháng 10.PDF', bytes: scan.length, sha256: hashBytes(scan) },
      },
      {
        id: 'e2',
        criterionIds: [leaf],
        title: 'Ảnh chụp',
        file: { name: '../ảnh\\1.jpg', bytes: photo.length, sha256: hashBytes(photo) },
      },
    ],
  }
}

export const files: ReadonlyMap<string, Uint8Array> = new Map([
  [hashBytes(scan), scan],
  [hashBytes(photo), photo],
])

export function packageOf(
  submission: Submission,
  rules = ruleSet,
  packed: ReadonlyMap<string, Uint8Array> = files,
  previous: Submission | null = null,
): Uint8Array {
  return writePackage({
    submission,
    ruleSet: rules,
    previous,
    scoreSheet: scoreSubmission(rules, submission, createdAt, { previous }),
    agencyName: 'Phường Ngân Minh',
    appVersion: '0.1.0',
    createdAt,
    files: packed,
  })
}

export type Contents = Readonly<Record<string, Uint8Array>>

/** The same file with something inside changed; the list is left as it was. */
export function rezip(bytes: Uint8Array, change: (contents: Contents) => Contents): Uint8Array {
  const entries = Object.entries(change(unzipSync(bytes)))
  const zippable: Zippable = Object.fromEntries(entries)
  return zipSync(zippable, { level: 6, mtime: new Date(1980, 0, 1) })
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
export const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

/** The same file with one text inside changed, its hash in the list made right again. */
export function retold(bytes: Uint8Array, path: string, change: (text: string) => string): Uint8Array {
  return rezip(bytes, contents => {
    const content = bytesOf(change(textOf(contents[path])))
    if (path === 'manifest.json') return { ...contents, [path]: content }
    const manifest = JSON.parse(textOf(contents['manifest.json']))
    const listed = manifest.files.map((each: { readonly path: string }) =>
      each.path === path ? { path, bytes: content.length, sha256: hashBytes(content) } : each,
    )
    return {
      ...contents,
      [path]: content,
      'manifest.json': bytesOf(JSON.stringify({ ...manifest, files: listed })),
    }
  })
}
