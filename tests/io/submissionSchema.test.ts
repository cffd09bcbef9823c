import { describe, expect, test } from 'vitest'
import { decodeSubmission } from '../../src/io/decode.ts'
import { submissionSchema, submissionTableSchema } from '../../src/io/submissionSchema.ts'
import { aSubmission } from '../scoring/builders.ts'

const evidence = {
  id: 'mc-1',
  criterionIds: ['leaf'],
  requiredId: 'bao-cao',
  title: 'Báo cáo thống kê',
  number: '12/BC-UBND',
  issuer: 'Ủy ban nhân dân phường',
  issuedOn: '2026-11-03',
  effectiveOn: '2026-11-05',
  pages: 'trang 3, mục II',
  url: 'https://dichvucong.gov.vn/bao-cao?thang=11',
  file: { name: 'bao-cao.pdf', bytes: 120_345, sha256: '0'.repeat(63).concat('f') },
}
const handIn = {
  explanations: [{ criterionId: 'leaf', text: 'Tháng này chưa phát sinh.' }],
  accepted: [{ findingId: 'x', criterionId: null, finding: 'Tăng mười lần', reason: 'Đợt cao điểm.' }],
  approval: { name: 'Nguyễn Văn A', title: 'Chủ tịch', on: '2026-12-02' },
}

const submission = (parts: object) => JSON.parse(JSON.stringify({ ...aSubmission(), ...parts }))
const faults = (item: object) =>
  submissionSchema
    .safeParse(submission({ evidence: [{ ...evidence, ...item }] }))
    .error?.issues.map(({ path }) => path.join('.')) ?? []

describe('what is handed in beside figures', () => {
  test('is read as it was written', () => {
    const whole = submission({ evidence: [evidence], ...handIn })
    expect(submissionSchema.parse(whole)).toEqual(whole)
  })

  test('evidence of a row is that of a submission; approvals stay with the agency’s own file', () => {
    const { ruleSetId, ruleSetVersion, period, stage, provenance } = aSubmission()
    const table = (row: object) => ({
      ...{ ruleSetId, ruleSetVersion, period, stage, provenance, metricIds: [] },
      rows: [{ agencyId: 'a', cells: [], ...row }],
    })
    expect(submissionTableSchema.parse(table({ evidence: [evidence] })).rows[0]?.evidence).toEqual([evidence])
    expect(submissionTableSchema.safeParse(table(handIn)).success).toBe(false)
  })

  test.each([
    'https://dichvucong.gov.vn/a',
    'http://10.0.0.5:8080/a b',
    'HTTPS://A.VN',
    'dichvucong.gov.vn/a',
    'may-chu:8443/a',
    'www.a.vn/x?y=javascript:1',
  ])('an address: %s', url => {
    expect(faults({ url })).toEqual([])
  })

  test.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/a',
    'ftp://a.vn',
    '',
  ])('no address: %j', url => {
    expect(faults({ url })).toEqual(['evidence.0.url'])
  })

  test.each([
    [{ sha256: 'F'.repeat(64) }, 'sha256'],
    [{ sha256: 'f'.repeat(63) }, 'sha256'],
    [{ bytes: -1 }, 'bytes'],
    [{ bytes: 1.5 }, 'bytes'],
    [{ name: '' }, 'name'],
  ])('a file cannot be %j', (parts, field) => {
    expect(faults({ file: { ...evidence.file, ...parts } })).toEqual([`evidence.0.file.${field}`])
  })

  test('a fault is said in words', () => {
    const text = JSON.stringify(submission({ evidence: [{ ...evidence, url: 'javascript:alert(1)' }] }))
    const decoded = decodeSubmission(text, 'ho-so.json')
    expect(decoded.ok ? [] : decoded.problems.map(({ message }) => message)).toEqual([
      {
        vi: 'cần đường dẫn bắt đầu bằng http:// hoặc https://',
        en: 'needs an address that begins with http:// or https://',
      },
    ])
  })
})
