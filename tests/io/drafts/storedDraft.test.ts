import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBackup, writeBackup } from '../../../src/io/drafts/backupFile.ts'
import { readStoredDraft, saySame, storeDraft } from '../../../src/io/drafts/storedDraft.ts'
import { hashBytes } from '../../../src/io/hash/hashBytes.ts'
import type { Draft } from '../../../src/model/draft.ts'
import { aDraft, typed } from '../../state/draftBuilders.ts'

const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,20}$/)
const words = fc.string({ unit: 'grapheme', maxLength: 40 })
const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2039-12-31'), noInvalidDate: true })
  .map(date => date.toISOString())
const entries = <Value>(value: fc.Arbitrary<Value>) =>
  fc.array(fc.tuple(id, value), { maxLength: 12 }).map(pairs => new Map(pairs))
const sha256 = fc.stringMatching(/^[0-9a-f]{64}$/)

/** Any draft the page can make. */
const anyDraft: fc.Arbitrary<Draft> = fc.record({
  format: fc.constant(1 as const),
  id,
  name: fc.option(words),
  ruleSet: fc.record({ id, version: words, sha256 }),
  agencyId: id,
  period: fc.constantFrom('2026', '2026-Q3', '2026-11', '2026-11-21'),
  createdAt: instant,
  updatedAt: instant,
  revision: fc.nat(),
  origin: fc.oneof(
    fc.constant({ from: 'blank' as const }),
    fc.record({ from: fc.constant('copy' as const), draftId: id }),
    fc.record({ from: fc.constant('file' as const), file: words }),
  ),
  provenance: fc.constant({ certainty: 'stated' as const, source: null, note: 'Đơn vị tự nhập' }),
  fields: entries(
    fc.oneof(
      fc.record({ state: fc.constant('typed' as const), text: words }),
      fc.record({ state: fc.constant('typed' as const), text: words, meant: fc.constant('1464') }),
      fc.record({ state: fc.constantFrom('missing' as const, 'notApplicable' as const), note: words }),
    ),
  ),
  exempt: entries(words),
  claims: entries(fc.record({ text: words, reason: words })),
  evidence: fc.array(
    fc.record({
      id,
      criterionIds: fc.array(id, { maxLength: 3 }),
      title: words,
      file: fc.record({ name: words, bytes: fc.nat(), sha256 }),
    }),
    { maxLength: 3 },
  ),
  explanations: entries(words),
  accepted: fc.array(fc.record({ findingId: words, reason: words }), { maxLength: 3 }),
  approval: fc.option(fc.record({ name: words, on: fc.constant('2026-11-30') })),
  note: fc.option(words),
  handedIn: fc.array(fc.record({ at: instant, fileName: words, sha256, revision: fc.nat() }), {
    maxLength: 2,
  }),
})

describe('a stored draft', () => {
  test('is read as it was written, through JSON too', () => {
    fc.assert(
      fc.property(anyDraft, draft => {
        const written: unknown = JSON.parse(JSON.stringify(storeDraft(draft)))
        expect(readStoredDraft(written)).toEqual({ ok: true, draft })
      }),
    )
  })

  test('keeps keys that mean something else to objects', () => {
    const draft = aDraft({ fields: typed({ constructor: '1', toString: '2' }) })
    const reading = readStoredDraft(JSON.parse(JSON.stringify(storeDraft(draft))))
    expect(reading.ok && reading.draft.fields.get('constructor')).toEqual({ state: 'typed', text: '1' })
    expect(reading.ok && reading.draft.fields.get('hasOwnProperty')).toBeUndefined()
  })

  test.each([
    ['nothing', null, ''],
    ['a list', [], ''],
    ['no revision', { ...storeDraft(aDraft()), revision: undefined }, 'revision'],
    ['a negative revision', { ...storeDraft(aDraft()), revision: -1 }, 'revision'],
    ['a field too many', { ...storeDraft(aDraft()), extra: 1 }, ''],
    ['31 February', { ...storeDraft(aDraft()), period: '2026-13' }, 'period'],
    ['a wrong entry', { ...storeDraft(aDraft()), fields: [['m', { state: 'zero' }]] }, 'fields[0][1].state'],
    [
      'a key that is no id',
      { ...storeDraft(aDraft()), fields: [['__proto__', { state: 'missing' }]] },
      'fields[0][0]',
    ],
  ])('%s is damaged, and the place is named', (_, record, place) => {
    expect(readStoredDraft(record)).toEqual({ ok: false, why: 'damaged', place })
  })

  test('one of a later form is not guessed at', () => {
    expect(readStoredDraft({ ...storeDraft(aDraft()), format: 2, more: true })).toMatchObject({
      why: 'newer',
    })
  })

  test('one of an earlier form is brought up step by step before it is read', () => {
    // Form 0 called the period "kỳ" and had no notes.
    const { period, note: _, ...rest } = storeDraft(aDraft())
    const old = { ...rest, format: 0, ky: period }
    const steps = new Map([
      [
        0,
        ({ ky, ...record }: Readonly<Record<string, unknown>>): unknown => ({
          ...record,
          format: 1,
          period: ky,
          note: null,
        }),
      ],
    ])
    expect(readStoredDraft(old, steps)).toEqual({ ok: true, draft: aDraft() })
    expect(readStoredDraft(old)).toMatchObject({ ok: false, why: 'damaged' })
  })

  test('a step that leads nowhere ends', () => {
    expect(readStoredDraft({ format: 0 }, new Map([[0, record => record]]))).toMatchObject({ ok: false })
  })
})

test('two drafts say the same whatever the order their fields were filled in', () => {
  const a = aDraft({ fields: typed({ x: '1', y: '2' }), revision: 4 })
  expect(saySame(a, aDraft({ fields: typed({ y: '2', x: '1' }), revision: 9 }))).toBe(true)
  expect(saySame(a, aDraft({ fields: typed({ y: '2', x: '10' }), revision: 4 }))).toBe(false)
})

test('two drafts say the same whatever the order their parts were written in', () => {
  const evidence = { id: 'e', criterionIds: ['c'], title: 'Kế hoạch' }
  const a = aDraft({ evidence: [evidence] })
  const turned = { title: 'Kế hoạch', criterionIds: ['c'], id: 'e' }
  expect(saySame(a, aDraft({ evidence: [turned] }))).toBe(true)
  expect(saySame(a, aDraft({ evidence: [{ ...turned, title: 'Kế hoạch 2' }] }))).toBe(false)
})

describe('a backup', () => {
  const bytes = fc.uint8Array({ maxLength: 70_000 })

  test('brings back every draft, every file and what could not be read', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyDraft, { maxLength: 4 }),
        fc.array(bytes, { maxLength: 3 }),
        async (drafts, contents) => {
          const files = contents.map(each => ({
            sha256: hashBytes(each),
            blob: new Blob([new Uint8Array(each)]),
          }))
          const unreadable = [{ id: 'hong', record: { format: 7, anything: ['ở đây'] } }]
          const blob = await writeBackup({ drafts, unreadable, files }, '2026-11-21T08:00:00.000Z')
          const reading = await readBackup(blob)
          if (!reading.ok) throw new Error(reading.why)
          expect(reading.content.drafts).toEqual(drafts)
          expect(reading.content.unreadable).toEqual(unreadable)
          expect(reading.damaged).toEqual([])
          for (const [index, file] of reading.content.files.entries())
            expect(new Uint8Array(await file.blob.arrayBuffer())).toEqual(contents[index])
        },
      ),
      { numRuns: 40 },
    )
  })

  test('says which part is damaged and brings back the rest', async () => {
    const good = aDraft()
    const blob = await writeBackup(
      {
        drafts: [good, aDraft({ id: 'hai' })],
        unreadable: [],
        files: [{ sha256: 'b'.repeat(64), blob: new Blob(['other bytes']) }],
      },
      '2026-11-21T08:00:00.000Z',
    )
    const text = (await blob.text()).replace('"id":"hai","name":null', '"id":"hai","name":7')
    const reading = await readBackup(new Blob([text]))
    if (!reading.ok) throw new Error(reading.why)
    expect(reading.content.drafts).toEqual([good])
    expect(reading.content.files).toEqual([])
    expect(reading.damaged).toEqual(['hai', 'b'.repeat(12)])
  })

  test.each([
    ['no JSON', 'PK\u0003\u0004', 'notBackup'],
    ['cut short', '{"format":"parboard-backup","version":1,"dra', 'notBackup'],
    ['something else', '{"format":"other"}', 'notBackup'],
    ['null', 'null', 'notBackup'],
    [
      'a later form',
      '{"format":"parboard-backup","version":2,"madeAt":"2026-11-21","drafts":[],"unreadable":[],"files":[]}',
      'newer',
    ],
  ])('%s is refused', async (_, text, why) => {
    expect(await readBackup(new Blob([text]))).toEqual({ ok: false, why })
  })
})
