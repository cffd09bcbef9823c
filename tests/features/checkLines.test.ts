import { describe, expect, test } from 'vitest'
import { checkLines, codesOf, countOpenChecks } from '../../src/features/self-assessment/checks/checkLines.ts'
import { aDraftOf, aFinding, anAssessmentOf, someFindings } from '../gallery/assessmentPartsSample.tsx'

const { form, nodes } = anAssessmentOf(aDraftOf())
const codeOf = codesOf(form, nodes, 'vi')
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
    // A bonus has no number: its name says what is meant.
    expect(codeOf('thuong')).toBe('Điểm thưởng sáng kiến')
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

  test('gaps of one criterion fold into one line, each of them still behind it', () => {
    const gap = (id: string, code: 'missing-figure' | 'missing-evidence', nodeId: string) =>
      aFinding(id, {
        code,
        text: { vi: 'thiếu 3 số liệu', en: '3 figures are missing' },
        place: { nodeId, metricId: null, part: code === 'missing-figure' ? 'field' : 'evidence' },
      })
    const findings = [
      gap('a', 'missing-figure', 'dung-han'),
      gap('b', 'missing-evidence', 'dung-han'),
      gap('c', 'missing-evidence', 'dung-han'),
      gap('d', 'missing-evidence', 'kenh'),
    ]
    const [first, second, ...rest] = checkLines({ findings }, codeOf, true).open[0]?.lines ?? []
    expect(first?.text.vi).toBe('thiếu 3 số liệu, thiếu 2\u00a0tài liệu')
    expect(first?.text.en).toBe('3 figures are missing, documents missing: 2')
    expect(first?.folded.map(line => line.finding.id)).toEqual(['a', 'b', 'c'])
    // One gap alone is its own line.
    expect(second).toMatchObject({ codes: ['1.3'], folded: [] })
    expect(rest).toEqual([])
    // Where the file is made, every finding has its line.
    expect(lines(findings).open[0]?.lines).toHaveLength(4)
  })

  test('the count is of what still keeps the file from being handed in', () => {
    // one block; three doubts without a reason, one with
    expect(countOpenChecks(someFindings)).toBe(4)
  })
})
