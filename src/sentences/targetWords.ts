import { dictionary } from '../ui/language.tsx'

/** How a target is met, in the words of a tile. */
export const targetWords = dictionary({
  vi: {
    atLeast: 'tối thiểu',
    atMost: 'tối đa',
    all: 'toàn bộ',
    each: 'mỗi nơi từ',
    fullFrom: 'đủ điểm từ',
    fullDownFrom: 'đủ điểm đến',
    inferred: 'suy ra',
    figureMissing: 'thiếu số liệu',
    unitsMissing: (level: string) => `thiếu số liệu từng ${level}`,
    pointsShort: (points: string) => `cách ${points} điểm phần trăm`,
    countShort: (count: string, unit: string) => `cần thêm ${count} ${unit}`,
    countOver: (count: string, unit: string) => `cần bớt ${count} ${unit}`,
    targetReached: (percent: string) => `Đạt ${percent}`,
    stated: 'có nguồn',
  },
  en: {
    atLeast: 'at least',
    atMost: 'at most',
    all: 'all of',
    each: 'each from',
    fullFrom: 'full from',
    fullDownFrom: 'full up to',
    inferred: 'inferred',
    figureMissing: 'figures missing',
    unitsMissing: (level: string) => `figures of each unit missing (${level})`,
    pointsShort: (points: string) => `${points} percentage points short`,
    countShort: (count: string, unit: string) => `${count} more ${unit} needed`,
    countOver: (count: string, unit: string) => `${count} fewer ${unit} needed`,
    targetReached: (percent: string) => `${percent} reached`,
    stated: 'with source',
  },
})

export type TargetWords = (typeof targetWords)['vi' | 'en']
