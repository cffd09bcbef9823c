import { walkCriteria } from '../../model/criteria.ts'
import type { Criterion, RuleSet } from '../../model/ruleSet.ts'
import type { Report } from './report.ts'

/** Words the address and the loss ladder use beside criterion ids. */
const reservedIds = ['none', 'rest', 'rounding', 'rounding-open', 'total']

type Entry = { readonly id: string; readonly path: string }

/** Ids are given once and are not ours; official numbers are given once among siblings. */
export function lintIds(ruleSet: RuleSet, report: Report): void {
  const listed = (list: readonly { readonly id: string }[] | undefined, name: string): readonly Entry[] =>
    (list ?? []).map(({ id }, index) => ({ id, path: `${name}[${index}]` }))
  // The sheet and its ladder know these three by one id.
  const nodes = [
    ...walkCriteria(ruleSet).map(({ criterion, path }) => ({ id: criterion.id, path })),
    ...listed(ruleSet.pools, 'pools'),
    ...listed(ruleSet.adjustments, 'adjustments'),
  ]
  for (const entries of [
    nodes,
    listed(ruleSet.metrics, 'metrics'),
    listed(ruleSet.bands, 'bands'),
    listed(ruleSet.calendars, 'calendars'),
    listed(ruleSet.examples, 'examples'),
  ])
    reportTwice(entries, report)
  reportReserved(nodes, report)
  reportCodes(ruleSet.criteria, null, 'criteria', report)
}

function reportTwice(entries: readonly Entry[], report: Report) {
  const first = new Map<string, string>()
  for (const { id, path } of entries) {
    const earlier = first.get(id)
    if (earlier === undefined) first.set(id, path)
    else
      report.error(`${path}.id`, 'duplicate-id', {
        vi: `mã “${id}” đã dùng ở ${earlier}; mỗi mã chỉ được dùng một lần`,
        en: `id "${id}" is already used at ${earlier}; each id may be used once`,
      })
  }
}

function reportReserved(entries: readonly Entry[], report: Report) {
  for (const { id, path } of entries)
    if (reservedIds.includes(id))
      report.error(`${path}.id`, 'reserved-id', {
        vi: `mã “${id}” dành cho ứng dụng; đặt mã khác`,
        en: `id "${id}" is reserved for the application; choose another`,
      })
}

function reportCodes(criteria: readonly Criterion[], parent: Criterion | null, path: string, report: Report) {
  const first = new Map<string, Criterion>()
  criteria.forEach((criterion, index) => {
    const { code, id, name, subCriteria = [] } = criterion
    const earlier = first.get(code)
    if (!earlier) first.set(code, criterion)
    // Parts the source gives no number of their own carry their parent's; one id twice is said already.
    else if (code !== parent?.code && earlier.id !== id)
      report.error(`${path}[${index}].code`, 'duplicate-code', {
        vi: `“${earlier.name}” và “${name}” cùng số ${code}`,
        en: `"${earlier.name}" and "${name}" both have the number ${code}`,
      })
    reportCodes(subCriteria, criterion, `${path}[${index}].subCriteria`, report)
  })
}
