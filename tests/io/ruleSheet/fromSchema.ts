import fc from 'fast-check'
import * as z from 'zod'
import { ruleSetSchema } from '../../../src/io/ruleSetSchema.ts'
import type { RuleSet } from '../../../src/model/ruleSet.ts'

/**
 * Random rule sets made from the JSON Schema itself: a field that is added to the schema is in them at once,
 * so the spreadsheet cannot forget it.
 */

type Schema = {
  readonly type?: string
  readonly $ref?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minItems?: number
  readonly pattern?: string
  readonly maxLength?: number
  readonly maximum?: number
  readonly $defs?: Readonly<Record<string, Schema>>
}

const schema: Schema = JSON.parse(JSON.stringify(z.toJSONSchema(ruleSetSchema, { io: 'input' })))

const digits = (min: number, max: number) => fc.integer({ min, max }).map(String)

/** As files may write them: ends in zeros, more digits than a float holds, three decimals. */
const decimal = fc.oneof(
  digits(0, 100),
  digits(-1000, 100_000),
  fc.tuple(digits(0, 2000), fc.stringMatching(/^\d{1,4}$/)).map(([units, rest]) => `${units}.${rest}`),
  fc.stringMatching(/^-?[1-9]\d{0,18}\.\d{1,19}$/),
  fc.constantFrom('0', '-0', '0.10', '1.000', '0.30000000000000004', '1464', '1.464', '12345678901234567890'),
)
const percent = fc.oneof(
  digits(0, 100),
  fc.tuple(digits(0, 99), fc.stringMatching(/^\d{1,9}$/)).map(([units, rest]) => `${units}.${rest}`),
)
const date = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map(day => day.toISOString().slice(0, 10))
/** Ends in a letter: one that names nothing must not be the number of some criterion by chance. */
const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{2,10}[a-z]$/)

/** Begins like a formula, looks like a number or a date, breaks lines, quotes: whatever a name may be. */
const text = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '+84',
    '-5',
    '@nội bộ',
    '1.10',
    '1/2',
    'TRUE',
    '50%',
    'dòng một\ndòng hai',
    '“ngoặc”; "kép", phẩy',
    '_x000D_ <&>',
    '["a"]',
    'không nêu',
    'Tỷ lệ hồ sơ trực tuyến toàn trình',
  ),
  fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }).map(tidy),
)

/** What a cell keeps of a text: composed letters, no control signs, no blanks around it. */
function tidy(raw: string): string {
  const kept = raw
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
    .trim()
  return kept === '' ? 'chữ' : kept
}

const byPattern: readonly (readonly [string, fc.Arbitrary<string>])[] = [
  ['^[A-Za-z0-9][A-Za-z0-9._-]*$', id],
  ['^[A-Za-z][A-Za-z0-9_]*$', fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,8}$/)],
  ['^-?(0|[1-9]\\d*)(\\.\\d+)?$', decimal],
  ['^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', date],
  ['^(-?(0|[1-9]\\d*)(\\.\\d+)?|\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01]))$', fc.oneof(decimal, date)],
  ['^(\\d{4})', fc.constantFrom('2026', '2026-Q3', '2026-10', '2026-10-10')],
]

/** Levels of criteria; the schema itself knows no end. */
const deepest = 3

function arbitrary(node: Schema, key: string, depth: number): fc.Arbitrary<unknown> {
  if (node.$ref) return arbitrary(schema.$defs?.[node.$ref.replace('#/$defs/', '')] ?? {}, key, depth)
  const choices = node.anyOf ?? node.oneOf
  if (choices) return fc.oneof(...choices.map(choice => arbitrary(choice, key, depth)))
  if ('const' in node) return fc.constant(node.const)
  if (node.enum) return fc.constantFrom(...node.enum)
  switch (node.type) {
    case 'string':
      return textFor(node, key)
    case 'integer':
    case 'number':
      return fc.integer({ min: 0, max: Math.min(node.maximum ?? 999, 999) })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array': {
      const minLength = node.minItems ?? 0
      const below = key === 'subCriteria' ? depth + 1 : depth
      return fc.array(arbitrary(node.items ?? {}, key, below), { minLength, maxLength: minLength + 2 })
    }
    case 'object':
      return block(node, depth)
    default:
      throw new Error(`no value for ${key}: ${JSON.stringify(node)}`)
  }
}

function block({ properties = {}, required = [] }: Schema, depth: number): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties).filter(([key]) => key !== 'subCriteria' || depth < deepest)
  return fc.record(Object.fromEntries(fields.map(([key, field]) => [key, arbitrary(field, key, depth)])), {
    requiredKeys: fields.map(([key]) => key).filter(key => required.includes(key)),
  })
}

function textFor({ pattern, maxLength }: Schema, key: string): fc.Arbitrary<string> {
  if (pattern === undefined)
    return key === 'code'
      ? fc.oneof(fc.constantFrom('1', '2', '1.1', '1.2', 'I', 'I.1', '1.1.1', 'a)', '1.', '..', '.1'), text)
      : text.map(each => (maxLength === undefined ? each : tidy([...each].slice(0, maxLength / 2).join(''))))
  const known = byPattern.find(([start]) =>
    start === '^(\\d{4})' ? pattern.startsWith(start) : pattern === start,
  )
  if (!known) throw new Error(`no texts for ${key}: ${pattern}`)
  return /percent/i.test(key) && key !== 'percent' ? percent : known[1]
}

type Block = { [key: string]: unknown }

/** Lists and blocks that say the same when they are empty as when they are not there. */
const sameWhenEmpty = new Set([
  'aliases',
  'otherShares',
  'requiredEvidence',
  'readings',
  'subCriteria',
  'adjustments',
  'calendars',
  'examples',
  'peers',
  'declaredCounts',
  'rounding',
  'states',
  'grading',
  'overrides',
  'quotas',
])

/** Gives each entry an id of its own and leaves out what says nothing. */
function settle(value: unknown, ids: Set<string>): unknown {
  if (Array.isArray(value)) return value.map(each => settle(each, ids))
  if (typeof value !== 'object' || value === null) return value
  const made: Block = {}
  for (const [key, field] of Object.entries(value)) {
    const settled = settle(field, ids)
    const isEmpty = typeof settled === 'object' && settled !== null && Object.keys(settled).length === 0
    if (!(isEmpty && sameWhenEmpty.has(key))) made[key] = settled
  }
  if (!('from' in made)) delete made['fromExclusive']
  if (!('to' in made)) delete made['toInclusive']
  const own = made['id']
  if (typeof own === 'string') {
    let settledId = own
    while (ids.has(settledId)) settledId += '-x'
    ids.add(settledId)
    made['id'] = settledId
  }
  return made
}

/** Any rule set the schema takes, whose entries have ids of their own. */
export const anyRuleSet: fc.Arbitrary<RuleSet> = arbitrary(schema, '', 0).map(value => {
  const { $schema: _, ...ruleSet } = settle(value, new Set()) as Block
  return ruleSetSchema.parse(ruleSet)
})
