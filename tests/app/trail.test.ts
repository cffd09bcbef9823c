import { describe, expect, test } from 'vitest'
import type { Search } from '../../src/app/search.ts'
import { selectionOf } from '../../src/app/selection.ts'
import { type TrailContext, trailParts } from '../../src/app/trail/trailParts.ts'
import { loadData } from '../data/dataFiles.ts'

const { catalogue, agencies, groups, documents, ruleSets } = loadData()

function trailAt(screen: TrailContext['screen'], search: Search, more: Partial<TrailContext> = {}) {
  const selection = selectionOf(catalogue, search)
  return trailParts({
    screen,
    search,
    selection,
    catalogue,
    agencies,
    groups,
    ruleSet: ruleSets.find(each => each.id === selection.ruleSetId) ?? null,
    documents,
    language: 'vi',
    ...more,
  })
}

const commune = { ruleSet: 'qd766-2022', period: '2026-10-10', agency: 'h15-157' } as const
const textOf = (parts: ReturnType<typeof trailAt>) => parts.map(part => part.text).join(' › ')

describe('the way to a view', () => {
  test.each([
    ['/', commune, 'Chỉ số 766 › UBND xã Liên Sơn Lắk › 10/10/2026 › Tổng quan'],
    [
      '/criteria',
      { ...commune, criterion: 'PAY_DOSSIER' },
      /^Chỉ số 766 › UBND xã Liên Sơn Lắk › 10\/10\/2026 › Tiêu chí › .*[Tt]hanh toán trực tuyến › 3\.6 /,
    ],
    ['/', { ...commune, criterion: 'none' }, /› Tổng quan$/],
    ['/', { ...commune, criterion: 'khong-co' }, /› Tổng quan$/],
    ['/trend', commune, 'Chỉ số 766 › UBND xã Liên Sơn Lắk › Xu hướng'],
    ['/rule-sets', { ruleSet: 'qd766-2022' }, 'Bộ chỉ số › Chỉ số 766'],
    ['/exchange', commune, 'Nạp tệp'],
    ['/sources', commune, 'Nguồn'],
    ['/sources', { document: 'quyet-dinh-766-qd-ttg' }, 'Mọi văn bản › Quyết định 766/QĐ-TTg'],
    ['/', { ...commune, stage: 'published' }, /› 10\/10\/2026 › Kết quả công bố › Tổng quan$/],
    ['/', { criterion: 'khong-neu-diem-rieng' }, /› Tổng quan › Chưa rõ nguyên nhân$/],
  ] as const)('on %s with %o', (screen, search, way) => {
    expect(textOf(trailAt(screen, search))).toMatch(typeof way === 'string' ? new RegExp(`^${way}$`) : way)
  })

  test('many agencies stand under their period and group', () => {
    const [group] = groups.filter(each => each.use === 'comparison')
    expect(textOf(trailAt('/agencies', { ...commune, group: group?.id }))).toBe(
      `Chỉ số 766 › 10/10/2026 › Đơn vị › ${group?.name}`,
    )
  })

  test('each part opens its own level and nothing below', () => {
    const [ruleSet, agency, period, screen] = trailAt('/criteria', {
      ...commune,
      criterion: 'PAY_DOSSIER',
      filter: 'losing',
    })
    expect(ruleSet).toMatchObject({ to: '/rule-sets', search: { ruleSet: 'qd766-2022' } })
    expect(agency).toMatchObject({ to: '/', search: { ruleSet: 'qd766-2022', agency: 'h15-157' } })
    expect(period).toMatchObject({ to: '/', search: commune })
    expect(screen).toMatchObject({ to: '/criteria', search: commune })
    expect(screen?.search.criterion).toBeUndefined()
  })

  test('names that are not loaded stand as their ids', () => {
    expect(textOf(trailAt('/', commune, { agencies: [], ruleSet: null }))).toBe(
      'Chỉ số 766 › h15-157 › 10/10/2026 › Tổng quan',
    )
  })

  test('English has English names where there are some', () => {
    expect(textOf(trailAt('/', commune, { language: 'en' }))).toBe(
      'Index 766 › UBND xã Liên Sơn Lắk › 10/10/2026 › Overview',
    )
  })

  test('keys of the parts are unlike each other', () => {
    const keys = trailAt('/criteria', { ...commune, criterion: 'PAY_DOSSIER' }).map(part => part.key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
