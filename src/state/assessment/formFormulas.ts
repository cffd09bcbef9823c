import type { FormLayout } from '../../io/formSheet/formLayout.ts'
import { workingSheet } from '../../io/formSheet/formLayout.ts'
import type { FormFormulas, FormTable, ShownFormula, ShownFormulas } from '../../io/formSheet/formTable.ts'
import { stateWords } from '../../io/formSheet/formWords.ts'
import { walkCriteria } from '../../model/criteria.ts'
import { toPlotNumber } from '../../model/exact.ts'
import { precedes } from '../../model/period.ts'
import type { NodePoints } from '../../model/scoreSheet.ts'
import type { LeafCells } from '../../scoring/sheetFormulas/leafCells.ts'
import { type SheetFormulas, sheetFormulas } from '../../scoring/sheetFormulas/sheetFormulas.ts'
import type { NodeCells } from '../../scoring/sheetFormulas/totalCells.ts'
import type { FormWorkbookParts } from './formTable.ts'

/** The formulas of a form over the cells its layout gives, each with the result the engine has now. */
export function formFormulasOf(parts: FormWorkbookParts, table: FormTable, layout: FormLayout): FormFormulas {
  const { ruleSet, draft, previous, sheet } = parts
  const formulas = sheetFormulas(
    ruleSet,
    draft.period,
    {
      workingSheet,
      figure: metricId => {
        const row = layout.figureRow.get(metricId)
        if (row === undefined) return null
        return {
          value: layout.address('value', row),
          state: layout.address('state', row),
          answers: layout.answerCells(metricId),
        }
      },
      claim: claimCells(table, layout),
      exempt: exemptConditions(parts, table, layout),
      words: { ...stateWords, to: ' đến ', or: ' hoặc ' },
    },
    // Growth only means the period right before, under the same rules.
    previous && !previous.otherRules && precedes(previous.period, draft.period) ? previous.values : null,
  )
  const { total } = sheet
  return {
    helpers: formulas.helpers,
    lists: formulas.lists,
    nodes: new Map([...groupsOf(parts, formulas), ...leavesOf(parts, formulas)]),
    figures: figureRemarks(table, layout, formulas),
    total: {
      ...shownNode(formulas.total, total.points, total.maxPoints),
      remark: totalRemark(formulas, parts),
    },
  }
}

function claimCells({ rows }: FormTable, layout: FormLayout): (nodeId: string) => string | null {
  const open = new Set(rows.flatMap(row => (row.kind === 'item' && row.canClaim ? [row.nodeId] : [])))
  return nodeId => {
    const row = layout.nodeRow.get(nodeId)
    return row !== undefined && open.has(nodeId) ? layout.address('claim', row) : null
  }
}

/** Leaves for other levels never apply; pooled leaves always do, whatever stands above them. */
function exemptConditions(
  { ruleSet, form }: FormWorkbookParts,
  { rows }: FormTable,
  layout: FormLayout,
): (criterionId: string) => string | null {
  const pooled = new Set(ruleSet.pools.flatMap(pool => pool.criterionIds))
  const never = new Set(
    form.areas
      .flatMap(area => area.items)
      .flatMap(({ nodeId, notForLevel }) => (notForLevel && !pooled.has(nodeId) ? [nodeId] : [])),
  )
  const open = new Set(
    rows.flatMap(row => {
      if (row.kind === 'figure' || row.nodeId === null) return []
      const canExempt = row.kind === 'item' ? row.canExempt : row.exempt !== null
      return canExempt ? [row.nodeId] : []
    }),
  )
  const holdsPooled = new Set(
    walkCriteria(ruleSet).flatMap(({ criterion }) =>
      walkCriteria({ criteria: [criterion] }).some(place => pooled.has(place.criterion.id))
        ? [criterion.id]
        : [],
    ),
  )
  return criterionId => {
    if (never.has(criterionId)) return 'TRUE()'
    const row = layout.nodeRow.get(criterionId)
    if (row === undefined || !open.has(criterionId) || holdsPooled.has(criterionId)) return null
    return `${layout.address('state', row)}="${stateWords.notApplicable}"`
  }
}

function groupsOf({ sheet }: FormWorkbookParts, { nodes }: SheetFormulas) {
  return sheet.nodes.flatMap(({ criterionId, isLeaf, points, maxPoints }): [string, ShownFormulas][] => {
    const node = nodes.get(criterionId)
    return isLeaf || !node ? [] : [[criterionId, shownNode(node, points, maxPoints)]]
  })
}

/** From and to; one of them where everything is known. */
function shownNode(node: NodeCells, points: NodePoints | null, maxPoints: string | null): ShownFormulas {
  const known = points?.kind === 'known' ? points : null
  const from = toPlotNumber(known ? known.from : points?.kind === 'unknown' ? points.atLeast : '0')
  const isOpen = known !== null && known.from !== known.to
  return {
    points: { formula: node.from, result: from },
    upTo:
      node.hiddenLeafIds.length > 0
        ? { formula: '"chưa rõ"', result: 'chưa rõ' }
        : {
            formula: `IF(ABS(${node.to}-${node.from})<0.000000001,"",${node.to})`,
            result: isOpen ? toPlotNumber(known.to) : '',
          },
    maximum:
      node.maxPoints === null
        ? null
        : { formula: node.maxPoints, result: maxPoints === null ? undefined : toPlotNumber(maxPoints) },
  }
}

function leavesOf({ sheet, form }: FormWorkbookParts, { leaves }: SheetFormulas) {
  const items = new Map(form.areas.flatMap(area => area.items).map(item => [item.nodeId, item]))
  const outcomes = new Map([
    ...sheet.nodes.map(node => [node.criterionId, node.outcome] as const),
    ...sheet.adjustments.map(each => [each.adjustmentId, each.outcome] as const),
  ])
  return [...leaves].map(([id, leaf]): [string, ShownFormulas] => {
    const item = items.get(id)
    const open = openWords(leaf, item?.canClaim === true, item?.filledBy === 'survey')
    const outcome = outcomes.get(id)
    const result =
      outcome?.kind === 'scored'
        ? toPlotNumber(outcome.points)
        : outcome?.kind === 'notApplicable'
          ? notApplicable
          : open
    // Points of what is only watched are no zero that somebody lost.
    const scored = leaf.live === 'watched' ? `"${watched}"` : leaf.from
    return [
      id,
      {
        points: {
          formula: `IF(${leaf.kind}=0,${scored},IF(${leaf.kind}=2,"${notApplicable}","${open}"))`,
          result: leaf.live === 'watched' && outcome?.kind === 'scored' ? watched : result,
        },
        upTo: null,
        maximum: null,
      },
    ]
  })
}

const notApplicable = 'không áp dụng'
const watched = 'chỉ theo dõi'

/** Why a leaf has no points: what a sheet cannot know is said in words. */
function openWords({ live }: LeafCells, canClaim: boolean, bySurvey: boolean): string {
  if (bySurvey) return 'chờ điều tra'
  if (live === 'compared') return 'chờ so với đơn vị khác'
  if (live !== 'reported') return 'thiếu'
  return canClaim ? 'chờ tự chấm' : 'chờ thẩm định'
}

/** What is said beside a field: missing, or something that cannot be used. */
function figureRemarks(
  { rows }: FormTable,
  layout: FormLayout,
  { figures }: SheetFormulas,
): ReadonlyMap<string, string> {
  const remarks = new Map<string, string>()
  for (const row of rows) {
    if (row.kind !== 'figure' || row.isClosed || remarks.has(row.field.metric.id)) continue
    const { id, valueType } = row.field.metric
    const at = layout.figureRow.get(id)
    if (at === undefined) continue
    const [value, state] = [layout.address('value', at), layout.address('state', at)]
    const empty = `IF(OR(LEN(${state})=0,${state}="${stateWords.entered}"),"thiếu","")`
    const used = figures.get(id)?.state ?? '0'
    const both = `IF(OR(LEN(${state})=0,${state}="${stateWords.entered}"),"không dùng được","thừa giá trị")`
    const fine = valueType === 'percent' ? `IF(AND(${value}>0,${value}<1),"dưới 1 %?","")` : '""'
    remarks.set(id, `IF(LEN(${value})=0,${empty},IF(${used}=0,${fine},${both}))`)
  }
  return remarks
}

function totalRemark({ total, grade }: SheetFormulas, { sheet, ruleSet }: FormWorkbookParts): ShownFormula {
  const { missingLeaves, bandIds } = sheet.total
  const missing = `IF(${total.open}=0,"Đủ số liệu.","Còn "&${total.open}&" tiêu chí chưa có điểm.")`
  // While several grades are possible only the formula names them.
  const [only, other] = bandIds
  const band = other === undefined ? ruleSet.bands.find(({ id }) => id === only)?.name : undefined
  const said = missingLeaves === 0 ? 'Đủ số liệu.' : `Còn ${missingLeaves} tiêu chí chưa có điểm.`
  return {
    formula: grade === null ? missing : `${missing}&IF(${grade}="",""," Xếp loại: "&${grade}&".")`,
    result: grade === null || band === undefined ? said : `${said} Xếp loại: ${band}.`,
  }
}
