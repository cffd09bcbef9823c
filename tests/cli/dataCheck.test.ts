import { describe, expect, test } from 'vitest'
import {
  agency,
  at,
  countOf,
  due,
  earlier,
  errorsOf,
  example,
  type Fault,
  fault,
  later,
  newGroup,
  placeOf,
  rewritten,
  sample,
  source,
  textOf,
  today,
  value,
} from './dataFaults.ts'
import { sampleFiles } from './dataFolder.ts'

const { index, documents, agencies, figures, par, qd766, traVinh, dakLak, table, plan } = sampleFiles

test('the sample itself has no error', () => {
  expect(errorsOf(sample)).toEqual([])
})

/** One fault of each kind. */
const faults: readonly Fault[] = [
  // Form
  fault('a decimal with a comma', [par, 'scale', '13,5'], 'invalid-format', ['“13,5”', 'dấu chấm thập phân']),
  fault('a number without quotes', [traVinh, 'published.total', 10.1352], 'invalid-type', [
    'đang là 10.1352',
    'chữ trong ngoặc kép',
  ]),
  rewritten('a comma too many', [plan, textOf(plan).replace('"year": 2023,', '"year": 2023,,')], 'not-json', [
    'dòng 7, cột 16',
    'ở đó là “,”',
  ]),
  fault('a field nobody knows', [documents, 'documents[0].isuer', 'Bộ Nội vụ'], 'unknown-field', [
    '“isuer”',
    'kiểm tra chính tả',
  ]),
  fault('a kind nobody knows', [documents, 'documents[0].kind', 'contract'], 'invalid-value', [
    '“contract”',
    '“decision”',
  ]),
  fault('31 February', [documents, 'documents[0].checkedOn', '2026-02-31'], 'no-such-day', [
    '“2026-02-31”',
    'ngày có thật',
  ]),
  fault('a cell with a comma', [table, 'rows[0].cells[0]', '1,5'], 'invalid-union', [
    '“1,5”',
    'số thập phân',
  ]),

  // Listing
  rewritten('a file the index does not name', ['plans/thua.json', '{}\n'], 'file-unlisted', [
    '“plans/thua.json”',
    'ghi vào mục lục',
  ]),
  rewritten('a file that is not there', [dakLak, undefined], 'file-missing', [dakLak, 'thêm tệp'], {
    in: index,
    at: 'submissions[0].path',
  }),
  fault(
    'a plan listed for another agency',
    [index, 'plans[0].agencyId', 'tinh-vinh-long'],
    'listed-otherwise',
    ['“tinh-vinh-long”', '“tinh-tra-vinh”'],
    { in: plan, at: 'agencyId' },
  ),
  fault(
    'a document the file does not cite',
    [index, 'submissions[0].documentId', 'bao-vneconomy-766'],
    'listed-document',
    ['“bao-vneconomy-766”', '“so-lieu-dvcqg-766-2026-09-28”'],
  ),
  fault(
    'a workload that is no count',
    [index, 'ruleSets[1].workloadMetricId', 'SO_HO_SO'],
    'workload-metric',
    ['“SO_HO_SO”', 'số đếm'],
  ),
  fault(
    'another id inside than outside',
    [dakLak, 'id', 'qd766-2022.2026-09.tinh-dak-lak'],
    'submission-id',
    ['“qd766-2022.2026-09.tinh-dak-lak”', '“qd766-2022.2026-09-28.tinh-dak-lak”'],
  ),
  fault(
    'an older period first',
    [index, 'submissions', [1, 0, 2].map(place => at(index, `submissions[${place}]`))],
    'period-order',
    ['kỳ “2026-09-28”', 'kỳ mới phải đứng trước'],
    { at: 'submissions[1].period' },
  ),
  fault(
    'an opening that is not published',
    [index, 'opening.period', '2021'],
    'opening-unknown',
    ['kỳ “2021”', 'cần một mục của submissions hoặc tables'],
    { at: 'opening' },
  ),

  // Ids and references
  fault('an agency twice', [agencies, 'agencies[1].id', at(agencies, 'agencies[0].id')], 'duplicate-id', [
    `“${at(agencies, 'agencies[0].id')}”`,
    'agencies[0].id',
  ]),
  fault(
    'a code of two agencies',
    [agencies, `${agency('h15-39')}.code`, 'H15.52'],
    'duplicate-agency-code',
    ['“H15.52”', 'mỗi đơn vị một mã định danh'],
    { at: `${later(agency('h15-39'), agency('h15-52'))}.code` },
  ),
  fault(
    'a parent nobody knows',
    [agencies, `${agency('h15-39')}.parentId`, 'tinh-dac-lac'],
    'unknown-parent',
    ['“tinh-dac-lac”', 'mã của một đơn vị'],
  ),
  fault(
    'two provinces that succeed each other',
    [agencies, `${agency('tinh-vinh-long')}.successorId`, 'tinh-tra-vinh'],
    'successor-cycle',
    ['“tinh-vinh-long” → “tinh-tra-vinh”', 'cần một đơn vị đứng cuối'],
    { at: `${earlier(agency('tinh-vinh-long'), agency('tinh-tra-vinh'))}.successorId` },
  ),
  fault(
    'a group of somebody unknown',
    [
      agencies,
      newGroup,
      { id: 'nhom-thu', name: 'Nhóm thử', use: 'addressees', members: { ids: ['so-khong-co'] } },
    ],
    'unknown-member',
    ['“so-khong-co”', 'danh bạ'],
    { at: `${newGroup}.members.ids[0]` },
  ),
  fault(
    'a document nobody registered',
    [traVinh, 'published.provenance.source.documentId', 'ke-hoach-73'],
    'unknown-document',
    ['“ke-hoach-73”', 'documents.json'],
  ),
  fault(
    'a task for somebody unknown',
    [plan, 'tasks[0].leadIds', ['so-tttt-tra-vinh']],
    'unknown-addressee',
    ['“so-tttt-tra-vinh”', 'một đơn vị hoặc một nhóm'],
    { at: 'tasks[0].leadIds[0]' },
  ),
  fault(
    'a task for a target nobody set',
    [plan, 'tasks[0].targetIds', ['muc-tieu-110']],
    'unknown-target',
    ['“muc-tieu-110”', 'targets hoặc commitments'],
    { at: 'tasks[0].targetIds[0]' },
  ),
  fault(
    'a task after a task nobody set',
    [plan, 'tasks[0].deadline', due({ kind: 'event', after: 'Sau khi ban hành', taskId: 'nhiem-vu-99' })],
    'unknown-task',
    ['“nhiem-vu-99”', 'một nhiệm vụ khác trong kế hoạch'],
    { at: 'tasks[0].deadline.taskId' },
  ),
  fault('a rule set after one nobody knows', [qd766, 'supersedes', 'qd766-2020'], 'unknown-superseded', [
    '“qd766-2020”',
    'mã của một bộ đã ghi',
  ]),
  fault('a version nobody published', [dakLak, 'ruleSetVersion', '9'], 'unknown-rule-set', [
    '“qd766-2022” bản “9”',
    'cần một bộ và bản đã ghi',
  ]),
  fault(
    'a rule on a figure nobody defined',
    [qd766, 'criteria[0].subCriteria[0].rule.numerator', 'PUBLISH.numerator'],
    'unknown-metric',
    ['“PUBLISH.numerator”', 'mục metrics'],
  ),

  // Sums and counts
  fault(
    'a leaf worth more',
    [qd766, 'criteria[0].subCriteria[0].maxPoints', '16'],
    'sum-of-maxima',
    ['cộng lại là', 'khác 18 đã nêu'],
    { at: 'criteria[0].maxPoints' },
  ),
  fault(
    'an example that comes out otherwise',
    [qd766, 'examples', [example]],
    'example-differs',
    ['nêu 4 điểm', 'tính ra 3 điểm'],
    { at: 'examples[0].expect[0].points' },
  ),
  fault(
    'published points above the maximum',
    [traVinh, 'published.points[0].points', '1.5'],
    'points-above-maximum',
    ['điểm công bố 1,5', 'điểm tối đa 1'],
    { also: [traVinh, 'published.total', '11.1352'] },
  ),
  fault(
    'groups that do not add up',
    [dakLak, 'published.total', '70'],
    'published-sum',
    ['công bố 70', `cộng lại là ${String(at(dakLak, 'published.total')).replace('.', ',')}`],
    { also: [dakLak, 'published.band', 'Khá'] },
  ),
  fault('a better grade than the total', [dakLak, 'published.band', 'Tốt'], 'published-band', [
    '“Tốt”',
    '“Trung bình”',
  ]),
  fault(
    'the fortieth of 34',
    [dakLak, 'published.rank', { rank: 40, of: 34, among: 'tỉnh, thành' }],
    'rank-above-count',
    ['hạng 40', 'từ 1 đến 34'],
    { at: 'published.rank.rank' },
  ),
  fault(
    'more paid than there are',
    [dakLak, `${value('PAY_DOSSIER.numerator')}.value`, '99999999'],
    'numerator-above-denominator',
    ['99999999', 'tử số không thể hơn mẫu số'],
  ),
  fault('half a dossier', [dakLak, `${value('PAY_DOSSIER.numerator')}.value`, '10.5'], 'not-a-count', [
    '“10,5”',
    'số nguyên không âm',
  ]),
  fault(
    'a missing figure without a reason',
    [dakLak, value('PAY_DOSSIER.numerator'), { metricId: 'PAY_DOSSIER.numerator', state: 'missing' }],
    'absent-without-note',
    ['“PAY_DOSSIER.numerator” đang là “missing”', 'nói vì sao'],
    { at: `${value('PAY_DOSSIER.numerator')}.note` },
  ),
  fault(
    'a figure that is not there at all',
    [dakLak, value('PAY_DOSSIER.numerator'), undefined],
    'metric-not-given',
    ['“PAY_DOSSIER.numerator”', 'trạng thái kèm lý do'],
    { at: 'values' },
  ),
  fault(
    'a row with a cell too few',
    [table, 'rows[1].cells[0]', undefined],
    'row-length',
    ['“h15-03” có', 'ô như metricIds'],
    {
      at: 'rows[1].cells',
      also: [table, 'rows[1].cells', Array.from({ length: countOf(table, 'metricIds') - 1 }, () => '0')],
    },
  ),
  fault(
    'rows in another order',
    [table, 'rows', [at(table, 'rows[1]'), at(table, 'rows[0]')]],
    'table-agencies',
    ['dòng 1 là “h15-03”', 'phải là “h15-01”'],
    { at: 'rows[0].agencyId' },
  ),
  fault(
    'a task number twice',
    [plan, 'tasks[1].number', at(plan, 'tasks[0].number')],
    'duplicate-task-number',
    [`“${at(plan, 'tasks[0].number')}”`, 'mỗi nhiệm vụ một số'],
  ),
  fault(
    'fewer tasks than the document has',
    [plan, 'declaredTaskCount', 2],
    'task-count-differs',
    ['văn bản có 2', 'tệp ghi 1; cần bằng nhau'],
    { also: [plan, 'tasks', [at(plan, 'tasks[0]')]] },
  ),
  fault('a target of 120%', [plan, 'targets[0].percent', '120'], 'percent-outside', [
    '120%',
    'từ 0 đến 100%',
  ]),
  fault(
    'a figure of nobody',
    [figures, 'figures[0].agencyId', undefined],
    'figure-scope',
    ['“papi-8-tra-vinh-2021”', 'agencyId hoặc scope'],
    { at: 'figures[0]' },
  ),
  fault('30 of 27', [figures, 'figures[0].of', '2'], 'figure-above-whole', ['2,57', 'tổng số 2'], {
    at: 'figures[0].value',
  }),
  fault('a series in two units', [figures, 'figures[1].unit', '%'], 'series-unit', ['“%”', '“điểm”']),

  // Days
  fault('checked tomorrow', [documents, 'documents[0].checkedOn', '2099-01-01'], 'checked-in-future', [
    '2099-01-01',
    `hôm nay là ${today}`,
  ]),
  fault(
    'checked before it was issued',
    [documents, 'documents[0].checkedOn', '2020-01-01'],
    'checked-before-issue',
    ['2020-01-01', `${at(documents, 'documents[0].date')}`],
  ),
  fault(
    'due before it begins',
    [plan, 'tasks[0].deadline', due({ kind: 'range', from: '2024-12-31', by: '2024-01-01' })],
    'deadline-reversed',
    ['2024-01-01', '2024-12-31'],
    { at: 'tasks[0].deadline.by' },
  ),
  fault(
    'a last day before the first',
    [plan, 'tasks[0].deadline', due({ kind: 'date', by: '2024-03-15', latest: '2024-03-01' })],
    'latest-before-by',
    ['2024-03-01', '2024-03-15'],
    { at: 'tasks[0].deadline.latest' },
  ),
  fault(
    'a month that ends early',
    [plan, 'tasks[0].deadline', due({ kind: 'month', by: '2024-02-28' })],
    'month-end',
    ['2024-02-28', '2024-02-29'],
    { at: 'tasks[0].deadline.by' },
  ),
  fault(
    'a quarter that ends early',
    [plan, 'tasks[0].deadline', due({ kind: 'quarter', by: '2024-05-31' })],
    'quarter-end',
    ['2024-05-31', '2024-06-30'],
    { at: 'tasks[0].deadline.by' },
  ),
  fault(
    'a phase that ends before it begins',
    [
      plan,
      'phases',
      [
        {
          id: 'giai-doan-1',
          name: 'Giai đoạn 1',
          from: '2024-07-01',
          to: '2024-06-30',
          written: 'tháng 6',
          covers: 'Rà soát',
          provenance: { certainty: 'stated', source },
        },
      ],
    ],
    'phase-reversed',
    ['2024-06-30', '2024-07-01'],
    { at: 'phases[0].to' },
  ),
  fault(
    'a rule set from after the period',
    [par, 'validFrom', '2023-01-01'],
    'period-outside-validity',
    ['kỳ “2022”', 'từ 2023-01-01 đến 2023-12-31'],
    { in: traVinh, at: 'period' },
  ),

  // Sources
  fault('stated by nobody', [figures, 'figures[0].provenance.source', null], 'source-missing', [
    'null',
    'văn bản làm nguồn',
  ]),
  fault(
    'no place in the document',
    [figures, 'figures[0].provenance.source.place', undefined],
    'place-missing',
    ['“ke-hoach-37-kh-stttt-vp”', 'mục, phụ lục'],
  ),
  fault(
    'inferred nobody knows how',
    [figures, 'figures[0].provenance.certainty', 'inferred'],
    'inferred-without-note',
    ['“inferred”', 'suy ra thế nào'],
    { at: 'figures[0].provenance.note' },
  ),
  fault(
    'stated in a document nobody read',
    [figures, 'figures[0].provenance.source.documentId', 'quyet-dinh-876-qd-bnv'],
    'stated-unread',
    ['“stated”', 'cần “inferred”'],
    { at: 'figures[0].provenance.certainty' },
  ),
  fault(
    'made up without a word',
    [traVinh, 'provenance.certainty', 'illustrative'],
    'illustrative-unsaid',
    ['ghi chú', '“minh họa”'],
    { at: 'note', also: [traVinh, 'note', 'Số liệu thử'] },
  ),
  fault('no short name for the charts', [par, 'criteria[0].shortName', undefined], 'name-missing', [
    `“${at(par, 'criteria[0].name')}”`,
    'cần tên ngắn',
  ]),

  // Letters and form
  rewritten(
    'letters in pieces',
    [plan, textOf(plan).replace('tỉnh', 'tỉnh'.normalize('NFD'))],
    'not-nfc',
    [`“${'tỉnh'.normalize('NFD')}”`, '“tỉnh”'],
    { at: placeOf(plan, 'tỉnh') },
  ),
  fault(
    'a Cyrillic а',
    [documents, 'documents[0].issuer', 'Bộ Nội vụ và Ngoại gi\u0430o'],
    'foreign-letter',
    ['“\u0430” (U+0430)', 'chữ Latinh'],
  ),
  fault('an invisible space', [documents, 'documents[0].issuer', 'Bộ\u200B Nội vụ'], 'stray-mark', [
    'U+200B',
    'cần bỏ',
  ]),
  fault('two blanks', [documents, 'documents[0].issuer', 'Bộ  Nội vụ'], 'odd-space', [
    '2 khoảng trắng',
    'đúng một khoảng trắng',
  ]),
  fault('a blank at the end', [documents, 'documents[0].issuer', 'Bộ Nội vụ '], 'outer-space', [
    '“Bộ Nội vụ ”',
    'cần “Bộ Nội vụ”',
  ]),
  fault('a line of the table', [documents, 'documents[0].issuer', 'Bộ Nội vụ | Sở'], 'ocr-leftover', [
    '“|”',
    'cần bỏ',
  ]),
  rewritten(
    'four spaces',
    [dakLak, textOf(dakLak).replace('  "stage"', '    "stage"')],
    'formatting',
    ['“    "stage": "published",”', 'cần “  "stage": "published",”'],
    { at: 'dòng 8' },
  ),
  fault('another schema', [dakLak, '$schema', '../../schema/submission.schema.json'], 'schema-name', [
    '“../../schema/submission.schema.json”',
    'cần “../../../schema/submission.schema.json”',
  ]),
  rewritten('a guide of two million letters', ['README.md', 'a'.repeat(2_000_000)], 'file-too-large', [
    '2000000 byte',
    'nhiều nhất 1000000 byte',
  ]),
]

describe.each(faults)('$title', ({ broken, file, path, code, says }) => {
  test('gives one error, which names file, place, what is there and what must be', () => {
    const errors = errorsOf(broken)
    expect(errors.map(error => [error.file, error.path, error.code])).toEqual([[file, path, code]])
    for (const part of says) expect(errors[0]?.message.vi).toContain(part)
  })
})

test('every fault has a code and a message of its own', () => {
  const errors = faults.flatMap(({ broken }) => errorsOf(broken))
  expect(new Set(errors.map(({ code }) => code)).size).toBe(faults.length)
  expect(new Set(errors.map(({ message }) => message.vi)).size).toBe(faults.length)
  expect(new Set(errors.map(({ message }) => message.en)).size).toBe(faults.length)
})
