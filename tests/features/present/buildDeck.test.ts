import { describe, expect, test } from 'vitest'
import { agencySlides, buildDeck } from '../../../src/features/present/slides/buildDeck.ts'
import type { BarBody, Deck, Slide } from '../../../src/model/deck.ts'
import { deckSource } from './deckSources.ts'

const traVinh = deckSource('par-index-2022', '2022', 'tinh-tra-vinh')
const department = deckSource('mau-tinh-cqs', '2026-09', 'mh-so-noi-vu')

const slideOf = (deck: Deck, id: string): Slide => {
  const slide = deck.slides.find(each => each.id === id)
  if (!slide) throw new Error(`no slide ${id} among ${deck.slides.map(each => each.id).join(', ')}`)
  return slide
}
const barsOf = (deck: Deck, id: string): BarBody => {
  const { body } = slideOf(deck, id)
  if (body.kind !== 'bars') throw new Error(`${id} has no bars`)
  return body
}
const idsOf = (deck: Deck) => deck.slides.map(each => each.id)

describe('Trà Vinh 2022', () => {
  const deck = buildDeck(traVinh, 'vi')

  test('has the twelve slides that are true of it', () => {
    expect(idsOf(deck)).toEqual([
      'cover',
      'headline',
      'waterfall',
      'gaps',
      'targets',
      'targets.2',
      'actions',
      'missing.inferred',
      'overdue',
      'overdue.2',
      'overdue.next',
      'sources.2',
      'sources',
    ])
    expect(deck.frozenAt).toBe('2026-11-22T02:00:00.000Z')
    // A line of the foot may end before a dot, never begin with one.
    expect(deck.scope).not.toContain(' ·')
    expect(deck.scope.replaceAll('\u00a0', ' ')).toBe(
      'Tỉnh Trà Vinh · PAR Index 2022 cấp tỉnh · Lĩnh vực 7, bản 1 · kết quả công bố 2022',
    )
  })

  test('says what was reached as it was published', () => {
    const slide = slideOf(deck, 'headline')
    expect(slide.title).toBe('Đạt 10,1352/13,5 điểm (75,08%), hạng 39/63 tỉnh, thành')
    expect(slide.body).toMatchObject({
      kind: 'facts',
      facts: [
        { label: 'Điểm đạt', value: '10,1352', of: '13,5', receiptId: 'total' },
        { label: 'Tỷ lệ', value: '75,08%' },
        { label: 'Xếp hạng', value: '39', of: '63' },
        { label: 'Điểm mất', value: '3,3648' },
        // 17 of 17 sub-criteria less the 8 without points of their own.
        { label: 'Tiêu chí thành phần có điểm riêng' },
      ],
    })
  })

  test('goes from 13,5 down to 10,1352, unknown causes last', () => {
    const slide = slideOf(deck, 'waterfall')
    expect(slide.title).toBe('Mất 3,3648 điểm, nhiều nhất ở hồ sơ trực tuyến toàn trình: 1,2266 điểm')
    const { rows } = barsOf(deck, 'waterfall')
    expect(rows.map(row => [row.kind, row.name, ...row.numbers])).toEqual([
      ['max', 'Điểm tối đa', '13,5', ''],
      ['row', 'Hồ sơ trực tuyến toàn trình', '0,2734/1,5', '−1,2266'],
      ['row', 'Trung tâm dữ liệu, điện toán đám mây', '0,5/1', '−0,5'],
      ['row', 'Dịch vụ dữ liệu NDXP chính thức', '0,5333/1', '−0,4667'],
      ['row', 'TTHC có thanh toán trực tuyến', '0,29/0,5', '−0,21'],
      ['row', 'Chất lượng thông tin trên Cổng', '0,7981/1', '−0,2019'],
      ['row', 'Hồ sơ thanh toán trực tuyến', '0,34/0,5', '−0,16'],
      ['row', 'Hệ thống thông tin báo cáo', '1,4/1,5', '−0,1'],
      ['row', 'Chưa rõ nguyên nhân (8 tiêu chí)', '6,0004/6,5', '−0,4996'],
      ['score', 'Điểm đạt, hạng 39/63 tỉnh, thành', '10,1352', '−3,3648'],
    ])
    // 13.5 − 1.2266 = 12.2734, of 13.5: 0.9091…
    const [first] = rows[1]?.segments ?? []
    expect(first?.from).toBeCloseTo(12.2734 / 13.5, 10)
    expect(first).toMatchObject({ to: 1, paint: 'lost', isSure: true })
    expect(rows[8]).toMatchObject({ mark: 'inferred', segments: [{ paint: 'lost', isSure: false }] })
    // 10.1352 / 13.5
    expect(rows[9]?.segments).toEqual([{ from: 0, to: 10.1352 / 13.5, paint: 'actual', isSure: true }])
    expect(rows.map(row => row.isStrong).indexOf(true)).toBe(1)
  })

  test('the table behind the waterfall adds up as the slide says', () => {
    const table = slideOf(deck, 'waterfall').table
    expect(table?.rows.at(-1)?.cells.map(cell => cell.text)).toEqual([
      '',
      'Cộng',
      '10,1352',
      '13,5',
      '−3,3648',
      '',
      '',
    ])
    expect(table?.rows[0]?.cells[4]).toEqual({ text: '−1,2266', number: { value: '-1.2266', places: 4 } })
    expect(table?.rows).toHaveLength(9)
  })

  test('marks the target of the plan on the bar of its criterion', () => {
    // Half of full points at the target of 50%: 0.75 of the scale of 1.5.
    expect(barsOf(deck, 'gaps').rows[0]).toMatchObject({
      id: 'lost-ho-so-truc-tuyen-toan-trinh',
      target: 0.5,
    })
    expect(barsOf(deck, 'gaps').rows.at(-1)).toMatchObject({ tail: 'thanh rút ngắn' })
  })

  test('targets: reached, inferred and unknown apart', () => {
    expect(slideOf(deck, 'targets').title).toBe(
      '1/7 mục tiêu đã đạt; hồ sơ TTHC thực hiện…: 18,23% suy ra; cách 31,77 điểm phần trăm',
    )
    expect(slideOf(deck, 'targets.2').title).toBe('3 mục tiêu thiếu số liệu, chưa rõ đạt hay chưa')
    const marks = ['targets', 'targets.2'].flatMap(id => barsOf(deck, id).rows).map(row => row.mark)
    expect(marks.filter(mark => mark === 'reached')).toHaveLength(1)
    expect(marks.filter(mark => mark === 'inferred')).toHaveLength(2)
    expect(marks.filter(mark => mark === 'missing')).toHaveLength(4)
  })

  test('an unknown rule is said once, not in a column of its own', () => {
    const { body } = slideOf(deck, 'actions')
    if (body.kind !== 'list') throw new Error('no list')
    expect(body.heads).toEqual(['Việc', 'Lấy lại'])
    const said = body.rows.flatMap(row => row.cells).filter(text => text.includes('chưa rõ cách tính'))
    expect(said).toEqual(['Cả các việc trên: chưa rõ cách tính, nên không nêu phải làm bao nhiêu'])
  })

  test('criteria are counted alike on every slide', () => {
    // 6 with points of their own, one of them in two parts, and 8 without: 14 criteria in 15 rows.
    const { body } = slideOf(deck, 'headline')
    const own = body.kind === 'facts' ? body.facts.at(-1) : undefined
    expect(own).toMatchObject({ value: '6', of: '14', note: '14 tiêu chí thành phần chấm theo 15 phần' })
    const inferred = slideOf(deck, 'missing.inferred')
    expect(inferred.title).toMatch(/^8 tiêu chí thành phần/)
    expect(inferred.body.kind === 'list' && inferred.body.rows).toHaveLength(8)
  })

  test('tasks say that no report is not the same as not done', () => {
    const slide = slideOf(deck, 'overdue')
    expect(slide.title).toBe('Đến 22/11/2026: 4 nhiệm vụ đã quá hạn mà chưa có báo cáo')
    expect(slide.notes.join(' ')).toContain('“chưa có báo cáo” không có nghĩa là chưa làm')
    // From 31/12/2023 to 22/11/2026: 366 + 365 days, and 326 of the last year.
    expect(slideOf(deck, 'overdue.2').title).toContain('1.057 ngày')
    expect(slideOf(deck, 'overdue.next').title).toContain('30/11/2026')
  })

  test('what differs from the published result is said with both readings', () => {
    const slide = slideOf(deck, 'sources.2')
    expect(slide.title).toBe('Các khoản mất đã nêu cộng lại lệch 0,4996 điểm so với công bố')
    expect(slide.table?.rows[0]?.cells.map(cell => cell.text)).toEqual([
      'Tổng các khoản mất đã nêu',
      '10,6348',
      '10,1352',
      '+0,4996',
      'lệch',
    ])
    expect(slide.notes.filter(note => note.startsWith('Theo '))).toHaveLength(2)
  })
})

describe('a department of the demonstration province', () => {
  const deck = buildDeck(department, 'vi')

  test('has every slide its figures give', () => {
    expect(idsOf(deck).length).toBeGreaterThanOrEqual(12)
    for (const kind of ['league', 'grades', 'heat', 'contribution', 'trend', 'actions', 'areas'])
      expect(deck.slides.map(slide => slide.kind)).toContain(kind)
  })

  test('says on every slide that the figures are made up', () => {
    for (const slide of deck.slides) expect(slide.source).toContain('Số liệu minh họa')
    const { body } = slideOf(deck, 'cover')
    expect(body.kind === 'cover' && body.warnings).toContain('Số liệu minh họa')
  })

  test('what is made up is a tag on every slide and hatches no bar', () => {
    for (const slide of deck.slides.filter(each => each.kind !== 'cover'))
      expect(slide.warnings, slide.id).toContain('Số liệu minh họa')
    for (const { id, kind, body } of deck.slides)
      if (body.kind === 'bars' && kind !== 'contribution')
        for (const segment of body.rows.flatMap(row => row.segments))
          if (segment.paint !== 'open' && segment.paint !== 'idle') expect(segment.isSure, id).toBe(true)
    // Sums over agencies are worked out by us: hatched, and said so.
    expect(slideOf(deck, 'contribution').warnings).toContain('Suy ra: cộng từ các đơn vị')
    expect(barsOf(deck, 'contribution').rows[0]?.segments[0]?.isSure).toBe(false)
  })

  test('the certainty of a loss is said as the overview says it', () => {
    const why = slideOf(deck, 'waterfall').table?.rows.map(row => row.cells.at(-1)?.text) ?? []
    expect(why.some(text => text === 'tính từ số liệu' || text === 'cách tính suy ra')).toBe(true)
    expect(why).not.toContain('minh họa')
  })

  test('percentages of one column have the same decimals', () => {
    const { rows } = barsOf(buildDeck(deckSource('mau-tinh-cqs', '2026-09', 'mh-so-gddt'), 'vi'), 'areas')
    expect(rows.map(row => row.numbers[1])).toEqual(['87,77%', '81,15%', '70,50%', '70,56%'])
  })

  test('the cover says once that it is a template, and no line of it begins with a dot', () => {
    const cover = slideOf(deck, 'cover')
    const { body } = cover
    if (body.kind !== 'cover') throw new Error('no cover')
    expect([...body.lines, ...body.warnings].filter(text => /điểm số do dự án đặt/.test(text))).toHaveLength(
      1,
    )
    expect(cover.title).not.toContain(' ·')
    expect(cover.title).not.toContain('Tỉnh Minh')
    expect(cover.title).toContain('Tỉnh\u00a0Minh\u00a0Họa')
  })

  test('what the order of actions follows is said under them', () => {
    expect(slideOf(deck, 'actions').source).toContain('Xếp theo điểm lấy lại so với mức phải thay đổi')
  })

  test('every scale of bars is given in its unit', () => {
    for (const { id, body } of deck.slides) if (body.kind === 'bars') expect(body.scale, id).toMatch(/^\d/)
    expect(barsOf(deck, 'waterfall').scale).toBe('98')
  })

  test('a long group shows its ends and the subject, and how many are between', () => {
    const { rows } = barsOf(deck, 'league')
    expect(rows.length).toBeLessThanOrEqual(12)
    const own = rows.find(row => row.agencyId === 'mh-so-noi-vu')
    expect(own).toMatchObject({ lead: '14', isStrong: true, tail: 'Trung bình' })
    const between = rows.filter(row => row.kind === 'gap').map(row => `${row.lead} ${row.name}`)
    expect(between).toEqual(['5–12 8 đơn vị ở giữa', '16–17 2 đơn vị ở giữa'])
    // Everybody is in the table behind, in the same order.
    const group = department.cohort?.view.groups.find(each => each.groupId === department.cohort?.groupId)
    const table = slideOf(deck, 'league').table
    expect(table?.rows.filter(row => row.kind === 'row').map(row => row.id)).toEqual(
      group?.rows.map(row => row.agencyId),
    )
  })

  test('who had nothing to count stands apart, without a rank', () => {
    const idle = barsOf(deck, 'league').rows.filter(row => row.kind === 'idle')
    expect(idle).toMatchObject([{ lead: '', tail: 'không phát sinh', mark: 'notIncurred' }])
    expect(idle[0]?.segments.every(segment => segment.paint === 'idle')).toBe(true)
  })

  test('an agency without all figures is an interval, and its heat cell has no step', () => {
    const open = barsOf(deck, 'league').rows.find(row => row.agencyId === 'mh-bql-kcn')
    expect(open).toMatchObject({ numbers: ['37,88–45,88/98'], mark: 'missing' })
    expect(open?.segments.map(segment => segment.paint)).toEqual(['actual', 'open', 'lost'])
    const { body } = slideOf(deck, 'heat.2')
    const cells = body.kind === 'heat' ? body.rows.find(row => row.id === 'mh-bql-kcn')?.cells : undefined
    expect(cells?.filter(cell => cell.step === null).map(cell => cell.text)).toEqual(['36,3–59,8'])
  })

  test('periods are subtracted only where they compare', () => {
    const claimed = buildDeck(deckSource('mau-tinh-cqs', '2026-10', 'mh-so-tu-phap'), 'vi')
    expect(slideOf(claimed, 'trend').title).toContain('Không so sánh được với kỳ trước: một bên là tự chấm')
    expect(barsOf(claimed, 'trend').rows.at(-1)?.numbers[1]).toBe('không so sánh được')
    expect(slideOf(deck, 'trend').title).toContain('Giảm 3,47 điểm so với tháng 08/2026')
  })
})

test('missing figures: an interval, what it could be, and no rank', () => {
  const deck = buildDeck(deckSource('mau-tinh-cqs', '2026-09', 'mh-bql-kcn'), 'vi')
  expect(slideOf(deck, 'headline').title).toMatch(
    /^Đạt từ 37,88 đến 45,88 trên 98 điểm, còn thiếu \d+ số liệu$/,
  )
  expect(slideOf(deck, 'missing').title).toMatch(
    /^Thiếu \d+ số liệu: điểm có thể từ 37,88 đến 45,88 trên 98$/,
  )
  const score = barsOf(deck, 'waterfall').rows.at(-1)
  expect(score?.numbers[0]).toBe('37,88–45,88')
  expect(score?.segments.map(segment => segment.paint)).toEqual(['actual', 'open'])
  const { body } = slideOf(deck, 'headline')
  const rank = body.kind === 'facts' ? body.facts.find(fact => fact.label === 'Xếp hạng') : undefined
  expect(rank?.value).toMatch(/^\d+(–\d+)?$/)
})

test('agencies that are not loaded are a row, not zeros', () => {
  const deck = buildDeck(deckSource('qd766-2022', '2026-10-10', 'tinh-dak-lak'), 'vi')
  const rows = barsOf(deck, 'league').rows
  expect(rows.find(row => row.id === 'not-loaded')).toMatchObject({
    kind: 'gap',
    mark: 'missing',
    numbers: [''],
    segments: [],
  })
  expect(rows.find(row => row.id === 'not-loaded')?.name).toMatch(
    /^\d+ trong 116 đơn vị .* chưa nạp số liệu$/,
  )
  expect(
    rows
      .filter(row => row.kind === 'idle')
      .map(row => row.numbers[0])
      .toSorted(),
  ).toEqual(['19,85', '7,85'])
  expect(rows.find(row => row.lead === '1')).toMatchObject({
    name: 'Sở Văn hóa, Thể thao và Du lịch',
    numbers: ['76,37'],
    tail: 'Khá',
  })
})

describe('a commune of which most others are not loaded', () => {
  const deck = buildDeck(deckSource('qd766-2022', '2026-10-10', 'h15-157'), 'vi')

  test('how many more are needed is one number on targets and actions', () => {
    const tails = ['targets', 'targets.2'].flatMap(id => barsOf(deck, id).rows).map(row => row.tail)
    const { body } = slideOf(deck, 'actions')
    const counts = body.kind === 'list' ? body.rows.map(row => (row.cells[2] ?? '').replace(/:.*/, '')) : []
    expect(counts).toContain('thêm 1.927 hồ sơ')
    for (const count of counts) expect(tails).toContain(count)
  })

  test('whose loss it is, and that most of it belongs to those not loaded', () => {
    expect(slideOf(deck, 'contribution').title).toMatch(
      /^Toàn tỉnh mất 22,26\/64 điểm ở 11 tiêu chí tách được; 102 đơn vị chưa nạp: 92,09%/,
    )
    const { heads, rows } = barsOf(deck, 'contribution')
    expect(heads.bar).toBe('Phần trong điểm mất, thang 0–100%')
    expect(rows[0]).toMatchObject({
      id: 'unallocated',
      isStrong: true,
      segments: [{ from: 0, paint: 'open' }],
    })
    expect(rows[0]?.segments[0]?.to).toBeCloseTo(0.9209, 3)
    // 1,64% of a scale of 100.
    expect(rows[1]?.segments[0]?.to).toBeCloseTo(0.0164, 3)
  })

  test('rows that are left out are counted, and no cell is left empty', () => {
    const { body } = slideOf(deck, 'sources.2')
    expect(body.kind === 'list' && body.rows.at(-1)?.cells[0]).toBe('và 15 mục khác, xem bảng')
    const missing = slideOf(deck, 'missing').body
    expect(missing.kind === 'list' && missing.rows.map(row => row.cells[2])).toEqual(['không', 'không'])
  })
})

describe('an agency that is jumped to', () => {
  test('is scored from the frozen submissions and ranked as in the deck', async () => {
    const found = await agencySlides(department, 'mh-so-tai-chinh', 'vi')
    expect(found?.slides.map(slide => slide.id)).toEqual([
      'agency.mh-so-tai-chinh',
      'agency.mh-so-tai-chinh.waterfall',
      'agency.mh-so-tai-chinh.gaps',
    ])
    expect(found?.slides[0]?.title).toBe('Đạt 95,44/98 điểm (97,39%), hạng 1/19 sở, ngành')
    expect(found?.view.sheet.total.points).toMatchObject({ from: '95.44', to: '95.44' })
  })

  test('the subject itself is its own view; an agency that is not there is none', async () => {
    expect((await agencySlides(department, 'mh-so-noi-vu', 'vi'))?.view).toBe(department.view)
    expect(await agencySlides(department, 'khong-co', 'vi')).toBeNull()
    expect(await agencySlides(department, '__proto__', 'vi')).toBeNull()
  })
})

test('a deck is the same of what was kept and read again', () => {
  for (const source of [traVinh, department])
    for (const language of ['vi', 'en'] as const) {
      const deck = buildDeck(source, language)
      expect(buildDeck(structuredClone(source), language)).toEqual(deck)
      expect(buildDeck(JSON.parse(JSON.stringify(source)), language)).toEqual(deck)
    }
})
