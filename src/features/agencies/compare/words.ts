import type { CohortCell } from '../../../model/cohort.ts'
import { dictionary } from '../../../ui/language.tsx'

const statesVi: Record<Exclude<CohortCell['state'], 'settled'>, string> = {
  open: 'thiếu số liệu',
  pending: 'chờ chấm',
  notApplicable: 'không áp dụng',
  unknown: 'chưa rõ điểm',
}

const statesEn: Record<Exclude<CohortCell['state'], 'settled'>, string> = {
  open: 'figures missing',
  pending: 'waiting for review',
  notApplicable: 'not applicable',
  unknown: 'points unknown',
}

export const compareWords = dictionary({
  vi: {
    title: 'So sánh đơn vị',
    titleOf: (count: string) => `So sánh ${count} đơn vị`,
    scale: '% điểm tối đa, 0–100',
    chosen: 'Đơn vị đang so sánh',
    remove: (name: string) => `Bỏ ${name} khỏi so sánh`,
    add: 'Thêm đơn vị',
    addHint: 'Gõ tên, không cần dấu',
    full: (most: string) => `Đã đủ ${most} đơn vị; bỏ bớt một đơn vị để thêm đơn vị khác.`,
    noMatch: 'Không có đơn vị nào khớp.',
    suggestions: 'Đơn vị tìm thấy',
    // Fewer than two
    invite: 'Chọn từ 2 đến 5 đơn vị để đặt cạnh nhau theo từng lĩnh vực, tiêu chí.',
    inviteOne: (name: string) => `Đã chọn ${name}; cần thêm ít nhất một đơn vị nữa.`,
    bestTwo: (first: string, second: string) => `So sánh hai đơn vị dẫn đầu: ${first} và ${second}`,
    withLeader: (name: string, leader: string) => `So sánh ${name} với ${leader}`,
    tooFew: 'Nhóm này chưa có đủ hai đơn vị có điểm để so sánh.',
    // Rows
    criterion: 'Lĩnh vực, tiêu chí',
    total: 'Tổng điểm',
    distance: 'Cách biệt',
    leads: 'Dẫn trước',
    equal: 'bằng nhau',
    none: 'chưa so được',
    unfold: (name: string) => `Các tiêu chí của ${name}`,
    state: statesVi,
    restsOnNothing: 'không phát sinh, không so',
    notIncurred: 'có phần dựa trên 0/0',
    idle: 'không phát sinh hồ sơ',
    inferred: 'suy ra',
    // Sentences
    widest: (ahead: string, last: string, name: string, percent: string) =>
      `${ahead} hơn ${last} nhiều nhất ở ${name}: ${percent} điểm phần trăm`,
    inPoints: (points: string) => ` (${points} điểm)`,
    allEqual: 'Các đơn vị bằng nhau ở mọi lĩnh vực so được',
    nothingSettled: 'Chưa lĩnh vực nào có đủ số liệu để so sánh',
    and: ' và ',
    // Table
    tableLabel: 'So sánh theo từng tiêu chí',
    tableName: 'So sánh',
    maximum: 'Tối đa',
    percentPoints: 'điểm phần trăm',
    distanceUnit: 'Cách biệt, điểm %',
    percentPointsLong: 'điểm phần trăm của điểm tối đa',
    pointsHead: 'điểm',
  },
  en: {
    title: 'Compare agencies',
    titleOf: (count: string) => `${count} agencies compared`,
    scale: '% of the maximum, 0–100',
    chosen: 'Agencies compared',
    remove: (name: string) => `Take ${name} out of the comparison`,
    add: 'Add an agency',
    addHint: 'Type a name, with or without accents',
    full: (most: string) => `${most} agencies are the most; take one out to add another.`,
    noMatch: 'No agency matches.',
    suggestions: 'Agencies found',
    invite: 'Choose 2 to 5 agencies to put beside each other by area and criterion.',
    inviteOne: (name: string) => `${name} is chosen; at least one more is needed.`,
    bestTwo: (first: string, second: string) => `Compare the two best: ${first} and ${second}`,
    withLeader: (name: string, leader: string) => `Compare ${name} with ${leader}`,
    tooFew: 'Fewer than two agencies of this group have a score to compare.',
    criterion: 'Area, criterion',
    total: 'Total',
    distance: 'Distance',
    leads: 'Leads',
    equal: 'equal',
    none: 'open',
    unfold: (name: string) => `Criteria of ${name}`,
    state: statesEn,
    restsOnNothing: 'nothing came in, not compared',
    notIncurred: 'rests on 0/0 in part',
    idle: 'no dossiers came in',
    inferred: 'deduced',
    widest: (ahead: string, last: string, name: string, percent: string) =>
      `${ahead} is furthest ahead of ${last} at ${name}: ${percent} percentage points`,
    inPoints: (points: string) => ` (${points} points)`,
    allEqual: 'The agencies are equal at every area that can be compared',
    nothingSettled: 'No area has all the figures for a comparison yet',
    and: ' and ',
    tableLabel: 'Comparison by criterion',
    tableName: 'Comparison',
    maximum: 'Maximum',
    percentPoints: 'percentage points',
    distanceUnit: 'Distance, % points',
    percentPointsLong: 'percentage points of the maximum',
    pointsHead: 'points',
  },
})

export type CompareWords = typeof compareWords.vi
