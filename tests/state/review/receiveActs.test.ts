import { describe, expect, test } from 'vitest'
import { demoPackage, demoSubmissions } from '../../server/demoPackages.ts'
import { anInbox } from './receiveRound.ts'

const agencyIds = demoSubmissions().map(each => each.agencyId)
const [first = '', second = ''] = agencyIds

describe('the same bytes twice', () => {
  const sent = demoPackage({ agencyId: first })

  test('under the same name are nothing new: no line, nothing stored', () => {
    const inbox = anInbox()
    inbox.drop([sent])
    const again = inbox.drop([sent])
    expect(again).toMatchObject({ acts: [], files: [], read: 0 })
    expect(again.repeats).toEqual([{ fileName: sent.name, known: sent.name }])
  })

  test('under another name are one more line and one repeat, stored once', () => {
    const inbox = anInbox()
    const lines = inbox.drop([sent, { ...sent, name: 'ban sao.parboard' }])
    expect(lines.acts).toHaveLength(2)
    expect(lines.files).toHaveLength(1)
    expect(lines.repeats).toEqual([{ fileName: 'ban sao.parboard', known: sent.name }])
    const agency = inbox.state().agencies.get(first)
    expect(agency?.files).toHaveLength(1)
    expect(agency?.files[0]?.repeats).toBe(1)
    expect(agency?.state).toBe('chosen')
  })

  test('of which only the line came from another machine are stored when the file itself comes', () => {
    const inbox = anInbox()
    inbox.drop([sent])
    inbox.received.clear()
    expect(inbox.drop([{ ...sent, name: 'gui lai.parboard' }]).files).toHaveLength(1)
  })
})

test('two files of one agency are two versions, and nobody chooses for the reviewer', () => {
  const inbox = anInbox()
  inbox.drop([
    demoPackage({ agencyId: first, createdAt: '2026-11-03T03:00:00.000Z' }),
    demoPackage({ agencyId: first, createdAt: '2026-11-04T03:00:00.000Z' }),
  ])
  expect(inbox.state().agencies.get(first)).toMatchObject({ state: 'undecided', choice: null })
})

test('a refused file is a line with its reason and nothing to score; its bytes are kept', () => {
  const inbox = anInbox()
  const lines = inbox.drop([
    demoPackage({ agencyId: second, tamper: 'submission' }),
    { name: 'rong.parboard', bytes: new Uint8Array() },
  ])
  expect(lines.refused.map(file => file.why)).toEqual(['altered', 'notPackage'])
  expect(lines.files.map(file => [file.submission, file.blob !== null])).toEqual([
    [null, true],
    [null, true],
  ])
  const state = inbox.state()
  expect(state.agencies.get(second)?.state).toBe('unusable')
  expect(state.refused.map(each => each.file.fileName)).toEqual(['rong.parboard'])
})

test('140 files at once: each agency has its own, and those that sent nothing are not received', () => {
  const inbox = anInbox()
  const lines = inbox.drop(agencyIds.map(agencyId => demoPackage({ agencyId })))
  expect(lines.read).toBe(agencyIds.length)
  const states = [...inbox.state().agencies.values()]
  expect(states.every(agency => agency.state === 'chosen')).toBe(true)
  expect(
    states.every(({ files: [only] }) => only?.file.outcome === 'read' && only.file.rescored === 'identical'),
  ).toBe(true)
}, 60_000)
