import type { NodeScore } from '../../model/scoreSheet.ts'
import { pointsFormat } from '../../receipt/pointsFormat.ts'
import type { ReceiptContext } from '../../receipt/receipt.ts'
import { formatNumber, formatPercent } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { letterheadOf } from './letterhead.ts'
import type { AgencyReportInput } from './reportInput.ts'
import { reportWords } from './words.ts'

/** Names, formats and words that every section of a report is written with. */
export type Telling = ReturnType<typeof tellingOf>

export function tellingOf(input: AgencyReportInput) {
  const { view, language } = input
  const { sheet, ruleSet, documents } = view
  const nodes = new Map(sheet.nodes.map(node => [node.criterionId, node]))
  const pools = new Map(sheet.pools.map(pool => [pool.poolId, pool]))
  const adjustments = new Map(sheet.adjustments.map(each => [each.adjustmentId, each]))
  const words = reportWords[language]
  const head = letterheadOf(view.agency, input.parent)
  const number = (exact: string) => formatNumber(exact, language)
  const context: ReceiptContext = { sheet, ruleSet, documents, language, scope: '', targets: [] }
  const areaOf = (node: NodeScore): NodeScore => {
    const parent = node.parentId === null ? undefined : nodes.get(node.parentId)
    return parent ? areaOf(parent) : node
  }
  return {
    input,
    view,
    sheet,
    ruleSet,
    language,
    words,
    head,
    /** Who reports, within a sentence. */
    issuer: head.inText ?? words.someone,
    context,
    number,
    /** Points as the rule set shows them. */
    format: pointsFormat(ruleSet, language),
    percent: (exact: string) => formatPercent(exact, language),
    count: (value: number) => number(String(value)),
    item: pickName(language, ruleSet.itemWord, ruleSet.itemWordEn),
    /** "Bộ chỉ số …" as its decision calls it. */
    ruleSetName: pickName(language, ruleSet.title, ruleSet.titleEn),
    node: (id: string) => nodes.get(id),
    /** The part at the top of the rule set that a node stands in; null for what stands outside the tree. */
    areaOf: (id: string): NodeScore | null => {
      const node = nodes.get(id)
      return node ? areaOf(node) : null
    },
    nodeName: (id: string): string => {
      const named = nodes.get(id) ?? pools.get(id) ?? adjustments.get(id)
      return named ? pickName(language, named.name, named.nameEn) : words.rounding
    },
    codeOf: (id: string): string => nodes.get(id)?.code ?? '',
    codesOf: (ids: readonly string[]): string =>
      [...new Set(ids.flatMap(id => nodes.get(id)?.code ?? []))].join(', '),
    metricName: (id: string): string => {
      const metric = ruleSet.metrics.find(each => each.id === id)
      return metric ? pickName(language, metric.name, metric.nameEn) : id
    },
  }
}
