import type { Bilingual } from '../../model/provenance.ts'
import { bad, type CellReading, type Codec, good, textCodec } from './codecs.ts'
import { fold } from './fold.ts'
import { isBlock, isList, type Json } from './json.ts'
import { numberCodec } from './numberCodecs.ts'
import {
  firstWords,
  policyWords,
  roundingModeWords,
  roundingPlaceWords,
  stateWords,
  valueOfWord,
  type WordList,
  wordOf,
} from './words.ts'

/** Values of several parts in one cell: "2 chữ số, nửa làm tròn lên", "thiếu: 0 điểm; không công bố: để ngỏ". */

const unrounded = 'không làm tròn'
const stepExpected: Bilingual = {
  vi: `“${unrounded}”, hoặc số chữ số thập phân và cách làm tròn, ví dụ “2 chữ số, nửa làm tròn lên” (${firstWords(roundingModeWords).join(', ')})`,
  en: `“${unrounded}”, or decimals and mode such as “2 chữ số, nửa làm tròn lên” (${firstWords(roundingModeWords).join(', ')})`,
}
const stepPattern = /^(\d{1,2})(?:\s*chữ số)?\s*[,;–-]\s*(.+)$/u

function readStep(text: string): CellReading {
  if (fold(text) === fold(unrounded) || fold(text) === 'khong') return good(null)
  const [, places = '', mode = ''] = stepPattern.exec(text) ?? []
  const known = valueOfWord(roundingModeWords, mode)
  if (known === null || Number(places) > 12) return bad('not-a-rounding', stepExpected)
  return good({ places: Number(places), mode: known })
}

function writeStep(step: Json | undefined): string {
  return isBlock(step)
    ? `${step['places']} chữ số, ${wordOf(roundingModeWords, String(step['mode']))}`
    : unrounded
}

/** How one place rounds. */
export const stepCodec: Codec = textCodec(stepExpected, readStep, writeStep)

/** "name: value; name: value", each name known and written once. */
function namedCodec(
  expected: Bilingual,
  names: WordList,
  read: (text: string) => CellReading,
  write: (value: Json | undefined) => string,
): Codec {
  return textCodec(
    expected,
    text => {
      const block: Record<string, Json> = {}
      for (const part of text.split(/[;\n]/).map(each => each.trim())) {
        if (part === '') continue
        const colon = part.indexOf(':')
        const name = colon < 0 ? null : valueOfWord(names, part.slice(0, colon))
        if (name === null || name in block) return bad('not-understood', expected)
        const reading = read(part.slice(colon + 1).trim())
        if (!reading.ok) return bad(reading.code, expected)
        block[name] = reading.value
      }
      return good(block)
    },
    value =>
      isBlock(value)
        ? Object.keys(names)
            .filter(name => value[name] !== undefined)
            .map(name => `${wordOf(names, name)}: ${write(value[name])}`)
            .join('; ')
        : '',
  )
}

/** Where one leaf rounds otherwise than its rule set. */
export const ownRoundingCodec = namedCodec(
  {
    vi: 'ví dụ “tỷ lệ: 2 chữ số, nửa làm tròn lên; tiêu chí: không làm tròn”',
    en: 'such as “tỷ lệ: 2 chữ số, nửa làm tròn lên; tiêu chí: không làm tròn”',
  },
  roundingPlaceWords,
  readStep,
  writeStep,
)

const policies = firstWords(policyWords)
  .map(word => `“${word}”`)
  .join(', ')

/** What figures that were not entered do. */
export const statesCodec = namedCodec(
  {
    vi: `ví dụ “thiếu: 0 điểm; không công bố: để ngỏ; không áp dụng: không áp dụng”; sau dấu hai chấm là ${policies}`,
    en: `such as “thiếu: 0 điểm; không công bố: để ngỏ”; after the colon stands one of ${policies}`,
  },
  stateWords,
  text => {
    const policy = valueOfWord(policyWords, text)
    return policy === null ? bad('unknown-word', stepExpected) : good(policy)
  },
  value => wordOf(policyWords, String(value)),
)

const countsExpected: Bilingual = {
  vi: 'số mục văn bản nêu ở từng tầng, ví dụ “tầng 0: 3; tầng 1: 14” (tầng 0 là cao nhất)',
  en: 'items at each level as stated, such as “tầng 0: 3; tầng 1: 14” (0 is the top)',
}

/** How many items the source counts at each depth. */
export const countsCodec: Codec = textCodec(
  countsExpected,
  text => {
    const counts: Json[] = []
    for (const part of text.split(/[;\n]/).map(each => each.trim())) {
      if (part === '') continue
      const [, depth, count] = /^(?:tầng|cấp)?\s*(\d{1,3})\s*:\s*(\d{1,9})$/iu.exec(part) ?? []
      if (depth === undefined || count === undefined) return bad('not-understood', countsExpected)
      counts.push({ depth: Number(depth), count: Number(count) })
    }
    return good(counts)
  },
  value =>
    isList(value)
      ? value.map(each => (isBlock(each) ? `tầng ${each['depth']}: ${each['count']}` : '')).join('; ')
      : '',
)

/** One edge of a band: a number that is taken in below and left out above, unless a sign says otherwise. */
function edgeCodec(
  fields: readonly [string, string],
  usual: RegExp,
  other: RegExp,
  sign: string,
  expected: Bilingual,
): Codec {
  const [edge, turned] = fields
  return {
    expected,
    spreads: fields,
    read: (cell, names) => {
      if (cell.kind !== 'text') {
        const reading = numberCodec.read(cell, names)
        return reading.ok ? good({ [edge]: reading.value }) : bad(reading.code, expected)
      }
      const text = cell.text.trim()
      const isTurned = other.test(text)
      const typed = text.replace(isTurned ? other : usual, '').replace(/%\s*$/, '')
      const reading = numberCodec.read({ kind: 'text', text: typed }, names)
      if (!reading.ok) return reading.code === 'ambiguous-number' ? reading : bad(reading.code, expected)
      return good({ [edge]: reading.value, ...(isTurned ? { [turned]: true } : {}) })
    },
    write: value => {
      if (!isBlock(value)) return ''
      const written = numberCodec.write(value[edge] ?? null)
      return value[turned] === true ? `${sign}${String(written).replace('.', ',')}` : written
    },
  }
}

export const fromCodec = edgeCodec(
  ['from', 'fromExclusive'],
  /^(?:≥|>=|từ)\s*/iu,
  /^(?:>(?!=)|trên)\s*/iu,
  '>',
  {
    vi: 'số (lấy cả số đó), hoặc “>4” nếu không lấy 4; để trống là không có cận dưới',
    en: 'a number (taken in), or “>4” where 4 itself is left out; empty for no lower edge',
  },
)

export const toCodec = edgeCodec(
  ['to', 'toInclusive'],
  /^(?:<(?!=)|dưới|đến dưới)\s*/iu,
  /^(?:≤|<=|đến(?! dưới))\s*/iu,
  '≤',
  {
    vi: 'số (không lấy số đó), hoặc “≤5” nếu lấy cả 5; để trống là không có cận trên',
    en: 'a number (left out), or “≤5” where 5 itself is taken in; empty for no upper edge',
  },
)
