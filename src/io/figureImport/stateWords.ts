import type { FieldEntry } from '../../model/draft.ts'
import type { Metric } from '../../model/ruleSet.ts'
import { fold } from '../ruleSheet/fold.ts'
import type { Fault } from './importProblems.ts'

/** A word that stands where a figure is expected, and what to tell whoever wrote it. */
export type StateWord = { readonly entry: FieldEntry; readonly remark: Fault | null }

const notApplicable = new Set(
  words('không áp dụng', 'không thuộc diện', 'miễn', 'n/a', 'na', 'kad', 'not applicable'),
)
const notIncurred = new Set(
  words('không phát sinh', 'không có phát sinh', 'kps', 'không phát sinh hồ sơ', 'none incurred'),
)
const missing = new Set(
  words(
    'chưa có số liệu',
    'chưa có',
    'chưa có dữ liệu',
    'chưa thống kê',
    'chưa tổng hợp',
    'thiếu',
    'thiếu số liệu',
    'không có số liệu',
    'missing',
  ),
)
const withheld = new Set(words('không công bố', 'withheld'))

function words(...list: readonly string[]): readonly string[] {
  return list.map(fold)
}

/**
 * Reads the words and signs officials put where there is no figure.
 * @returns null for anything else, also for "x" where a tick is asked for
 */
export function readStateWord(
  text: string,
  metric: Pick<Metric, 'valueType' | 'unit'> | null,
): StateWord | null {
  const sign = text.replace(/[\s\p{Cf}]+/gu, '')
  if (/^[-\u2010-\u2015\u2212]{1,3}$/.test(sign))
    return { entry: { state: 'missing' }, remark: dash(text.trim()) }
  if (/^(?:\.{2,6}|…+)$/.test(sign)) return { entry: { state: 'missing' }, remark: null }
  if (/^[xX]$/.test(sign) && metric?.valueType !== 'flag')
    return { entry: { state: 'notApplicable' }, remark: cross }
  // "#N/A" is a formula that found nothing, and no word of anybody's.
  if (text.trimStart().startsWith('#')) return null
  const word = fold(text)
  if (notApplicable.has(word)) return { entry: { state: 'notApplicable' }, remark: null }
  if (missing.has(word)) return { entry: { state: 'missing' }, remark: null }
  if (withheld.has(word)) return { entry: { state: 'withheld' }, remark: null }
  if (!notIncurred.has(word)) return null
  return metric?.valueType === 'count'
    ? { entry: { state: 'typed', text: '0' }, remark: zero(metric.unit) }
    : { entry: { state: 'notApplicable', note: 'Không phát sinh' }, remark: null }
}

/** Statistics write "-" for none, clerks for "not yet": it never becomes zero by itself. */
function dash(found: string): Fault {
  return {
    code: 'dash',
    vi: `“${found}” được ghi là chưa có số liệu; nếu không phát sinh thì nhập 0`,
    en: `"${found}" is taken as no figure yet; where nothing arose enter 0`,
  }
}

const cross: Fault = {
  code: 'cross',
  vi: '“x” được ghi là không áp dụng; nếu có số liệu thì nhập số',
  en: '"x" is taken as not applicable; where there is a figure enter it',
}

function zero(unit: string): Fault {
  return {
    code: 'not-incurred',
    vi: `“không phát sinh” được ghi là 0 ${unit}`,
    en: `"không phát sinh" (none arose) is entered as 0 ${unit}`,
  }
}
