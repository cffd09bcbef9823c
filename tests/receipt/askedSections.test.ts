import { describe, expect, test } from 'vitest'
import type { SourceDocument } from '../../src/model/provenance.ts'
import type { Criterion } from '../../src/model/ruleSet.ts'
import { criterionSections, unitText } from '../../src/receipt/ruleSections.ts'
import { ruleSpeechOf } from '../../src/receipt/ruleSpeech.ts'
import { aCriterion, aRuleSet } from '../scoring/builders.ts'

const document: SourceDocument = {
  id: 'quyet-dinh-thu',
  kind: 'decision',
  number: '12/QĐ-UBND',
  title: 'Quyết định thử',
  issuer: 'Ủy ban nhân dân tỉnh',
  date: '2026-01-05',
  checkedOn: '2026-11-01',
  read: true,
}
const cited = (place: string, certainty: 'stated' | 'illustrative' = 'stated') =>
  ({ certainty, source: { documentId: document.id, place } }) as const

/** Lines of a section as texts; undefined without the section. */
function section(id: string, parts: Partial<Criterion>, language: 'vi' | 'en' = 'vi') {
  const criterion = aCriterion(parts)
  const ruleSet = aRuleSet({ criteria: [criterion] })
  const description = {
    ruleSet,
    documents: [document],
    metricIds: [],
    say: ruleSpeechOf(ruleSet, language),
  }
  return criterionSections(criterion, description)
    .find(each => each.id === id)
    ?.lines.map(({ label, value }) => (label === undefined ? value : `${label}: ${value}`))
}

describe('whom a criterion is for', () => {
  test('names the levels and says what the others do', () => {
    const parts: Partial<Criterion> = { appliesTo: ['department', 'commune'] }
    expect(section('applies', parts)).toEqual([
      'Sở, ban, ngành; xã, phường. Đơn vị cấp khác ghi “không áp dụng”.',
    ])
    expect(section('applies', parts, 'en')).toEqual(['Departments; communes and wards. Others are exempt.'])
    expect(section('applies', {})).toBeUndefined()
  })
})

describe('documents to show', () => {
  test('are listed, then each place they come from once', () => {
    const lines = section('evidence', {
      requiredEvidence: [
        { id: 'a', title: 'Báo cáo', titleEn: 'Report', provenance: cited('Phụ lục I') },
        { id: 'b', title: 'Danh sách', provenance: cited('Phụ lục I') },
        { id: 'c', title: 'Ảnh chụp', provenance: cited('Phụ lục II', 'illustrative') },
      ],
    })
    expect(lines?.slice(0, 3)).toEqual(['– Báo cáo', '– Danh sách', '– Ảnh chụp'])
    expect(lines?.slice(3)).toEqual([
      expect.stringMatching(/12\/QĐ-UBND.*Phụ lục I$/),
      expect.stringMatching(/12\/QĐ-UBND.*Phụ lục II$/),
      'Mức chắc chắn: minh họa',
    ])
    expect(section('evidence', {})).toBeUndefined()
  })

  test('without a source, and in English', () => {
    const provenance = { certainty: 'illustrative' as const, source: null }
    const requiredEvidence = [{ id: 'a', title: 'Báo cáo', titleEn: 'Report', provenance }]
    expect(section('evidence', { requiredEvidence }, 'en')).toEqual([
      '– Report',
      expect.stringMatching(/source/i),
      'How sure: illustrative',
    ])
  })
})

test('a running total says so beside its unit', () => {
  const say = (language: 'vi' | 'en') => ruleSpeechOf(aRuleSet(), language)
  const metric = { id: 'm', name: 'Hồ sơ', unit: 'hồ sơ', unitEn: 'dossiers', valueType: 'count' } as const
  expect(unitText(metric, say('vi'))).toBe('hồ sơ')
  expect(unitText({ ...metric, isCumulative: true }, say('vi'))).toBe('hồ sơ, lũy kế')
  expect(unitText({ ...metric, isCumulative: true }, say('en'))).toBe('dossiers, running total')
})
