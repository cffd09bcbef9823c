import fc from 'fast-check'
import { fieldsToFill } from '../../../src/io/figureImport/importTarget.ts'
import type { Claim, FieldEntry } from '../../../src/model/draft.ts'
import type { Form, FormField } from '../../../src/model/form.ts'
import type { Filling } from './formScenes.ts'

/** Small counts are as common as large ones, so that shares hit their targets and edges. */
const count = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 12 }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 100 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 99_999 }) },
)
const day = fc
  .integer({ min: 0, max: 120 })
  .map(days => new Date(Date.UTC(2026, 8, 1) + days * 86_400_000).toISOString().slice(0, 10))
  .map(iso => iso.split('-').toReversed().join('/'))

function typed({ metric, options = [] }: FormField): fc.Arbitrary<string> {
  switch (metric.valueType) {
    case 'count':
      return count.map(String)
    case 'percent':
      return fc.integer({ min: 0, max: 10_000 }).map(value => String(value / 100).replace('.', ','))
    case 'number':
      // Two decimals at most: three of them could be thousands.
      return fc.integer({ min: 0, max: 50_000 }).map(value => String(value / 100).replace('.', ','))
    case 'flag':
      return fc.constantFrom('Có', 'Không')
    case 'date':
      return day
    case 'option':
      return fc.constantFrom(...options.map(option => option.label))
  }
}

const words = fc.constantFrom('chưa đến kỳ', 'không có bộ phận', '=1+1', '@nội bộ', 'dòng một\ndòng hai')
const state = fc.record({
  state: fc.constantFrom('missing' as const, 'notApplicable' as const, 'withheld' as const),
  note: words,
})

function optionalMap<Value>(
  ids: readonly string[],
  value: (id: string) => fc.Arbitrary<Value>,
  some: number,
): fc.Arbitrary<ReadonlyMap<string, Value>> {
  return fc
    .tuple(...ids.map(id => fc.tuple(fc.integer({ min: 0, max: 99 }), value(id))))
    .map(
      list => new Map(list.flatMap(([chance, each], at) => (chance < some ? [[ids[at] ?? '', each]] : []))),
    )
}

/** What an agency may fill in: figures, states with reasons, claims, exemptions, explanations. */
export function fillingOf(form: Form): fc.Arbitrary<Filling> {
  const fields = new Map(fieldsToFill(form).map(({ field }) => [field.metric.id, field]))
  const items = form.areas.flatMap(area => area.items).filter(item => item.notForLevel === null)
  const asked = items.filter(item => item.filledBy !== 'survey' && item.filledBy !== 'review')
  const entry = (id: string): fc.Arbitrary<FieldEntry> => {
    const field = fields.get(id)
    if (!field) throw new Error(`no field ${id}`)
    return fc.oneof(
      { weight: 9, arbitrary: typed(field).map((text): FieldEntry => ({ state: 'typed', text })) },
      { weight: 1, arbitrary: state },
    )
  }
  const most = new Map(items.map(item => [item.nodeId, Number(item.maxPoints ?? item.pool?.maxPoints ?? 10)]))
  // One claim in ten is above the maximum and counts for nothing.
  const claim = (id: string): fc.Arbitrary<Claim> =>
    fc
      .record({ part: fc.integer({ min: 0, max: 110 }), reason: fc.option(words, { nil: undefined }) })
      .map(({ part, reason }) => ({
        text: (((most.get(id) ?? 0) * part) / 100).toFixed(2).replace('.', ','),
        ...(reason !== undefined && { reason }),
      }))
  return fc.record({
    fields: optionalMap([...fields.keys()], entry, 92),
    claims: optionalMap(
      asked.filter(item => item.canClaim).map(item => item.nodeId),
      claim,
      12,
    ),
    exempt: optionalMap(
      asked.filter(item => !item.pool && item.effect === 'criterion').map(item => item.nodeId),
      () => words,
      6,
    ),
    explanations: optionalMap(
      asked.map(item => item.nodeId),
      () => words,
      10,
    ),
  })
}
