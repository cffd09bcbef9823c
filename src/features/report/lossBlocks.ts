import type { DisplayedTable } from '../../model/displayedTable.ts'
import type { ReportBlock } from '../../model/report.ts'
import type { LossStep, NodeScore } from '../../model/scoreSheet.ts'
import { formatInterval } from '../../receipt/pointsFormat.ts'
import { causeTexts, remedyTexts, whyTexts } from './lossTexts.ts'
import { simpleTable } from './simpleTable.ts'
import type { Telling } from './telling.ts'

/** II. Where points were lost, and why, criterion by criterion. */
export function lossBlocks(telling: Telling): readonly ReportBlock[] {
  const { words, sheet } = telling
  const areas = sheet.nodes.filter(node => node.parentId === null)
  const steps = sheet.losses
  const inArea = (area: NodeScore) =>
    steps.filter(step => telling.areaOf(step.nodeId)?.criterionId === area.criterionId)
  const outside = steps.filter(step => telling.areaOf(step.nodeId) === null)
  return [
    { kind: 'heading', level: 1, text: words.losses },
    ...(steps.length === 0 ? [{ kind: 'text' as const, text: words.lostNone }] : []),
    ...(areas.some(area => area.gapToMax !== null)
      ? summary(words.byArea, words.byAreaCaption, areaTable(telling, areas))
      : summary(words.byItem, words.byItemCaption, itemTable(telling))),
    ...areas.flatMap(area => group(areaTitle(area, telling), inArea(area), telling)),
    ...group(words.beside, outside, telling),
  ]
}

function summary(heading: string, caption: string, table: DisplayedTable): readonly ReportBlock[] {
  return [
    { kind: 'heading', level: 2, text: heading },
    { kind: 'table', table, caption },
  ]
}

function areaTitle(area: NodeScore, { words, nodeName }: Telling): string {
  return words.area(area.code, nodeName(area.criterionId))
}

function group(title: string, steps: readonly LossStep[], telling: Telling): readonly ReportBlock[] {
  if (steps.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: title },
    ...steps.flatMap((step): readonly ReportBlock[] => {
      const lines = [...whyTexts(step, telling), ...causeTexts(step, telling), ...remedyTexts(step, telling)]
      return [
        { kind: 'heading', level: 3, text: stepTitle(step, telling) },
        ...(lines.length > 0 ? [{ kind: 'list' as const, items: lines }] : []),
      ]
    }),
  ]
}

/** Code, name, points of the maximum and what is lost of it. */
function stepTitle(step: LossStep, telling: Telling): string {
  const { words, format, number, nodeName, codeOf } = telling
  const item = words.item(codeOf(step.nodeId), nodeName(step.nodeId))
  const { kind, lost, points, maxPoints } = step
  if (kind === 'missing') return words.itemOpen(item, format(lost), number(maxPoints))
  if (lost.startsWith('-')) return words.itemWon(item, format(lost.slice(1)))
  if (kind === 'unexplained') return words.itemUnexplained(item, format(lost))
  if (kind !== 'lost' || points === null) return words.itemTaken(item, format(lost))
  return words.itemLost(item, format(points), number(maxPoints), format(lost))
}

/** Where points of areas are nowhere stated: step by step from the maximum down to the score. */
function itemTable(telling: Telling): DisplayedTable {
  const { words, sheet, format, number, nodeName, codeOf } = telling
  const { columns } = words
  const lost = ({ kind, lost: size }: LossStep) =>
    kind === 'missing'
      ? words.upTo(format(size))
      : size.startsWith('-')
        ? `+${format(size.slice(1))}`
        : format(size)
  return simpleTable(
    'items',
    words.byItemCaption,
    [
      [columns.code, 7],
      [columns.area, 56],
      [columns.max, 12, 'right'],
      [columns.points, 14, 'right'],
      [columns.lost, 14, 'right'],
    ],
    [
      ...sheet.losses.map(step => ({
        cells: [
          codeOf(step.nodeId),
          nodeName(step.nodeId),
          step.kind === 'rounding' || step.kind === 'adjusted' ? '' : number(step.maxPoints),
          step.points === null ? '' : format(step.points),
          lost(step),
        ],
      })),
      totalLine(telling, 5),
    ],
    { empty: words.lostNone },
  )
}

/** The whole; a share only where there is a column for it. */
function totalLine({ words, sheet, format, number, percent }: Telling, columns: 5 | 6) {
  const { points, maxPoints, gapToMax, percent: share } = sheet.total
  return {
    kind: 'total' as const,
    cells: [
      '',
      words.total,
      number(maxPoints),
      points.kind === 'known' ? formatInterval(points, format) : words.unknown,
      gapToMax === null ? words.unknown : formatInterval(gapToMax, format),
      share === null ? words.unknown : formatInterval(share, percent),
    ].slice(0, columns),
  }
}

function areaTable(telling: Telling, areas: readonly NodeScore[]): DisplayedTable {
  const { words, format, number, percent, nodeName } = telling
  const { columns } = words
  const interval = (value: { readonly from: string; readonly to: string } | null) =>
    value === null ? words.unknown : formatInterval(value, format)
  return simpleTable(
    'areas',
    words.byAreaCaption,
    [
      [columns.code, 7],
      [columns.area, 36],
      [columns.max, 10, 'right'],
      [columns.points, 15, 'right'],
      [columns.lost, 15, 'right'],
      [columns.share, 16, 'right'],
    ],
    [
      ...areas.map(area => ({
        cells: [
          area.code,
          nodeName(area.criterionId),
          area.maxPoints === null ? words.unknown : number(area.maxPoints),
          area.points?.kind === 'known' ? interval(area.points) : words.unknown,
          interval(area.gapToMax),
          area.percent === null ? words.unknown : formatInterval(area.percent, percent),
        ],
      })),
      totalLine(telling, 6),
    ],
    { empty: words.lostNone },
  )
}
