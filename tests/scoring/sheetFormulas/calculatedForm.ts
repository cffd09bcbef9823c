import { HyperFormula } from 'hyperformula'
import { walkCriteria } from '../../../src/model/criteria.ts'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import type { Rule } from '../../../src/model/rules.ts'
import type { MetricValue, Submission } from '../../../src/model/submission.ts'
import { serialOf } from '../../../src/scoring/sheetFormulas/figureCells.ts'
import { type SheetFormulas, sheetFormulas } from '../../../src/scoring/sheetFormulas/sheetFormulas.ts'
import { firstListColumn, firstStepRow } from '../../../src/scoring/sheetFormulas/workings.ts'

const words = {
  entered: 'Có số liệu',
  missing: 'Chưa có số liệu',
  withheld: 'Không công bố',
  notApplicable: 'Không áp dụng',
  to: ' – ',
  or: ' hoặc ',
}

type Grid = (string | number | null)[][]

/** A rule set as formulas over a plain grid of inputs, recomputed by HyperFormula. */
export type CalculatedForm = {
  readonly formulas: SheetFormulas
  readonly fill: (submission: Submission) => void
  /** Value of a cell, an address or a number as formulas hold it. */
  readonly read: (reference: string) => number | string
  readonly close: () => void
}

/**
 * @param claims nodes that may be claimed
 */
export function calculatedForm(
  ruleSet: RuleSet,
  period: string,
  previous: ReadonlyMap<string, MetricValue> | null,
  claims: readonly string[],
): CalculatedForm {
  const answers = new Map(ruleSet.metrics.map(metric => [metric.id, answersOf(ruleSet, metric)]))
  const criteria = walkCriteria(ruleSet).map(place => place.criterion.id)
  const metricRow = new Map(ruleSet.metrics.map(({ id }, index) => [id, index + 1]))
  const nodeRow = new Map(criteria.map((id, index) => [id, ruleSet.metrics.length + index + 1]))
  const lists: Grid = []
  const cellOf = new Map<string, string>()
  for (const [id, list] of answers)
    for (const { label, value } of list) {
      lists.push([label])
      cellOf.set(`${id}=${value}`, `'Mục'!$A$${lists.length}`)
    }
  const formulas = sheetFormulas(
    ruleSet,
    period,
    {
      workingSheet: 'Tính',
      figure: id => ({
        value: `'Nhập'!$A$${metricRow.get(id)}`,
        state: `'Nhập'!$B$${metricRow.get(id)}`,
        answers: (answers.get(id) ?? []).map(({ value }) => ({
          value,
          cell: cellOf.get(`${id}=${value}`) ?? '',
        })),
      }),
      claim: id => (claims.includes(id) ? `'Nhập'!$C$${nodeRow.get(id)}` : null),
      exempt: id => `'Nhập'!$D$${nodeRow.get(id)}="Không áp dụng"`,
      words,
    },
    previous,
  )
  const working: Grid = Array.from({ length: firstStepRow - 1 }, () => [])
  for (const { label, formula } of formulas.helpers) working.push([label, `=${formula}`])
  formulas.lists.forEach((numbers, column) => {
    numbers.forEach((number, index) => {
      const at = firstStepRow - 1 + index
      const row = working[at] ?? []
      row[firstListColumn + column] = number
      working[at] = row
    })
  })
  const inputs = ruleSet.metrics.length + criteria.length
  const engine = HyperFormula.buildFromSheets(
    { Nhập: Array.from({ length: inputs }, () => [null, null, null, null]), Mục: lists, Tính: working },
    { licenseKey: 'gpl-v3', useArrayArithmetic: false, precisionRounding: 14, smartRounding: false },
  )
  const sheet = engine.getSheetId('Nhập') ?? 0
  return {
    formulas,
    fill: submission => {
      const values = new Map(submission.values.map(value => [value.metricId, value]))
      const grid: Grid = Array.from({ length: inputs }, () => [null, null, null, null])
      for (const metric of ruleSet.metrics) {
        const row = grid[(metricRow.get(metric.id) ?? 1) - 1]
        const value = values.get(metric.id)
        if (!row || !value) continue
        if (value.state !== 'entered') row[1] = words[value.state]
        else if (metric.valueType === 'date') row[0] = serialOf(value.value)
        else
          row[0] =
            answers.get(metric.id)?.find(each => each.value === value.value)?.label ?? Number(value.value)
      }
      for (const { criterionId } of submission.notApplicable ?? []) {
        const row = grid[(nodeRow.get(criterionId) ?? 1) - 1]
        if (row) row[3] = 'Không áp dụng'
      }
      for (const { criterionId, points } of submission.decisions ?? []) {
        const row = grid[(nodeRow.get(criterionId) ?? 1) - 1]
        if (row) row[2] = Number(points)
      }
      engine.setCellContents({ sheet, row: 0, col: 0 }, grid)
    },
    read: reference => {
      const address = engine.simpleCellAddressFromString(reference.replaceAll('$', ''), sheet)
      if (!address) return Number(reference.replace(/[()]/g, ''))
      const value = engine.getCellValue(address)
      if (typeof value === 'number' || typeof value === 'string') return value
      throw new Error(`${reference} holds ${JSON.stringify(value)}: ${engine.getCellFormula(address)}`)
    },
    close: () => engine.destroy(),
  }
}

function answersOf(ruleSet: RuleSet, { id, valueType }: RuleSet['metrics'][number]) {
  if (valueType === 'flag')
    return [
      { value: '1', label: 'Có' },
      { value: '0', label: 'Không' },
    ]
  if (valueType !== 'option') return []
  const found: { value: string; label: string }[] = []
  const look = (rule: Rule | undefined) => {
    if (rule?.kind === 'choice' && rule.metric === id) found.push(...rule.options)
    if (rule?.kind === 'sum') for (const part of rule.parts) look(part.rule)
    if (rule?.kind === 'bestOf') for (const each of rule.cases) look(each.rule)
  }
  for (const { criterion } of walkCriteria(ruleSet)) look(criterion.rule)
  return [...new Map(found.map(each => [each.value, each])).values()]
}
