import type { Slide, SlideRow } from '../../../model/deck.ts'
import type { RoundingStep } from '../../../model/ruleSet.ts'
import { dictionary, pickName } from '../../../ui/language.tsx'
import type { Frame } from './frame.ts'
import { slideTable } from './slideTable.ts'

const sourceWords = dictionary({
  vi: {
    name: 'Nguồn và cách tính',
    title: (count: string) => `Số liệu dựa trên ${count} văn bản, tài liệu`,
    titleOne: 'Số liệu dựa trên một văn bản, tài liệu',
    document: 'Văn bản, tài liệu',
    use: 'Dùng cho',
    checked: 'Đối chiếu lần cuối',
    rules: 'bộ chỉ số',
    figures: 'số liệu',
    plan: 'mục tiêu, nhiệm vụ',
    how: 'Cách tính',
    computed: (title: string, version: string, engine: string) =>
      `Tính theo ${title}, bản ${version}, bằng bộ tính phiên bản ${engine}; tính chính xác, chỉ làm tròn ở chỗ quy tắc nêu.`,
    rounded: (steps: string) => `Làm tròn: ${steps}.`,
    notRounded: 'Quy tắc không làm tròn ở bước nào; trên trang chỉ làm tròn để đọc.',
    steps: { ratio: 'tỷ lệ', leaf: 'điểm tiêu chí', group: 'điểm nhóm', total: 'tổng điểm' },
    step: (what: string, places: string) => `${what} ${places} chữ số thập phân`,
    ranked: {
      unrounded: 'Xếp loại và xếp hạng theo điểm chưa làm tròn.',
      rounded: 'Xếp loại và xếp hạng theo điểm đã làm tròn.',
    },
    ask: 'Ai cần kiểm tra: mọi số mở được phiếu tính điểm, mọi phiếu nêu văn bản và chỗ trong văn bản.',
    fromTables: 'Màn Nguồn liệt kê từng số lấy từ văn bản nào.',
    reconcileName: 'Đối chiếu với công bố',
    differsNamed: (by: string) => `Các khoản mất đã nêu cộng lại lệch ${by} điểm so với công bố`,
    check: (what: string, ours: string, published: string) =>
      `${what}: tính lại ${ours}, công bố ${published}`,
    agreed: (count: string, all: string) => `Khớp ${count}/${all} số đối chiếu được với nguồn công bố`,
    differs: (count: string, all: string) => `Lệch ${count}/${all} số đối chiếu được với nguồn công bố`,
    what: 'Số đối chiếu',
    ours: 'Tính lại',
    published: 'Công bố',
    difference: 'Chênh lệch',
    verdict: 'Kết quả',
    agrees: 'khớp',
    off: 'lệch',
    more: (count: string) => `và ${count} mục khác, xem bảng`,
    named: 'Tổng các khoản mất đã nêu',
    reading: (title: string, text: string) => `${title}: ${text}`,
    both: 'Khi hai cách đọc khác nhau, nói cả hai; không chọn thay người công bố.',
    taken: (count: string) => `${count} số lấy nguyên theo công bố nên không tính là khớp.`,
  },
  en: {
    name: 'Sources and method',
    title: (count: string) => `The figures rest on ${count} documents`,
    titleOne: 'The figures rest on one document',
    document: 'Document',
    use: 'Used for',
    checked: 'Last checked',
    rules: 'rule set',
    figures: 'figures',
    plan: 'targets, tasks',
    how: 'Method',
    computed: (title: string, version: string, engine: string) =>
      `Computed by ${title}, version ${version}, with engine ${engine}; exactly, rounded only where the rules say.`,
    rounded: (steps: string) => `Rounded: ${steps}.`,
    notRounded: 'The rules round nowhere; slides round for reading only.',
    steps: { ratio: 'ratios', leaf: 'points of criteria', group: 'points of groups', total: 'total' },
    step: (what: string, places: string) => `${what} to ${places} decimals`,
    ranked: {
      unrounded: 'Grades and ranks look at unrounded points.',
      rounded: 'Grades and ranks look at rounded points.',
    },
    ask: 'To check anything: every figure opens its receipt, every receipt names the document and place.',
    fromTables: 'The Sources screen lists what was taken from which document.',
    reconcileName: 'Held against what was published',
    differsNamed: (by: string) => `The losses named add up to ${by} points other than published`,
    check: (what: string, ours: string, published: string) =>
      `${what}: recomputed ${ours}, published ${published}`,
    agreed: (count: string, all: string) => `${count} of ${all} published figures reproduced`,
    differs: (count: string, all: string) => `${count} of ${all} published figures differ`,
    what: 'Figure',
    ours: 'Recomputed',
    published: 'Published',
    difference: 'Difference',
    verdict: 'Outcome',
    agrees: 'agrees',
    off: 'differs',
    more: (count: string) => `and ${count} more, see the table`,
    named: 'Sum of the losses named',
    reading: (title: string, text: string) => `${title}: ${text}`,
    both: 'Where two readings differ, say both; it is not ours to choose.',
    taken: (count: string) => `${count} figures are taken as published and do not count as agreeing.`,
  },
})

const mostRows = 9

/** How our figures stand against published ones; then documents, rule set and rounding. */
export function sourceSlides(frame: Frame): readonly Slide[] {
  return [...reconciliationSlides(frame), sourceSlide(frame)]
}

function sourceSlide(frame: Frame): Slide {
  const { language, ruleSet, sheet, view, source } = frame
  const words = sourceWords[language]
  const uses = new Map<string, string[]>()
  const add = (id: string | undefined, use: string) => {
    if (id === undefined || !frame.document(id)) return
    const known = uses.get(id) ?? []
    if (!known.includes(use)) uses.set(id, [...known, use])
  }
  add(ruleSet.decisionId, words.rules)
  add(ruleSet.roundingProvenance.source?.documentId, words.rules)
  for (const id of frame.ownDocuments) add(id, words.figures)
  for (const value of view.submission.values) add(value.provenance?.source?.documentId, words.figures)
  add(view.plan?.plan.documentId, words.plan)
  for (const id of source.tasks?.documentIds ?? []) add(id, words.plan)
  const listed = [...uses]
  const title = listed.length === 1 ? words.titleOne : words.title(frame.count(listed.length))
  const rounding = (['ratio', 'leaf', 'group', 'total'] as const).flatMap(place => {
    const step: RoundingStep | null = ruleSet.rounding[place]
    return step ? [words.step(words.steps[place], frame.count(step.places))] : []
  })
  const method = [
    words.computed(
      pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn),
      ruleSet.version,
      sheet.engineVersion,
    ),
    rounding.length > 0 ? words.rounded(rounding.join(', ')) : words.notRounded,
    ...(ruleSet.bands.length > 0 ? [words.ranked[ruleSet.grading?.on ?? 'unrounded']] : []),
  ]
  const lines = listed.map(([id, used]) => ({ id, cells: [frame.citation(id), used.join(', ')] }))
  return {
    id: 'sources',
    kind: 'sources',
    name: words.name,
    title,
    body: {
      kind: 'text',
      lines: [...lines.slice(0, mostRows - method.length).map(({ cells }) => cells.join(': ')), ...method],
    },
    source: frame.sourceLine(),
    table: slideTable({
      id: 'sources',
      name: words.name,
      title,
      columns: [
        ['document', words.document, 70],
        ['use', words.use, 30],
        ['checked', words.checked, 16],
      ],
      lines: listed.map(([id, used]) => ({
        id,
        cells: [
          frame.citation(id),
          used.join(', '),
          (frame.document(id)?.checkedOn ?? '').split('-').toReversed().join('/'),
        ],
      })),
      notes: method,
      language,
    }),
    notes: [...method.slice(0, 2), words.ask, words.fromTables],
  }
}

function reconciliationSlides(frame: Frame): readonly Slide[] {
  const { language, sheet, number } = frame
  const { reconciliation } = sheet
  if (!reconciliation || reconciliation.checks.length === 0) return []
  const words = sourceWords[language]
  const { checks, agreeing, takenAsPublished, readings } = reconciliation
  const differing = checks.filter(check => !check.agrees)
  const all = frame.count(checks.length)
  const [first] = differing
  const title =
    first?.kind === 'namedLosses' && differing.length === 1
      ? words.differsNamed(number(first.difference.replace(/^-/, '')))
      : differing.length === 0
        ? words.agreed(frame.count(agreeing), all)
        : words.differs(frame.count(differing.length), all)
  const inOrder = [...differing, ...checks.filter(check => check.agrees)]
  const shown = inOrder.length > mostRows ? inOrder.slice(0, mostRows - 1) : inOrder
  const left = inOrder.length - shown.length
  const cellsOf = (check: (typeof checks)[number]) => [
    check.kind === 'namedLosses' ? words.named : pickName(language, check.name, check.nameEn),
    number(check.computed),
    number(check.published),
    check.difference === '0' ? '0' : signed(frame, check.difference),
    check.agrees ? words.agrees : words.off,
  ]
  const told = readings.map(reading =>
    words.reading(
      pickName(language, reading.title, reading.titleEn),
      pickName(language, reading.text, reading.textEn),
    ),
  )
  return [
    {
      id: 'sources.2',
      kind: 'sources',
      name: words.reconcileName,
      title,
      body:
        readings.length > 0
          ? {
              kind: 'text',
              lines: [
                ...differing.map(check => {
                  const [what = '', ours = '', published = ''] = cellsOf(check)
                  return words.check(what, ours, published)
                }),
                ...told.map(firstSentence),
              ],
            }
          : {
              kind: 'list',
              heads: [words.what, words.ours, words.published, words.difference, words.verdict],
              rows: [
                ...shown.map(
                  (check): SlideRow => ({
                    id: `${check.kind}-${check.nodeId}`,
                    cells: cellsOf(check),
                    mark: check.agrees ? 'reached' : 'warning',
                    ...(frame.hasReceipt(check.nodeId) ? { receiptId: check.nodeId } : {}),
                  }),
                ),
                ...(left > 0 ? [{ id: 'rest', cells: [words.more(frame.count(left)), '', '', '', ''] }] : []),
              ],
            },
      source: frame.sourceLine(),
      table: slideTable({
        id: 'sources-2',
        name: words.reconcileName,
        title,
        columns: [
          ['what', words.what, 50],
          ['ours', words.ours, 14, 'number'],
          ['published', words.published, 14, 'number'],
          ['difference', words.difference, 14, 'number'],
          ['verdict', words.verdict, 12],
        ],
        lines: inOrder.map(check => ({ id: `${check.kind}-${check.nodeId}`, cells: cellsOf(check) })),
        notes: told,
        language,
      }),
      notes: [
        `${title}.`,
        ...told.slice(0, 2),
        ...(readings.length > 1 ? [words.both] : []),
        ...(takenAsPublished > 0 ? [words.taken(frame.count(takenAsPublished))] : []),
      ],
    },
  ]
}

function signed({ number }: Frame, difference: string): string {
  return difference.startsWith('-') ? number(difference) : `+${number(difference)}`
}

/** What a slide has room for; the whole text stands in the notes. */
function firstSentence(text: string): string {
  return /^.*?[.](?=\s+\p{Lu})/u.exec(text)?.[0] ?? text
}
