import type { Decimal } from '../../model/exact.ts'
import type { Problem } from '../../model/problem.ts'
import type { Bilingual } from '../../model/provenance.ts'
import { type Reading, readCount, readPoints } from './portalFigures.ts'
import { type GroupKind, groupOf, groups, metricSchema, type RawUnit } from './portalShape.ts'

/** One figure: what the portal gives with what there is to say about it, or why there is none. */
export type PortalFigure =
  | { readonly value: Decimal; readonly note?: string; readonly isInferred?: true }
  | {
      readonly value: null
      readonly note: string
      /** The record was read and the portal returned nothing here. */
      readonly isWithheld?: true
    }

/** Figures and points of one leaf. */
export type PortalPair = {
  readonly numerator: PortalFigure
  readonly denominator: PortalFigure
  readonly points: Decimal | null
}

/** One unit as one file knows it. */
export type PortalUnit = {
  readonly code: string
  readonly name: string | null
  /** Place in the file. */
  readonly at: string
  /** Points of the group, or in the ranking of everything. */
  readonly total: Decimal | null
  /** By code of the leaf. */
  readonly pairs: ReadonlyMap<string, PortalPair>
  /** The ranking only: points by group. */
  readonly groupPoints: ReadonlyMap<string, Decimal>
  readonly change: Decimal | null
}

export type Say = (at: string, code: string, message: Bilingual, severity?: Problem['severity']) => void

const withheld: PortalFigure = { value: null, note: 'Cổng không công bố', isWithheld: true }
const unusable: PortalFigure = {
  value: null,
  note: 'Tệp lưu từ Cổng ghi sai ở chỗ này nên không dùng được',
}

/** What a unit's record in the file of a group says; every fault costs the figure it is in and nothing else. */
export function readGroupFigures(
  raw: RawUnit,
  kind: GroupKind,
  at: string,
  say: Say,
): Pick<PortalUnit, 'total' | 'pairs'> {
  const { codes, fields } = groupOf(kind)
  const read = reader(raw, at, say)
  const pairs = new Map<string, PortalPair>()
  for (const { code, numerator, denominator, fallback } of fields) {
    const top = read(numerator, readCount)
    const own = read(denominator, readCount)
    const bottom: PortalFigure =
      own.value === null && fallback !== undefined ? standIn(read(fallback, readCount), denominator) : own
    pairs.set(code, pairOf(top, bottom, null, `${at}.${numerator}`, say))
  }
  let isUnread = false
  raw.metrics?.forEach((entry, index) => {
    const here = `${at}.metrics[${index}]`
    const metric = metricSchema.safeParse(entry)
    if (!metric.success) {
      isUnread = true
      say(here, 'invalid-metric', {
        vi: 'chỉ tiêu này không có mã (code), không biết là chỉ tiêu nào',
        en: 'this indicator has no code',
      })
      return
    }
    const { code, dataQualityMessage } = metric.data
    if (!codes.includes(code)) return
    if (pairs.has(code)) {
      say(here, 'duplicate-indicator', {
        vi: `chỉ tiêu ${code} có hai lần ở đơn vị này; giữ lần đầu`,
        en: `indicator ${code} stands here twice; the first one is kept`,
      })
      return
    }
    const figure = reader(metric.data, here, say)
    const bottom = figure('denominator', readCount)
    const message = dataQualityMessage?.trim()
    const noted = message ? { ...bottom, note: `Cổng ghi: “${message}”` } : bottom
    const points = figure('score', readPoints).value
    pairs.set(code, pairOf(figure('numerator', readCount), noted, points, `${here}.numerator`, say))
  })
  // An indicator that is not there may be the one that could not be read.
  const absent = isUnread ? unusable : withheld
  for (const code of codes)
    if (!pairs.has(code)) pairs.set(code, { numerator: absent, denominator: absent, points: null })
  return { total: totalOf(raw, at, say), pairs }
}

/** What a province's record in the ranking says. */
export function readRankedFigures(
  raw: RawUnit,
  at: string,
  say: Say,
): Pick<PortalUnit, 'total' | 'groupPoints' | 'change'> {
  const read = reader(raw.groupScores ?? {}, `${at}.groupScores`, say)
  const groupPoints = groups.flatMap(({ groupId }) => {
    const { value } = read(groupId, readPoints)
    return value === null ? [] : [[groupId, value] as const]
  })
  const change = reader(raw, at, say)('scoreDelta', value => readPoints(value, true)).value
  return { total: totalOf(raw, at, say), groupPoints: new Map(groupPoints), change }
}

function totalOf(raw: RawUnit, at: string, say: Say): Decimal | null {
  const field = raw['totalScore'] === undefined ? 'score' : 'totalScore'
  return reader(raw, at, say)(field, readPoints).value
}

/** Reads fields of a record and says what is wrong with them. */
function reader(record: Readonly<Record<string, unknown>>, at: string, say: Say) {
  return (field: string, read: (raw: unknown) => Reading): PortalFigure => {
    const reading = read(record[field])
    if (reading.value !== null) return reading
    if (!('fault' in reading)) return withheld
    say(`${at}.${field}`, reading.fault.code, reading.fault.message)
    return unusable
  }
}

function standIn(figure: PortalFigure, field: string): PortalFigure {
  if (figure.value === null) return figure
  return {
    ...figure,
    isInferred: true,
    note: `Cổng không trả mẫu số riêng (${field}); suy ra từ mẫu số của chỉ tiêu 3.5b, như bản chụp công khai vẫn làm.`,
  }
}

/** More counted than there is cannot be; neither figure is then taken. */
function pairOf(
  numerator: PortalFigure,
  denominator: PortalFigure,
  points: Decimal | null,
  at: string,
  say: Say,
): PortalPair {
  const isOver =
    numerator.value !== null &&
    denominator.value !== null &&
    BigInt(numerator.value) > BigInt(denominator.value)
  if (!isOver) return { numerator, denominator, points }
  const [top, bottom] = [numerator.value, denominator.value]
  say(at, 'numerator-above-denominator', {
    vi: `tử số ${top} lớn hơn mẫu số ${bottom}; bỏ cả hai số này`,
    en: `numerator ${top} is greater than denominator ${bottom}; both are left out`,
  })
  const figure = { value: null, note: `Cổng ghi tử số ${top} lớn hơn mẫu số ${bottom} nên không dùng được` }
  return { numerator: figure, denominator: figure, points }
}
