import type { AgencyLevel } from '../../model/agency.ts'
import { levelNames } from '../../model/levelNames.ts'
import type { RoundingMode } from '../../model/ruleSet.ts'
import { fold } from './fold.ts'

/** Words of the sheets for the fixed values of a rule set, first the one that is written. */
export type WordList<Value extends string = string> = Readonly<Record<Value, readonly [string, ...string[]]>>

const list = <const Lists extends WordList>(words: Lists): Lists => words

export const certaintyWords = list({
  stated: ['văn bản nêu', 'nêu trong văn bản', 'có nguồn'],
  inferred: ['suy ra'],
  illustrative: ['minh họa', 'số liệu minh họa'],
})

export const assessorWords = list({
  self: ['tự chấm', 'tự đánh giá'],
  survey: ['khảo sát', 'điều tra xã hội học'],
  review: ['thẩm định', 'hội đồng thẩm định'],
})

export const levelWords: WordList<AgencyLevel> = list({
  ministry: [levelNames.ministry.vi, 'bộ, ngành', 'bộ'],
  province: [levelNames.province.vi, 'tỉnh, thành phố', 'tỉnh'],
  department: [levelNames.department.vi, 'cấp sở', 'sở'],
  district: [levelNames.district.vi, 'quận, huyện', 'huyện'],
  commune: [levelNames.commune.vi, 'xã, phường, đặc khu', 'cấp xã', 'xã'],
  organisation: [levelNames.organisation.vi, 'báo, đài, doanh nghiệp, hội', 'tổ chức'],
})

export const policyWords = list({
  zero: ['0 điểm', '0', 'không điểm'],
  full: ['điểm tối đa', 'đủ điểm'],
  notApplicable: ['không áp dụng', 'bỏ ra khỏi tổng'],
  missing: ['để ngỏ', 'thiếu', 'chờ số liệu'],
})

export const directionWords = list({
  higherIsBetter: ['càng cao càng tốt', 'cao', 'tăng'],
  lowerIsBetter: ['càng thấp càng tốt', 'thấp', 'giảm'],
})

export const scalingWords = list({
  share: ['tỷ lệ × điểm tối đa', 'tỷ lệ nhân điểm tối đa', 'tỷ lệ x điểm tối đa'],
  shareOfTarget: [
    'tỷ lệ ÷ mục tiêu × điểm tối đa',
    'tỷ lệ chia mục tiêu nhân điểm tối đa',
    'tỷ lệ : mục tiêu x điểm tối đa',
  ],
  fromFloor: ['nội suy từ ngưỡng', 'nội suy'],
})

export const valueTypeWords = list({
  count: ['số đếm', 'số nguyên'],
  percent: ['tỷ lệ %', 'phần trăm', '%'],
  number: ['số thập phân', 'số'],
  flag: ['có/không', 'có hoặc không'],
  date: ['ngày', 'ngày tháng'],
  option: ['mức chọn', 'lựa chọn'],
})

export const aggregationWords = list({ sum: ['cộng lên', 'cộng'], none: ['không cộng'] })

export const effectWords = list({ bonus: ['thưởng', 'điểm thưởng'], penalty: ['phạt', 'điểm phạt'] })

export const tieWords = list({ competition: ['1, 1, 3'], dense: ['1, 1, 2'] })

export const atTieWords = list({ allFall: ['cùng rớt'], allStay: ['cùng ở lại'] })

export const gradedOnWords = list({
  unrounded: ['điểm chưa làm tròn', 'chưa làm tròn'],
  rounded: ['điểm đã làm tròn', 'đã làm tròn'],
})

export const aboveMaximumWords = list({
  cap: ['lấy điểm tối đa', 'cắt ở điểm tối đa'],
  refuse: ['từ chối số liệu', 'báo lỗi'],
})

export const roundingModeWords: WordList<RoundingMode> = list({
  halfUp: ['nửa làm tròn lên', 'nửa lên'],
  halfEven: ['nửa về số chẵn', 'nửa về chẵn'],
  truncate: ['cắt bỏ', 'bỏ phần dư'],
})

export const roundingPlaceWords = list({
  ratio: ['tỷ lệ'],
  leaf: ['tiêu chí'],
  group: ['nhóm'],
  total: ['tổng'],
})

export const stateWords = list({
  missing: ['thiếu'],
  withheld: ['không công bố'],
  notApplicable: ['không áp dụng'],
})

export const flagWords = list({ true: ['có', 'x', '1'] })

/** What the rows of some sheets are called. */
export const gradingWords = list({ overrides: ['buộc xếp'], quotas: ['tối đa'] })
export const calendarWords = list({ calendar: ['lịch'], holidays: ['ngày nghỉ'], workedDays: ['làm bù'] })
export const exampleWords = list({
  example: ['ví dụ'],
  values: ['số liệu'],
  previous: ['kỳ trước'],
  published: ['điểm công bố'],
  peers: ['đơn vị khác'],
  expect: ['kết quả'],
})

/** The whole rule set among the results of an example. */
export const totalWord = 'tổng'

/** The fixed value a text names, by any of its words or by its own name in the JSON file. */
export function valueOfWord(words: WordList, text: string): string | null {
  const wanted = fold(text)
  if (wanted === '') return null
  const found = Object.entries(words).find(([value, names]) =>
    [value, ...names].some(name => fold(name) === wanted),
  )
  return found?.[0] ?? null
}

export function wordOf(words: WordList, value: string): string {
  return words[value]?.[0] ?? value
}

export function firstWords(words: WordList): readonly string[] {
  return Object.values(words).map(([word]) => word)
}
