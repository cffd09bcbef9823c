import { zipSync } from 'fflate'
import { type BookSheet, bookOf } from './books.ts'
import { dataText } from './targets.ts'

/** A file nothing can be taken from, and what it is in words. */
export type Malformed = { readonly what: string; readonly file: string; readonly bytes: Uint8Array }

/** Numbers that look random and are the same every time (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const utf8 = (text: string) => new TextEncoder().encode(text)
const hostileNames = [
  '__proto__',
  'constructor',
  'toString',
  "'=cmd|'!A1",
  '<script>',
  '../../etc',
  '\u202eabc',
  'A'.repeat(31),
]
const hostileTexts = [
  '=1+1',
  '+cmd',
  '-2+3',
  '@SUM(A1)',
  '=HYPERLINK("http://x","y")',
  '{{x}}',
  '<img src=x onerror=1>',
  '__proto__',
  '\u202e12',
  '9'.repeat(400),
]

/** Two hundred files that somebody might hand in by mistake or on purpose. */
export async function malformedFiles(seed: number): Promise<readonly Malformed[]> {
  const random = randomFrom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const some = <Thing>(list: readonly Thing[]): Thing => {
    const found = list[below(list.length)]
    if (found === undefined) throw new Error('an empty list has nothing to choose')
    return found
  }
  const noise = (length: number) => Uint8Array.from({ length }, () => below(256))
  const table = dataText('submissions/mau-tinh-cqs/2026-10.json')
  const submission = {
    id: 'x',
    ruleSetId: 'mau-tinh-cqs',
    ruleSetVersion: '3',
    agencyId: 'mh-phuong-ngan-minh',
    period: '2026-11',
    stage: 'selfAssessment',
    provenance: { certainty: 'illustrative', source: null },
    values: [{ metricId: 'nv-giao', state: 'entered', value: '7' }],
  }
  const sound = await bookOf(
    tableOf('Số liệu', [
      ['nv-giao', 1],
      ['nv-dung-han', 1],
    ]),
  )
  const made: Malformed[] = []
  const add = (what: string, file: string, bytes: Uint8Array) => made.push({ what, file, bytes })

  for (let each = 0; each < 20; each++)
    add(
      'random bytes',
      `ngau-nhien-${each}.${some(['xlsx', 'csv', 'json', 'parboard', 'bin'])}`,
      noise(1 + below(4000)),
    )
  for (let each = 0; each < 20; each++)
    add('a workbook cut off', `cat-${each}.xlsx`, sound.slice(0, 4 + below(sound.length - 60)))
  for (let each = 0; each < 15; each++)
    add(
      'a workbook with its middle overwritten',
      `hong-${each}.xlsx`,
      spoilt(sound, noise(40), below(sound.length - 200)),
    )
  for (let each = 0; each < 20; each++)
    add('JSON cut off', `cat-${each}.json`, utf8(table.slice(0, 1 + below(table.length - 2))))
  for (const [name, value] of wrongShapes(submission))
    add(`JSON with ${name}`, `sai-${made.length}.json`, utf8(JSON.stringify(value)))
  for (const depth of [1_000, 50_000, 200_000]) {
    add('deep lists', `sau-${depth}.json`, utf8('['.repeat(depth) + ']'.repeat(depth)))
    add('deep lists that never close', `sau-ho-${depth}.json`, utf8('['.repeat(depth)))
    add('deep objects', `sau-khoi-${depth}.json`, utf8(`${'{"data":'.repeat(depth)}1${'}'.repeat(depth)}`))
  }
  for (const name of hostileNames)
    add(
      'a sheet with a hostile name',
      `trang-${made.length}.xlsx`,
      await bookOf({ name: safeSheet(name), rows: [['Họ tên'], [some(hostileTexts)]] }),
    )
  for (const text of hostileTexts)
    add(
      'hostile text for a figure',
      `chu-${made.length}.xlsx`,
      await bookOf(tableOf('Số liệu', [['nv-giao', text]])),
    )
  for (const text of hostileTexts)
    add(
      'hostile names of figures',
      `ten-${made.length}.csv`,
      utf8(`Chỉ tiêu;Giá trị\n"${text.replaceAll('"', '""')}";12\n`),
    )
  for (const text of hostileTexts)
    add(
      'formulas in a CSV',
      `cong-thuc-${made.length}.csv`,
      utf8(`Chỉ tiêu;Giá trị\nnv-giao;"=${text.replaceAll('"', '""')}"\n`),
    )
  for (const value of [
    '1.2.3',
    '12,5',
    '-3',
    '45%',
    'abc',
    '1e9',
    '05/03/2026',
    '12 13',
    '½',
    'TRUE',
    '12²',
    '(5)',
  ])
    add('a count that is none', `so-${made.length}.csv`, utf8(`Chỉ tiêu;Giá trị\nnv-giao;${value}\n`))
  for (const value of ['31/02/2026', '5/3/26', '13/13/2026', '46086', 'mai', '2026'])
    add('a day that is none', `ngay-${made.length}.csv`, utf8(`Chỉ tiêu;Giá trị\nngay-chot;${value}\n`))
  // Two of them are more than a workbook may unpack to, and each more than a text inside a submission file.
  const zeros = new Uint8Array(26_000_000)
  add(
    'a zip bomb',
    'bom.xlsx',
    zipSync({ 'xl/workbook.xml': zeros, 'xl/worksheets/sheet1.xml': zeros }, { level: 1 }),
  )
  add('a zip bomb as a submission file', 'bom.parboard', zipSync({ 'submission.json': zeros }, { level: 1 }))
  add('other zip files', 'van-ban.docx', zipSync({ 'word/document.xml': utf8('<w/>') }))
  add('other zip files', 'rong.zip', zipSync({ 'a.txt': utf8('a') }))
  add('a workbook without its parts', 'thieu.xlsx', zipSync({ 'xl/workbook.xml': utf8('<workbook/>') }))
  add(
    'markup that names itself',
    'thuc-the.xlsx',
    zipSync({
      '[Content_Types].xml': utf8('<Types/>'),
      'xl/workbook.xml': utf8(`<!DOCTYPE l [<!ENTITY a "${'a'.repeat(9)}">]><workbook>&a;</workbook>`),
    }),
  )
  add('nothing', 'rong.csv', new Uint8Array())
  add('nothing', 'rong.xlsx', new Uint8Array())
  add('white space', 'trang.csv', utf8(' \n\t\n;;;\n'))
  add('white space', 'trang.json', utf8('   \n'))
  add('far too much', 'lon.csv', utf8('a;b\n'.repeat(1_300_000)))
  add('far too much', 'lon.json', utf8(`[${'1,'.repeat(10_500_000)}1]`))
  add('a workbook far too large', 'lon.xlsx', padded(sound, 5_100_000))
  add('PDF', 'bao-cao.xlsx', utf8('%PDF-1.7 ...'))
  add('a picture', 'anh.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
  add('a web page', 'trang.csv', utf8('<!doctype html><html><body>Hết phiên làm việc</body></html>'))
  add(
    'old Excel',
    'cu.xls',
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]),
  )
  add('a quote that never closes', 'ngoac.csv', utf8('Chỉ tiêu;Giá trị\n"nv-giao;12\nnv-dung-han;3\n'))
  add('an older code page', 'ma-cu.csv', new Uint8Array([0x43, 0x68, 0xfd, 0xd0, 0x3b, 0xe3]))
  add('a rule set', 'bo.json', utf8(dataText('rule-sets/mau-tinh-cqs.json')))
  add(
    'agencies nobody knows',
    'don-vi.csv',
    utf8('Đơn vị;nv-giao;nv-dung-han\nPhường Không Có;1;2\nXã Cũng Không;3;4\n'),
  )
  for (let each = 0; made.length < 200; each++)
    add(
      'a table of words',
      `chu-${each}.csv`,
      utf8(
        Array.from(
          { length: 2 + below(6) },
          () => `${some(hostileTexts).slice(0, 30)};${some(hostileNames)}`,
        ).join('\n'),
      ),
    )
  return made
}

function tableOf(name: string, rows: BookSheet['rows']): BookSheet {
  return { name, rows: [['Chỉ tiêu', 'Giá trị'], ...rows] }
}

/** Excel allows no such signs in the name of a sheet. */
function safeSheet(name: string): string {
  return name.replace(/[[\]:*?/\\']/g, '_')
}

function padded(bytes: Uint8Array, length: number): Uint8Array {
  const long = new Uint8Array(length)
  long.set(bytes)
  return long
}

function spoilt(bytes: Uint8Array, noise: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice()
  // The end of the file and its directory as well, or a reader would not notice.
  for (const from of [at, Math.floor(bytes.length / 3), bytes.length - 60])
    copy.set(noise.subarray(0, Math.min(noise.length, copy.length - from)), from)
  return copy
}

function wrongShapes(submission: Record<string, unknown>): readonly (readonly [string, unknown])[] {
  const entered = { metricId: 'nv-giao', state: 'entered' }
  return [
    ['null', null],
    ['a number', 12],
    ['a text', 'xin chào'],
    ['an empty list', []],
    ['an empty object', {}],
    ['a list of objects', [submission]],
    ['values that are no list', { ...submission, values: {} }],
    ['a value that is a number', { ...submission, values: [{ ...entered, value: 7 }] }],
    ['a value with a comma', { ...submission, values: [{ ...entered, value: '7,5' }] }],
    ['an unknown state', { ...submission, values: [{ metricId: 'nv-giao', state: 'zero' }] }],
    ['an unknown field', { ...submission, points: 3 }],
    ['no period', { ...submission, period: undefined }],
    ['a wrong period', { ...submission, period: '2026-13' }],
    ['an id of objects', { ...submission, values: [{ ...entered, metricId: '__proto__', value: '7' }] }],
    ['the id constructor', { ...submission, values: [{ ...entered, metricId: 'constructor', value: '7' }] }],
    ['a prototype of its own', JSON.parse('{"__proto__":{"polluted":true},"values":[],"ruleSetId":"x"}')],
    ['rows that are no list', { rows: 1, metricIds: [] }],
    ['rows without agencies', { ...submission, rows: [{ cells: [] }], metricIds: [] }],
    ['the envelope of the portal, empty', { data: null }],
    ['the envelope of the portal with a refusal', { code: 'UNAUTHORIZED', message: 'Hết phiên', data: null }],
    ['units of the portal that are no units', { data: { parent: 1, children: [1, null, 'x', []] } }],
  ]
}
