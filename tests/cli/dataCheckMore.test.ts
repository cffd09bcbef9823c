import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { checkFolder } from '../../src/cli/dataCheck/checkFolder.ts'
import { textsIn } from '../../src/cli/dataCheck/walkJson.ts'
import {
  agency,
  at,
  cell,
  countOf,
  due,
  errorsOf,
  type Fault,
  fault,
  newGroup,
  rewritten,
  sample,
  source,
  textOf,
  today,
  value,
} from './dataFaults.ts'
import { type Files, fileText, sampleFiles, withText, withValue } from './dataFolder.ts'
import { run } from './runCommand.ts'

// Each command is a process of its own; on two busy cores it takes seconds.
vi.setConfig({ testTimeout: 60_000 })

const { index, documents, agencies, figures, par, qd766, traVinh, dakLak, table, plan } = sampleFiles

/** Where else the same kinds of faults may stand. */
const elsewhere: readonly Fault[] = [
  fault(
    'a leaf worth nothing',
    [
      par,
      `criteria[0].subCriteria[${countOf(par, 'criteria[0].subCriteria')}]`,
      {
        id: 'them',
        code: 'I.9',
        name: 'Thêm',
        nameEn: 'One more',
        shortName: 'Thêm',
        shortNameEn: 'One more',
        maxPoints: '0',
        provenance: { certainty: 'stated', source },
        rule: { kind: 'reported' },
      },
    ],
    'worthless-leaf',
    ['“Thêm” là 0', 'cần hơn 0'],
    { at: `criteria[0].subCriteria[${countOf(par, 'criteria[0].subCriteria')}].maxPoints` },
  ),
  fault(
    'a table for somebody unknown',
    [table, 'rows[0].agencyId', 'h15-00'],
    'unknown-agency',
    ['“h15-00”', 'agencies.json'],
    { in: index, at: 'tables[0].agencyIds[0]', also: [index, 'tables[0].agencyIds[0]', 'h15-00'] },
  ),
  fault(
    'half a dossier in a table',
    [table, `rows[1].${cell('PAY_DOSSIER.numerator')}`, '10.5'],
    'not-a-count',
    ['“10,5”'],
  ),
  fault(
    'more paid than there are, in a table',
    [table, `rows[1].${cell('PAY_DOSSIER.numerator')}`, { state: 'entered', value: '99999999' }],
    'numerator-above-denominator',
    ['99999999'],
    { at: `rows[1].${cell('PAY_DOSSIER.numerator')}.value` },
  ),
  fault(
    'a missing cell without a reason',
    [table, `rows[1].${cell('PAY_DOSSIER.numerator')}`, { state: 'missing' }],
    'absent-without-note',
    ['“PAY_DOSSIER.numerator”'],
    { at: `rows[1].${cell('PAY_DOSSIER.numerator')}.note` },
  ),
  fault('a table of another period', [table, 'period', '2026-10-11'], 'listed-otherwise', [
    '“2026-10-10”',
    '“2026-10-11”',
  ]),
  fault(
    'a total of groups in a table',
    [table, 'rows[0].published.total', '1'],
    'published-sum',
    ['công bố 1;'],
    {
      at: 'rows[0].published.total',
      also: [table, 'rows[0].published.band', 'Yếu'],
    },
  ),
  fault(
    'a target and a commitment with one id',
    [
      plan,
      'commitments',
      [
        {
          id: at(plan, 'targets[0].id'),
          name: 'Báo cáo',
          goal: { kind: 'count', comparison: 'atLeast', value: '4', unit: 'báo cáo' },
          by: null,
          scope: 'toàn tỉnh',
          provenance: { certainty: 'stated', source },
        },
      ],
    ],
    'duplicate-id',
    ['targets[0].id'],
    { at: 'commitments[0].id' },
  ),
  fault(
    'a quarter that begins late',
    [plan, 'tasks[0].deadline', due({ kind: 'quarter', from: '2024-02-01', by: '2024-06-30' })],
    'quarter-start',
    ['2024-02-01', '2024-01-01'],
    { at: 'tasks[0].deadline.from' },
  ),
  fault(
    'a year that ends early',
    [plan, 'tasks[0].deadline', due({ kind: 'year', by: '2024-12-30' })],
    'year-end',
    ['2024-12-30', '2024-12-31'],
    { at: 'tasks[0].deadline.by' },
  ),
  fault(
    '30 February every year',
    [plan, 'tasks[0].deadline', due({ kind: 'yearly', on: ['02-30'] })],
    'no-such-day',
    ['“02-30”'],
    { at: 'tasks[0].deadline.on[0]' },
  ),
  fault(
    'a comparison with nobody',
    [
      agencies,
      newGroup,
      {
        id: 'nhom-thu',
        name: 'Nhóm thử',
        use: 'comparison',
        members: { level: 'ministry', parentId: 'tinh-dak-lak' },
      },
    ],
    'group-too-small',
    ['0 đơn vị', 'ít nhất 2'],
    { at: `${newGroup}.members` },
  ),
  fault(
    'made-up criteria without a word',
    [par, 'criteria[0].provenance.certainty', 'illustrative'],
    'illustrative-unsaid',
    ['“minh họa”'],
    { at: 'title' },
  ),
  fault('a figure twice in a series', [figures, 'figures[1].period', '2021'], 'series-period', [
    '“papi-8-tra-vinh”, kỳ “2021”',
  ]),
  rewritten(
    'a table with its rows broken up',
    [table, fileText(JSON.parse(textOf(table)))],
    'formatting',
    ['cần “'],
    {
      at: `dòng ${
        textOf(table)
          .split('\n')
          .findIndex(line => line.startsWith('    {"agencyId"')) + 1
      }`,
    },
  ),
]

describe.each(elsewhere)('$title', ({ broken, file, path, code, says }) => {
  test('gives one error at its place', () => {
    const errors = errorsOf(broken)
    expect(errors.map(error => [error.file, error.path, error.code])).toEqual([[file, path, code]])
    for (const part of says) expect(errors[0]?.message.vi).toContain(part)
  })
})

describe('a file that cannot be read causes no findings in those that name it', () => {
  test.each([index, documents, agencies, par, qd766, table, plan])('%s', file => {
    expect(errorsOf(withText(sample, file, '{')).map(error => [error.file, error.code])).toEqual([
      [file, 'not-json'],
    ])
  })

  test('nor does a folder without an index', () => {
    expect(errorsOf(withText(sample, index, undefined)).map(error => [error.file, error.code])).toEqual([
      [index, 'file-missing'],
    ])
  })
})

test('says something or nothing of any other value, and never fails', () => {
  const places = [...sample].flatMap(([file, text]) =>
    file.endsWith('.json') ? textsIn(JSON.parse(text)).map(({ path }) => ({ file, path })) : [],
  )
  const values = [undefined, null, '', 'x', '-1', '0', '9999999999', '2026-02-31', 'tinh-dak-lak', 1, [], {}]
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.constantFrom(...values), ({ file, path }, other) => {
      expect(() => checkFolder(withValue(sample, file, path, other), today)).not.toThrow()
    }),
    { numRuns: 100 },
  )
})

describe('warnings', () => {
  const newIn = (files: Files) => {
    const before = checkFolder(sample, today).map(({ file, path }) => `${file} ${path}`)
    return checkFolder(files, today).filter(({ file, path }) => !before.includes(`${file} ${path}`))
  }

  test('a figure above its whole is taken with a note that says why', () => {
    const path = value('PAY_DOSSIER.numerator')
    const provenance = { certainty: 'stated', source, note: 'Cổng công bố như vậy' }
    const noted = withValue(sample, dakLak, path, {
      metricId: 'PAY_DOSSIER.numerator',
      state: 'entered',
      value: '99999999',
      provenance,
    })
    expect(newIn(noted)).toMatchObject([
      { path: `${path}.value`, code: 'numerator-above-denominator', severity: 'warning' },
    ])
  })

  test('a sum that does not come out is taken when a note names it', () => {
    const total = String(at(dakLak, 'published.total')).replace('.', ',')
    const files = withValue(
      withValue(sample, dakLak, 'published.total', '66'),
      dakLak,
      'note',
      `Sáu nhóm cộng lại ${total}.`,
    )
    expect(newIn(files)).toMatchObject([
      { path: 'published.total', code: 'published-sum', severity: 'warning' },
    ])
  })

  test('a day before the document was issued', () => {
    const files = withValue(sample, plan, 'tasks[0].deadline', due({ kind: 'year', by: '2022-12-31' }))
    expect(newIn(files)).toMatchObject([
      { path: 'tasks[0].deadline.by', code: 'due-before-issue', severity: 'warning' },
    ])
  })

  test('a document nobody cites, until a text names its number', () => {
    const idle = {
      id: 'van-ban-thu',
      kind: 'letter',
      number: '12345/VP-TEST',
      title: 'Văn bản thử',
      issuer: 'Văn phòng',
      date: '2024-01-02',
      checkedOn: '2024-01-03',
      read: false,
    }
    const files = withValue(sample, documents, `documents[${countOf(documents, 'documents')}]`, idle)
    expect(newIn(files)).toMatchObject([{ file: documents, code: 'document-uncited', severity: 'warning' }])
    expect(newIn(withValue(files, traVinh, 'note', 'Theo văn bản số 12345/VP-TEST.'))).toEqual([])
  })

  test('two agencies of one name', () => {
    const id = agency('h15-39')
    const files = withValue(sample, agencies, `${id}.name`, at(agencies, `${agency('h15-52')}.name`))
    expect(newIn(files)).toMatchObject([{ file: agencies, code: 'duplicate-name', severity: 'warning' }])
  })
})

describe('npm run data:check', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parboard-data-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** @returns the path of a folder with these files */
  function write(name: string, files: Files): string {
    for (const [file, text] of files) {
      mkdirSync(dirname(join(folder, name, file)), { recursive: true })
      writeFileSync(join(folder, name, file), text)
    }
    return join(folder, name)
  }
  const linesOf = (text: string) => text.split('\n').filter(line => line !== '')

  test('a problem a line with the path to open, the counts last, exit 1', async () => {
    const place = write('broken', withValue(sample, plan, 'targets[0].percent', '120'))
    const { code, out } = await run('data-check', '--today', today, place)
    const lines = linesOf(out)
    expect(code).toBe(1)
    expect(lines).toContain(
      `${place}/${plan}: targets[0].percent: error: mục tiêu 120%; cần từ 0 đến 100% [percent-outside]`,
    )
    expect(lines.at(-1)).toMatch(/^\d+ tệp \(\d+(,\d)? MB\), 1 lỗi, \d+ cảnh báo$/)
  })

  test('a sound folder: exit 0', async () => {
    const { code, out } = await run('data-check', '--today', today, write('sound', sample))
    expect(code).toBe(0)
    expect(linesOf(out).at(-1)).toMatch(/, 0 lỗi, \d+ cảnh báo$/)
  })

  test.each([
    ['no such folder', ['nowhere'], /^nowhere: không mở được thư mục này/],
    ['two folders', ['data', 'data'], /usage: npm run -s data:check/],
    ['an option nobody knows', ['--fix'], /usage: npm run -s data:check/],
    ['a day that is none', ['--today', '2026-02-31'], /usage: npm run -s data:check/],
  ])('%s: exit 2', async (_, args, message) => {
    const { code, out, err } = await run('data-check', ...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(message)
  })
})
