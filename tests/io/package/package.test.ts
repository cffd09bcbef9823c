import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { hashBytes } from '../../../src/io/hash/hashBytes.ts'
import { ruleSetHash } from '../../../src/io/hash/ruleSetHash.ts'
import { evidencePathOf, packageFileName } from '../../../src/io/package/packageNames.ts'
import { readPackage } from '../../../src/io/package/readPackage.ts'
import { scoreSubmission } from '../../../src/scoring/scoreSubmission.ts'
import { weighPackage } from '../../../src/state/assessment/weighPackage.ts'
import {
  aMonthBefore,
  aWard,
  createdAt,
  files,
  growing,
  packageOf,
  ruleSet,
  textOf,
  unwrap,
} from './samplePackage.ts'

const ward = aWard()
const bytes = packageOf(ward)
const contents = unzipSync(bytes)

describe('a submission file', () => {
  test('comes back as it was: submission, rules, score sheet, evidence', () => {
    const read = unwrap(readPackage(bytes, 'a.parboard'))
    expect(read.submission).toEqual(ward)
    expect(read.ruleSet).toEqual(ruleSet)
    expect(read.scoreSheet).toEqual(JSON.parse(JSON.stringify(scoreSubmission(ruleSet, ward, createdAt))))
    expect(read.evidence).toEqual(files)
    expect(read.previous).toBeNull()
    expect(read.remarks).toEqual([])
    expect(read.sha256).toBe(hashBytes(bytes))
  })

  test('holds what the list says, under names any disk takes', () => {
    const [first = '', second = ''] = [...files.keys()]
    expect(Object.keys(contents).toSorted()).toEqual(
      [
        'README.txt',
        `evidence/${first.slice(0, 12)}-Bao-cao-da-ky-thang-10.pdf`,
        `evidence/${second.slice(0, 12)}-anh-1.jpg`,
        'manifest.json',
        'rule-set.json',
        'score-sheet.json',
        'submission.json',
      ].toSorted(),
    )
    const manifest = JSON.parse(textOf(contents['manifest.json']))
    expect(manifest).toMatchObject({
      format: 'parboard-submission',
      formatVersion: 1,
      createdAt,
      appVersion: '0.1.0',
      submissionId: ward.id,
      ruleSet: { id: 'mau-tinh-cqs', version: ruleSet.version, sha256: ruleSetHash(ruleSet) },
      agency: { id: 'mh-phuong-ngan-minh', name: 'Phường Ngân Minh' },
      period: '2026-10',
      approval: { name: 'Nguyễn Thị Minh Họa', on: '2026-11-20' },
      leftOut: [],
    })
    for (const { path, bytes: size, sha256 } of manifest.files) {
      expect(contents[path]?.length).toBe(size)
      expect(hashBytes(contents[path] ?? new Uint8Array())).toBe(sha256)
    }
    // The hash of the rule set is that of its file.
    expect(hashBytes(contents['rule-set.json'] ?? new Uint8Array())).toBe(manifest.ruleSet.sha256)
  })

  test('says in Vietnamese what it is, for whoever opens it with something else', () => {
    const readme = textOf(contents['README.txt'])
    expect(readme).toBe(readme.normalize('NFC'))
    expect(readme).toContain('Đơn vị: Phường Ngân Minh (mh-phuong-ngan-minh)')
    expect(readme).toContain('Người duyệt: Nguyễn Thị Minh Họa, Chủ tịch Ủy ban nhân dân phường, 20/11/2026')
    expect(readme).toContain('-Bao-cao-da-ky-thang-10.pdf')
  })

  test('is the same to the byte for the same content, whatever the order of keys', () => {
    const turned = Object.fromEntries(Object.entries(ward).toReversed()) as typeof ward
    expect(packageOf(turned)).toEqual(bytes)
    expect(
      packageOf(structuredClone(ward), structuredClone(ruleSet), new Map([...files].toReversed())),
    ).toEqual(bytes)
  })

  test('tells the hashes of evidence that stays at home', () => {
    const [[kept = '', content = new Uint8Array()] = []] = files
    const read = unwrap(readPackage(packageOf(ward, ruleSet, new Map([[kept, content]])), 'a.parboard'))
    expect([...read.evidence.keys()]).toEqual([kept])
    expect(read.manifest.leftOut.map(each => each.name)).toEqual(['../ảnh\\1.jpg'])
    expect(read.remarks).toEqual([])
  })

  test('takes the period before along where rules look back', () => {
    const read = unwrap(readPackage(packageOf(ward, growing, files, aMonthBefore()), 'a.parboard'))
    expect(read.previous?.values).toEqual(ward.values)
    expect(read.remarks).toEqual([])
    const { again } = weighPackage(read, growing)
    expect(again.kind).toBe('identical')
    // As many as in the month before: no growth.
    expect(
      again.kind === 'identical' &&
        again.sheet.nodes.find(node => node.criterionId === 'van-ban-mang')?.points,
    ).toEqual({ kind: 'known', from: '0', to: '0' })
  })

  test('without an approval or a day says so, and stands', () => {
    const { approval: _, submittedOn: __, ...bare } = ward
    const read = unwrap(readPackage(packageOf(bare), 'a.parboard'))
    expect(read.remarks.map(each => each.code)).toEqual(['no-approval', 'no-day'])
  })

  test('says what the agency claims itself', () => {
    const claim = { criterionId: 'van-ban-mang', stage: 'selfAssessment', points: '0.25' } as const
    const read = unwrap(readPackage(packageOf({ ...ward, decisions: [claim] }), 'a.parboard'))
    expect(read.submission.decisions).toEqual([claim])
    expect(read.remarks).toEqual([])
  })
})

describe('names', () => {
  test.each([
    ['Báo cáo Đắk Lắk.PDF', 'Bao-cao-Dak-Lak.pdf'],
    ['../../etc/passwd', 'etc-passwd'],
    ['C:\\a\\b.docx', 'C-a-b.docx'],
    ['....', 'tep'],
    ['=cmd.xlsx', 'cmd.xlsx'],
    ['文件', 'tep'],
    [`${'a'.repeat(300)}.pdf`, `${'a'.repeat(80)}.pdf`],
    ['con trỏ\u202efdp.exe', 'con-tro-fdp.exe'],
  ])('%s is stored as %s', (name, stored) => {
    expect(evidencePathOf('0'.repeat(64), name, new Set())).toBe(`evidence/000000000000-${stored}`)
  })

  test('two files that would share a name do not', () => {
    const taken = new Set(['evidence/000000000000-a.pdf'])
    expect(evidencePathOf('0'.repeat(64), 'a.pdf', taken)).toBe(`evidence/${'0'.repeat(64)}-a.pdf`)
  })

  test('of the file itself: what it is of, in letters without marks', () => {
    expect(packageFileName('mau-tinh-cqs', '2026-11', 'mh-phuong-ngan-minh')).toBe(
      'tu-cham_mau-tinh-cqs_2026-11_mh-phuong-ngan-minh.parboard',
    )
  })
})
