import { describe, expect, test } from 'vitest'
import { ruleSheets } from '../../../src/io/ruleSheet/encodeRuleSheet.ts'
import { layouts } from '../../../src/io/ruleSheet/layout.ts'
import { columnLetter } from '../../../src/io/sheetCell.ts'
import { walkCriteria } from '../../../src/model/criteria.ts'
import { everyKind } from '../../scoring/lint/everyKind.ts'
import { edited, said } from './workbooks.ts'

/** "Tiêu chí!AJ" for a column by its key. */
const columnOf = (sheet: 'criteria' | 'evidence' | 'metrics', key: string) => {
  const { title, columns } = layouts[sheet]
  return `${title}!${columnLetter(columns.findIndex(each => each.key === key))}`
}
const rowOf = (sheet: string, first: string) =>
  (ruleSheets(everyKind())
    .find(({ name }) => name === sheet)
    ?.rows.findIndex(row => row.includes(first)) ?? -1) + 1

const reported = rowOf('Tiêu chí', 'reported')
const firms = rowOf('Số liệu', 'firms')
const levels = `${columnOf('criteria', 'appliesTo')}${reported}`
const evidence = (key: string, row: number) => `${columnOf('evidence', key)}${row}`

async function read(edits: Parameters<typeof edited>[0], shape: Parameters<typeof edited>[1] = {}) {
  const { decoded, problems } = await edited(edits, shape)
  if (!decoded.ok) throw new Error(problems.map(({ path, code }) => `${path} ${code}`).join('\n'))
  const criterion = walkCriteria(decoded.value).find(each => each.criterion.id === 'reported')?.criterion
  return { criterion, metrics: decoded.value.metrics, problems }
}

describe('whom a criterion is for', () => {
  test('in the words of officials, parted by semicolons or lines', async () => {
    for (const text of ['sở, ban, ngành; xã, phường', 'SỞ, BAN, NGÀNH\ncấp xã', 'department;commune;']) {
      const { criterion } = await read({ [levels]: text })
      expect(criterion?.appliesTo).toEqual(['department', 'commune'])
    }
    expect((await read({ [levels]: null })).criterion?.appliesTo).toBeUndefined()
  })

  test('under another title', async () => {
    const head = `${columnOf('criteria', 'appliesTo')}1`
    const { criterion } = await read({ [head]: 'Đối tượng áp dụng', [levels]: 'cấp huyện' })
    expect(criterion?.appliesTo).toEqual(['district'])
  })

  test('a word nobody knows is said with those that may be written', async () => {
    const [problem, ...others] = said(await edited({ [levels]: 'sở, ban, ngành; thôn' }))
    expect(others).toEqual([])
    expect(problem).toContain(`${levels} [unknown-word]`)
    expect(problem).toContain('“xã, phường”')
    expect(problem).toContain('sai ở “thôn”')
  })
})

describe('documents to show', () => {
  test('belong to a criterion by its id or number, in their order; an id left out is made of the title', async () => {
    const { criterion } = await read({
      [evidence('#owner', 2)]: 'reported',
      [evidence('id', 2)]: null,
      [evidence('title', 2)]: 'Sổ theo dõi hồ sơ',
    })
    expect(criterion?.requiredEvidence?.map(({ id, title }) => [id, title])).toEqual([
      ['so-theo-doi-ho-so', 'Sổ theo dõi hồ sơ'],
      ['danh-sach', 'Danh sách hồ sơ'],
    ])
  })

  test('none without the sheet', async () => {
    const { criterion } = await read({}, { renamed: { 'Tài liệu kiểm chứng': null } })
    expect(criterion?.requiredEvidence).toBeUndefined()
  })

  test('of nobody, of no criterion, of an adjustment, without a title', async () => {
    const message = 'mã hoặc STT một tiêu chí ở trang “Tiêu chí”'
    const owner = evidence('#owner', 2)
    for (const [text, code] of [
      [null, 'missing'],
      ['khong-co', 'unknown-criterion'],
      ['thuong', 'unknown-criterion'],
      ['reported, phần 1', 'unknown-criterion'],
    ] as const) {
      const problems = said(await edited({ [owner]: text }))
      expect(problems).toHaveLength(1)
      expect(problems[0]).toContain(`${owner} [${code}]`)
      expect(problems[0]).toContain(message)
    }
    const title = evidence('title', 3)
    expect(said(await edited({ [title]: null }))[0]).toContain(`${title} [missing]`)
  })
})

describe('running totals', () => {
  const cell = `${columnOf('metrics', 'isCumulative')}${firms}`
  const isCumulative = async (text: string | null) =>
    (await read({ [cell]: text })).metrics.find(({ id }) => id === 'firms')?.isCumulative

  test('are marked or not', async () => {
    for (const text of ['có', 'Có', 'x']) expect(await isCumulative(text)).toBe(true)
    expect(await isCumulative(null)).toBeUndefined()
    expect(said(await edited({ [cell]: 'không' }))[0]).toContain(`${cell} [unknown-word]`)
  })
})
