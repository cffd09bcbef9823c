import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agencyReport } from '../../../src/features/report/agencyReport.ts'
import type { Report } from '../../../src/model/report.ts'
import type { RemedyTask } from '../../../src/model/review.ts'
import { pointsFormat } from '../../../src/receipt/pointsFormat.ts'
import { aView, reportInput } from './views.ts'

const demo = aView('mau-tinh-cqs', '2026-10', 'mh-so-noi-vu')
const traVinh = aView('par-index-2022', '2022', 'tinh-tra-vinh')

/** Everything a report says, line by line. */
function saidBy({ blocks, annexes, ...head }: Report): readonly string[] {
  const inTable = (table: Report['annexes'][number]['table']) => [
    ...table.columns.map(column => column.head),
    ...table.rows.flatMap(row => row.cells.map(cell => cell.text)),
    ...table.notes,
  ]
  return [
    ...Object.values(head).flatMap(each => (typeof each === 'string' ? [each] : (each ?? []))),
    ...blocks.flatMap(block =>
      block.kind === 'list'
        ? block.items
        : block.kind === 'table'
          ? [block.caption, ...inTable(block.table)]
          : [block.text],
    ),
    ...annexes.flatMap(annex => [annex.name, annex.title, ...inTable(annex.table)]),
  ]
}

const linesAfter = (report: Report, text: string): readonly string[] => {
  const at = report.blocks.findIndex(block => block.kind === 'heading' && block.text.includes(text))
  const block = report.blocks[at + 1]
  return block?.kind === 'list' ? block.items : []
}

describe('a whole agency', () => {
  test.each([
    ['the demonstration agency', demo],
    ['Trà Vinh 2022', traVinh],
  ] as const)('%s: every loss with code, name and exact points', (_, view) => {
    const report = agencyReport(reportInput(view))
    const titles = report.blocks.flatMap(block =>
      block.kind === 'heading' && block.level === 3 ? [block.text] : [],
    )
    const format = pointsFormat(view.ruleSet, 'vi')
    expect(titles).toHaveLength(view.sheet.losses.length)
    for (const step of view.sheet.losses) {
      const node = view.sheet.nodes.find(each => each.criterionId === step.nodeId)
      const name = node?.name ?? view.sheet.pools.find(each => each.poolId === step.nodeId)?.name ?? ''
      const found = titles.filter(
        each => each.includes(name) && (!node || each.includes(`Mục ${node.code}: `)),
      )
      expect(
        found.some(each => each.includes(`${format(step.lost)}\u00a0điểm`)),
        name,
      ).toBe(true)
    }
  })

  test('sections stand in the order of an administrative report', () => {
    const { blocks } = agencyReport(reportInput(demo))
    expect(
      blocks.flatMap(block => (block.kind === 'heading' && block.level === 1 ? [block.text] : [])),
    ).toEqual([
      'Kết quả',
      'Điểm mất và nguyên nhân',
      'Mục tiêu',
      'Nhiệm vụ, giải pháp',
      'Số liệu còn thiếu, suy ra',
    ])
  })

  test('head and foot of a department, a province and a commune', () => {
    const department = agencyReport(reportInput(demo))
    expect([department.superior, department.issuer, department.place, department.signer]).toEqual([
      'UBND TỈNH MINH HỌA',
      'SỞ NỘI VỤ',
      'Minh Họa',
      'GIÁM ĐỐC',
    ])
    expect(department.addressee).toBe('Kính gửi: Ủy ban nhân dân tỉnh Minh Họa.')
    expect(department.warnings).toContain('Số liệu minh họa, không phải số liệu của cơ quan nào')
    const province = agencyReport(reportInput(traVinh))
    expect([province.superior, province.issuer, province.place, province.signer]).toEqual([
      null,
      'ỦY BAN NHÂN DÂN\nTỈNH TRÀ VINH',
      'Trà Vinh',
      'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH',
    ])
    expect(province.warnings).toEqual([])
    const commune = agencyReport(reportInput(aView('mau-tinh-cqs', '2026-10', 'mh-phuong-truc-nham')))
    expect([commune.superior, commune.issuer, commune.place]).toEqual([
      null,
      'ỦY BAN NHÂN DÂN\nPHƯỜNG TRÚC NHAM',
      'Trúc Nham',
    ])
    // A body that answers to a ministry has no superior that the directory knows.
    const police = agencyReport(reportInput(aView('mau-tinh-cqs', '2026-10', 'mh-cong-an-tinh')))
    expect([police.superior, police.signer, police.addressee]).toEqual([null, null, undefined])
  })

  test('the computed rank is said as computed, the published one as published', () => {
    const rank = { rank: '12', of: 38, group: 'Sở, ban, ngành' }
    expect(saidBy(agencyReport(reportInput(demo, { rank })))).toContain(
      'Xếp hạng: 12/38 trong nhóm Sở, ban, ngành (tính lại từ điểm của 38 đơn vị có số liệu).',
    )
    expect(saidBy(agencyReport(reportInput(demo)))).toContain('Xếp hạng: chưa công bố.')
    expect(saidBy(agencyReport(reportInput(traVinh, { rank })))).toContain(
      'Xếp hạng: 39/63 tỉnh, thành (theo công bố).',
    )
  })

  test('targets of the plan, with what is inferred said so', () => {
    const said = saidBy(agencyReport(reportInput(traVinh)))
    expect(said).toContain('tối thiểu 50%')
    expect(said).toContain('18,23% suy ra; cách 31,77 điểm phần trăm')
  })

  test('published figures that do not agree are said with both numbers', () => {
    const said = saidBy(agencyReport(reportInput(traVinh)))
    // 13,5 − 2,8652 = 10,6348
    expect(said).toContain(
      'Các khoản mất đã nêu tên cộng lại 2,8652\u00a0điểm, tức còn 10,6348; công bố 10,1352.',
    )
  })
})

describe('causes and remedies', () => {
  const [largest] = demo.sheet.losses
  const code = demo.sheet.nodes.find(node => node.criterionId === largest?.nodeId)?.code ?? ''

  test('nothing entered: lines to fill in, and no cause of our making', () => {
    const lines = linesAfter(agencyReport(reportInput(demo)), `Mục ${code}: `)
    expect(lines).toContain('Nguyên nhân (chưa nhập, đơn vị điền): …………')
    expect(lines).toContain('Biện pháp khắc phục (chưa nhập, đơn vị điền): …………')
  })

  test('what was entered stands in their place', () => {
    const task: RemedyTask = {
      name: 'Rà soát hồ sơ quá hạn.',
      criterionIds: [largest?.nodeId ?? ''],
      agencyId: 'mh-so-noi-vu',
      leadIds: [],
      lead: 'Văn phòng Sở',
      product: null,
      due: '2026-12-15',
    }
    const view = {
      ...demo,
      submission: {
        ...demo.submission,
        explanations: [{ criterionId: largest?.nodeId ?? '', text: 'thiếu người\ntrong tháng' }],
      },
    }
    const remedies = [{ id: 'a', task, lead: 'Văn phòng Sở', state: 'doing' as const }]
    const report = agencyReport(reportInput(view, { remedies }))
    const lines = linesAfter(report, `Mục ${code}: `)
    expect(lines).toContain('Giải trình của đơn vị: thiếu người trong tháng.')
    expect(lines).toContain('Khắc phục: Rà soát hồ sơ quá hạn; chủ trì: Văn phòng Sở; hạn: 15/12/2026.')
    expect(lines.some(each => each.includes('…………'))).toBe(false)
    expect(saidBy(report)).toContain('đang làm')
  })

  test('a cause the source publishes is said as its word', () => {
    expect(linesAfter(agencyReport(reportInput(traVinh)), 'Mục I.2: ').at(2)).toMatch(
      /^Nguyên nhân \(theo nguồn công bố\): Bộ Thông tin và Truyền thông/,
    )
  })
})

describe('missing figures', () => {
  const view = aView('mau-tinh-cqs', '2026-10', 'mh-so-noi-vu', each => ({
    ...each,
    values: each.values.slice(6),
  }))
  const report = agencyReport(reportInput(view))

  test('an interval, and never a plain total', () => {
    const { points } = view.sheet.total
    if (points.kind !== 'known') throw new Error('no interval')
    const format = pointsFormat(view.ruleSet, 'vi')
    const said = saidBy({ ...report, annexes: [] })
    expect(said.some(each => each.startsWith('Điểm còn để ngỏ: từ '))).toBe(true)
    expect(said.some(each => each.startsWith('Điểm đạt: '))).toBe(false)
    for (const end of [points.from, points.to])
      expect(said.filter(each => each.includes(`${format(end)}/`))).toEqual([])
    expect(said.join('\n')).toContain(`từ ${format(points.from)} đến ${format(points.to)} trên 98`)
  })

  test('each missing figure is named, and no loss is made of it', () => {
    const completeness = view.parts?.completeness
    expect(completeness?.missing).toBeGreaterThan(0)
    const said = saidBy(report).join('\n')
    for (const figure of completeness?.missingFigures ?? []) expect(said).toContain(figure.name)
    expect(said).toMatch(/có thể mất đến \d/)
  })
})

test('in English nothing of it is Vietnamese but the names of the data', () => {
  const said = saidBy(agencyReport(reportInput(demo, { language: 'en' })))
  expect(said.some(each => /^Points reached: 64\.99\/98/.test(each))).toBe(true)
  expect(said.filter(each => /Điểm|Nguyên nhân|chưa nhập/.test(each))).toEqual([])
})

test('reports of random sheets never fail and never say what is no text', () => {
  const agencies = ['mh-so-noi-vu', 'mh-cong-an-tinh', 'mh-phuong-truc-nham', 'mh-xa-moc-tinh']
  fc.assert(
    fc.property(
      fc.constantFrom(...agencies),
      fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
      fc.constantFrom('vi' as const, 'en' as const),
      (agencyId, kept, language) => {
        const view = aView('mau-tinh-cqs', '2026-10', agencyId, each => ({
          ...each,
          values: each.values.filter((_, index) => kept[index] ?? true),
        }))
        const said = saidBy(agencyReport(reportInput(view, { language })))
        expect(said.filter(each => /undefined|NaN|\[object|null\b/.test(each))).toEqual([])
        expect(said.every(each => typeof each === 'string')).toBe(true)
      },
    ),
    { numRuns: 25 },
  )
})
