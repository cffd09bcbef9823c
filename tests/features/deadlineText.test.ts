import { expect, test } from 'vitest'
import { deadlineText } from '../../src/features/sources/deadlineText.ts'
import { sourcesWords } from '../../src/features/sources/words.ts'
import type { Deadline } from '../../src/model/plan.ts'

const cases: readonly (readonly [Deadline, string, string])[] = [
  [{ kind: 'date', by: '2025-12-31', written: 'w' }, 'đến 31/12/2025', 'by 31/12/2025'],
  [
    { kind: 'month', by: '2022-12-31', latest: '2023-03-31', written: 'w' },
    'đến 31/12/2022, chậm nhất 31/03/2023',
    'by 31/12/2022, at the latest 31/03/2023',
  ],
  [{ kind: 'quarter', by: '2021-06-30', written: 'w' }, 'đến 30/06/2021', 'by 30/06/2021'],
  [
    { kind: 'quarter', from: '2021-01-01', by: '2021-06-30', written: 'w' },
    '01/01/2021–30/06/2021',
    '01/01/2021–30/06/2021',
  ],
  [{ kind: 'year', by: '2021-12-31', written: 'w' }, 'đến 31/12/2021', 'by 31/12/2021'],
  [
    { kind: 'range', from: '2023-01-01', by: '2025-12-31', written: 'w' },
    '01/01/2023–31/12/2025',
    '01/01/2023–31/12/2025',
  ],
  [{ kind: 'yearly', on: ['11-15'], written: 'w' }, 'hằng năm, hạn 15/11', 'every year, due 15/11'],
  [{ kind: 'yearly', written: 'w' }, 'hằng năm', 'every year'],
  [
    { kind: 'quarterly', on: ['03-05', '06-05', '09-05', '12-05'], written: 'w' },
    'hằng quý, hạn 05/03, 05/06, 05/09, 05/12',
    'every quarter, due 05/03, 05/06, 05/09, 05/12',
  ],
  [{ kind: 'monthly', written: 'w' }, 'hằng tháng', 'every month'],
  [{ kind: 'continuous', written: 'w' }, 'thường xuyên', 'continuous'],
  [
    { kind: 'event', after: 'hướng dẫn của Bộ Nội vụ', written: 'w' },
    'sau: hướng dẫn của Bộ Nội vụ',
    'after: hướng dẫn của Bộ Nội vụ',
  ],
]

test.each(cases)('%o reads “%s”', (deadline, vi, en) => {
  expect(deadlineText(deadline, sourcesWords.vi)).toBe(vi)
  expect(deadlineText(deadline, sourcesWords.en)).toBe(en)
})
