import type { FigureReading } from '../../io/figures/readFigure.ts'
import type { FigureRow, FormRow, FormTable, ItemRow } from '../../io/formSheet/formTable.ts'
import { isLeaf } from '../../model/criteria.ts'
import type { Draft } from '../../model/draft.ts'
import { type FieldGroup, type FormField, type FormItem, isAsked } from '../../model/form.ts'
import { parsePeriod } from '../../model/period.ts'
import type { Criterion, RuleSet } from '../../model/ruleSet.ts'
import type { Assessment } from './assessment.ts'
import { readClaims } from './readClaims.ts'

/** What of an assessment the workbook is made from. */
export type FormWorkbookParts = Pick<
  Assessment,
  'draft' | 'ruleSet' | 'agency' | 'form' | 'readings' | 'sheet' | 'previous'
> & {
  /** How each leaf is scored, in one sentence, by criterion; without it only notes and definitions are said. */
  readonly sentences: ReadonlyMap<string, string>
}

/** Decimals of points where the rule set shows as many as there are. */
const anyPlaces = 4

/** The rows of the workbook: areas, groups and leaves in document order, every leaf with its figures. */
export function formTableOf(parts: FormWorkbookParts): FormTable {
  const { draft, ruleSet, agency, form } = parts
  const items = new Map(form.areas.flatMap(area => area.items).map(item => [item.nodeId, item]))
  const write = rowWriter(parts)
  const visit = (criterion: Criterion, isArea: boolean): readonly FormRow[] => {
    const item = items.get(criterion.id)
    if (isLeaf(criterion)) return item ? write(item) : []
    const { id, code, name } = criterion
    return [
      {
        kind: isArea ? 'area' : 'group',
        nodeId: id,
        code,
        name,
        exempt: draft.exempt.get(id) ?? null,
      },
      ...(criterion.subCriteria ?? []).flatMap(child => visit(child, false)),
    ]
  }
  const outside = form.areas.filter(area => !ruleSet.criteria.some(({ id }) => id === area.id))
  return {
    subject: {
      ruleSetId: draft.ruleSet.id,
      ruleSetVersion: draft.ruleSet.version,
      ruleSetSha256: draft.ruleSet.sha256,
      agencyId: draft.agencyId,
      agencyName: agency?.name ?? draft.agencyId,
      period: draft.period,
    },
    title: `Biểu tự chấm ${nameOfPeriod(draft.period)}`,
    ruleSetLine: `Bộ chỉ số: ${ruleSet.title} (phiên bản ${ruleSet.version})`,
    agencyLine: `Đơn vị: ${agency?.name ?? draft.agencyId}`,
    rows: [
      ...ruleSet.criteria.flatMap(criterion => visit(criterion, true)),
      ...outside.flatMap(({ name, items: own }): readonly FormRow[] => [
        { kind: 'area', nodeId: null, code: '', name, exempt: null },
        ...own.flatMap(write),
      ]),
    ],
    hasClaims: [...items.values()].some(item => item.canClaim),
    places: placesOf(ruleSet),
  }
}

function placesOf({ pointsPlaces, rounding }: RuleSet): number {
  return pointsPlaces ?? rounding.total?.places ?? rounding.leaf?.places ?? anyPlaces
}

function rowWriter(parts: FormWorkbookParts): (item: FormItem) => readonly FormRow[] {
  const { draft, form, readings } = parts
  const claims = readClaims(draft, form).readings
  return item => {
    const isOpen = isAsked(item)
    const figures = item.groups.flatMap(group =>
      group.fields.map((field, index) => figureRow(field, index, group, draft, readings, !isOpen)),
    )
    // What is not asked of the agency is shown where it is known.
    const shown = isOpen ? figures : figures.filter(row => row.value !== null)
    return [itemRow(item, parts, decimalOf(claims.get(item.nodeId))), ...shown]
  }
}

function itemRow(item: FormItem, { draft, sentences }: FormWorkbookParts, claimed: string | null): ItemRow {
  const { nodeId, code, name, maxPoints, pool, effect, canClaim, rule, note } = item
  const most = maxPoints ?? pool?.maxPoints ?? null
  const exempt = pool ? null : (draft.exempt.get(nodeId) ?? null)
  const sentence = sentences.get(nodeId)
  const penalty = effect === 'penalty' ? 'Điểm trừ.' : effect === 'bonus' ? 'Điểm thưởng.' : ''
  const evidence = item.requiredEvidence.map(({ title }) => title).join('; ')
  return {
    kind: 'item',
    nodeId,
    code,
    name,
    maxPoints,
    maximumText: pool ? `chung ${pool.maxPoints.replace('.', ',')}` : '—',
    mostClaim: most,
    canBeNegative: rule.kind === 'bonusPenalty',
    canClaim,
    canExempt:
      item.notForLevel === null && (exempt !== null || (isAsked(item) && !pool && effect === 'criterion')),
    claim: canClaim ? (draft.claims.get(nodeId) ?? null) : null,
    claimed,
    exempt,
    explanation: draft.explanations.get(nodeId) ?? '',
    how: [
      penalty,
      sentence ? `${sentence}.` : '',
      note ?? '',
      evidence ? `Tài liệu kiểm chứng: ${evidence}.` : '',
    ]
      .filter(text => text !== '')
      .join('\n'),
    closed: closedBecause(item),
  }
}

function closedBecause({ notForLevel, filledBy }: FormItem): string | null {
  if (notForLevel) return notForLevel.vi
  if (filledBy === 'survey') return 'Do điều tra xã hội học chấm; đơn vị không nhập.'
  return filledBy === 'review' ? 'Do người thẩm định chấm; đơn vị không nhập.' : null
}

function figureRow(
  field: FormField,
  index: number,
  { layout, label, fields }: FieldGroup,
  draft: Draft,
  readings: ReadonlyMap<string, FigureReading>,
  isClosed: boolean,
): FigureRow {
  const { id, name } = field.metric
  const part = layout === 'fraction' && fields.length === 2 ? (index === 0 ? 'Tử số: ' : 'Mẫu số: ') : ''
  return {
    kind: 'figure',
    field,
    name: `${label === undefined ? '' : `${label} – `}${part}${name}`,
    entry: draft.fields.get(id) ?? null,
    value: decimalOf(readings.get(id)),
    isClosed,
  }
}

function decimalOf(reading: FigureReading | undefined): string | null {
  return reading?.kind === 'value' ? reading.value : null
}

const quarters = ['I', 'II', 'III', 'IV']

/** "tháng 11/2026", "quý III/2026", "năm 2026", "ngày 10/10/2026". */
function nameOfPeriod(text: string): string {
  const period = parsePeriod(text)
  switch (period?.kind) {
    case 'year':
      return `năm ${period.year}`
    case 'quarter':
      return `quý ${quarters[Number(period.quarter) - 1]}/${period.year}`
    case 'month':
      return `tháng ${Number(period.month)}/${period.year}`
    case 'date':
      return `ngày ${period.day}/${period.month}/${period.year}`
    default:
      return text
  }
}
