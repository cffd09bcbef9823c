import { describe, expect, test } from 'vitest'
import type { ReceivedFile } from '../../../src/model/review.ts'
import { plainFileName, receiverFor } from '../../../src/state/review/receivePackage.ts'
import { demoPackage, demoRuleSet, demoSubmissions, otherVersion } from '../../server/demoPackages.ts'
import { anInbox, receivingRound } from './receiveRound.ts'

const [first = '', second = '', third = ''] = demoSubmissions().map(each => each.agencyId)
const receive = receiverFor(receivingRound)
const why = (file: ReceivedFile) => (file.outcome === 'refused' ? file.why : file.outcome)
const deadline = '2026-11-10T17:00:00+07:00'

describe('a file as its agency made it', () => {
  const sent = demoPackage({ agencyId: first, createdAt: '2026-11-05T03:00:00.000Z' })
  const { file, submission } = receive(sent.bytes, sent.name)

  test('is read, known by its hash, and scores to the last digit what its sheet says', () => {
    expect(file).toMatchObject({
      outcome: 'read',
      sha256: sent.sha256,
      fileName: sent.name,
      bytes: sent.bytes.byteLength,
      agencyId: first,
      period: '2026-10',
      madeAt: '2026-11-05T03:00:00.000Z',
      approvedBy: 'Trần Minh Họa',
      approvedOn: '2026-11-05',
      rescored: 'identical',
      origin: 'file',
      answers: null,
    })
    expect(submission?.submission.agencyId).toBe(first)
    expect(submission?.carried).toBeUndefined()
  })
})

describe('late on both sides of the deadline', () => {
  const timeliness = (createdAt: string, at: string) => {
    const inbox = anInbox(deadline)
    inbox.drop([demoPackage({ agencyId: first, createdAt })], at)
    return inbox.state().agencies.get(first)?.files[0]?.timeliness
  }

  test('made and put in exactly at the deadline is on time, a second later late', () => {
    expect(timeliness('2026-11-10T10:00:00.000Z', '2026-11-10T10:00:00.000Z')).toBe('onTime')
    expect(timeliness('2026-11-10T10:00:01.000Z', '2026-11-10T10:00:01.000Z')).toBe('late')
  })

  test('made before it and put in after it is unclear until somebody says when it came', () => {
    const inbox = anInbox(deadline)
    const sent = demoPackage({ agencyId: first, createdAt: '2026-11-10T09:00:00.000Z' })
    inbox.drop([sent], '2026-11-11T01:00:00.000Z')
    const file = () => inbox.state().agencies.get(first)?.files[0]
    expect(file()?.timeliness).toBe('unclear')
    inbox.write(
      [{ kind: 'receivedAt', sha256: sent.sha256, at: '2026-11-10T16:40:00+07:00', reason: 'Thư đến 16:40' }],
      '2026-11-11T01:05:00.000Z',
    )
    expect(file()).toMatchObject({ timeliness: 'onTime', receivedAt: '2026-11-10T16:40:00+07:00' })
  })
})

describe('what is refused', () => {
  test('one byte changed inside is altered, and its agency is still named', () => {
    for (const tamper of ['submission', 'scoreSheet', 'added'] as const) {
      const { file, submission } = receive(demoPackage({ agencyId: first, tamper }).bytes, 'sua.parboard')
      expect(file).toMatchObject({ outcome: 'refused', why: 'altered', agencyId: first })
      expect(submission).toBeNull()
      expect(file.outcome === 'refused' && file.problems.length).toBeGreaterThan(0)
    }
  })

  test('a file of another month, or of another rule set, is of another round', () => {
    const month = demoPackage({ agencyId: first, period: '2026-09' })
    expect(why(receive(month.bytes, month.name).file)).toBe('otherRound')
    const rules = { ...demoRuleSet(), id: 'bo-khac', examples: [] }
    expect(why(receive(demoPackage({ agencyId: first, ruleSet: rules }).bytes, 'x').file)).toBe('otherRound')
  })

  test('no zip, an empty file and a file cut short are no submission files', () => {
    const { bytes } = demoPackage({ agencyId: first })
    for (const each of [new Uint8Array(), new TextEncoder().encode('PK?'), bytes.slice(0, 900)])
      expect(why(receive(each, 'tep.parboard').file)).toBe('notPackage')
  })

  test('figures the engine cannot score, whatever their hashes say', () => {
    const sent = demoPackage({
      agencyId: first,
      edit: submission => ({
        ...submission,
        explanations: [{ criterionId: 'khong-co', text: 'tiêu chí này không có' }],
      }),
    })
    expect(receive(sent.bytes, sent.name).file).toMatchObject({ outcome: 'refused', why: 'cannotScore' })
  })
})

describe('another version of the rules', () => {
  const sent = demoPackage({ agencyId: second, ruleSet: otherVersion(demoRuleSet(), '2') })
  const { file, submission } = receive(sent.bytes, sent.name)

  test('is read and flagged, with what it says under the rules of the round kept beside it', () => {
    expect(file).toMatchObject({ outcome: 'read', rescored: 'identical', ruleSet: { version: '2' } })
    expect(submission?.submission.ruleSetVersion).toBe('2')
    expect(submission?.carried?.submission.ruleSetVersion).toBe(demoRuleSet().version)
    expect(submission?.carried?.submission.values).toEqual(submission?.submission.values)
  })

  test('the same version with other content is another version all the same', () => {
    const other = { ...demoRuleSet(), title: 'Bộ chỉ số đã sửa', examples: [] }
    const { bytes, name } = demoPackage({ agencyId: second, ruleSet: other })
    const inbox = anInbox()
    inbox.drop([{ bytes, name }])
    const agency = inbox.state().agencies.get(second)
    expect(agency?.files[0]?.isOtherRules).toBe(true)
    expect(agency?.state).toBe('unusable')
    expect([...inbox.received.values()][0]?.carried).toBeDefined()
  })
})

test('a score sheet that says other points than its figures give is read and said to differ', () => {
  const rules = demoRuleSet()
  const sent = demoPackage({
    agencyId: third,
    // Made by an engine that rounded otherwise: the sheet inside agrees with its own list and not with ours.
    ruleSet: rules,
    score: sheet => ({ ...sheet, total: { ...sheet.total, maxPoints: '97' } }),
  })
  expect(receive(sent.bytes, sent.name).file).toMatchObject({ outcome: 'read', rescored: 'differs' })
})

test('file names are composed, short and turn no sentence around', () => {
  expect(plainFileName('Ho\u0302\u0300 sơ.parboard')).toBe('Hồ sơ.parboard')
  expect(plainFileName('a\u202Egpj.parboard\n')).toBe('a□gpj.parboard□')
  expect(plainFileName('x'.repeat(500))).toHaveLength(200)
})
