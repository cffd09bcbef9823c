import { buildLadder, type GapBar, type LadderRow, targetMarks } from '../../../charts/ladderSeries.ts'
import type { BarSegment, Slide } from '../../../model/deck.ts'
import { lowerFirst } from '../../../sentences/lowerFirst.ts'
import { dictionary } from '../../../ui/language.tsx'
import { type Frame, isDeduced, stepName } from './frame.ts'
import { pagesOf } from './pages.ts'
import { slideTable } from './slideTable.ts'
import { slideTitle } from './slideTitle.ts'

const gapWords = dictionary({
  vi: {
    name: 'Khoảng cách theo tiêu chí',
    page: (page: string, pages: string) => `Khoảng cách theo tiêu chí, trang ${page}/${pages}`,
    points: 'Đạt/tối đa',
    lost: 'Mất',
    scale: (max: string) => `Thang 0–${max} điểm`,
    code: 'Mục',
    reached: 'Điểm đạt',
    max: 'Điểm tối đa',
    percent: '% tối đa',
    target: 'Điểm ở mục tiêu',
    unscored: 'chưa tính',
    shortened: 'thanh rút ngắn',
    upTo: (points: string) => `0–${points}`,
    most: (name: string, lost: string) => `Mất nhiều nhất ở ${name}: ${lost} điểm`,
    second: (name: string, lost: string) => `rồi đến ${name}: ${lost}`,
    next: (from: string, to: string, count: string, item: string) =>
      `${count} ${item} tiếp theo mất từ ${to} đến ${from} điểm mỗi mục`,
    nextSame: (each: string, count: string, item: string) =>
      `${count} ${item} tiếp theo, mỗi mục mất ${each} điểm`,
    left: (count: string, lost: string) => `${count} mục khác, cộng lại mất ${lost}; xem bảng`,
    read: 'Mọi thanh chung một thang điểm: phần đậm là đạt, phần sau là mất; xếp theo điểm mất.',
    targetNote: 'Hình thoi là mức điểm khi đạt mục tiêu của kế hoạch.',
    targetLine: 'Hình thoi: mục tiêu',
    longNote: 'Thanh rút ngắn dài hơn thang, không so được chiều dài; số ghi bên cạnh là đủ.',
  },
  en: {
    name: 'Gaps by criterion',
    page: (page: string, pages: string) => `Gaps by criterion, page ${page} of ${pages}`,
    points: 'Points/max',
    lost: 'Lost',
    scale: (max: string) => `Scale 0–${max} points`,
    code: 'Item',
    reached: 'Points reached',
    max: 'Maximum points',
    percent: '% of max.',
    target: 'Points at target',
    unscored: 'not scored',
    shortened: 'bar cut short',
    upTo: (points: string) => `0–${points}`,
    most: (name: string, lost: string) => `Most lost in ${name}: ${lost} points`,
    second: (name: string, lost: string) => `then ${name}: ${lost}`,
    next: (from: string, to: string, count: string, item: string) =>
      `The next ${count} (${item}) lose ${to} to ${from} points each`,
    nextSame: (each: string, count: string, item: string) =>
      `The next ${count} (${item}) lose ${each} points each`,
    left: (count: string, lost: string) => `${count} more items lose ${lost} together; see the table`,
    read: 'All bars share one scale: the dark part is reached, what follows is lost; sorted by loss.',
    targetNote: 'The diamond marks the points at the target of the plan.',
    targetLine: 'Diamond: target',
    longNote: 'A bar cut short is longer than the scale; read the numbers beside it.',
  },
})

const rowsAPage = 9
const mostPages = 3

/** Criteria that lose points, reached and lost on one scale, largest loss first. */
export function gapSlides(frame: Frame): readonly Slide[] {
  const { sheet, view, language, number, format } = frame
  const words = gapWords[language]
  const targets = view.plan ? targetMarks(view.plan.plan, view.plan.targets) : []
  const ladder = buildLadder(sheet, Number.POSITIVE_INFINITY, targets)
  const rows = ladder.rows.filter(row => row.bar !== null && row.node !== null && row.maxPoints !== null)
  if (rows.length < 2) return []
  const pages = pagesOf(rows, rowsAPage, mostPages)
  const last = pages.at(-1)?.at(-1)
  const rest = rows.length > mostPages * rowsAPage && last ? remainingAfter(frame, last) : null
  return pages.map((page, index): Slide => {
    const id = index === 0 ? 'gaps' : `gaps.${index + 1}`
    const title = index === 0 ? firstTitle(frame, rows) : nextTitle(frame, page)
    const hasTarget = page.some(row => row.bar?.target != null)
    const hasCut = page.some(row => row.bar?.shortened)
    return {
      id,
      kind: 'gaps',
      name: pages.length === 1 ? words.name : words.page(frame.count(index + 1), frame.count(pages.length)),
      title,
      body: {
        kind: 'bars',
        scale: ladder.scaleMax,
        heads: {
          lead: null,
          name: capital(frame.item),
          numbers: [words.points, words.lost],
          bar: words.scale(number(ladder.scaleMax)),
          tail: hasCut ? '' : null,
        },
        rows: [
          ...page.map((row, place) => ({
            id: `${row.kind}-${row.nodeId}`,
            kind: 'row' as const,
            lead: '',
            name: stepName(frame, row.nodeId),
            numbers: [`${earned(frame, row)}/${number(row.maxPoints ?? '0')}`, lostText(frame, row)],
            segments: row.bar ? segmentsOf(row.bar, !isDeduced(sheet.losses, row.nodeId)) : [],
            tail: row.bar?.shortened ? words.shortened : '',
            ...(row.notIncurred
              ? { mark: 'notIncurred' as const }
              : row.kind === 'missing'
                ? { mark: 'missing' as const }
                : row.kind === 'unexplained'
                  ? { mark: 'inferred' as const }
                  : {}),
            isStrong: index === 0 && place === 0,
            receiptId: row.nodeId,
            ...(row.bar?.target == null ? {} : { target: Math.min(Math.max(row.bar.target, 0), 1) }),
          })),
          ...(rest !== null && index === pages.length - 1
            ? [
                {
                  id: 'rest',
                  kind: 'gap' as const,
                  lead: '',
                  name: words.left(frame.count(rest.count), format(rest.lost)),
                  numbers: ['', ''],
                  segments: [],
                  tail: '',
                  isStrong: false,
                },
              ]
            : []),
        ],
        lines: [],
      },
      source: frame.sourceLine(frame.ownDocuments, hasTarget ? [words.targetLine] : []),
      table:
        index === 0 ? gapTable(frame, id, title, rows, targets) : gapTable(frame, id, title, page, targets),
      notes: [
        `${title}.`,
        words.read,
        ...frame.whyLost(page[0]),
        ...(hasTarget ? [words.targetNote] : []),
        ...(hasCut ? [words.longNote] : []),
      ],
    }
  })
}

function gapTable(
  frame: Frame,
  id: string,
  title: string,
  rows: readonly LadderRow[],
  targets: readonly { readonly criterionId: string; readonly points: string }[],
) {
  const { language, number, format } = frame
  const words = gapWords[language]
  const hasTargets = rows.some(row => targets.some(target => target.criterionId === row.nodeId))
  return slideTable({
    id,
    name: words.name,
    title,
    columns: [
      ['code', words.code, 8],
      ['name', capital(frame.item), 44],
      ['points', words.reached, 14, 'number'],
      ['max', words.max, 14, 'number'],
      ['lost', words.lost, 14, 'number'],
      ['percent', words.percent, 12, 'number'],
      ...(hasTargets ? [['target', words.target, 14, 'number'] as const] : []),
    ],
    lines: rows.map(row => {
      const percent = frame.node(row.nodeId)?.percent
      const target = targets.find(each => each.criterionId === row.nodeId)
      return {
        id: `${row.kind}-${row.nodeId}`,
        cells: [
          row.code,
          frame.nodeFull(row.nodeId),
          earned(frame, row),
          number(row.maxPoints ?? '0'),
          lostText(frame, row),
          percent && percent.from === percent.to ? frame.percent(percent.to) : '',
          ...(hasTargets ? [target ? format(target.points) : ''] : []),
        ],
      }
    }),
    language,
  })
}

function firstTitle(frame: Frame, rows: readonly LadderRow[]): string {
  const words = gapWords[frame.language]
  const [first, second] = rows.filter(row => row.kind === 'lost')
  if (!first) return words.name
  const most = words.most(lowerFirst(frame.nodeName(first.nodeId)), frame.format(first.lost))
  if (!second) return most
  const then = words.second(lowerFirst(frame.nodeName(second.nodeId)), frame.format(second.lost))
  return slideTitle(`${most}, ${then}`, most)
}

function nextTitle(frame: Frame, page: readonly LadderRow[]): string {
  const words = gapWords[frame.language]
  const lost = page.filter(row => row.kind === 'lost')
  const [first, last] = [lost[0], lost.at(-1)]
  if (!first || !last) return words.name
  const count = frame.count(lost.length)
  if (lost.length === 1) return words.most(lowerFirst(frame.nodeName(first.nodeId)), frame.format(first.lost))
  return first.lost === last.lost
    ? words.nextSame(frame.format(first.lost), count, frame.item)
    : words.next(frame.format(first.lost), frame.format(last.lost), count, frame.item)
}

/** What the steps after one lose together, as the engine says. */
function remainingAfter({ sheet }: Frame, row: LadderRow) {
  return sheet.losses.find(step => step.nodeId === row.nodeId && step.kind === row.kind)?.remaining ?? null
}

function earned({ format, language }: Frame, row: LadderRow): string {
  return row.points === null ? gapWords[language].unscored : format(row.points)
}

function lostText({ format, language }: Frame, { kind, lost }: LadderRow): string {
  return kind === 'missing' ? gapWords[language].upTo(format(lost)) : `\u2212${format(lost)}`
}

function segmentsOf(bar: GapBar, isSure: boolean): readonly BarSegment[] {
  const held = (value: number) => Math.min(Math.max(value, 0), 1)
  const [actual, lost, missing] = [
    held(bar.actual),
    held(bar.actual + bar.lost),
    held(bar.actual + bar.lost + bar.missing),
  ]
  return [
    ...(actual > 0 ? [{ from: 0, to: actual, paint: 'actual' as const, isSure }] : []),
    ...(lost > actual ? [{ from: actual, to: lost, paint: 'lost' as const, isSure }] : []),
    ...(missing > lost ? [{ from: lost, to: missing, paint: 'open' as const, isSure: false }] : []),
  ]
}

const capital = (text: string) => text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1)
