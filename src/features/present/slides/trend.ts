import type { BarRow, Slide } from '../../../model/deck.ts'
import type { NoChange, TrendPoint } from '../../../model/trend.ts'
import { periodName } from '../../../receipt/periodName.ts'
import { formatInterval } from '../../../receipt/pointsFormat.ts'
import { stageNames } from '../../../receipt/stageNames.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { dictionary } from '../../../ui/language.tsx'
import { shareSegments } from './areas.ts'
import { bandLines, bandText } from './bandText.ts'
import type { Frame } from './frame.ts'
import { slideTable } from './slideTable.ts'
import { slideTitle } from './slideTitle.ts'

const trendWords = dictionary({
  vi: {
    name: 'Qua các kỳ',
    period: 'Kỳ',
    points: 'Đạt/tối đa',
    reached: 'Điểm đạt',
    max: 'Điểm tối đa',
    percent: '% tối đa',
    change: 'Thay đổi',
    band: 'Xếp loại',
    stage: 'Giai đoạn',
    scale: '% điểm tối đa',
    rose: (by: string, since: string) => `Tăng ${by} điểm so với ${since}`,
    fell: (by: string, since: string) => `Giảm ${by} điểm so với ${since}`,
    same: (since: string) => `Không đổi so với ${since}`,
    now: (points: string, max: string, period: string) => `${points}/${max} điểm ở ${period}`,
    notCompared: (why: string) => `Không so sánh được với kỳ trước: ${why}`,
    notComparedShort: 'không so sánh được',
    sent: 'chưa nộp, không có điểm',
    why: {
      first: 'kỳ đầu',
      rules: 'quy tắc khác',
      stage: 'một bên là tự chấm',
      maximum: 'điểm tối đa khác',
      open: 'thiếu số liệu',
      nothing: 'kỳ trước không có điểm',
    } as Readonly<Record<NoChange, string>>,
    read: 'Mỗi dòng là một kỳ, kỳ mới nhất ở dưới; thanh là tỷ lệ trên điểm tối đa của kỳ đó.',
    onlySame:
      'Chỉ trừ hai kỳ cùng bản quy tắc, cùng giai đoạn và đủ số liệu; còn lại ghi “không so sánh được”.',
    moved: 'Điểm thay đổi vì đâu: xem màn Xu hướng, tách theo từng tiêu chí.',
  },
  en: {
    name: 'Through the periods',
    period: 'Period',
    points: 'Points/max',
    reached: 'Points reached',
    max: 'Maximum points',
    percent: '% of max.',
    change: 'Change',
    band: 'Grade',
    stage: 'Stage',
    scale: '% of the maximum',
    rose: (by: string, since: string) => `Up ${by} points since ${since}`,
    fell: (by: string, since: string) => `Down ${by} points since ${since}`,
    same: (since: string) => `Unchanged since ${since}`,
    now: (points: string, max: string, period: string) => `${points}/${max} points in ${period}`,
    notCompared: (why: string) => `Not comparable with the period before: ${why}`,
    notComparedShort: 'not comparable',
    sent: 'nothing sent, no points',
    why: {
      first: 'first period',
      rules: 'other rules',
      stage: 'one is a self-assessment',
      maximum: 'other maximum',
      open: 'figures missing',
      nothing: 'no points before',
    },
    read: 'Each row is a period, the latest last; the bar is its share of the maximum of that period.',
    onlySame:
      'Only periods of the same rules and stage with all figures are subtracted; others say “not comparable”.',
    moved: 'What moved the points stands under Trend, criterion by criterion.',
  },
})

/** The total period by period, with the change since the one before where the two compare. */
export function trendSlides(frame: Frame): readonly Slide[] {
  const { source, language, ruleSet } = frame
  const { trend } = source
  if (!trend || trend.points.filter(point => point.points !== null).length < 2) return []
  const words = trendWords[language]
  const title = titleOf(frame, trend.points)
  return [
    {
      id: 'trend',
      kind: 'trend',
      name: words.name,
      title,
      body: {
        kind: 'bars',
        scale: '100',
        heads: {
          lead: null,
          name: words.period,
          numbers: [words.points, words.change],
          bar: words.scale,
          tail: ruleSet.bands.length > 0 ? words.band : null,
        },
        rows: trend.points.map((point, place) => rowOf(frame, point, place === trend.points.length - 1)),
        lines: bandLines(frame, null),
      },
      source: frame.sourceLine(),
      table: slideTable({
        id: 'trend',
        name: words.name,
        title,
        columns: [
          ['period', words.period, 16],
          ['stage', words.stage, 20],
          ['points', words.reached, 14, 'number'],
          ['max', words.max, 14, 'number'],
          ['percent', words.percent, 14, 'number'],
          ['change', words.change, 20, 'number'],
          ['band', words.band, 18],
        ],
        lines: trend.points.map(point => ({
          id: point.period,
          cells: [
            periodName(point.period, language),
            stageNames[language][point.stage],
            point.points ? formatInterval(point.points, frame.format) : words.sent,
            point.maxPoints === null ? '' : frame.number(point.maxPoints),
            point.percent ? formatInterval(point.percent, frame.percent) : '',
            changeText(frame, point),
            bandText(frame, point.bandIds),
          ],
        })),
        language,
      }),
      notes: [`${title}.`, words.read, words.onlySame, words.moved],
    },
  ]
}

function titleOf(frame: Frame, points: readonly TrendPoint[]): string {
  const { language, format, number } = frame
  const words = trendWords[language]
  const last = points.at(-1)
  if (!last?.points || last.maxPoints === null) return words.name
  const now = words.now(
    formatInterval(last.points, format),
    number(last.maxPoints),
    periodName(last.period, language),
  )
  if (!last.change)
    return last.noChange === null || last.noChange === 'first'
      ? now
      : slideTitle(`${now}. ${words.notCompared(words.why[last.noChange])}`, now)
  const { difference, since } = last.change
  const when = periodName(since, language)
  const size = format(difference.replace(/^-/, ''))
  const moved =
    difference === '0'
      ? words.same(when)
      : difference.startsWith('-')
        ? words.fell(size, when)
        : words.rose(size, when)
  return slideTitle(`${moved}: ${now}`, moved)
}

function rowOf(frame: Frame, point: TrendPoint, isLast: boolean): BarRow {
  const { language, format, number } = frame
  const words = trendWords[language]
  const name = periodName(point.period, language)
  if (!point.points)
    return {
      id: point.period,
      kind: 'gap',
      lead: '',
      name: `${name}: ${words.sent}`,
      numbers: ['', ''],
      segments: [],
      tail: '',
      isStrong: false,
    }
  return {
    id: point.period,
    kind: point.notIncurred ? 'idle' : 'row',
    lead: '',
    name,
    numbers: [
      `${formatInterval(point.points, format)}${point.maxPoints === null ? '' : `/${number(point.maxPoints)}`}`,
      changeText(frame, point),
    ],
    segments: point.percent ? shareSegments(point.percent, point.certainty !== 'inferred') : [],
    tail: bandText(frame, point.bandIds),
    ...(point.points.from === point.points.to ? {} : { mark: 'missing' as const }),
    isStrong: isLast,
  }
}

function changeText({ language, ruleSet }: Frame, { change, noChange }: TrendPoint): string {
  const words = trendWords[language]
  if (!change) return noChange === null || noChange === 'first' ? '' : words.notComparedShort
  return formatNumber(change.difference, language, { signed: true, minPlaces: ruleSet.pointsPlaces })
}
