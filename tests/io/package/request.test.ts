import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { ruleSetHash } from '../../../src/io/hash/ruleSetHash.ts'
import { answerFileName, requestFileName } from '../../../src/io/package/packageNames.ts'
import { readAnyPackage } from '../../../src/io/package/readAnyPackage.ts'
import { readPackage } from '../../../src/io/package/readPackage.ts'
import { readRequest } from '../../../src/io/package/readRequest.ts'
import type { Submission } from '../../../src/model/submission.ts'
import {
  aMonthBefore,
  aWard,
  bytesOf,
  growing,
  packageOf,
  retold,
  rezip,
  ruleSet,
  textOf,
  unwrap,
} from './samplePackage.ts'
import { aDepartment, aRequest, dueAt, requestOf } from './sampleRequest.ts'

const file = 'yeu-cau.parboard'
const bytes = requestOf()

/** Refused in both languages, with the file; nothing is thrown. */
function codes(broken: Uint8Array) {
  const read = readRequest(broken, file)
  if (read.ok) throw new Error('the file was taken')
  expect(read.problems.length).toBeGreaterThan(0)
  for (const { file: place, message, severity } of read.problems) {
    expect(place.startsWith(file)).toBe(true)
    expect(severity).toBe('error')
    expect(message.vi).not.toMatch(/undefined|NaN|\[object/)
    expect(message.vi).toBe(message.vi.normalize('NFC'))
    expect(message.en.length).toBeGreaterThan(3)
  }
  return read.problems.map(problem => problem.code)
}

describe('a request file', () => {
  test('is read as it was written', () => {
    const read = unwrap(readRequest(bytes, file))
    expect(read.request).toEqual(aRequest())
    expect(read.submission).toEqual(aDepartment())
    expect(read.ruleSet).toEqual(ruleSet)
    expect(read.previous).toBeNull()
    expect(read.manifest).toMatchObject({ questions: 3, requestId: 'yc1', roundId: 'dot1' })
    expect(read.remarks).toEqual([])
  })

  test('is the same bytes for the same content', () => {
    expect(requestOf()).toEqual(bytes)
  })

  test('takes figures of the period before along', () => {
    const ward = aWard()
    const rules = growing
    const mark = { id: rules.id, version: rules.version, sha256: ruleSetHash(rules) }
    const made = requestOf({
      request: aRequest({ agencyId: ward.agencyId, ruleSet: mark }),
      submission: ward,
      ruleSet: rules,
      previous: aMonthBefore(),
    })
    expect(unwrap(readRequest(made, file)).previous).toEqual(aMonthBefore())
  })

  test('tells whoever opens it with something else what is asked, until when in Viet Nam', () => {
    const contents: Record<string, Uint8Array> = {}
    rezip(bytes, all => {
      Object.assign(contents, all)
      return all
    })
    const readme = textOf(contents['README.txt'])
    expect(readme).toContain('TỆP YÊU CẦU GIẢI TRÌNH')
    expect(readme).toContain('Trả lời trước: 17 giờ 00 ngày 28/11/2026 (giờ Việt Nam)')
    expect(readme).toContain('1. 1.1 ')
    expect(readme).toContain('Vì sao còn 173 văn bản chưa xử lý trên mạng? Đề nghị gửi bảng kê.')
    expect(readme).toBe(readme.normalize('NFC'))
  })

  test('is named so that every disk takes it', () => {
    const parts = ['mau-tinh-cqs', '2026-10', 'mh-so-xay-dung'] as const
    expect(requestFileName(...parts)).toBe('yeu-cau-giai-trinh_mau-tinh-cqs_2026-10_mh-so-xay-dung.parboard')
    expect(answerFileName(...parts)).toBe('giai-trinh_mau-tinh-cqs_2026-10_mh-so-xay-dung.parboard')
  })
})

describe('the two kinds are told apart by their list', () => {
  test('whichever a file is, it is read as that', () => {
    expect(unwrap(readAnyPackage(bytes, file)).kind).toBe('request')
    expect(unwrap(readAnyPackage(packageOf(aWard()), 'tu-cham.parboard')).kind).toBe('submission')
  })

  test('a request where a submission is wanted, and the other way round, is said in plain words', () => {
    const asSubmission = readPackage(bytes, file)
    if (asSubmission.ok) throw new Error('taken')
    expect(asSubmission.problems.map(each => each.code)).toEqual(['is-request'])
    expect(asSubmission.problems[0]?.message.vi).toContain('tệp yêu cầu giải trình')
    expect(codes(packageOf(aWard()))).toEqual(['is-submission'])
  })

  test('what is neither is refused as a submission would be', () => {
    for (const broken of [bytesOf('xin chào'), zipSync({ 'a.txt': bytesOf('a') })]) {
      const read = readAnyPackage(broken, file)
      expect(read.ok ? [] : read.problems.map(each => each.code)).toEqual(['not-package'])
    }
  })
})

describe('a damaged request is refused whole', () => {
  test.each([0, 10, 50, 90, 99])('cut off at %d percent', percent => {
    codes(bytes.slice(0, Math.floor((bytes.length * percent) / 100)))
  })

  test('with something inside changed', () => {
    const path = 'request.json'
    const broken = rezip(bytes, all => ({
      ...all,
      [path]: bytesOf(textOf(all[path]).replace('Đề nghị', 'De nghi')),
    }))
    expect(codes(broken)).toEqual(['wrong-hash'])
  })

  test('with something missing, added, or listed twice', () => {
    expect(codes(rezip(bytes, ({ 'request.json': _, ...rest }) => rest))).toEqual(['file-missing'])
    expect(codes(rezip(bytes, ({ 'manifest.json': _, ...rest }) => rest))).toEqual(['not-package'])
    expect(codes(rezip(bytes, all => ({ ...all, 'previous.json': bytesOf('{}') })))).toEqual(['not-listed'])
    const twice = retold(bytes, 'manifest.json', text => {
      const list = JSON.parse(text)
      return JSON.stringify({ ...list, files: [...list.files, list.files[0]] })
    })
    expect(codes(twice)).toEqual(['listed-twice'])
  })

  test('of a later form', () => {
    const newer = retold(bytes, 'manifest.json', text =>
      JSON.stringify({ ...JSON.parse(text), formatVersion: 2, more: true }),
    )
    expect(codes(newer)).toEqual(['newer-format'])
  })

  test.each<[string, (text: string) => string, string]>([
    ['request.json', text => text.replace('"yc1"', '"yc2"'), 'mismatch'],
    ['request.json', text => text.replace('"dot1"', '"dot2"'), 'mismatch'],
    ['request.json', text => text.replaceAll('mh-so-xay-dung', 'mh-so-noi-vu'), 'mismatch'],
    ['request.json', text => text.replace('"minh-chung"', '"khong-co"'), 'unknown-criterion'],
    // A group carries no points of its own: nothing can be answered there.
    ['request.json', text => text.replace('"minh-chung"', '"dich-vu-cong"'), 'unknown-criterion'],
    ['request.json', text => JSON.stringify({ ...JSON.parse(text), questions: [] }), 'no-questions'],
    ['submission.json', text => text.replace('"2026-10"', '"2026-09"'), 'mismatch'],
    ['submission.json', text => text.replace('"selfAssessment"', '"closed"'), 'not-self-assessment'],
    ['rule-set.json', text => text.replace('"maxPoints":"6"', '"maxPoints":"7"'), 'mismatch'],
  ])('whose %s says something else than the list', (path, change, code) => {
    expect(codes(retold(bytes, path, change))).toContain(code)
  })

  test('that brings figures of a period before which the rules do not ask for', () => {
    const before: Submission = { ...aDepartment(), id: 'truoc', period: '2026-09' }
    expect(codes(requestOf({ previous: before }))).toContain('wrong-previous')
  })

  test('with fields nobody knows', () => {
    const strange = retold(bytes, 'request.json', text =>
      JSON.stringify({ ...JSON.parse(text), __proto__x: 1, hidden: 'x' }),
    )
    expect(codes(strange)).toContain('unknown-field')
  })

  test('a file beside ours is neither read nor unpacked, and said', () => {
    const read = unwrap(
      readRequest(
        rezip(bytes, all => ({ ...all, 'virus.exe': bytesOf('x') })),
        file,
      ),
    )
    expect(read.remarks.map(each => each.code)).toEqual(['extra-file'])
  })
})

describe('an answer file', () => {
  test('names the request it answers; others say nothing of one', () => {
    expect(unwrap(readPackage(packageOf(aWard()), 'tu-cham.parboard')).manifest.answersTo).toBeUndefined()
  })

  test('that names a request in another way is refused', () => {
    const broken = retold(packageOf(aWard()), 'manifest.json', text =>
      JSON.stringify({ ...JSON.parse(text), answersTo: { requestId: '', roundId: dueAt } }),
    )
    expect(readPackage(broken, 'giai-trinh.parboard').ok).toBe(false)
  })
})
