import type { FigureCorrection, FigureState, LedgerAct, LedgerEntry } from '../../../model/review.ts'
import { stageNames } from '../../../receipt/stageNames.ts'
import { formatDate, formatNumber } from '../../../ui/formatNumber.ts'
import { instantText } from '../../../ui/instants.ts'
import { pickName } from '../../../ui/language.tsx'
import { criterionLabel, type EntryNames } from './entryNames.ts'
import { entryTexts } from './entryTexts.ts'

/** A line of the ledger in words. */
export type EntryWords = {
  /** What was done: "Đồng ý", "Sửa số liệu, chấm lại theo cách tính". */
  readonly title: string
  /** What belongs to it: corrected figures, a question, a source; null: nothing. */
  readonly detail: string | null
  /** Points before and after as the writer saw them, each as text; null: the act moves no points. */
  readonly change: PointsChange | null
  /** Reason as typed. */
  readonly reason: string | null
}

export type PointsChange = {
  readonly from: string
  readonly to: string
  readonly max: string | null
  /** Which of the two are points: "không áp dụng" is of no maximum. */
  readonly isPoints: { readonly from: boolean; readonly to: boolean }
}

/** Words of one line; the same on screen, on paper and in exports. */
export function wordsOfEntry(entry: LedgerEntry, names: EntryNames): EntryWords {
  return wordsOf(entry.act, names, 3)
}

const plain = (title: string, detail: string | null = null, reason: string | null = null): EntryWords => ({
  title,
  detail,
  change: null,
  reason,
})

const joined = (parts: readonly (string | null)[]): string | null => {
  const said = parts.filter(part => part !== null && part !== '')
  return said.length === 0 ? null : said.join('; ')
}

/** @param steps how far lines that take back lines that take back … are followed */
function wordsOf(act: LedgerAct, names: EntryNames, steps: number): EntryWords {
  const { language } = names
  const texts = entryTexts[language]
  const count = (number: number) => formatNumber(String(number), language)
  switch (act.kind) {
    case 'receive': {
      const { file } = act
      if (file.outcome === 'refused')
        return plain(
          texts.refused(file.fileName),
          joined([texts.refusedWhy[file.why], ...file.problems.map(problem => problem[language])]),
        )
      const approved = file.approvedBy === null ? null : texts.approvedBy(file.approvedBy)
      return plain(texts.received(file.fileName), joined([approved, texts.file(file.sha256.slice(0, 12))]))
    }
    case 'receivedAt':
      return plain(
        texts.receivedAt(instantText(act.at)),
        texts.file(act.sha256.slice(0, 12)),
        said(act.reason),
      )
    case 'setAside':
      return plain(texts.setAside, texts.file(act.sha256.slice(0, 12)), said(act.reason))
    case 'use': {
      const { base, picks, carried } = act.choice
      const parts = [picks.length === 0 ? null : texts.picks(count(picks.length)), carried && texts.carried]
      return plain(texts.use(base.slice(0, 12)), joined(parts.map(part => part ?? null)), said(act.reason))
    }
    case 'deadline': {
      const stage = stageNames[language][act.stage]
      return plain(
        act.at === null ? texts.noDeadline(stage) : texts.deadline(stage, instantText(act.at)),
        texts.deadlineOnly(stage),
        said(act.reason),
      )
    }
    case 'assign': {
      const areas = act.criterionIds.map(id => criterionLabel(names, id)).join(', ')
      return plain(areas === '' ? texts.unassign(act.reviewer) : texts.assign(act.reviewer, areas))
    }
    case 'close':
      return plain(
        texts.close[act.stage],
        texts.closedWith(count(act.entryIds.length), act.sha256.slice(0, 12)),
      )
    case 'reopen': {
      const closing = names.byId.get(act.closeId)?.act
      const title = closing?.kind === 'close' ? texts.reopen(texts.close[closing.stage]) : texts.reopenUnknown
      return plain(title, null, said(act.reason))
    }
    case 'decide':
      return decided(act, names)
    case 'withdraw': {
      const taken = names.byId.get(act.entryId)?.act
      if (!taken || steps === 0) return plain(texts.withdrawUnknown, null, said(act.reason))
      const words = wordsOf(taken, names, steps - 1)
      return plain(texts.withdraw(words.title), words.detail, said(act.reason))
    }
    case 'survey': {
      const { given, criterionId, source } = act
      const result =
        given.kind === 'points'
          ? texts.surveyPoints(names.points(given.points), maxOf(criterionId, names))
          : corrections(given.figures, names)
      return plain(texts.survey, joined([result, texts.source(source)]))
    }
    case 'request': {
      const { questions, dueAt } = act.request
      return plain(
        texts.request(count(questions.length)),
        joined([
          dueAt === null ? texts.noDue : texts.dueAt(instantText(dueAt)),
          questions.map(each => criterionLabel(names, each.criterionId)).join(', '),
        ]),
      )
    }
    case 'answer': {
      const { answers, outside } = act
      return plain(
        texts.answer(count(answers.length)),
        joined([
          answers.map(each => criterionLabel(names, each.criterionId)).join(', '),
          outside.length === 0 ? null : texts.outside(count(outside.length)),
        ]),
      )
    }
    case 'publish': {
      const { total, rank, band, points, source } = act
      return plain(
        texts.publish,
        joined([
          total === null ? null : texts.publishTotal(formatNumber(total, language)),
          rank === null ? null : texts.publishRank(count(rank.rank), count(rank.of)),
          band === null ? null : texts.publishBand(band),
          points.length === 0 ? null : texts.publishPoints(count(points.length)),
          texts.source(source),
        ]),
      )
    }
    case 'remedy': {
      const { task } = act
      if (task === null) return plain(texts.noRemedy)
      return plain(
        texts.remedy(task.name),
        joined([
          task.criterionIds.map(id => criterionLabel(names, id)).join(', '),
          task.lead === '' ? null : texts.lead(task.lead),
          task.due === null ? null : texts.due(formatDate(task.due)),
        ]),
      )
    }
    case 'taskState':
      return plain(texts.task(texts.state[act.state], formatDate(act.on)), act.taskId, said(act.note))
  }
}

function decided(act: Extract<LedgerAct, { kind: 'decide' }>, names: EntryNames): EntryWords {
  const texts = entryTexts[names.language]
  const { verdict, from, to } = act
  const title = texts[verdict.kind]
  const detail =
    verdict.kind === 'figures'
      ? corrections(verdict.figures, names)
      : verdict.kind === 'ask'
        ? texts.quoted(verdict.question)
        : null
  const said_ = (exact: string | null) => (exact === null ? texts.open : names.points(exact))
  const change =
    verdict.kind === 'ask'
      ? null
      : {
          from: said_(from),
          to: verdict.kind === 'notApplicable' ? texts.notApplicable.toLowerCase() : said_(to),
          max: maxOf(act.criterionId, names),
          isPoints: { from: from !== null, to: to !== null && verdict.kind !== 'notApplicable' },
        }
  return { title, detail, change, reason: said(act.reason) }
}

function maxOf(criterionId: string, names: EntryNames): string | null {
  const max = names.criterion(criterionId)?.maxPoints ?? null
  return max === null ? null : formatNumber(max, names.language)
}

function corrections(figures: readonly FigureCorrection[], names: EntryNames): string | null {
  const texts = entryTexts[names.language]
  return joined(
    figures.map(({ metricId, was, to }) => {
      const metric = names.metric(metricId)
      const name = metric === null ? metricId : pickName(names.language, metric.name, metric.nameEn)
      return texts.correction(name, figureText(was, metricId, names), figureText(to, metricId, names))
    }),
  )
}

/** A figure with its unit, or why there is none. */
function figureText(figure: FigureState, metricId: string, names: EntryNames): string {
  const texts = entryTexts[names.language]
  if (figure.state === 'notApplicable') return texts.notApplicable.toLowerCase()
  if (figure.state !== 'entered') return texts[figure.state]
  const metric = names.metric(metricId)
  if (metric?.valueType === 'date') return formatDate(figure.value)
  // Anything may stand in a file that came in; only numbers are written as numbers.
  if (!/^-?\d+(\.\d+)?$/.test(figure.value)) return figure.value
  const number = formatNumber(figure.value, names.language)
  if (metric === null || metric.valueType === 'flag' || metric.valueType === 'option') return number
  return metric.valueType === 'percent'
    ? `${number}%`
    : `${number}\u00a0${pickName(names.language, metric.unit, metric.unitEn)}`
}

function said(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text
}
