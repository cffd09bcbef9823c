import { heatStep } from '../../../charts/heatSteps.ts'
import type { CohortCell, CohortColumn, CohortGroup, CohortRow } from '../../../model/cohort.ts'
import type { HeatBody, Slide } from '../../../model/deck.ts'
import { formatInterval } from '../../../receipt/pointsFormat.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { dictionary, pickName } from '../../../ui/language.tsx'
import type { Frame } from './frame.ts'
import { rankText } from './rankFact.ts'
import { slideTable } from './slideTable.ts'
import { slideTitle } from './slideTitle.ts'

const heatWords = dictionary({
  vi: {
    name: 'Bảng nhiệt',
    page: (page: string, pages: string) => `Bảng nhiệt, trang ${page}/${pages}`,
    agency: 'Đơn vị, theo thứ hạng',
    agencyHead: 'Đơn vị',
    rank: 'Hạng',
    legend:
      'Trong ô: % điểm tối đa. Bậc màu: dưới 50, 50–70, 70–80, 80–90, từ 90. Dấu ▼: mất nhiều nhất của đơn vị',
    title: (count: string, all: string, area: string) =>
      `${count}/${all} đơn vị mất nhiều điểm nhất ở ${area}`,
    plain: 'Đơn vị mạnh, yếu ở đâu',
    pageTitle: (from: string, to: string, all: string) => `Hạng ${from} đến ${to} trong ${all} đơn vị`,
    notApplicable: 'không áp dụng',
    missing: 'thiếu',
    pending: 'chờ chấm',
    unknown: 'chưa rõ',
    inferred: 'suy ra',
    mostLost: 'mất nhiều nhất',
    notIncurred: '0/0',
    read: 'Ô càng đậm càng gần điểm tối đa; số luôn in trong ô nên không cần phân biệt màu.',
    weigh: 'Dấu ▼ là nơi đơn vị mất nhiều điểm nhất, không phải nơi tỷ lệ thấp nhất.',
    some: (shown: string, all: string) => `Trên trang: ${shown} trong ${all} đơn vị; bảng kèm có đủ.`,
    idle: 'Đơn vị không phát sinh hồ sơ không đưa vào bảng nhiệt.',
  },
  en: {
    name: 'Heat table',
    page: (page: string, pages: string) => `Heat table, page ${page} of ${pages}`,
    agency: 'Agency, by rank',
    agencyHead: 'Agency',
    rank: 'Rank',
    legend:
      'In cells: % of the maximum. Steps: below 50, 50–70, 70–80, 80–90, from 90. ▼: the agency’s largest loss',
    title: (count: string, all: string, area: string) => `${count} of ${all} agencies lose most in ${area}`,
    plain: 'Where agencies are strong and weak',
    pageTitle: (from: string, to: string, all: string) => `Ranks ${from} to ${to} of ${all} agencies`,
    notApplicable: 'not applicable',
    missing: 'missing',
    pending: 'awaited',
    unknown: 'unknown',
    inferred: 'inferred',
    mostLost: 'most lost',
    notIncurred: '0/0',
    read: 'The darker a cell, the nearer to the maximum; the number always stands in it.',
    weigh: 'The sign ▼ marks where an agency loses most points, not its lowest share.',
    some: (shown: string, all: string) => `Shown: ${shown} of ${all} agencies; the table behind has all.`,
    idle: 'Agencies with no dossiers are not in the heat table.',
  },
})

const rowsAPage = 10
const mostColumns = 8

/** Agencies of the group by areas: all on two slides, or the first, those around the subject, and the last. */
export function heatSlides(frame: Frame): readonly Slide[] {
  const { group, language, sheet } = frame
  if (!group) return []
  const words = heatWords[language]
  const columns = group.columns.flatMap((column, place) => (column.depth === 0 ? [{ column, place }] : []))
  const rows = group.rows.filter(row => row.place === 'ranked')
  if (columns.length < 2 || columns.length > mostColumns || rows.length < 2) return []
  const pages = pagesOf(
    rows,
    rows.findIndex(row => row.agencyId === sheet.agencyId),
  )
  const all = frame.count(rows.length)
  return pages.map((page, index): Slide => {
    const id = index === 0 ? 'heat' : `heat.${index + 1}`
    const name =
      pages.length === 1 ? words.name : words.page(frame.count(index + 1), frame.count(pages.length))
    const [first, last] = [page[0], page.at(-1)]
    const title =
      index === 0 || !first?.rank || !last?.rank
        ? titleOf(
            frame,
            rows,
            columns.map(({ column }) => column),
          )
        : words.pageTitle(rankText(frame, first.rank), rankText(frame, last.rank), all)
    const listed = index === 0 ? rows : page
    return {
      id,
      kind: 'heat',
      name,
      title,
      body: heatBody(frame, page, columns),
      source: frame.sourceLine(),
      table: slideTable({
        id,
        name,
        title,
        columns: [
          ['rank', words.rank, 8],
          ['agency', words.agencyHead, 40],
          ...columns.map(
            ({ column }) =>
              [
                column.criterionId,
                `${column.code} ${pickName(language, column.name, column.nameEn)}`,
                16,
                'number',
              ] as const,
          ),
        ],
        lines: listed.map(row => ({
          id: row.agencyId,
          cells: [
            row.rank === null ? '' : rankText(frame, row.rank),
            frame.agencyFull(row.agencyId),
            ...columns.map(({ column, place }) => cellTold(frame, row, row.cells[place], column)),
          ],
        })),
        notes: [words.legend],
        language,
      }),
      notes: [
        `${title}.`,
        words.read,
        words.weigh,
        ...(page.length < rows.length ? [words.some(frame.count(page.length), all)] : []),
        ...(hasIdle(group) ? [words.idle] : []),
      ],
    }
  })
}

function heatBody(
  frame: Frame,
  rows: readonly CohortRow[],
  columns: readonly { readonly column: CohortColumn; readonly place: number }[],
): HeatBody {
  const { language } = frame
  const words = heatWords[language]
  return {
    kind: 'heat',
    corner: words.agency,
    columns: columns.map(({ column }) => pickName(language, column.shortName, column.shortNameEn)),
    rows: rows.map(row => ({
      id: row.agencyId,
      name: frame.agencyName(row.agencyId),
      agencyId: row.agencyId,
      cells: columns.map(({ column, place }) => {
        const cell = row.cells[place]
        const isSettled = cell?.state === 'settled' && cell.percent !== null
        return {
          text: cell ? cellText(frame, cell) : '',
          step: isSettled && cell.percent ? heatStep(cell.percent.from) : null,
          isMostLost: row.mostLost.areas.includes(column.criterionId),
        }
      }),
    })),
    legend: words.legend,
  }
}

/** Shares with one decimal; a cell without a plain number says why. */
function cellText({ language }: Frame, cell: CohortCell): string {
  const words = heatWords[language]
  if (cell.state === 'notApplicable') return words.notApplicable
  if (cell.state === 'unknown' || cell.percent === null) return words.unknown
  const text = formatInterval(cell.percent, value =>
    formatNumber(value, language, { places: 1, minPlaces: 1 }),
  )
  return cell.state === 'pending' ? `${text} ${words.pending}` : text
}

/** The same with its marks in words, for the table behind. */
function cellTold(frame: Frame, row: CohortRow, cell: CohortCell | undefined, column: CohortColumn): string {
  const words = heatWords[frame.language]
  if (!cell) return ''
  const marks = [
    ...(row.mostLost.areas.includes(column.criterionId) ? [words.mostLost] : []),
    ...(cell.notIncurred ? [words.notIncurred] : []),
    ...(cell.isInferred ? [words.inferred] : []),
    ...(cell.state === 'open' ? [words.missing] : []),
  ]
  const share =
    cell.percent && cell.state !== 'notApplicable' ? `${cellText(frame, cell)}%` : cellText(frame, cell)
  return marks.length === 0 ? share : `${share} (${marks.join(', ')})`
}

/** Where most agencies have their largest loss. */
function titleOf(frame: Frame, rows: readonly CohortRow[], columns: readonly CohortColumn[]): string {
  const { language } = frame
  const words = heatWords[language]
  const counted = columns
    .map(column => ({
      column,
      count: rows.filter(row => row.mostLost.areas.includes(column.criterionId)).length,
    }))
    .toSorted((a, b) => b.count - a.count)
  const [most] = counted
  if (!most || most.count === 0) return words.plain
  return slideTitle(
    words.title(
      frame.count(most.count),
      frame.count(rows.length),
      pickName(language, most.column.shortName, most.column.shortNameEn),
    ),
    words.plain,
  )
}

function pagesOf(rows: readonly CohortRow[], own: number): readonly (readonly CohortRow[])[] {
  if (rows.length <= 2 * rowsAPage)
    return rows.length <= rowsAPage ? [rows] : [rows.slice(0, rowsAPage), rows.slice(rowsAPage)]
  const top = rows.slice(0, rowsAPage)
  const end = rows.slice(-rowsAPage)
  const isBetween = own >= rowsAPage && own < rows.length - rowsAPage
  if (!isBetween) return [top, end]
  const from = Math.min(Math.max(own - rowsAPage / 2, rowsAPage), rows.length - 2 * rowsAPage)
  return [top, rows.slice(Math.max(from, rowsAPage), Math.max(from, rowsAPage) + rowsAPage), end]
}

const hasIdle = (group: CohortGroup) => group.rows.some(row => row.place === 'idle')
