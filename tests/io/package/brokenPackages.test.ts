import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { hashBytes } from '../../../src/io/hash/hashBytes.ts'
import { readPackage } from '../../../src/io/package/readPackage.ts'
import type { Submission } from '../../../src/model/submission.ts'
import {
  aMonthBefore,
  aWard,
  bytesOf,
  type Contents,
  files,
  growing,
  packageOf,
  retold,
  rezip,
  ruleSet,
  textOf,
} from './samplePackage.ts'

const bytes = packageOf(aWard())
const file = 'tu-cham.parboard'

/** Refused in both languages, with the file; nothing is thrown. */
function refusal(broken: Uint8Array) {
  const read = readPackage(broken, file)
  if (read.ok) throw new Error('the file was taken')
  expect(read.problems.length).toBeGreaterThan(0)
  for (const { file: place, message, severity, code } of read.problems) {
    expect(place.startsWith(file)).toBe(true)
    expect(severity).toBe('error')
    expect(code).not.toBe('')
    expect(message.vi).not.toMatch(/undefined|NaN|\[object/)
    expect(message.vi.length).toBeGreaterThan(9)
    expect(message.en.length).toBeGreaterThan(9)
    expect(message.vi).toBe(message.vi.normalize('NFC'))
  }
  return read.problems
}

const codes = (broken: Uint8Array) => refusal(broken).map(problem => problem.code)

/** The zip file with a number inside its directory overwritten, for every entry. */
function withDirectory(source: Uint8Array, write: (view: DataView, at: number, index: number) => void) {
  const copy = source.slice()
  const view = new DataView(copy.buffer)
  let index = 0
  for (let at = 0; at < copy.length - 46; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) {
      write(view, at, index)
      index += 1
    }
  return copy
}

/** The same file with names of entries overwritten, which a library would stumble over. */
function renamed(source: Uint8Array, names: readonly (readonly [string, string])[]): Uint8Array {
  // Latin letters only, one byte each.
  const letters = Array.from(source, byte => String.fromCharCode(byte)).join('')
  const text = names.reduce((all, [from, to]) => all.replaceAll(from, to), letters)
  return Uint8Array.from(text, letter => letter.charCodeAt(0))
}

/** Place of the record that ends a zip file without a comment. */
const endOf = (source: Uint8Array) => source.length - 22

describe('cut off', () => {
  test.each(Array.from({ length: 20 }, (_, step) => step * 5))('at %d percent', percent => {
    refusal(bytes.slice(0, Math.floor((bytes.length * percent) / 100)))
  })

  test.each([1, 2, 21, 22, 23, 46, 100])('%d bytes short', count => {
    refusal(bytes.slice(0, bytes.length - count))
  })

  test.each([1, 4, 30, 1000])('without its first %d bytes', count => {
    refusal(bytes.slice(count))
  })
})

describe('flipped', () => {
  const places = Array.from({ length: 60 }, (_, index) => Math.floor(((index + 0.5) * bytes.length) / 60))

  test.each(places)('one byte at %d is refused, or changes nothing that is read', place => {
    const broken = bytes.slice()
    broken[place] = (broken[place] ?? 0) ^ 0xff
    const read = readPackage(broken, file)
    if (!read.ok) {
      refusal(broken)
      return
    }
    // A time stamp, an attribute or a name nobody reads: every file inside is what it was.
    const whole = readPackage(bytes, file)
    if (!whole.ok) throw new Error('the sample is broken')
    expect(read.value.submission).toEqual(whole.value.submission)
    expect(read.value.scoreSheet).toEqual(whole.value.scoreSheet)
    expect(read.value.ruleSet).toEqual(whole.value.ruleSet)
    expect(read.value.sha256).not.toBe(whole.value.sha256)
  })
})

describe('not a submission file', () => {
  test.each<readonly [string, Uint8Array, string]>([
    ['nothing at all', new Uint8Array(), 'not-package'],
    ['one byte', new Uint8Array([80]), 'not-package'],
    ['a text', bytesOf('Báo cáo tự chấm tháng 11'), 'not-package'],
    ['JSON', bytesOf('{"format":"parboard-submission"}'), 'not-package'],
    ['zeros', new Uint8Array(100_000), 'not-package'],
    ['noise', new Uint8Array(50_000).map((_, index) => (index * index * 31) % 251), 'not-package'],
    ['an old Word file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'not-package'],
    ['a PDF', bytesOf('%PDF-1.7\n%%EOF'), 'not-package'],
    ['a zip of a PDF', zipSync({ 'a.pdf': bytesOf('%PDF') }), 'not-package'],
    [
      'a workbook',
      zipSync({ 'xl/workbook.xml': bytesOf('<x/>'), '[Content_Types].xml': bytesOf('<x/>') }),
      'not-package',
    ],
    ['an empty zip', zipSync({}), 'not-package'],
    ['a submission file inside a zip', zipSync({ [file]: bytes }), 'not-package'],
    ['garbage before it', Uint8Array.from([...bytesOf('xxxx'), ...bytes]), ''],
    ['garbage behind it', Uint8Array.from([...bytes, ...new Uint8Array(70_000)]), 'not-package'],
  ])('%s', (_, broken, code) => {
    const found = codes(broken)
    if (code !== '') expect(found).toEqual([code])
  })

  test('too large is said before anything is looked at', () => {
    expect(codes(new Uint8Array(100_000_001))).toEqual(['too-large'])
  })
})

describe('made to do harm', () => {
  const harmless = { 'manifest.json': bytesOf('{}') }

  test.each([
    '../outside.txt',
    'evidence/../../outside.txt',
    '/etc/passwd',
    '\\\\server\\share\\a.txt',
    'evidence\\a.txt',
    'C:/windows/a.txt',
    'c:a.txt',
    './manifest.json',
    'a/./b.txt',
    'a\u0000b.txt',
    'a\nb.txt',
    '..',
  ])('a name that leads outside: %j', path => {
    expect(codes(zipSync({ ...harmless, [path]: bytesOf('x') }))).toEqual(['unsafe-path'])
    expect(codes(rezip(bytes, contents => ({ ...contents, [path]: bytesOf('x') })))).toEqual(['unsafe-path'])
  })

  test.each([
    ['manifest.json', 'MANIFEST.json'],
    ['submission.json', 'Submission.JSON'],
    ['evidence/a', 'Evidence/A'],
    ['tệp.txt'.normalize('NFC'), 'tệp.txt'.normalize('NFD')],
  ])('two names a disk takes for one: %s, %s', (one, other) => {
    expect(codes(zipSync({ [one]: bytesOf('1'), [other]: bytesOf('2') }))).toEqual(['doubled-path'])
  })

  test('one name twice in the directory', () => {
    const twins = zipSync({ ...harmless, 'manifesT.json': bytesOf('{}') })
    const doubled = withDirectory(twins, (view, at) => view.setUint8(at + 46 + 7, 't'.charCodeAt(0)))
    expect(codes(doubled)).toEqual(['doubled-path'])
  })

  test('a bomb: little that unpacks to too much', () => {
    const half = new Uint8Array(110_000_000)
    expect(codes(zipSync({ ...harmless, a: half, b: half }))).toEqual(['unpacks-too-large'])
  })

  test.each([0, 1, 500])('a bomb that says it is %d bytes', size => {
    const bomb = zipSync({ ...harmless, 'submission.json': new Uint8Array(30_000_000) })
    const lying = withDirectory(bomb, (view, at) => view.setUint32(at + 24, size, true))
    refusal(lying)
  })

  test.each([0xffffffff, 0xfffffffe, 0x7fffffff])('an entry that says it is %d bytes', size => {
    refusal(withDirectory(bytes, (view, at, index) => index === 2 && view.setUint32(at + 24, size, true)))
  })

  test('a directory of more files than any submission has', () => {
    const many = Object.fromEntries(
      Array.from({ length: 1_001 }, (_, index) => [`f${index}`, new Uint8Array()]),
    )
    expect(codes(zipSync(many))).toEqual(['too-many-files'])
  })

  test.each([0, 1, 3, 1_000, 65_535])('a directory that says it has %d entries', count => {
    const broken = bytes.slice()
    const view = new DataView(broken.buffer)
    for (const at of [8, 10]) view.setUint16(endOf(broken) + at, count, true)
    refusal(broken)
  })

  test.each([1, 100, 65_535])('two counts of entries, one of them %d', count => {
    // One reader of zip files believes the one, another the other.
    const broken = bytes.slice()
    new DataView(broken.buffer).setUint16(endOf(broken) + 8, count, true)
    const read = readPackage(broken, file)
    if (!read.ok) refusal(broken)
  })

  test.each([0, 100, 0x7fffffff, 0xffffffff])('a directory said to stand at %d', place => {
    const broken = bytes.slice()
    new DataView(broken.buffer).setUint32(endOf(broken) + 16, place, true)
    refusal(broken)
  })

  test.each([1, 12, 14, 95, 99])('an entry packed by method %d', method => {
    refusal(withDirectory(bytes, (view, at, index) => index === 1 && view.setUint16(at + 10, method, true)))
  })

  test.each([0, 17, 0x7fffffff])('an entry said to stand at %d', place => {
    refusal(withDirectory(bytes, (view, at, index) => index === 3 && view.setUint32(at + 42, place, true)))
  })

  test('__proto__ is a name like any other', () => {
    const proto = '"__proto__": {"formatVersion": 1, "polluted": true}, "constructor": {"polluted": true}'
    refusal(retold(bytes, 'manifest.json', text => text.replace('{', `{${proto},`)))
    refusal(retold(bytes, 'submission.json', text => text.replace('{', `{${proto},`)))
    refusal(retold(bytes, 'rule-set.json', text => text.replace('{', `{${proto},`)))
    const named = readPackage(
      renamed(
        rezip(bytes, contents => ({ ...contents, aaproto__: bytesOf('{}'), constructxx: bytesOf('{}') })),
        [
          ['aaproto__', '__proto__'],
          ['constructxx', 'constructor'],
        ],
      ),
      file,
    )
    expect(named.ok && named.value.remarks.map(each => each.file)).toEqual([
      `${file} › __proto__`,
      `${file} › constructor`,
    ])
    expect(Object.prototype).not.toHaveProperty('polluted')
    expect({}).not.toHaveProperty('formatVersion')
  })
})

describe('changed inside', () => {
  const inside = ['submission.json', 'rule-set.json', 'score-sheet.json', 'README.txt']
  const evidence = Object.keys(contentsOf()).filter(path => path.startsWith('evidence/'))

  function contentsOf(): Contents {
    let found: Contents = {}
    rezip(bytes, contents => {
      found = contents
      return contents
    })
    return found
  }

  test.each([...inside, ...evidence])('%s with another byte', path => {
    const broken = rezip(bytes, contents => ({ ...contents, [path]: changed(contents[path]) }))
    expect(refusal(broken).map(({ file: place, code }) => [place, code])).toEqual([
      [`${file} › ${path}`, 'wrong-hash'],
    ])
  })

  function changed(content: Uint8Array | undefined): Uint8Array {
    const copy = (content ?? new Uint8Array()).slice()
    copy[copy.length >> 1] = (copy[copy.length >> 1] ?? 0) ^ 1
    return copy
  }

  test.each([...inside, ...evidence])('%s one byte longer', path => {
    const broken = rezip(bytes, contents => ({
      ...contents,
      [path]: Uint8Array.from([...(contents[path] ?? []), 10]),
    }))
    expect(codes(broken)).toEqual(['wrong-hash'])
  })

  test.each([...inside, ...evidence])('without %s', path => {
    const broken = rezip(bytes, contents =>
      Object.fromEntries(Object.entries(contents).filter(([name]) => name !== path)),
    )
    expect(codes(broken)).toEqual(['file-missing'])
  })

  test('evidence added, or put in the place of another', () => {
    const added = rezip(bytes, contents => ({ ...contents, 'evidence/000000000000-a.pdf': bytesOf('x') }))
    expect(codes(added)).toEqual(['not-listed'])
    const [one = '', other = ''] = evidence
    const swapped = rezip(bytes, contents => ({
      ...contents,
      [one]: contents[other] ?? bytesOf(''),
      [other]: contents[one] ?? bytesOf(''),
    }))
    expect(codes(swapped)).toEqual(['wrong-hash', 'wrong-hash'])
  })

  test('a file nobody knows is said and not read', () => {
    const read = readPackage(
      rezip(bytes, contents => ({
        ...contents,
        'ghi-chu.txt': bytesOf('x'),
        'long/ben-trong.zip': zipSync({ '../a': bytesOf('x') }),
      })),
      file,
    )
    expect(read.ok && read.value.remarks.map(each => [each.file, each.code, each.severity])).toEqual([
      [`${file} › ghi-chu.txt`, 'extra-file', 'warning'],
      [`${file} › long/ben-trong.zip`, 'extra-file', 'warning'],
    ])
  })

  test.each<readonly [string, string, (text: string) => string, readonly string[]]>([
    [
      'a later form',
      'manifest.json',
      text => text.replace('"formatVersion": 1', '"formatVersion": 2'),
      ['newer-format'],
    ],
    [
      'a much later form',
      'manifest.json',
      () => '{"format":"parboard-submission","formatVersion":9}',
      ['newer-format'],
    ],
    [
      'no form',
      'manifest.json',
      text => text.replace('"formatVersion": 1', '"formatVersion": 0'),
      ['invalid-value'],
    ],
    [
      'another format',
      'manifest.json',
      text => text.replace('parboard-submission', 'parboard-backup'),
      ['invalid-value'],
    ],
    ['a list that is no JSON', 'manifest.json', text => text.slice(0, 100), ['not-json']],
    ['a list that is a number', 'manifest.json', () => '7', ['invalid-type']],
    ['a list that is null', 'manifest.json', () => 'null', ['invalid-type']],
    [
      'another agency in the list',
      'manifest.json',
      text => text.replace('"id": "mh-phuong-ngan-minh"', '"id": "mh-so-xay-dung"'),
      ['mismatch', 'mismatch'],
    ],
    [
      'another period in the list',
      'manifest.json',
      text => text.replace('"period": "2026-10"', '"period": "2026-09"'),
      ['mismatch', 'mismatch'],
    ],
    [
      'another approval in the list',
      'manifest.json',
      text => text.replace('Nguyễn Thị Minh Họa', 'Trần Văn Minh'),
      ['mismatch'],
    ],
    [
      'another day of approval in the list',
      'manifest.json',
      text => text.replace('"on": "2026-11-20"', '"on": "2026-02-31"'),
      ['custom'],
    ],
    [
      'another hash of the rules',
      'manifest.json',
      text => text.replace(/("ruleSet": \{[^}]*"sha256": ")[0-9a-f]{64}/, `$1${'0'.repeat(64)}`),
      ['mismatch'],
    ],
    [
      'another version of the rules',
      'manifest.json',
      text => text.replace(`"version": "${ruleSet.version}"`, '"version": "99"'),
      ['mismatch', 'mismatch', 'mismatch'],
    ],
    [
      'a figure that is no text',
      'submission.json',
      text => text.replace(/"value": "(\d+)"/, '"value": $1'),
      ['invalid-type'],
    ],
    [
      'a field nobody knows',
      'submission.json',
      text => text.replace('{', '{"ghi-chu": 1,'),
      ['unknown-field'],
    ],
    ['a submission that is no JSON', 'submission.json', () => '{', ['not-json']],
    ['an empty submission', 'submission.json', () => '', ['not-json']],
    ['a submission that is a list', 'submission.json', () => '[]', ['invalid-type']],
    [
      'the figures of another agency',
      'submission.json',
      text => text.replace('"agencyId": "mh-phuong-ngan-minh"', '"agencyId": "mh-so-xay-dung"'),
      ['mismatch'],
    ],
    [
      'no approval in the figures',
      'submission.json',
      text => text.replace(/"approval": \{[^}]*\},/, ''),
      ['mismatch'],
    ],
    [
      'rules without criteria',
      'rule-set.json',
      text => text.replace(/"criteria":\[.*\],"decisionId"/, '"criteria":[],"decisionId"'),
      ['too-small'],
    ],
    ['rules of another name', 'rule-set.json', text => text.replace('"mau-tinh-cqs"', '"mau-khac"'), []],
    [
      'a score sheet of another form',
      'score-sheet.json',
      text => text.replace('"formatVersion": 1', '"formatVersion": 2'),
      ['invalid-value'],
    ],
    [
      'a score sheet with a word for points',
      'score-sheet.json',
      text => text.replace(/("total": \{.*?"maxPoints": )"[^"]*"/s, '$1"nhiều"'),
      ['invalid-format'],
    ],
    [
      'a score sheet with an endless number',
      'score-sheet.json',
      text => text.replace(/("total": \{.*?"maxPoints": )"[^"]*"/s, `$1"${'9'.repeat(5_000)}"`),
      ['too-big'],
    ],
    [
      'a score sheet of another submission',
      'score-sheet.json',
      text => text.replace(/"submissionId": "[^"]*"/, '"submissionId": "khac"'),
      ['mismatch'],
    ],
    ['another title of the rules', 'manifest.json', told({ ruleSet: { title: 'Bộ giả' } }), ['mismatch']],
    ['another engine in the list', 'manifest.json', told({ engineVersion: '9.9' }), ['mismatch']],
    [
      'another time in the list',
      'manifest.json',
      told({ createdAt: '2020-01-01T00:00:00.000Z' }),
      ['mismatch'],
    ],
    [
      'a file said to stay that nobody names',
      'manifest.json',
      told({ leftOut: [{ name: 'không có', bytes: 1, sha256: '0'.repeat(64) }] }),
      ['mismatch'],
    ],
    [
      'evidence of another size',
      'submission.json',
      text => text.replace(/"bytes": 3000/, '"bytes": 3001'),
      ['mismatch'],
    ],
    ['figures of a review', 'submission.json', told({ stage: 'secondReview' }), ['not-self-assessment']],
    [
      'points a reviewer gave',
      'submission.json',
      told({ decisions: [{ criterionId: 'van-ban-mang', stage: 'secondReview', points: '0.25' }] }),
      ['not-self-assessment'],
    ],
    [
      'a published result',
      'submission.json',
      told({ published: { provenance: aWard().provenance, total: '99', points: [] } }),
      ['not-self-assessment'],
    ],
  ])('%s', (_, path, change, expected) => {
    const found = codes(retold(bytes, path, change))
    if (expected.length > 0) expect(found).toEqual(expected)
  })

  /** A text with some fields of its JSON, and of what lies in them, changed. */
  function told(fields: Readonly<Record<string, unknown>>): (text: string) => string {
    return text => {
      const all = JSON.parse(text)
      const changed = Object.entries(fields).map(([key, value]) => [
        key,
        key === 'ruleSet' ? Object.assign(all[key], value) : value,
      ])
      return JSON.stringify({ ...all, ...Object.fromEntries(changed) })
    }
  }

  test.each<readonly [string, Partial<Submission>, boolean]>([
    ['the month before', {}, true],
    ['two months before', { period: '2026-08' }, false],
    ['the same month', { period: '2026-10' }, false],
    ['the month after', { period: '2026-11' }, false],
    ['a year', { period: '2025' }, false],
    ['another agency', { agencyId: 'mh-so-xay-dung' }, false],
    ['other rules', { ruleSetId: 'qd766-2022' }, false],
    ['another version of the rules', { ruleSetVersion: '0.0.1' }, false],
  ])('figures to compare with, of %s', (_, change, isTaken) => {
    const before = { ...aMonthBefore(), ...change }
    const made = packageOf(aWard(), growing, files, before)
    if (isTaken) expect(readPackage(made, file).ok).toBe(true)
    else expect(codes(made)).toEqual(['wrong-previous'])
  })

  test('figures to compare with where no rule compares', () => {
    expect(codes(packageOf(aWard(), ruleSet, files, aMonthBefore()))).toEqual(['wrong-previous'])
  })

  test('a file listed twice, with two hashes', () => {
    const broken = retold(bytes, 'manifest.json', text => {
      const manifest = JSON.parse(text)
      return JSON.stringify({
        ...manifest,
        files: [...manifest.files, { ...manifest.files[0], sha256: hashBytes(bytesOf('x')) }],
      })
    })
    expect(codes(broken)).toContain('listed-twice')
  })

  test('text that is no UTF-8', () => {
    const content = Uint8Array.from([0x7b, 0xff, 0xfe, 0x7d])
    const broken = rezip(bytes, contents => {
      const manifest = JSON.parse(textOf(contents['manifest.json']))
      const listed = manifest.files.map((each: { readonly path: string }) =>
        each.path === 'submission.json'
          ? { path: each.path, bytes: content.length, sha256: hashBytes(content) }
          : each,
      )
      return {
        ...contents,
        'submission.json': content,
        'manifest.json': bytesOf(JSON.stringify({ ...manifest, files: listed })),
      }
    })
    expect(codes(broken)).toEqual(['not-text'])
  })

  test('evidence that neither came along nor was left out is said; the figures stand', () => {
    const [kept = new Uint8Array()] = files.values()
    const partly = packageOf(aWard(), ruleSet, new Map([[hashBytes(kept), kept]]))
    const read = readPackage(
      retold(partly, 'manifest.json', text => JSON.stringify({ ...JSON.parse(text), leftOut: [] })),
      file,
    )
    expect(read.ok && read.value.remarks.map(each => each.code)).toEqual(['evidence-absent'])
  })
})
