import type { BarSegment, Slide } from '../../../model/deck.ts'
import { type Interval, toPlotNumber } from '../../../model/exact.ts'
import { formatInterval } from '../../../receipt/pointsFormat.ts'
import { dictionary } from '../../../ui/language.tsx'
import { evenPercents } from './evenPercents.ts'
import type { Frame } from './frame.ts'
import { slideTable } from './slideTable.ts'
import { slideTitle } from './slideTitle.ts'

const areaWords = dictionary({
  vi: {
    name: 'Tỷ lệ theo lĩnh vực',
    area: 'Lĩnh vực',
    points: 'Đạt/tối đa',
    percent: '% tối đa',
    scale: 'Thang 0–100% điểm tối đa',
    code: 'Mục',
    reached: 'Điểm đạt',
    max: 'Điểm tối đa',
    unknown: 'chưa rõ',
    both: (best: string, most: string, worst: string, least: string) =>
      `Cao nhất ở ${best}: ${most}; thấp nhất ở ${worst}: ${least}`,
    worst: (worst: string, least: string) => `Thấp nhất ở ${worst}: ${least} điểm tối đa`,
    even: 'Các lĩnh vực đạt tỷ lệ như nhau',
    open: 'Tỷ lệ theo lĩnh vực, còn thiếu số liệu',
    and: ' và ',
    read: 'Mỗi thanh là tỷ lệ của một lĩnh vực trên điểm tối đa của chính nó, nên so được các lĩnh vực to nhỏ khác nhau.',
    weigh: 'Lĩnh vực có tỷ lệ thấp chưa chắc mất nhiều điểm nhất: còn tùy điểm tối đa của lĩnh vực.',
  },
  en: {
    name: 'Share by area',
    area: 'Area',
    points: 'Points/max',
    percent: '% of max.',
    scale: 'Scale 0–100% of the maximum',
    code: 'Item',
    reached: 'Points reached',
    max: 'Maximum points',
    unknown: 'unknown',
    both: (best: string, most: string, worst: string, least: string) =>
      `Highest in ${best}: ${most}; lowest in ${worst}: ${least}`,
    worst: (worst: string, least: string) => `Lowest in ${worst}: ${least} of the maximum`,
    even: 'All areas reach the same share',
    open: 'Shares by area, figures are missing',
    and: ' and ',
    read: 'Each bar is the share of an area in its own maximum, so that large and small areas compare.',
    weigh: 'A low share need not be the largest loss: that depends on the maximum of the area.',
  },
})

const mostRows = 10

/** Areas as shares of their own maximum. */
export function areaSlides(frame: Frame): readonly Slide[] {
  const { language, view, format, number } = frame
  const shares = view.parts?.shares
  // Where no area has a share there is nothing to compare.
  if (!shares || shares.areas.filter(area => area.percent !== null).length < 2) return []
  const words = areaWords[language]
  const named = (ids: readonly string[]) => ids.map(frame.nodeName).join(words.and)
  const percents = evenPercents(
    shares.areas.map(({ percent }) => (percent ? formatInterval(percent, frame.percent) : words.unknown)),
    language,
  )
  const percentOf = (id: string | undefined) =>
    percents[shares.areas.findIndex(area => area.criterionId === id)] ?? words.unknown
  const [best, worst] = [shares.best[0], shares.worst[0]]
  const isOpen = shares.areas.some(area => area.percent === null || area.percent.from !== area.percent.to)
  const title =
    worst === undefined || best === undefined
      ? isOpen
        ? words.open
        : words.even
      : slideTitle(
          words.both(named(shares.best), percentOf(best), named(shares.worst), percentOf(worst)),
          words.worst(named(shares.worst), percentOf(worst)),
          words.worst(frame.nodeName(worst), percentOf(worst)),
        )
  const pointsOf = (area: (typeof shares.areas)[number]) =>
    area.points?.kind === 'known' ? formatInterval(area.points, format) : words.unknown
  const maxOf = (area: (typeof shares.areas)[number]) =>
    area.maxPoints === null ? words.unknown : number(area.maxPoints)
  return [
    {
      id: 'areas',
      kind: 'areas',
      name: words.name,
      title,
      body: {
        kind: 'bars',
        scale: '100',
        heads: {
          lead: null,
          name: words.area,
          numbers: [words.points, words.percent],
          bar: words.scale,
          tail: null,
        },
        rows: shares.areas.slice(0, mostRows).map(area => ({
          id: area.criterionId,
          kind: 'row',
          lead: '',
          name: frame.nodeName(area.criterionId),
          numbers: [`${pointsOf(area)}/${maxOf(area)}`, percentOf(area.criterionId)],
          segments: area.percent ? shareSegments(area.percent) : [],
          tail: '',
          ...(area.percent && area.percent.from !== area.percent.to ? { mark: 'missing' as const } : {}),
          isStrong: shares.worst.includes(area.criterionId),
          receiptId: area.criterionId,
        })),
        lines: [],
      },
      source: frame.sourceLine(),
      table: slideTable({
        id: 'areas',
        name: words.name,
        title,
        columns: [
          ['code', words.code, 8],
          ['area', words.area, 44],
          ['points', words.reached, 14, 'number'],
          ['max', words.max, 14, 'number'],
          ['percent', words.percent, 14, 'number'],
        ],
        lines: shares.areas.map(area => ({
          id: area.criterionId,
          cells: [
            area.code,
            frame.nodeFull(area.criterionId),
            pointsOf(area),
            maxOf(area),
            percentOf(area.criterionId),
          ],
        })),
        language,
      }),
      notes: [`${title}.`, words.read, words.weigh],
    },
  ]
}

/** Reached, open and lost parts of a whole. */
export function shareSegments(percent: Interval, isSure = true): readonly BarSegment[] {
  const share = (value: string) => Math.min(Math.max(toPlotNumber(value) / 100, 0), 1)
  const [from, to] = [share(percent.from), share(percent.to)]
  return [
    ...(from > 0 ? [{ from: 0, to: from, paint: 'actual' as const, isSure }] : []),
    ...(to > from ? [{ from, to, paint: 'open' as const, isSure: false }] : []),
    ...(to < 1 ? [{ from: to, to: 1, paint: 'lost' as const, isSure }] : []),
  ]
}
