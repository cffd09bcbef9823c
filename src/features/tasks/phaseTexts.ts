import type { PhasesView } from '../../state/tasks/phasesOf.ts'
import { formatDate } from '../../ui/formatNumber.ts'
import type { TasksWords } from './words.ts'

/** What the timeline shows, in one sentence: from when to when, and which phases overlap. */
export function phasesSentence({ phases, overlaps, gaps }: PhasesView, words: TasksWords): string {
  const first = phases[0]
  if (!first) return ''
  const last = phases.reduce((latest, { to }) => (to > latest ? to : latest), first.to)
  const nameOf = (id: string) => phases.find(phase => phase.id === id)?.name ?? id
  const pairs = overlaps.map(({ firstId, secondId, from, to }) =>
    words.overlapPair(nameOf(firstId), nameOf(secondId), formatDate(from), formatDate(to)),
  )
  return [
    words.phasesSentence(phases.length, formatDate(first.from), formatDate(last)),
    pairs.length === 0 ? words.noOverlaps : words.overlapsSentence(pairs.join('; ')),
    ...gaps.map(({ from, to }) => words.gapBetween(formatDate(from), formatDate(to))),
  ].join('; ')
}

/** Which phases the chosen day belongs to, or where it lies. */
export function whereOnFalls({ phases }: PhasesView, on: string, words: TasksWords): string {
  const running = phases.filter(({ from, to }) => from <= on && on <= to)
  if (running.length > 0) return words.runningNow(running.map(({ name }) => name).join(words.and))
  if (phases.every(({ to }) => to < on)) return words.afterAll
  return phases.every(({ from }) => from > on) ? words.beforeAll : words.betweenAll
}

/** "trùng Giai đoạn 2: 12/2021; trùng Giai đoạn 4: 07/2022–12/2022"; empty where nothing overlaps. */
export function overlapText({ phases, overlaps }: PhasesView, id: string, words: TasksWords): string {
  return overlaps
    .filter(({ firstId, secondId }) => firstId === id || secondId === id)
    .map(({ firstId, secondId, from, to }) => {
      const other = firstId === id ? secondId : firstId
      const name = phases.find(phase => phase.id === other)?.name ?? other
      return words.overlapsIn(name, spanText(from, to, words))
    })
    .join('; ')
}

/** Whole months by their names, other stretches by their days. */
function spanText(from: string, to: string, words: TasksWords): string {
  const dayAfter = new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000).toISOString()
  if (!from.endsWith('-01') || dayAfter.slice(8, 10) !== '01')
    return words.between(formatDate(from), formatDate(to))
  const [first, last] = [from, to].map(day => formatDate(day).slice(3))
  return first === last ? (first ?? '') : words.between(first ?? '', last ?? '')
}
