import fc from 'fast-check'
import type { BarRow, BarSegment, Deck, Slide, SlideBody, SlideMark } from '../../../../src/model/deck.ts'

/** Long names, signs that XML knows, formulas, stacked marks, what is longer than its place. */
const names = [
  'Ban Quản lý các khu kinh tế và các khu công nghiệp Đắk Lắk',
  'Sở Văn hóa, Thể thao và Du lịch',
  'a & b < c > d "e" \'f\'',
  '=SUM(A1:A9)',
  '<a:t>& amp;</a:t>',
  '−1,2266',
  '0',
  '',
  'Nghiễm\u0000Ẩ\u0007ộ\u001b',
  '__proto__',
  'một chữ dài '.repeat(30),
]

export const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...names) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
)

const share = fc.integer({ min: 0, max: 1000 }).map(count => count / 1000)
const mark = fc.option(
  fc.constantFrom<SlideMark[]>('missing', 'inferred', 'illustrative', 'notIncurred', 'reached', 'warning'),
  { nil: undefined },
)

const segment = fc
  .record({
    ends: fc.tuple(share, share),
    paint: fc.constantFrom<BarSegment['paint'][]>('actual', 'lost', 'open', 'max', 'idle'),
    isSure: fc.boolean(),
  })
  .map(({ ends: [a, b], paint, isSure }) => ({ from: Math.min(a, b), to: Math.max(a, b), paint, isSure }))

const barRow = (numbers: number) =>
  fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom<BarRow['kind'][]>('max', 'score', 'row', 'idle', 'gap'),
    lead: anyText,
    name: anyText,
    numbers: fc.array(anyText, { minLength: numbers, maxLength: numbers }),
    segments: fc.array(segment, { maxLength: 3 }),
    tail: anyText,
    mark,
    isStrong: fc.boolean(),
    target: fc.option(share, { nil: undefined }),
  })

const bars = fc.integer({ min: 0, max: 3 }).chain(numbers =>
  fc.record({
    kind: fc.constant('bars' as const),
    scale: fc.constantFrom(undefined, '13.5', '100'),
    heads: fc.record({
      lead: fc.option(anyText),
      name: anyText,
      numbers: fc.array(anyText, { minLength: numbers, maxLength: numbers }),
      bar: anyText,
      tail: fc.option(anyText),
    }),
    rows: fc.array(barRow(numbers), { maxLength: 14 }),
    lines: fc.array(fc.record({ at: share, text: anyText, isTarget: fc.boolean() }), { maxLength: 3 }),
  }),
)

const heat = fc.integer({ min: 1, max: 6 }).chain(columns =>
  fc.record({
    kind: fc.constant('heat' as const),
    corner: anyText,
    columns: fc.array(anyText, { minLength: columns, maxLength: columns }),
    rows: fc.array(
      fc.record({
        id: fc.uuid(),
        name: anyText,
        cells: fc.array(
          fc.record({
            text: anyText,
            step: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const, null),
            isMostLost: fc.boolean(),
          }),
          { minLength: columns, maxLength: columns },
        ),
      }),
      { maxLength: 8 },
    ),
    legend: anyText,
  }),
)

const list = fc.integer({ min: 1, max: 5 }).chain(columns =>
  fc.record({
    kind: fc.constant('list' as const),
    heads: fc.array(anyText, { minLength: columns, maxLength: columns }),
    rows: fc.array(
      fc.record({
        id: fc.uuid(),
        cells: fc.array(anyText, { minLength: columns, maxLength: columns }),
        mark,
      }),
      { maxLength: 8 },
    ),
  }),
)

const facts = fc.record({
  kind: fc.constant('facts' as const),
  facts: fc.array(
    fc.record({
      label: anyText,
      value: anyText,
      of: fc.option(anyText, { nil: undefined }),
      note: fc.option(anyText, { nil: undefined }),
      mark,
    }),
    { maxLength: 6 },
  ),
  remarks: fc.array(anyText, { maxLength: 3 }),
})

const plain = fc.oneof(
  fc.record({
    kind: fc.constant('cover' as const),
    lines: fc.array(anyText, { maxLength: 4 }),
    warnings: fc.array(anyText, { maxLength: 2 }),
  }),
  fc.record({ kind: fc.constant('text' as const), lines: fc.array(anyText, { maxLength: 6 }) }),
)

export const anyBody: fc.Arbitrary<SlideBody> = fc.oneof(bars, heat, list, facts, plain)

const anySlide: fc.Arbitrary<Slide> = fc.record({
  id: fc.uuid(),
  kind: fc.constant('gaps' as const),
  name: anyText,
  title: anyText,
  body: anyBody,
  source: anyText,
  table: fc.constant(null),
  notes: fc.array(anyText, { maxLength: 3 }),
})

/** Decks of every kind of body, with nothing in some of them. */
export const anyDeck: fc.Arbitrary<Deck> = fc.record({
  title: anyText,
  language: fc.constantFrom('vi' as const, 'en' as const),
  frozenAt: fc.constant('2026-11-21T12:05:00+07:00'),
  scope: anyText,
  slides: fc.array(anySlide, { minLength: 1, maxLength: 4 }),
})
