import { describe, expect, test } from 'vitest'
import { fieldsOf, readFields } from '../../src/features/self-assessment/evidence/documentFields.ts'
import {
  describeDocument,
  evidenceSlots,
  evidenceStanding,
  sameFile,
  sharedWith,
  sizeText,
  titleOfFile,
  withoutCriterion,
} from '../../src/features/self-assessment/evidence/evidenceOf.ts'
import { aDraftOf, anAssessmentOf, linked, scan } from '../gallery/assessmentPartsSample.tsx'

const items = anAssessmentOf(aDraftOf()).form.areas.flatMap(area => area.items)
const asked = items.find(({ nodeId }) => nodeId === 'dung-han')
if (!asked) throw new Error('the sample lost its first criterion')
const [required] = asked.requiredEvidence
if (!required) throw new Error('the sample asks for nothing')

describe('evidence of a criterion', () => {
  test('stands under what it answers, everything else last', () => {
    const slots = evidenceSlots(asked, [scan, linked])
    expect(
      slots.map(({ required: each, items: found }) => [each?.id ?? null, found.map(({ id }) => id)]),
    ).toEqual([
      ['danh-sach', ['tai-lieu-1']],
      ['bao-cao', []],
      [null, ['tai-lieu-2']],
    ])
  })

  test('that answers a requirement this criterion does not have is another document', () => {
    const slots = evidenceSlots(asked, [{ ...scan, requiredId: '__proto__' }])
    expect(slots.at(-1)?.items).toHaveLength(1)
  })

  test.each([
    [[], undefined, { kind: 'missing', missing: 2, asked: 2 }],
    [[linked], undefined, { kind: 'missing', missing: 2, asked: 2 }],
    [[scan], undefined, { kind: 'missing', missing: 1, asked: 2 }],
    [[scan, { ...scan, id: 'x', requiredId: 'bao-cao' }], undefined, { kind: 'complete' }],
    [[scan], 'đang quét', { kind: 'explained' }],
  ] as const)('is there, missing or explained', (evidence, explanation, standing) => {
    expect(evidenceStanding(evidenceSlots(asked, evidence), explanation)).toEqual(standing)
  })

  test('nothing asked for and nothing there is no gap', () => {
    const free = { nodeId: 'kenh', requiredEvidence: [] }
    expect(evidenceStanding(evidenceSlots(free, [scan]), undefined)).toEqual({ kind: 'none' })
    const one = [{ ...scan, criterionIds: ['kenh'] }]
    expect(evidenceStanding(evidenceSlots(free, one), undefined)).toEqual({ kind: 'complete' })
  })

  test('the same file is found by its hash, never by its name', () => {
    const renamed = { ...linked, ...(scan.file && { file: { ...scan.file, name: 'khac.pdf' } }) }
    const other = { ...linked, ...(scan.file && { file: { ...scan.file, sha256: 'f'.repeat(64) } }) }
    expect(sameFile(scan, [scan, renamed])).toEqual([renamed])
    expect(sameFile(scan, [scan, other])).toEqual([])
    const { file: _, ...bare } = scan
    expect(sameFile(bare, [bare, linked])).toEqual([])
  })

  test('one document serves several criteria; a second requirement makes it a second entry', () => {
    expect(sharedWith(linked, 'kenh', null, 'moi').criterionIds).toEqual(['thanh-toan', 'dung-han', 'kenh'])
    const { requiredId: _, ...free } = scan
    expect(sharedWith(free, 'thanh-toan', { ...required, id: 'sao-ke' }, 'moi')).toMatchObject({
      id: 'tai-lieu-1',
      criterionIds: ['dung-han', 'thanh-toan'],
      requiredId: 'sao-ke',
    })
    expect(sharedWith(scan, 'thanh-toan', { ...required, id: 'sao-ke' }, 'moi')).toMatchObject({
      id: 'moi',
      criterionIds: ['thanh-toan'],
      requiredId: 'sao-ke',
      file: scan.file,
    })
  })

  test('is taken from one criterion and stays with the others', () => {
    expect(withoutCriterion(linked, 'dung-han')?.criterionIds).toEqual(['thanh-toan'])
    expect(withoutCriterion(scan, 'dung-han')).toBeNull()
  })
})

describe('words of a document', () => {
  test('number, day, issuer, pages', () => {
    expect(describeDocument(scan, 'vi')).toBe(
      'số 12/BC-UBND, ngày 05/11/2026, UBND phường Ngân Minh, trang 3, mục II',
    )
    expect(describeDocument(linked, 'vi')).toBe('')
  })

  test.each([
    [1, '1\u00a0byte'],
    [1023, '1.023\u00a0byte'],
    [1024, '1\u00a0kB'],
    [1536, '1,5\u00a0kB'],
    [10_240, '10\u00a0kB'],
    [1_258_291, '1,2\u00a0MB'], // 1258291 / 1048576 = 1.19999…
    [50 * 1024 * 1024, '50\u00a0MB'],
    [1024 ** 3, '1\u00a0GB'],
  ])('%s bytes are %s', (bytes, text) => {
    expect(sizeText(bytes, 'vi')).toBe(text)
  })

  test.each([
    ['bao_cao_thang_11.pdf', 'bao cao thang 11'],
    ['Bản quét.PDF', 'Bản quét'],
    ['khong-duoi', 'khong-duoi'],
    ['.pdf', '.pdf'],
    // accents apart, as a Mac writes them
    ['Ba\u0301o ca\u0301o.docx', 'Báo cáo'],
  ])('%s gets the title %s', (name, title) => {
    expect(titleOfFile(name)).toBe(title)
  })
})

describe('the form of a document', () => {
  test('reads back what it shows', () => {
    expect(readFields(fieldsOf(scan), scan)).toEqual({ item: scan, faults: new Map() })
  })

  test('takes days as people write them, and leaves empty fields out', () => {
    const read = readFields(
      { ...fieldsOf(scan), issuedOn: ' 5/3/2026', effectiveOn: '2026-04-01', number: '  ', pages: '' },
      scan,
    )
    expect(read.item).toMatchObject({ issuedOn: '2026-03-05', effectiveOn: '2026-04-01' })
    expect(Object.keys(read.item ?? {})).not.toContain('number')
    expect(Object.keys(read.item ?? {})).not.toContain('pages')
  })

  test('refuses days that do not exist and a document without a title', () => {
    const read = readFields({ ...fieldsOf(scan), title: ' ', issuedOn: '31/02/2026' }, scan)
    expect(read.item).toBeNull()
    expect([...read.faults.keys()].toSorted()).toEqual(['issuedOn', 'title'])
    expect(read.faults.get('issuedOn')?.vi).toContain('31/02/2026')
  })

  test.each([
    'D:\\QĐ\\12.pdf',
    'D:/QĐ/12.pdf',
    'file:///D:/qd.pdf',
    'javascript:alert(1)',
    'ftp://a.vn/12.pdf',
  ])('refuses %s as an address, and says what to write instead', url => {
    const read = readFields({ ...fieldsOf(scan), url }, scan)
    expect(read.item).toBeNull()
    expect([...read.faults.keys()]).toEqual(['url'])
    expect(read.faults.get('url')?.vi).toContain('số và ngày')
    expect(read.faults.get('url')?.en).toContain('number and date')
  })

  test.each(['https://a.vn/12.pdf', 'HTTP://A.VN', 'a.vn/12.pdf', 'a.vn:8080/12'])('takes %s', url => {
    expect(readFields({ ...fieldsOf(scan), url: ` ${url} ` }, scan).item?.url).toBe(url)
  })
})
