import type { RequestAnswer, ReviewRequest } from '../../model/review.ts'
import type { AgencyState, EntryOf, ItemState, RoundState } from '../../model/roundState.ts'
import { isAct } from '../../scoring/review/isAct.ts'
import { saysSomething } from './answers.ts'

/**
 * How a question stands: `toSend` asked on the desk and in no file yet; `waiting`; `answered`; `silent` an answer
 * file came and says nothing to it; `decided` a verdict came after it; `askedAgain` another question came after the
 * answer; `withdrawn` taken back, or asked otherwise before anybody answered, after it was sent.
 */
export type QuestionState =
  | 'toSend'
  | 'waiting'
  | 'answered'
  | 'silent'
  | 'decided'
  | 'askedAgain'
  | 'withdrawn'

export type ExchangeQuestion = {
  /** Line of the ledger that asked. */
  readonly entryId: string
  readonly criterionId: string
  readonly question: string
  readonly state: QuestionState
  readonly answer: RequestAnswer | null
}

/** A request that was made, and what came of it. */
export type ExchangeRequest = {
  readonly entry: EntryOf<'request'>
  readonly request: ReviewRequest
  /** Until when an answer counts; follows the deadline of the stage where it was that one. */
  readonly dueAt: string | null
  readonly status: 'waiting' | 'overdue' | 'answered' | 'answeredLate' | 'void'
  readonly answer: EntryOf<'answer'> | null
  /** When the answer came in; as corrected, where it was. */
  readonly answeredAt: string | null
  readonly questions: readonly ExchangeQuestion[]
}

export type AgencyExchange = {
  readonly agencyId: string
  readonly groupId: string
  /** Asked on the desk and in no request yet. */
  readonly toSend: readonly ExchangeQuestion[]
  /** Latest first. */
  readonly requests: readonly ExchangeRequest[]
}

export type Exchange = {
  /** In the order of the round; only those somebody asked something. */
  readonly agencies: readonly AgencyExchange[]
  /** Questions that were not withdrawn, and those that wait to be sent. */
  readonly questions: number
  readonly toSend: number
  /** Agencies that were sent questions, and those that answered every request. */
  readonly asked: number
  readonly answered: number
  /** Answer files that no line says the answers of: they came before their request, or before a version was chosen. */
  readonly strays: readonly EntryOf<'receive'>[]
}

/**
 * Questions of a round and their answers, as the ledger has them.
 * @param now by which clock a request is overdue
 */
export function exchangeOf(state: RoundState, now: Date): Exchange {
  const arrivals = arrivalsOf(state)
  const agencies = [...state.agencies.values()].flatMap((agency): readonly AgencyExchange[] => {
    const requests = agency.requests.map(each => requestOf(each, agency, state, arrivals, now)).toReversed()
    const sent = new Set(requests.flatMap(({ request }) => request.questions.map(each => each.entryId)))
    const toSend = [...agency.items].flatMap(([criterionId, item]): readonly ExchangeQuestion[] => {
      const ask = standingAsk(item)
      return ask && !sent.has(ask.id)
        ? [{ entryId: ask.id, criterionId, question: ask.question, state: 'toSend', answer: null }]
        : []
    })
    const { agencyId, groupId } = agency
    return requests.length === 0 && toSend.length === 0 ? [] : [{ agencyId, groupId, toSend, requests }]
  })
  const open = agencies.flatMap(each => each.requests.filter(({ status }) => status !== 'void'))
  const asked = agencies.filter(each => each.requests.some(({ status }) => status !== 'void'))
  const toSend = agencies.flatMap(each => each.toSend).length
  return {
    agencies,
    questions:
      toSend + open.flatMap(each => each.questions.filter(({ state }) => state !== 'withdrawn')).length,
    toSend,
    asked: asked.length,
    answered: asked.filter(each =>
      each.requests.every(({ status }) => status !== 'waiting' && status !== 'overdue'),
    ).length,
    strays: straysOf(state),
  }
}

/** Answer files whose answers were not read, each once, first come first; those that were set aside are settled. */
function straysOf({ entries, notCounted }: RoundState): Exchange['strays'] {
  const counted = entries.filter(({ id }) => !notCounted.has(id))
  const settled = new Set(
    counted.flatMap(({ act }) => (act.kind === 'answer' || act.kind === 'setAside' ? [act.sha256] : [])),
  )
  const strays = new Map<string, EntryOf<'receive'>>()
  for (const entry of counted) {
    if (!isAct(entry, 'receive')) continue
    const { file } = entry.act
    if (file.outcome !== 'read' || !file.answers || settled.has(file.sha256)) continue
    if (!strays.has(file.sha256)) strays.set(file.sha256, entry)
  }
  return [...strays.values()]
}

/** The verdict of a leaf that stands last; null while there is none or several contradict each other. */
function standingVerdict({ firstReview, secondReview }: ItemState): EntryOf<'decide'> | null {
  if (secondReview.kind === 'settled') return secondReview.entry
  if (secondReview.kind === 'conflict') return null
  return firstReview.kind === 'settled' ? firstReview.entry : null
}

function standingAsk(item: ItemState): { readonly id: string; readonly question: string } | null {
  const entry = standingVerdict(item)
  return entry?.act.verdict.kind === 'ask' ? { id: entry.id, question: entry.act.verdict.question } : null
}

function requestOf(
  { entry, request, answer }: AgencyState['requests'][number],
  agency: AgencyState,
  state: RoundState,
  arrivals: ReadonlyMap<string, string>,
  now: Date,
): ExchangeRequest {
  const said = new Map(answer?.act.answers.map(each => [each.criterionId, each]))
  const questions = request.questions.map(({ entryId, criterionId, question }): ExchangeQuestion => {
    const own = said.get(criterionId) ?? null
    const item = agency.items.get(criterionId)
    const head = item ? standingVerdict(item) : null
    return {
      entryId,
      criterionId,
      question,
      answer: own,
      state: state.notCounted.has(entryId)
        ? 'withdrawn'
        : head && head.id !== entryId
          ? // A verdict settles it; another question in its place takes it back, or goes on from its answer.
            head.act.verdict.kind !== 'ask'
            ? 'decided'
            : answer
              ? 'askedAgain'
              : 'withdrawn'
          : answer === null
            ? 'waiting'
            : own && saysSomething(own)
              ? 'answered'
              : 'silent',
    }
  })
  const dueAt = dueOf(entry, state)
  const answeredAt = answer ? (arrivals.get(answer.act.sha256) ?? answer.at) : null
  const isPast = (instant: string) => dueAt !== null && Date.parse(instant) > Date.parse(dueAt)
  return {
    entry,
    request,
    dueAt,
    answer,
    answeredAt,
    questions,
    status:
      answeredAt !== null
        ? isPast(answeredAt)
          ? 'answeredLate'
          : 'answered'
        : questions.every(each => each.state === 'withdrawn')
          ? 'void'
          : isPast(now.toISOString())
            ? 'overdue'
            : 'waiting',
  }
}

/** When a file came in, by its SHA-256: the first time, or as somebody said later. */
function arrivalsOf({ entries, notCounted }: RoundState): ReadonlyMap<string, string> {
  const first = new Map<string, string>()
  const corrected = new Map<string, string>()
  for (const entry of entries) {
    if (notCounted.get(entry.id) === 'withdrawn') continue
    const { act } = entry
    if (act.kind === 'receive' && !first.has(act.file.sha256)) first.set(act.file.sha256, entry.at)
    if (act.kind === 'receivedAt') corrected.set(act.sha256, act.at)
  }
  return new Map([...first, ...corrected])
}

/**
 * A request that named the deadline of the stage follows it when it is moved: who was given more time is not late.
 * One with a day of its own keeps it.
 */
function dueOf(entry: EntryOf<'request'>, { entries, notCounted, stages }: RoundState): string | null {
  const { dueAt } = entry.act.request
  const before = entries.slice(
    0,
    entries.findIndex(each => each.id === entry.id),
  )
  const inForce = before
    .filter(each => isAct(each, 'deadline'))
    .findLast(({ id, act }) => act.stage === 'explanation' && notCounted.get(id) !== 'withdrawn')
  if (dueAt === null || !inForce || inForce.act.at === null) return dueAt
  return Date.parse(inForce.act.at) === Date.parse(dueAt) ? stages.explanation.deadline : dueAt
}
