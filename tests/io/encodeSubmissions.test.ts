import { describe, expect, test } from 'vitest'
import { decodeSubmission, decodeSubmissions } from '../../src/io/decode.ts'
import { submissionTableText, submissionText, tableOfSubmissions } from '../../src/io/encodeSubmissions.ts'
import type { Submission } from '../../src/model/submission.ts'
import { readJson, readText } from '../data/dataFiles.ts'
import { shippedDay } from './dvcqg766/portalFiles.ts'

const { submissions } = shippedDay(readJson)
/** Without the reference to the schema, which is the file's and not the submission's. */
const plain = (submission: Submission) => ({ ...submission, $schema: undefined })

describe('a submission as a file', () => {
  test.each(submissions.map(submission => [submission.agencyId]))('%s is written as it is shipped', id => {
    const text = readText(`submissions/qd766-2022/2026-10-10/${id}.json`)
    const decoded = decodeSubmission(text, id)
    expect(decoded.ok && submissionText(decoded.value)).toBe(text)
  })
})

describe('submissions as a table', () => {
  test('come back as they were', () => {
    const text = submissionTableText(tableOfSubmissions(submissions))
    const decoded = decodeSubmissions(text, 'table')
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.problems))
    expect(decoded.value.map(plain)).toEqual(submissions.map(plain))
  })

  test('keep stages, absences and corrections of their rows', () => {
    const [first, second] = submissions
    if (!first || !second) throw new Error('too few')
    const corrected: Submission = {
      ...first,
      stage: 'closed',
      note: 'Đã sửa.',
      values: first.values.map((value, index) =>
        index === 0
          ? {
              metricId: value.metricId,
              state: 'entered',
              value: '5',
              corrections: [{ was: '4', on: '2026-10-11', reason: 'gõ nhầm' }],
            }
          : { metricId: value.metricId, state: 'withheld' },
      ),
    }
    const table = tableOfSubmissions([second, corrected])
    expect(table.rows.map(row => row.stage)).toEqual([undefined, 'closed'])
    const decoded = decodeSubmissions(submissionTableText(table), 'table')
    expect(decoded.ok && decoded.value.map(plain)).toEqual([second, corrected].map(plain))
  })

  test('are of one rule set and period', () => {
    const [first] = submissions
    if (!first) throw new Error('none')
    expect(() => tableOfSubmissions([])).toThrow('at least one')
    expect(() => tableOfSubmissions([first, { ...first, period: '2026-09-28' }])).toThrow(
      'is not of qd766-2022',
    )
  })
})
