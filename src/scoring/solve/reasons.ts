import type { Impossible, ImpossibleCode } from '../../model/solution.ts'

type FixedCode = Exclude<ImpossibleCode, 'aboveDenominator' | 'belowNumerator' | 'aboveMaximum' | 'notFound'>

const sentences: Readonly<Record<FixedCode, { readonly vi: string; readonly en: string }>> = {
  noEffect: {
    vi: 'Số liệu này không ảnh hưởng đến điểm đang hỏi',
    en: 'This figure does not affect the points in question',
  },
  exempt: {
    vi: 'Không áp dụng cho đơn vị nên không có điểm để đạt thêm',
    en: 'It does not apply to the agency, so there are no points to gain',
  },
  published: {
    vi: 'Điểm lấy theo kết quả công bố, không tính từ số liệu',
    en: 'The points are taken as published, not computed from figures',
  },
  decided: {
    vi: 'Điểm đã do thẩm định quyết định, số liệu không làm thay đổi',
    en: 'The points were decided by review; figures do not change them',
  },
  watchedOnly: { vi: 'Chỉ theo dõi, không chấm điểm', en: 'Watched only, not scored' },
  unknownMaximum: {
    vi: 'Chưa có văn bản nêu điểm tối đa hoặc tổng điểm để so',
    en: 'No document states the maximum or the total to compare with',
  },
  noBands: { vi: 'Không có mức xếp loại ở đây', en: 'There are no bands here' },
  noNextBand: { vi: 'Đã ở mức xếp loại cao nhất', en: 'It is in the highest band already' },
  forcedBand: {
    vi: 'Xếp loại đang bị ấn định bởi một điều kiện riêng, điểm không làm thay đổi',
    en: 'A condition of its own forces the band; points do not change it',
  },
  notEnough: {
    vi: 'Không thể đạt chỉ bằng số liệu này',
    en: 'This figure alone cannot reach it',
  },
}

/** An impossible answer whose sentence needs no numbers. */
export function impossible(code: FixedCode): Impossible {
  return { status: 'impossible', reason: { code, ...sentences[code] } }
}

/** The goal lies above what the rule gives for any figures. */
export function aboveMaximum(most: string): Impossible {
  return {
    status: 'impossible',
    reason: {
      code: 'aboveMaximum',
      vi: `Cách tính chỉ cho nhiều nhất ${comma(most)} điểm`,
      en: `The rule gives ${most} points at most`,
    },
  }
}

/** A part larger than its whole, or a whole smaller than its part. */
export function beyondPartner(
  code: 'aboveDenominator' | 'belowNumerator',
  needed: string,
  limit: string,
  unit: { readonly vi: string; readonly en: string },
): Impossible {
  const sentence =
    code === 'aboveDenominator'
      ? {
          vi: `Không thể đạt: cần ${comma(needed)} trong khi chỉ có ${comma(limit)} ${unit.vi}`,
          en: `Cannot be reached: ${needed} needed while there are only ${limit} ${unit.en}`,
        }
      : {
          vi: `Không thể đạt: phải giảm còn ${comma(needed)} trong khi tử số đã là ${comma(limit)} ${unit.vi}`,
          en: `Cannot be reached: it would have to fall to ${needed} while the numerator is ${limit} ${unit.en}`,
        }
  return { status: 'impossible', reason: { code, ...sentence } }
}

/** Nothing between two values that were tried. */
export function notFound(from: string, to: string): Impossible {
  return {
    status: 'impossible',
    reason: {
      code: 'notFound',
      vi: `Không tìm thấy giá trị nào đạt trong khoảng từ ${comma(from)} đến ${comma(to)}`,
      en: `No value between ${from} and ${to} reaches it`,
    },
    searchedTo: { from, to },
  }
}

export const figuresMissing = {
  vi: 'Còn thiếu số liệu hoặc điểm khác nên chưa chắc đạt hay không',
  en: 'Other figures or points are missing, so it may or may not be reached',
} as const

function comma(decimal: string): string {
  return decimal.replace('.', ',')
}
