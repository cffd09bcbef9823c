import type { CohortGroup, CohortRow } from '../../../model/cohort.ts'
import type { BarRow, Slide } from '../../../model/deck.ts'
import { toPlotNumber } from '../../../model/exact.ts'
import { formatInterval } from '../../../receipt/pointsFormat.ts'
import { leagueParts } from '../../../sentences/leagueSentence.ts'
import { notLoadedOf } from '../../../sentences/notLoadedOf.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { bandLines, bandText, nextBand } from './bandText.ts'
import type { Frame } from './frame.ts'
import { pickPlaces } from './leaguePlaces.ts'
import { leagueWords } from './leagueWords.ts'
import { rankText } from './rankFact.ts'
import { slideTable } from './slideTable.ts'
import { slideTitle } from './slideTitle.ts'

/** Lines of the table that one slide holds. */
const mostRows = 12

/** Idle agencies that are named one by one. */
const mostIdle = 2

/** The subject's group in order, with thresholds of the grades; long groups by their ends and the subject. */
export function leagueSlides(frame: Frame): readonly Slide[] {
  const { group, language, ruleSet, sheet } = frame
  if (!group || group.rows.length === 0) return []
  const words = leagueWords[language]
  const maximum = commonMaximum(group.rows)
  const title = titleOf(frame, group)
  const groupName = frame.groupName(group.groupId)
  const isListed = group.rows.some(row => row.agencyId === sheet.agencyId)
  const target = isListed ? nextBandId(frame) : null
  const name = words.name
  return [
    {
      id: 'league',
      kind: 'league',
      name,
      title,
      body: {
        kind: 'bars',
        scale: '100',
        heads: {
          lead: words.rank,
          name: groupName,
          numbers: [maximum === null ? words.points : words.pointsOf(formatNumber(maximum, language))],
          // Of a maximum of 100 a share and its points are the same number.
          bar: maximum === '100' ? '' : words.percent,
          tail: ruleSet.bands.length > 0 ? words.band : null,
        },
        rows: rowsOf(frame, group, maximum),
        lines: bandLines(frame, target),
      },
      source: frame.sourceLine(),
      table: slideTable({
        id: 'league',
        name,
        title,
        columns: [
          ['rank', words.rank, 8],
          ['agency', words.agency, 40],
          ['points', words.points, 14, 'number'],
          ['max', words.max, 10, 'number'],
          ['percent', words.percent, 14, 'number'],
          ['band', words.band, 18],
        ],
        lines: tableLines(frame, group),
        notes: [words.rankedOn],
        empty: words.nobody,
        language,
      }),
      notes: notesOf(frame, group),
    },
  ]
}

function titleOf(frame: Frame, group: CohortGroup): string {
  const { ruleSet, language, sheet } = frame
  const words = leagueWords[language]
  const [lead = '', reach] = leagueParts(group, ruleSet, frame.agencyName, language)
  const own = group.rows.find(row => row.agencyId === sheet.agencyId)
  const ranked = group.rows.filter(row => row.place === 'ranked').length
  const place =
    own?.rank?.kind === 'settled'
      ? (notLoadedText(frame, group) === null ? words.place : words.placeLoaded)(
          frame.subject,
          frame.count(own.rank.rank),
          frame.count(ranked),
        )
      : null
  return slideTitle(
    ...(place === null ? [] : [`${place}; ${lead}`]),
    ...(reach === undefined ? [] : [`${lead}; ${reach}`]),
    ...(place === null ? [] : [place]),
    lead,
  )
}

function rowsOf(frame: Frame, group: CohortGroup, maximum: string | null): readonly BarRow[] {
  const words = leagueWords[frame.language]
  const of = (place: CohortRow['place']) => group.rows.filter(row => row.place === place)
  const [ranked, unranked, idle] = [of('ranked'), of('unranked'), of('idle')]
  const gap = (id: string, name: string, lead = '', mark?: 'missing'): BarRow => ({
    id,
    kind: 'gap',
    lead,
    name,
    numbers: [''],
    segments: [],
    tail: '',
    ...(mark ? { mark } : {}),
    isStrong: false,
  })
  const notLoaded = notLoadedText(frame, group)
  const after = [
    ...(notLoaded === null ? [] : [gap('not-loaded', notLoaded, '', 'missing')]),
    ...(group.notSubmitted.length > 0
      ? [gap('not-submitted', words.notSubmitted(frame.count(group.notSubmitted.length)), '', 'missing')]
      : []),
    ...(unranked.length > 0 ? [gap('unranked', words.unranked(frame.count(unranked.length)))] : []),
    ...(idle.length > mostIdle
      ? [gap('idle', words.idleCount(frame.count(idle.length)))]
      : idle.map(row => agencyRow(frame, row, maximum))),
  ]
  const own = ranked.findIndex(row => row.agencyId === frame.sheet.agencyId)
  const places = pickPlaces(ranked.length, own, mostRows - after.length)
  return [
    ...places.flatMap((place): readonly BarRow[] => {
      if (typeof place !== 'number')
        return [
          gap(
            `gap-${place.from}`,
            words.between(frame.count(place.to - place.from + 1)),
            `${frame.count(place.from + 1)}–${frame.count(place.to + 1)}`,
          ),
        ]
      const row = ranked[place]
      return row ? [agencyRow(frame, row, maximum, own === -1 ? place === 0 : place === own)] : []
    }),
    ...after,
  ]
}

function agencyRow(frame: Frame, row: CohortRow, maximum: string | null, isStrong = false): BarRow {
  const words = leagueWords[frame.language]
  const { percent } = row.total
  const share = (value: string) => Math.min(Math.max(toPlotNumber(value) / 100, 0), 1)
  const [from, to] = percent ? [share(percent.from), share(percent.to)] : [0, 0]
  const isIdle = row.place === 'idle'
  return {
    id: row.agencyId,
    kind: isIdle ? 'idle' : 'row',
    lead: row.rank === null ? '' : rankText(frame, row.rank),
    name: frame.agencyName(row.agencyId),
    numbers: [pointsText(frame, row, maximum)],
    segments: isIdle
      ? from > 0
        ? [{ from: 0, to: from, paint: 'idle', isSure: false }]
        : []
      : [
          ...(from > 0 ? [{ from: 0, to: from, paint: 'actual' as const, isSure: true }] : []),
          ...(to > from ? [{ from, to, paint: 'open' as const, isSure: false }] : []),
          ...(percent && to < 1 ? [{ from: to, to: 1, paint: 'lost' as const, isSure: true }] : []),
        ],
    tail: isIdle ? words.idle : row.grade ? bandText(frame, row.grade.bandIds) : '',
    ...(isIdle ? { mark: 'notIncurred' as const } : to > from ? { mark: 'missing' as const } : {}),
    isStrong,
    agencyId: row.agencyId,
  }
}

/** Points; with their maximum where the head of the column cannot say it for all. */
function pointsText(
  frame: Frame,
  { total: { points, maxPoints } }: CohortRow,
  maximum: string | null,
): string {
  const shown =
    points.kind === 'known' ? formatInterval(points, frame.format) : `≥\u00a0${frame.format(points.atLeast)}`
  return maximum === null ? `${shown}/${frame.number(maxPoints)}` : shown
}

/** Agencies there are without figures here, as the screen of agencies counts them. */
function notLoadedText(frame: Frame, group: CohortGroup): string | null {
  const words = leagueWords[frame.language]
  const { cohort } = frame.source
  const found = cohort && notLoadedOf(cohort.view, group)
  if (!found) return null
  const count = frame.count(found.count)
  return found.of === null ? words.notLoaded(count) : words.notLoadedOf(count, frame.count(found.of))
}

function tableLines(frame: Frame, group: CohortGroup) {
  const words = leagueWords[frame.language]
  const notLoaded = notLoadedText(frame, group)
  const place = (row: CohortRow) =>
    row.rank !== null ? rankText(frame, row.rank) : row.place === 'idle' ? words.idle : words.notRanked
  return [
    ...group.rows.map(row => ({
      id: row.agencyId,
      cells: [
        place(row),
        frame.agencyFull(row.agencyId),
        pointsText(frame, row, row.total.maxPoints),
        frame.number(row.total.maxPoints),
        row.total.percent ? formatInterval(row.total.percent, frame.percent) : '–',
        row.grade ? bandText(frame, row.grade.bandIds) : '',
      ],
    })),
    ...group.notSubmitted.map(id => ({
      id,
      kind: 'gap' as const,
      cells: [words.silentOne(frame.agencyFull(id))],
    })),
    ...(notLoaded === null ? [] : [{ id: 'not-loaded', kind: 'gap' as const, cells: [notLoaded] }]),
  ]
}

function notesOf(frame: Frame, group: CohortGroup): readonly string[] {
  const words = leagueWords[frame.language]
  const parts = leagueParts(group, frame.ruleSet, frame.agencyFull, frame.language)
  const tied = group.rows.some(row => row.tiedWith.length > 0)
  return [
    `${parts.join('; ')}.`,
    words.rankedOn,
    ...(tied ? [words.tiedNote] : []),
    ...(group.notSubmitted.length > 0 ? [words.silentNote(frame.count(group.notSubmitted.length))] : []),
    ...(group.rows.some(row => row.place === 'idle') ? [words.idleNote] : []),
    words.jump,
  ].slice(0, 5)
}

/** Grade that the subject does not hold yet, and whose threshold is what it aims at. */
function nextBandId(frame: Frame): string | null {
  const next = nextBand(frame)
  return next?.id ?? null
}

/** Whether one maximum applies to everybody, so that the head of the column can say it. */
function commonMaximum(rows: readonly CohortRow[]): string | null {
  const [first] = rows
  return first && rows.every(row => row.total.maxPoints === first.total.maxPoints)
    ? first.total.maxPoints
    : null
}
