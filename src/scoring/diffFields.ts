import type { FieldChange, NumberShift } from '../model/ruleSetChange.ts'
import { compare, formatExact, parseExact, subtract } from './exact.ts'

/** Fields whose numbers are names of something and not amounts. */
const names = [
  'value',
  'metric',
  'metrics',
  'numerator',
  'denominator',
  'orDenominator',
  'coefficient',
  'calendar',
  'name',
  'label',
  'when',
  'expression',
  'done',
  'id',
]

/** What an entry of a list is known by, the first it has. */
const keys = ['id', 'value', 'metric', 'bandId', 'date', 'name', 'label', 'depth']

/** Our own translations and where a value comes from change nothing in the score. */
const unread = [
  'provenance',
  'note',
  'labelEn',
  'nameEn',
  'unitEn',
  'titleEn',
  'shortName',
  'shortNameEn',
  'aliases',
]

/**
 * Every value that is not the same in two structures of decoded files, in their order. Amounts are
 * compared as numbers: "2" and "2.0" are the same. Lists of equal length are compared place by place
 * unless their entries have names; lists of bands by their edges.
 */
export function diffFields(from: unknown, to: unknown, path: readonly string[] = []): readonly FieldChange[] {
  if (isList(from) || isList(to)) return diffLists(isList(from) ? from : [], isList(to) ? to : [], path)
  if (isRecord(from) || isRecord(to)) {
    const [before, after] = [isRecord(from) ? from : {}, isRecord(to) ? to : {}]
    const all = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return [
      // Where a value gives way to a structure, the value itself went.
      ...(isRecord(from) && isRecord(to) ? [] : diffValues(textOf(from), textOf(to), path)),
      ...all
        .filter(key => !unread.includes(key))
        .flatMap(key => diffFields(before[key], after[key], [...path, key])),
    ]
  }
  return diffValues(textOf(from), textOf(to), path)
}

function diffValues(from: string | null, to: string | null, path: readonly string[]): readonly FieldChange[] {
  if (from === to) return []
  const difference = names.includes(fieldOf(path)) ? null : differenceOf(from, to)
  return difference === '0' ? [] : [{ path, from, to, difference }]
}

/** The last name on a path that is no place in a list. */
function fieldOf(path: readonly string[]): string {
  return path.findLast(step => !/^\d+$/.test(step)) ?? ''
}

function diffLists(
  from: readonly unknown[],
  to: readonly unknown[],
  path: readonly string[],
): readonly FieldChange[] {
  const [before, after] = keyed(from, to)
  const all = [...new Set([...before.keys(), ...after.keys()])]
  return all.flatMap(key => {
    const here = [...path, key]
    const [own, other] = [before.get(key), after.get(key)]
    return diffFields(own, other, here)
  })
}

type Keyed = ReadonlyMap<string, unknown>

function keyed(from: readonly unknown[], to: readonly unknown[]): readonly [Keyed, Keyed] {
  for (const keyOf of [...keys.map(byField), itself, ...(from.length === to.length ? [] : [edges])]) {
    const [before, after] = [index(from, keyOf), index(to, keyOf)]
    if (before && after) return [before, after]
  }
  const place = (list: readonly unknown[]) => new Map(list.map((item, at) => [String(at), item]))
  return [place(from), place(to)]
}

type KeyOf = (item: unknown) => string | null

const byField =
  (field: string): KeyOf =>
  item =>
    isRecord(item) ? textOf(item[field]) : null

const itself: KeyOf = item => (typeof item === 'string' ? item : null)

/** "2–4": bands have no other name. */
const edges: KeyOf = item => {
  if (!isRecord(item) || !('points' in item)) return null
  const { from, to } = item
  return from === undefined && to === undefined ? null : `${textOf(from) ?? ''}–${textOf(to) ?? ''}`
}

/** Entries by key; null where one has none or two share one. */
function index(list: readonly unknown[], keyOf: KeyOf): Keyed | null {
  const found = new Map<string, unknown>()
  for (const item of list) {
    const key = keyOf(item)
    if (key === null || found.has(key)) return null
    found.set(key, item)
  }
  return found
}

/** to − from; null where one is not a decimal. */
export function differenceOf(from: string | null, to: string | null): string | null {
  if (from === null || to === null || !isDecimal(from) || !isDecimal(to)) return null
  return formatExact(subtract(parseExact(to), parseExact(from)))
}

/** A number that changed; null where it did not. */
export function numberShift(from: string | null, to: string | null): NumberShift | null {
  const same =
    from === to || (from !== null && to !== null && compare(parseExact(from), parseExact(to)) === 0)
  return same ? null : { from, to, difference: differenceOf(from, to) }
}

const isDecimal = (text: string) => /^-?\d+(\.\d+)?$/.test(text)
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : null
}
