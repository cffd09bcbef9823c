import { describe, expect, test, vi } from 'vitest'
import { checkFolder } from '../../src/cli/dataCheck/checkFolder.ts'
import { errorsOf, type Fault, fault, sample, today } from './dataFaults.ts'
import { sampleFiles, withValue } from './dataFolder.ts'

vi.setConfig({ testTimeout: 60_000 })

const { qd766, dakLak, table } = sampleFiles

/** A leaf of QĐ 766, and what it would ask for if its documents listed evidence. */
const leaf = 'criteria[0].subCriteria[0]'
const cited = {
  certainty: 'stated',
  source: { documentId: 'ke-hoach-37-kh-stttt-vp', place: 'Phụ lục, mục III.8b' },
}
const paper = (id: string, provenance: object = cited) => ({ id, title: 'Báo cáo thống kê', provenance })
const evidence = { id: 'mc-1', criterionIds: ['PUBLISH_ON_TIME'], title: 'Báo cáo thống kê' }

const faults: readonly Fault[] = [
  // Whom a criterion is for
  fault('a level that is none', [qd766, `${leaf}.appliesTo`, ['xã']], 'invalid-value', ['“commune”'], {
    at: `${leaf}.appliesTo[0]`,
  }),
  fault(
    'a level twice',
    [qd766, `${leaf}.appliesTo`, ['province', 'ministry', 'province', 'department', 'commune']],
    'repeated-level',
    ['“cấp tỉnh” hai lần', 'mỗi cấp chỉ ghi một lần'],
    { at: `${leaf}.appliesTo[2]` },
  ),

  // Documents to show
  fault(
    'required evidence with one id twice',
    [qd766, `${leaf}.requiredEvidence`, [paper('bao-cao'), paper('bao-cao')]],
    'duplicate-id',
    ['“bao-cao”', 'mỗi mã chỉ được dùng một lần'],
    { at: `${leaf}.requiredEvidence[1].id` },
  ),
  fault(
    'required evidence of a group',
    [qd766, 'criteria[0].requiredEvidence', [paper('bao-cao')]],
    'group-with-evidence',
    ['có tiêu chí con', 'ghi ở từng tiêu chí con'],
  ),
  fault(
    'required evidence that is said to be stated nowhere',
    [qd766, `${leaf}.requiredEvidence`, [paper('bao-cao', { certainty: 'stated', source: null })]],
    'source-missing',
    ['nguồn là null', 'cần văn bản làm nguồn'],
    { at: `${leaf}.requiredEvidence[0].provenance.source` },
  ),
  fault(
    'required evidence in loose letters',
    [qd766, `${leaf}.requiredEvidence`, [{ ...paper('bao-cao'), title: 'Báo cáo'.normalize('NFD') }]],
    'not-nfc',
    ['ký tự rời'],
    { at: `${leaf}.requiredEvidence[0].title` },
  ),

  // Running totals
  fault(
    'a running total of answers',
    [qd766, 'metrics[0].isCumulative', true],
    'cumulative-not-counted',
    ['không phải số đếm hay số đo'],
    { also: [qd766, 'metrics[0].valueType', 'flag'] },
  ),

  // What a submission says beside its figures
  fault(
    'evidence for a criterion nobody has',
    [dakLak, 'evidence', [{ ...evidence, criterionIds: ['PUBLISH'] }]],
    'unknown-criterion',
    ['“PUBLISH”', 'cần mã của một tiêu chí'],
    { at: 'evidence[0].criterionIds[0]' },
  ),
  fault(
    'an explanation for a criterion nobody has',
    [dakLak, 'explanations', [{ criterionId: 'PUBLISH', text: 'Chưa phát sinh.' }]],
    'unknown-criterion',
    ['“PUBLISH”'],
    { at: 'explanations[0].criterionId' },
  ),
  fault(
    'a doubt let stand at a criterion nobody has',
    [dakLak, 'accepted', [{ findingId: 'x', criterionId: 'PUBLISH', finding: 'Tăng', reason: 'Đúng' }]],
    'unknown-criterion',
    ['“PUBLISH”'],
    { at: 'accepted[0].criterionId' },
  ),
  fault(
    'an address that would do more than open a page',
    [dakLak, 'evidence', [{ ...evidence, url: 'javascript:alert(1)' }]],
    'custom',
    ['http://'],
    { at: 'evidence[0].url' },
  ),
  fault(
    'a hash that is none',
    [dakLak, 'evidence', [{ ...evidence, file: { name: 'a.pdf', bytes: 1, sha256: 'ABC' } }]],
    'invalid-format',
    ['64 chữ số'],
    { at: 'evidence[0].file.sha256' },
  ),
]

describe('a broken copy', () => {
  test.each(faults.map(each => [each.title, each] as const))(
    '%s',
    (_, { broken, file, path, code, says }) => {
      const errors = errorsOf(broken).filter(each => each.path === path)
      expect(errors.map(each => [each.file, each.code])).toEqual([[file, code]])
      for (const part of says) expect(errors[0]?.message.vi).toContain(part)
    },
  )
})

describe('whoever a criterion is not for', () => {
  const files = withValue(sample, qd766, `${leaf}.appliesTo`, ['commune'])
  const found = (broken = files) =>
    errorsOf(broken)
      .filter(each => each.code === 'level-not-exempt')
      .map(each => `${each.file} ${each.path}`)

  test('is exempt, with the reason', () => {
    expect(found(sample)).toEqual([])
    expect(found()).toContain(`${dakLak} notApplicable`)
    expect(found()).toContain(`${table} rows[0].notApplicable`)
    const exempt = (criterionId: string) =>
      withValue(files, dakLak, 'notApplicable', [{ criterionId, reason: 'Chỉ áp dụng cho xã, phường' }])
    expect(found(exempt('PUBLISH_ON_TIME'))).not.toContain(`${dakLak} notApplicable`)
    // The group takes the leaf with it.
    expect(found(exempt('CKMB'))).not.toContain(`${dakLak} notApplicable`)
    expect(found(exempt('ON_TIME'))).toContain(`${dakLak} notApplicable`)
  })
})

test('evidence may name a document its criterion no longer asks for: only said', () => {
  const asking = withValue(sample, qd766, `${leaf}.requiredEvidence`, [paper('bao-cao')])
  const found = (requiredId: string) =>
    checkFolder(withValue(asking, dakLak, 'evidence', [{ ...evidence, requiredId }]), today)
      .filter(each => each.path.startsWith('evidence'))
      .map(each => `${each.severity} ${each.code}`)
  expect(found('bao-cao')).toEqual([])
  expect(found('danh-sach')).toEqual(['warning unknown-required-evidence'])
})
