import { describe, expect, test } from 'vitest'
import { readStoredDraft, saySame, storeDraft } from '../../../src/io/drafts/storedDraft.ts'
import { askedDraft } from '../../gallery/questionsSample.tsx'
import { aDraft } from '../../state/draftBuilders.ts'

const stored = () => JSON.parse(JSON.stringify(storeDraft(askedDraft())))

describe('a draft that answers questions', () => {
  test('is read as it was written, with what was asked and handed in', () => {
    const reading = readStoredDraft(stored())
    expect(reading).toEqual({ ok: true, draft: askedDraft() })
    expect(reading.ok && saySame(reading.draft, askedDraft())).toBe(true)
  })

  test('drafts from before there were questions are read as ever', () => {
    const written: unknown = JSON.parse(JSON.stringify(storeDraft(aDraft())))
    expect(written).not.toHaveProperty('asked')
    expect(readStoredDraft(written)).toEqual({ ok: true, draft: aDraft() })
  })

  test.each<[string, (record: Record<string, unknown>) => unknown, string]>([
    ['questions of no known form', record => ({ ...record, asked: { request: {} } }), 'asked.'],
    [
      'something more than we know',
      record => ({ ...record, asked: { ...Object(record['asked']), more: 1 } }),
      'asked',
    ],
  ])('%s make it unreadable, and it is kept', (_, change, place) => {
    const reading = readStoredDraft(change(stored()))
    expect(reading).toMatchObject({ ok: false, why: 'damaged' })
    expect(reading.ok ? '' : reading.place).toContain(place)
  })
})
