import type { BarRow, BarSegment, Slide, SlideRow } from '../../../model/deck.ts'
import type { StandingCounts } from '../../../model/taskStanding.ts'
import { tasksSentence } from '../../../sentences/tasksSentence.ts'
import type { DeckTask, DeckTasks } from '../../../state/deck/deckSource.ts'
import { formatDate } from '../../../ui/formatNumber.ts'
import { pickName } from '../../../ui/language.tsx'
import type { Frame } from './frame.ts'
import { overdueWords } from './overdueWords.ts'
import { slideTable } from './slideTable.ts'
import { briefName, slideTitle } from './slideTitle.ts'

const mostRows = 9

/** Tasks as they stood on the day of freezing: by lead, the longest overdue, and the phases of the plan. */
export function overdueSlides(frame: Frame): readonly Slide[] {
  const { tasks } = frame.source
  if (!tasks) return []
  return [
    leadSlide(frame, tasks),
    ...lateSlides(frame, tasks),
    ...nextSlides(frame, tasks),
    ...phaseSlides(frame, tasks),
  ]
}

function leadSlide(frame: Frame, tasks: DeckTasks): Slide {
  const { language } = frame
  const words = overdueWords[language]
  const { total, on } = tasks
  const names = new Map(tasks.leads.flatMap(({ leadId, name }) => (leadId === null ? [] : [[leadId, name]])))
  const agencyOf = (id: string) => ({ name: names.get(id) ?? id })
  const leads = tasks.leads.toSorted(
    (a, b) => b.counts.overdue - a.counts.overdue || b.counts.total - a.counts.total,
  )
  const title = slideTitle(
    tasksSentence(on, total, tasks.leads, agencyOf, null, language),
    tasksSentence(on, total, [], agencyOf, null, language),
  )
  const shown = leads.length > mostRows ? leads.slice(0, mostRows - 1) : leads
  const left = leads.length - shown.length
  const most = Math.max(1, ...leads.map(({ counts }) => counts.total))
  return {
    id: 'overdue',
    kind: 'overdue',
    name: words.name,
    title,
    body: {
      kind: 'bars',
      scale: String(most),
      heads: {
        lead: null,
        name: words.lead,
        numbers: [words.overdue, words.unreported, words.total],
        bar: words.scale,
        tail: null,
      },
      rows: [
        ...shown.map(
          ({ leadId, lead, name, counts }, place): BarRow => ({
            id: leadId ?? `written-${lead}`,
            kind: 'row',
            lead: '',
            name,
            numbers: [counts.overdue, counts.unreported, counts.total].map(frame.count),
            segments: countSegments(counts, most),
            tail: '',
            ...(counts.overdue > 0 ? { mark: 'warning' } : {}),
            isStrong: place === 0 && counts.overdue > 0,
          }),
        ),
        ...(left > 0
          ? [
              {
                id: 'rest',
                kind: 'gap' as const,
                lead: '',
                name: words.moreLeads(frame.count(left)),
                numbers: ['', '', ''],
                segments: [],
                tail: '',
                isStrong: false,
              },
            ]
          : []),
      ],
      lines: [],
    },
    source: frame.sourceLine(tasks.documentIds, [words.asOf(formatDate(on))]),
    table: slideTable({
      id: 'overdue',
      name: words.name,
      title,
      columns: [
        ['lead', words.lead, 44],
        ['total', words.total, 10, 'number'],
        ['overdue', words.overdue, 10, 'number'],
        ['unreported', words.unreported, 14, 'number'],
        ['soon', words.soon, 14, 'number'],
        ['notYet', words.notYet, 14, 'number'],
        ['undated', words.undated, 14, 'number'],
        ['done', words.done, 10, 'number'],
      ],
      lines: [
        ...leads.map(({ leadId, lead, name, counts }) => ({
          id: leadId ?? `written-${lead}`,
          cells: [name, ...countCells(frame, counts)],
        })),
        { id: 'total', kind: 'total' as const, cells: [words.all, ...countCells(frame, total)] },
      ],
      notes: [words.honest, words.shared],
      language,
    }),
    notes: [`${title}.`, words.honest, words.shared, words.barNote],
  }
}

function countCells(frame: Frame, counts: StandingCounts): readonly string[] {
  const { total, overdue, unreported, dueSoon, notYet, undated, done, doneLate } = counts
  const late = doneLate > 0 ? ` (${overdueWords[frame.language].late(frame.count(doneLate))})` : ''
  return [
    ...[total, overdue, unreported, dueSoon, notYet, undated].map(frame.count),
    `${frame.count(done)}${late}`,
  ]
}

/** Overdue, then everything else, on the scale of who has the most tasks. */
function countSegments({ total, overdue }: StandingCounts, most: number): readonly BarSegment[] {
  const [late, end] = [overdue / most, total / most]
  return [
    ...(late > 0 ? [{ from: 0, to: late, paint: 'lost' as const, isSure: true }] : []),
    ...(end > late ? [{ from: late, to: end, paint: 'max' as const, isSure: true }] : []),
  ]
}

function lateSlides(frame: Frame, tasks: DeckTasks): readonly Slide[] {
  const { language } = frame
  const words = overdueWords[language]
  const late = tasks.rows
    .filter(({ standing }) => standing.kind === 'overdue')
    .toSorted((a, b) => (b.standing.days ?? 0) - (a.standing.days ?? 0))
  const [first] = late
  if (!first) return []
  const days = frame.count(first.standing.days ?? 0)
  const name = pickName(language, first.name, first.nameEn)
  const title = slideTitle(
    words.longest(days, name),
    words.longest(days, briefName(name, 46)),
    words.countLate(frame.count(late.length)),
  )
  const shown = late.length > mostRows ? late.slice(0, mostRows - 1) : late
  const left = late.length - shown.length
  const cellsOf = (task: DeckTask) => [
    pickName(language, task.name, task.nameEn),
    task.lead,
    dueText(frame, task),
    words.daysLate(frame.count(task.standing.days ?? 0)),
    task.standing.reported === null ? words.noReport : words.reported,
  ]
  return [
    {
      id: 'overdue.2',
      kind: 'overdue',
      name: words.lateName,
      title,
      body: {
        kind: 'list',
        heads: [words.task, words.lead, words.due, words.lateBy, words.state],
        rows: [
          ...shown.map((task): SlideRow => ({ id: task.key, cells: cellsOf(task), mark: 'warning' })),
          ...(left > 0 ? [{ id: 'rest', cells: [words.moreTasks(frame.count(left)), '', '', '', ''] }] : []),
        ],
      },
      source: frame.sourceLine(tasks.documentIds, [words.asOf(formatDate(tasks.on))]),
      table: slideTable({
        id: 'overdue-2',
        name: words.lateName,
        title,
        columns: [
          ['number', words.number, 8],
          ['task', words.task, 60],
          ['lead', words.lead, 34],
          ['due', words.due, 14],
          ['late', words.lateBy, 14],
          ['state', words.state, 20],
          ['written', words.written, 24],
        ],
        lines: late.map(task => ({
          id: task.key,
          cells: [task.number ?? '', ...cellsOf(task), task.written],
        })),
        notes: [words.honest],
        language,
      }),
      notes: [`${title}.`, words.honest, words.endNote],
    },
  ]
}

/** What is due next, the soonest first; a recurring task that is overdue has a next day too. */
function nextSlides(frame: Frame, tasks: DeckTasks): readonly Slide[] {
  const { language } = frame
  const words = overdueWords[language]
  const coming = tasks.rows
    .flatMap(task => {
      const { kind, day, next } = task.standing
      const due = kind === 'dueSoon' || kind === 'notYet' ? day : next
      return due === null || due < tasks.on ? [] : [{ task, due }]
    })
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
  const [first] = coming
  if (!first) return []
  const name = pickName(language, first.task.name, first.task.nameEn)
  const say = (shown: string) => words.nextDue(formatDate(first.due), shown)
  const title = slideTitle(say(name), say(briefName(name, 50)))
  const cellsOf = ({ task, due }: (typeof coming)[number]) => [
    formatDate(due),
    pickName(language, task.name, task.nameEn),
    task.lead,
  ]
  return [
    {
      id: 'overdue.next',
      kind: 'overdue',
      name: words.nextName,
      title,
      body: {
        kind: 'list',
        heads: [words.due, words.task, words.lead],
        rows: coming.slice(0, mostRows).map(each => ({ id: each.task.key, cells: cellsOf(each) })),
      },
      source: frame.sourceLine(tasks.documentIds, [words.asOf(formatDate(tasks.on))]),
      table: slideTable({
        id: 'overdue-next',
        name: words.nextName,
        title,
        columns: [
          ['due', words.due, 14],
          ['task', words.task, 60],
          ['lead', words.lead, 40],
          ['written', words.written, 24],
        ],
        lines: coming.map(each => ({ id: each.task.key, cells: [...cellsOf(each), each.task.written] })),
        language,
      }),
      notes: [`${title}.`, words.nextNote, words.endNote],
    },
  ]
}

function dueText({ language }: Frame, { standing }: DeckTask): string {
  const day = standing.occurrence ?? standing.due
  if (day === null) return ''
  return standing.isDayStated ? formatDate(day) : overdueWords[language].endOf(formatDate(day))
}

function phaseSlides(frame: Frame, tasks: DeckTasks): readonly Slide[] {
  const { language } = frame
  const words = overdueWords[language]
  const { phases, overlaps, on } = tasks
  if (phases.length === 0) return []
  const now = phases.filter(phase => phase.from <= on && on <= phase.to)
  const day = formatDate(on)
  const title =
    now.length > 0
      ? slideTitle(
          words.inPhases(day, now.map(phase => phase.name).join(', ')),
          words.phaseCount(frame.count(phases.length)),
        )
      : words.noPhase(day, frame.count(phases.length))
  const cellsOf = (phase: DeckTasks['phases'][number]) => [
    phase.name,
    `${formatDate(phase.from)}–${formatDate(phase.to)}`,
    phase.covers,
  ]
  return [
    {
      id: 'overdue.phases',
      kind: 'overdue',
      name: words.phases,
      title,
      body: {
        kind: 'list',
        heads: [words.phase, words.time, words.covers],
        rows: phases.slice(0, mostRows).map(phase => ({
          id: phase.id,
          cells: cellsOf(phase).map((text, place) => (place === 2 ? briefName(text, 110) : text)),
        })),
      },
      source: frame.sourceLine(tasks.documentIds),
      table: slideTable({
        id: 'overdue-phases',
        name: words.phases,
        title,
        columns: [
          ['phase', words.phase, 24],
          ['time', words.time, 24],
          ['covers', words.covers, 90],
        ],
        lines: phases.map(phase => ({ id: phase.id, cells: cellsOf(phase) })),
        language,
      }),
      notes: [
        `${title}.`,
        words.asWritten,
        ...(overlaps.length > 0 ? [words.overlapNote(frame.count(overlaps.length))] : []),
      ],
    },
  ]
}
