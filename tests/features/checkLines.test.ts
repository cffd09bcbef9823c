import { describe, expect, test } from 'vitest'
import { checkLines, codesOf, countOpenChecks } from '../../src/features/self-assessment/checks/checkLines.ts'
import { aDraftOf, aFinding, anAssessmentOf, someFindings } from '../gallery/assessmentPartsSample.tsx'

const { form, nodes } = anAssessmentOf(aDraftOf())
const codeOf = codesOf(form, nodes)
const lines = (findings: Parameters<typeof checkLines>[0]['findings']) => checkLines({ findings }, codeOf)

describe('lines of the checks', () => {
  test('stand by severity, with what was let stand apart', () => {
    const { open, accepted } = lines(someFindings.findings)
    expect(open.map(group => [group.severity, group.lines.map(line => line.finding.id)])).toEqual([
      ['blocks', ['chua-ro']],
      // What looks wrong stands before what is not there yet.
      ['doubt', ['tu-so', 'lon-hon', 'thieu']],
      ['notice', ['khong-hai-long']],
    ])
    expect(accepted.map(line => line.finding.id)).toEqual(['nhay'])
  })

  test('name the official numbers of criteria, also of groups and adjustments', () => {
    expect(codeOf('dung-han')).toBe('1.1')
    expect(codeOf('II')).toBe('II')
    expect(codeOf('khong-co')).toBe('')
  })

  test('are one for notices that say the same, and one each for doubts', () => {
    const { open } = lines(someFindings.findings)
    expect(open.at(-1)?.lines[0]?.codes).toEqual(['2.2', '2.4'])
    const twice = lines([
      aFinding('a'),
      aFinding('b', { place: { nodeId: 'kenh', metricId: null, part: 'field' } }),
    ])
    expect(twice.open[0]?.lines.map(line => line.codes)).toEqual([['1.1'], ['1.3']])
  })

  test.each([
    ['unclear-figure', 'blocks', 'field', 'field', 'error'],
    ['zero-numerator', 'doubt', 'field', 'accept', 'warning'],
    ['tenfold-jump', 'doubt', 'field', 'accept', 'warning'],
    ['numerator-above-denominator', 'doubt', 'field', 'field', 'warning'],
    ['missing-evidence', 'doubt', 'evidence', 'add', 'warning'],
    ['same-file-twice', 'doubt', 'evidence', 'evidence', 'warning'],
    ['not-incurred', 'notice', 'field', null, 'notApplicable'],
    ['rule-set-changed', 'notice', 'whole', null, 'known'],
    ['same-as-last-period', 'doubt', 'whole', 'accept', 'warning'],
  ] as const)('%s (%s) at %s offers %s', (code, severity, part, action, mark) => {
    const finding = aFinding('x', {
      code,
      severity,
      place: { nodeId: part === 'whole' ? null : 'dung-han', metricId: null, part },
    })
    const line = lines([finding]).open[0]?.lines[0]
    expect(line?.action).toBe(action)
    expect(line?.mark).toBe(mark)
  })

  test('the count is of what still keeps the file from being handed in', () => {
    // one block; three doubts without a reason, one with
    expect(countOpenChecks(someFindings)).toBe(4)
  })
})
