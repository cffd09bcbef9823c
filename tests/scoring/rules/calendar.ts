import type { Calendar } from '../../../src/model/ruleSet.ts'
import { stated } from '../builders.ts'

/** 2026 with two holidays in spring, three in autumn and one Saturday worked; made for the tests. */
export function aCalendar(parts: Partial<Calendar> = {}): Calendar {
  return {
    id: 'lich-thu',
    name: 'Lịch thử',
    from: '2026-01-01',
    to: '2026-12-31',
    holidays: [
      { date: '2026-04-30', name: 'Ngày nghỉ' }, // Thursday
      { date: '2026-05-01', name: 'Ngày nghỉ' }, // Friday
      { date: '2026-08-31', name: 'Nghỉ hoán đổi' }, // Monday
      { date: '2026-09-01', name: 'Ngày nghỉ' },
      { date: '2026-09-02', name: 'Ngày nghỉ' },
    ],
    workedDays: ['2026-08-22'], // Saturday
    provenance: { ...stated, certainty: 'illustrative' },
    ...parts,
  }
}
