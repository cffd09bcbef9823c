import { describe, expect, test } from 'vitest'
import {
  decodeAgencies,
  decodeCatalogue,
  decodeDocuments,
  decodeFigures,
  decodePlan,
  decodeRuleSet,
  decodeSubmission,
  decodeSubmissions,
  formatPath,
} from '../../src/io/decode.ts'
import { maxFileBytes } from '../../src/io/maxFileBytes.ts'
import type { Decoded, Problem } from '../../src/model/problem.ts'
import { listDataFiles, readText } from '../data/dataFiles.ts'
import { aCriterion, aGroup, aRuleSet, aSubmission } from '../scoring/builders.ts'

const file = 'rule-sets/thu.json'

function problemsOf<T>(decoded: Decoded<T>): readonly Problem[] {
  return decoded.ok ? [] : decoded.problems
}

/** What is wrong, as "path code", with file and both languages checked on the way. */
function findings<T>(decoded: Decoded<T>): readonly string[] {
  return problemsOf(decoded).map(problem => {
    expect(problem.file).toBe(file)
    expect(problem.message.vi).toMatch(/\S/)
    expect(problem.message.en).toMatch(/\S/)
    return `${problem.path} ${problem.code}`
  })
}

/** A rule set file with one leaf, a few of whose fields are replaced. */
const withLeaf = (fields: object) =>
  JSON.stringify({ ...aRuleSet(), criteria: [{ ...aCriterion(), ...fields }] })
const decodeLeaf = (fields: object) => decodeRuleSet(withLeaf(fields), file)

describe('text that is not JSON', () => {
  // Engines word these errors differently; the place must come from us.
  test.each([
    ['a word without quotes', '{\n  "id": "a",\n  "version": x\n}', 3, 14],
    ['a comma too many', '{\n  "id": "a",\n}', 3, 1],
    ['an end too early', '{\n  "id": "a"', 2, 12],
    ['a text without its end', '{\n  "id": "a\n}', 2, 11],
    ['a comma missing', '{"id": "a"\n "b": 1}', 2, 2],
    ['a value missing', '{"id": }', 1, 8],
  ])('%s: names line and column', (_, text, line, column) => {
    const [problem, ...others] = problemsOf(decodeRuleSet(text, file))
    expect(others).toEqual([])
    expect(problem).toMatchObject({ file, path: '', code: 'not-json' })
    expect(problem?.message.vi).toContain(`dòng ${line}, cột ${column}`)
    expect(problem?.message.en).toContain(`line ${line}, column ${column}`)
  })

  test('the place is the one in the file, with a byte order mark and decomposed letters too', () => {
    const text = `\uFEFF{"name": "${'Sở Tài chính'.normalize('NFD')}" "id": 1}`
    // {"name": "Sở Tài chính" "id": 1} – ở, à and í are two or three characters in the file
    const column = text.indexOf('"id"') // counted from 1, without the mark
    expect(problemsOf(decodeRuleSet(text, file))[0]?.message.vi).toContain(`dòng 1, cột ${column}`)
  })

  test('a message is one line, whatever the file looks like', () => {
    const [problem] = problemsOf(decodeRuleSet('{\n  "id": "a",\n  "version": x\n}', file))
    expect(problem?.message.vi).not.toContain('\n')
    expect(problem?.message.en).not.toContain('\n')
  })

  test.each(['', '   ', '<!doctype html>', 'undefined', '{"a": NaN}'])('"%s" is refused', text => {
    expect(findings(decodeRuleSet(text, file))).toEqual([' not-json'])
  })

  test('JSON that is not a block is told what is wanted', () => {
    for (const text of ['[]', 'null', '"a"', '1'])
      expect(findings(decodeRuleSet(text, file))).toEqual([' invalid-type'])
  })
})

describe('a file that is too large', () => {
  test('is refused before it is read', () => {
    const text = ' '.repeat(maxFileBytes + 1)
    expect(findings(decodeRuleSet(text, file))).toEqual([' too-large'])
    expect(problemsOf(decodeRuleSet(text, file))[0]?.message.vi).toContain('20 MB')
  })

  test('at the limit it is read', () => {
    const text = JSON.stringify(aRuleSet())
    expect(decodeRuleSet(text.padEnd(maxFileBytes, ' '), file).ok).toBe(true)
  })
})

describe('a number where decimal text is needed', () => {
  test('is refused: it has been through a float', () => {
    const problems = problemsOf(decodeLeaf({ maxPoints: 1.5 }))
    expect(problems).toMatchObject([{ path: 'criteria[0].maxPoints', code: 'invalid-type' }])
    expect(problems[0]?.message.vi).toBe('cần chữ trong ngoặc kép')
  })

  test.each(['1,5', '01', '.5', '1.', '1e3', '+1', ' 1', '1 ', '', 'NaN', '1/3', '１'])(
    'text "%s" is no decimal',
    maxPoints => {
      const problems = problemsOf(decodeLeaf({ maxPoints }))
      expect(problems).toMatchObject([{ path: 'criteria[0].maxPoints', code: 'invalid-format' }])
      expect(problems[0]?.message.vi).toContain('số thập phân trong ngoặc kép')
    },
  )

  test.each(['0', '1.50', '-0.5', '13.5', '100', '0.00000000000000000001'])('"%s" is one', maxPoints => {
    const decoded = decodeLeaf({ maxPoints })
    expect(decoded.ok && decoded.value.criteria[0]?.maxPoints).toBe(maxPoints)
  })
})

describe('shape', () => {
  test('every problem is named at once, with its place', () => {
    const { scale: _, ...ruleSet } = aRuleSet()
    const text = JSON.stringify({
      ...ruleSet,
      validFrom: '01/01/2026',
      criteria: [aGroup('g', [{ ...aCriterion(), code: '' }]), { ...aCriterion(), id: 'có dấu' }],
    })
    expect(findings(decodeRuleSet(text, file))).toEqual([
      'validFrom invalid-format',
      'scale invalid-type',
      'criteria[0].subCriteria[0].code too-small',
      'criteria[1].id invalid-format',
    ])
  })

  test('missing is said differently from wrong', () => {
    const { title: _, ...ruleSet } = aRuleSet()
    expect(problemsOf(decodeRuleSet(JSON.stringify(ruleSet), file))[0]?.message.vi).toMatch(/^thiếu/)
    const wrong = JSON.stringify({ ...ruleSet, title: 7 })
    expect(problemsOf(decodeRuleSet(wrong, file))[0]?.message.vi).not.toMatch(/^thiếu/)
  })

  test('an unknown field is a misspelt one, each named with its place', () => {
    const decoded = decodeLeaf({ maxPoint: '1', outofreach: 'x' })
    expect(findings(decoded)).toEqual([
      'criteria[0].maxPoint unknown-field',
      'criteria[0].outofreach unknown-field',
    ])
    expect(problemsOf(decoded)[0]?.message).toEqual({
      vi: 'không có trường “maxPoint” ở đây; kiểm tra chính tả',
      en: 'there is no field "maxPoint" here',
    })
  })

  test('an unknown rule kind is told the known ones', () => {
    const problems = problemsOf(decodeLeaf({ rule: { kind: 'lottery' } }))
    expect(problems).toMatchObject([{ file, path: 'criteria[0].rule.kind' }])
    for (const kind of ['ratio', 'yesNo', 'sum', 'reported', 'monitor', 'formula', 'leader']) {
      expect(problems[0]?.message.vi).toContain(kind)
      expect(problems[0]?.message.en).toContain(kind)
    }
  })

  test('a choice is told what may stand there', () => {
    const problems = problemsOf(decodeLeaf({ assessedBy: 'nobody' }))
    expect(problems).toMatchObject([{ path: 'criteria[0].assessedBy', code: 'invalid-value' }])
    expect(problems[0]?.message.vi).toBe('chỉ nhận “self”, “survey”, “review”')
  })

  test('a short name is at most 36 characters', () => {
    expect(findings(decodeLeaf({ shortName: 'a'.repeat(36) }))).toEqual([])
    expect(findings(decodeLeaf({ shortName: 'a'.repeat(37) }))).toEqual(['criteria[0].shortName too-big'])
  })

  test('rounding places are whole and at most 12', () => {
    const at = (places: number) => decodeLeaf({ rounding: { leaf: { places, mode: 'halfUp' } } })
    expect(findings(at(12))).toEqual([])
    expect(findings(at(13))).toEqual(['criteria[0].rounding.leaf.places too-big'])
    expect(findings(at(1.5))).toEqual(['criteria[0].rounding.leaf.places invalid-type'])
    expect(findings(at(-1))).toEqual(['criteria[0].rounding.leaf.places too-small'])
  })

  test.each([
    ['2022', true],
    ['2026-Q3', true],
    ['2026-10', true],
    ['2026-10-10', true],
    ['2026-Q5', false],
    ['2026-13', false],
    ['2026-10-32', false],
    ['10/2026', false],
  ])('period %s: %s', (period, fits) => {
    expect(decodeSubmission(JSON.stringify(aSubmission({ period })), file).ok).toBe(fits)
  })

  test('an entered figure needs a value, an absent one must not have one', () => {
    const withValue = (value: object) =>
      findings(decodeSubmission(JSON.stringify({ ...aSubmission(), values: [value] }), file))
    expect(withValue({ metricId: 'done', state: 'entered', value: '0' })).toEqual([])
    expect(withValue({ metricId: 'done', state: 'entered' })).toEqual(['values[0].value invalid-type'])
    expect(withValue({ metricId: 'done', state: 'missing', value: '0' })).toEqual([
      'values[0].value unknown-field',
    ])
    expect(withValue({ metricId: 'done', state: 'entered', value: null })).toEqual([
      'values[0].value invalid-type',
    ])
  })

  // fetch('//elsewhere.example/a.json') would leave the machine.
  test.each([
    '../secret.json',
    'a/../b.json',
    'https://elsewhere.example/a.json',
    '//elsewhere.example/a.json',
    '/a.json',
    'a.js',
    'a b.json',
  ])('the catalogue names no path like %s', documents => {
    const problems = problemsOf(decodeCatalogue(JSON.stringify({ documents }), file))
    expect(problems.filter(problem => problem.path === 'documents')).not.toEqual([])
  })
})

describe('text', () => {
  test('decomposed letters become composed ones, so that names compare equal', () => {
    const name = 'Tỷ lệ hồ sơ trực tuyến'
    const decoded = decodeLeaf({ name: name.normalize('NFD') })
    expect(decoded.ok && decoded.value.criteria[0]?.name).toBe(name.normalize('NFC'))
  })

  test('a byte order mark is no reason to refuse', () => {
    expect(decodeRuleSet(`\uFEFF${JSON.stringify(aRuleSet())}`, file).ok).toBe(true)
  })
})

test('every shipped file decodes', () => {
  const decoders = {
    'rule-sets/': decodeRuleSet,
    'submissions/': decodeSubmissions,
    'plans/': decodePlan,
    'index.json': decodeCatalogue,
    'documents.json': decodeDocuments,
    'agencies.json': decodeAgencies,
    'figures.json': decodeFigures,
  }
  const decoded = listDataFiles().flatMap(path =>
    Object.entries(decoders)
      .filter(([start]) => path.startsWith(start))
      .map(([, decode]) => [path, problemsOf<unknown>(decode(readText(path), path))] as const),
  )
  // All but the guide and the schemas.
  const shipped = listDataFiles().filter(path => path.endsWith('.json') && !path.startsWith('schema/'))
  expect(decoded.map(([path]) => path).toSorted()).toEqual(shipped.toSorted())
  expect(decoded.filter(([, problems]) => problems.length > 0)).toEqual([])
})

test.each([
  [[], ''],
  [['scale'], 'scale'],
  [['criteria', 2, 'subCriteria', 0, 'maxPoints'], 'criteria[2].subCriteria[0].maxPoints'],
  [[0, 'id'], '[0].id'],
])('the place %j is written "%s"', (path, text) => {
  expect(formatPath(path)).toBe(text)
})
