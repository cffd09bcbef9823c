import { describe, expect, test } from 'vitest'
import { submissionSchema } from '../../../src/io/submissionSchema.ts'
import { cleanEvidence, hasUnfitAddress } from '../../../src/state/assessment/cleanParts.ts'
import { aWard } from '../../io/package/samplePackage.ts'

const known = new Set(['van-ban-mang'])
const item = { id: 'e1', criterionIds: ['van-ban-mang'], title: 'Quyết định' }

describe('the address of a document', () => {
  test.each(['D:\\QĐ\\12.pdf', 'file:///D:/qd.pdf', ' javascript:alert(1)', 'zalo:xx'])(
    '%j stays with the draft: the file holds the document without it',
    url => {
      const [cleaned] = cleanEvidence({ ...item, url }, known)
      expect(cleaned).toEqual(item)
      expect(hasUnfitAddress({ url })).toBe(true)
      expect(submissionSchema.safeParse({ ...aWard(), evidence: [cleaned] }).success).toBe(true)
    },
  )

  test.each(['https://a.vn/12.pdf', 'a.vn/12.pdf', 'Http://a.vn:8080'])('%j goes along', url => {
    const cleaned = cleanEvidence({ ...item, url }, known)
    expect(cleaned).toEqual([{ ...item, url }])
    expect(hasUnfitAddress({ url })).toBe(false)
    expect(submissionSchema.safeParse({ ...aWard(), evidence: cleaned }).success).toBe(true)
  })

  test.each(['', '  ', undefined])('%j is none', url => {
    expect(cleanEvidence({ ...item, url }, known)).toEqual([item])
    expect(hasUnfitAddress({ url })).toBe(false)
  })
})
