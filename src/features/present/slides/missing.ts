import type { Slide, SlideRow } from '../../../model/deck.ts'
import type { FigureState } from '../../../model/nextActions.ts'
import type { NodeScore } from '../../../model/scoreSheet.ts'
import { formatInterval } from '../../../receipt/pointsFormat.ts'
import { dictionary, pickName } from '../../../ui/language.tsx'
import type { Frame } from './frame.ts'
import { slideTable } from './slideTable.ts'
import { slideTitle } from './slideTitle.ts'

const missingWords = dictionary({
  vi: {
    name: 'Số liệu còn thiếu',
    page: (page: string, pages: string) => `Số liệu còn thiếu, trang ${page}/${pages}`,
    figure: 'Số liệu',
    unit: 'Đơn vị tính',
    items: 'Mục',
    points: 'Điểm còn để ngỏ',
    watched: 'chỉ theo dõi',
    noneOpen: 'không',
    title: (count: string, from: string, to: string, max: string) =>
      `Thiếu ${count} số liệu: điểm có thể từ ${from} đến ${to} trên ${max}`,
    titlePlain: (count: string) => `Thiếu ${count} số liệu`,
    titleScored: (count: string) => `Thiếu ${count} số liệu, không số nào làm điểm để ngỏ`,
    scoredNote: 'Quy tắc cho điểm các mục này dù thiếu số liệu, nên điểm vẫn là một số.',
    more: (count: string) => `và ${count} số liệu khác, xem bảng`,
    moreItems: (count: string) => `và ${count} mục khác, xem bảng`,
    notZero: 'Thiếu không phải là 0: phần này chưa mất, cũng chưa đạt.',
    handIn: 'Nộp đủ thì điểm thành một số và được xếp hạng.',
    watchedNote: 'Số liệu chỉ theo dõi không làm thay đổi điểm.',
    inferredName: 'Số suy ra',
    inferred: (count: string, item: string) =>
      `${count} ${item} có điểm hoặc cách tính suy ra, không phải do văn bản nêu`,
    inferredTitle: (count: string, item: string) => `${count} ${item}: điểm hoặc cách tính là suy ra`,
    criterion: 'Tiêu chí',
    reached: 'Đạt/tối đa',
    what: 'Suy ra chỗ nào',
    pointsInferred: 'điểm',
    maxInferred: 'điểm tối đa',
    ruleInferred: 'cách tính',
    joint: (count: string) => `điểm chung của ${count} tiêu chí`,
    notOwn: 'không nêu riêng',
    inJoint: (points: string) => `trong điểm chung ${points}`,
    inferredNote: 'Số suy ra là do chúng tôi tính ra từ chỗ khác, văn bản không ghi; nói rõ khi được hỏi.',
    inferredAsk: 'Có văn bản nêu con số thì thay vào được ngay, điểm tính lại theo văn bản.',
    unknown: 'chưa rõ',
  },
  en: {
    name: 'Missing figures',
    page: (page: string, pages: string) => `Missing figures, page ${page} of ${pages}`,
    figure: 'Figure',
    unit: 'Unit',
    items: 'Items',
    points: 'Points left open',
    watched: 'watched only',
    noneOpen: 'none',
    title: (count: string, from: string, to: string, max: string) =>
      `${count} figures missing: anything from ${from} to ${to} of ${max}`,
    titlePlain: (count: string) => `${count} figures missing`,
    titleScored: (count: string) => `${count} figures missing, none of which leaves points open`,
    scoredNote: 'The rules score these items without figures, so that the score is one number.',
    more: (count: string) => `and ${count} more figures, see the table`,
    moreItems: (count: string) => `and ${count} more, see the table`,
    notZero: 'Missing is not 0: these points are neither lost nor reached.',
    handIn: 'Once all are handed in the score is one number and has a rank.',
    watchedNote: 'Figures that are only watched do not change the points.',
    inferredName: 'Inferred figures',
    inferred: (count: string, item: string) =>
      `${count} (${item}) have points or rules inferred by us, not stated in a document`,
    inferredTitle: (count: string, item: string) => `${count} (${item}): points or rules are inferred`,
    criterion: 'Criterion',
    reached: 'Points/max',
    what: 'What is inferred',
    pointsInferred: 'points',
    maxInferred: 'maximum',
    ruleInferred: 'rule',
    joint: (count: string) => `joint points of ${count} criteria`,
    notOwn: 'none of its own',
    inJoint: (points: string) => `in joint points ${points}`,
    inferredNote: 'Inferred figures were worked out by us from elsewhere; say so when asked.',
    inferredAsk: 'Where a document states the figure it takes its place and the points follow it.',
    unknown: 'unknown',
  },
})

const mostRows = 9

/** Figures that are not there and what the score could be; then what rests on our deductions. */
export function missingSlides(frame: Frame): readonly Slide[] {
  return [...missingFigures(frame), ...inferredFigures(frame)]
}

function missingFigures(frame: Frame): readonly Slide[] {
  const { language, view, sheet, format, number } = frame
  const completeness = view.parts?.completeness
  if (!completeness || completeness.missing === 0) return []
  const words = missingWords[language]
  const figures = completeness.missingFigures
  const { points, maxPoints } = sheet.total
  const count = frame.count(completeness.missing)
  const title =
    points.kind === 'known' && points.from !== points.to
      ? slideTitle(
          words.title(count, format(points.from), format(points.to), number(maxPoints)),
          words.titlePlain(count),
        )
      : completeness.open === 0
        ? words.titleScored(count)
        : words.titlePlain(count)
  const cellsOf = (figure: FigureState) => [
    pickName(language, figure.name, figure.nameEn),
    itemsText(frame, figure),
    openText(frame, figure),
  ]
  const shown = figures.length > mostRows ? figures.slice(0, mostRows - 1) : figures
  const left = figures.length - shown.length
  return [
    {
      id: 'missing',
      kind: 'missing',
      name: words.name,
      title,
      body: {
        kind: 'list',
        heads: [words.figure, words.items, words.points],
        rows: [
          ...shown.map(
            (figure): SlideRow => ({
              id: figure.metricId,
              cells: cellsOf(figure),
              mark: 'missing',
              ...(figure.criterionIds[0] === undefined ? {} : { receiptId: figure.criterionIds[0] }),
            }),
          ),
          ...(left > 0 ? [{ id: 'rest', cells: [words.more(frame.count(left)), '', ''] }] : []),
        ],
      },
      source: frame.sourceLine(),
      table: slideTable({
        id: 'missing',
        name: words.name,
        title,
        columns: [
          ['figure', words.figure, 60],
          ['items', words.items, 34],
          ['points', words.points, 18],
          ['unit', words.unit, 14],
        ],
        lines: figures.map(figure => ({
          id: figure.metricId,
          cells: [...cellsOf(figure), pickName(language, figure.unit, figure.unitEn)],
        })),
        language,
      }),
      notes: [
        `${title}.`,
        ...(completeness.open > 0 ? [words.notZero, words.handIn] : [words.scoredNote]),
        ...(figures.some(figure => figure.isWatched) ? [words.watchedNote] : []),
      ],
    },
  ]
}

/** Codes of what looks at a figure; a single criterion by its name too. */
function itemsText(frame: Frame, { criterionIds }: FigureState): string {
  const [first, second] = criterionIds
  const codes = criterionIds.map(frame.nodeCode).filter(Boolean).join(', ')
  return first !== undefined && second === undefined ? `${codes} ${frame.nodeName(first)}`.trim() : codes
}

/** What the first criterion that waits for the figure may still earn. */
function openText(frame: Frame, { criterionIds, isWatched }: FigureState): string {
  if (isWatched) return missingWords[frame.language].watched
  const outcome = criterionIds.map(id => frame.node(id)?.outcome).find(each => each?.kind === 'missing')
  return outcome?.kind === 'missing'
    ? formatInterval(outcome.range, frame.format)
    : missingWords[frame.language].noneOpen
}

function inferredFigures(frame: Frame): readonly Slide[] {
  const { language, sheet, format, number } = frame
  const words = missingWords[language]
  // Points known together stand before the criteria they are of.
  const pools = sheet.pools.flatMap(pool => {
    const points = `${formatInterval(pool.points, format)}/${number(pool.maxPoints)}`
    return [
      {
        id: pool.poolId,
        code: '',
        points,
        what: words.joint(frame.count(pool.criterionIds.length)),
        isCriterion: false,
      },
      ...pool.criterionIds.map(id => ({
        id,
        code: frame.nodeCode(id),
        points: words.notOwn,
        what: words.inJoint(points),
        isCriterion: true,
      })),
    ]
  })
  const pooled = new Set(sheet.pools.flatMap(pool => pool.criterionIds))
  const leaves = sheet.nodes
    .filter(node => node.isLeaf && !pooled.has(node.criterionId))
    .flatMap(node => {
      const what = inferredParts(frame, node)
      return what.length === 0
        ? []
        : [
            {
              id: node.criterionId,
              code: node.code,
              points: pointsOf(frame, node),
              what: what.join(', '),
              isCriterion: true,
            },
          ]
    })
  const rows = [...leaves, ...pools]
  // Where every rule of a set was deduced, a list of all says nothing that the sources do not.
  if (rows.length === 0 || leaves.length > mostRows) return []
  // The points they have together are no criterion of their own: the table behind says them.
  const listed = rows.filter(row => row.isCriterion)
  const criteria = listed.length
  const title = slideTitle(
    words.inferred(frame.count(criteria), frame.item),
    words.inferredTitle(frame.count(criteria), frame.item),
  )
  return [
    {
      id: 'missing.inferred',
      kind: 'missing',
      name: words.inferredName,
      title,
      body: {
        kind: 'list',
        heads: [words.criterion, words.reached, words.what],
        rows: [
          ...(listed.length > mostRows ? listed.slice(0, mostRows - 1) : listed).map(
            (row): SlideRow => ({
              id: row.id,
              cells: [frame.nodeName(row.id), row.points, row.what],
              mark: 'inferred',
              receiptId: row.id,
            }),
          ),
          ...(listed.length > mostRows
            ? [{ id: 'rest', cells: [words.moreItems(frame.count(listed.length - mostRows + 1)), '', ''] }]
            : []),
        ],
      },
      source: frame.sourceLine(),
      table: slideTable({
        id: 'missing-inferred',
        name: words.inferredName,
        title,
        columns: [
          ['code', words.items, 8],
          ['criterion', words.criterion, 60],
          ['points', words.reached, 16],
          ['what', words.what, 36],
        ],
        lines: rows.map(row => ({
          id: row.id,
          cells: [row.code, frame.nodeFull(row.id), row.points, row.what],
        })),
        language,
      }),
      notes: [`${title}.`, words.inferredNote, words.inferredAsk],
    },
  ]
}

function inferredParts({ language }: Frame, node: NodeScore): readonly string[] {
  const words = missingWords[language]
  return [
    ...(node.outcome?.kind === 'scored' && node.explanation?.pointsProvenance.certainty === 'inferred'
      ? [words.pointsInferred]
      : []),
    ...(node.maxProvenance.certainty === 'inferred' ? [words.maxInferred] : []),
    ...(node.explanation?.ruleProvenance.certainty === 'inferred' && node.ruleKind !== 'reported'
      ? [words.ruleInferred]
      : []),
  ]
}

function pointsOf(frame: Frame, { points, maxPoints }: NodeScore): string {
  const words = missingWords[frame.language]
  return `${points?.kind === 'known' ? formatInterval(points, frame.format) : words.unknown}/${maxPoints === null ? words.unknown : frame.number(maxPoints)}`
}
