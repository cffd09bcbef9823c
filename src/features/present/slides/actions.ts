import type { Slide, SlideRow } from '../../../model/deck.ts'
import type { NextAction } from '../../../model/nextActions.ts'
import { changeText, reasonText } from '../../../sentences/actionText.ts'
import { lowerFirst } from '../../../sentences/lowerFirst.ts'
import { dictionary, pickName } from '../../../ui/language.tsx'
import type { Frame } from './frame.ts'
import { slideTable } from './slideTable.ts'
import { briefName, slideTitle } from './slideTitle.ts'

const actionWords = dictionary({
  vi: {
    name: 'Nên làm trước',
    what: 'Việc',
    gain: 'Lấy lại',
    how: 'Cần thay đổi',
    who: 'Ai làm',
    why: 'Vì sao chưa đủ điểm',
    code: 'Mục',
    between: (from: string, to: string) => `từ ${from} đến ${to}`,
    handIn: (count: string) => `Nộp ${count} số liệu còn thiếu`,
    items: (codes: string) => `mục ${codes}`,
    first: (name: string, points: string) => `Làm trước: ${name}, lấy lại ${points} điểm`,
    firstOpen: (name: string, points: string) => `Làm trước: ${name}, được ${points} điểm`,
    planned: 'Xếp theo số điểm có thể lấy lại của các nhiệm vụ trong kế hoạch',
    byWorth: 'Xếp theo điểm lấy lại so với mức phải thay đổi, tính theo phần của mẫu số',
    noneCounted: (why: string) => `Cả các việc trên: ${why}, nên không nêu phải làm bao nhiêu`,
    ask: (text: string) => `Nếu hỏi phải làm bao nhiêu: ${text}.`,
    apart: 'Điểm của từng việc tính riêng, không cộng dồn các việc với nhau.',
    unknown: 'Chưa rõ cách tính từ số liệu thì không đoán số lượng.',
  },
  en: {
    name: 'Do first',
    what: 'What',
    gain: 'Wins back',
    how: 'What has to change',
    who: 'By whom',
    why: 'Why points are not there',
    code: 'Item',
    between: (from: string, to: string) => `${from} to ${to}`,
    handIn: (count: string) => `Hand in ${count} missing figures`,
    items: (codes: string) => `item ${codes}`,
    first: (name: string, points: string) => `First: ${name}, wins back ${points} points`,
    firstOpen: (name: string, points: string) => `First: ${name}, worth ${points} points`,
    planned: 'Ordered by the points that the tasks of the plan can win back',
    byWorth: 'Ordered by points won for the size of the change, as a share of the denominator',
    noneCounted: (why: string) => `Of all of these: ${why}, so that no number of units is told`,
    ask: (text: string) => `If asked how much is to be done: ${text}.`,
    apart: 'Each item’s points are its own; they are not added up.',
    unknown: 'Where the rule is not known no number of units is guessed.',
  },
})

const mostActions = 6

/** What wins most for what it asks: three to six things. */
export function actionSlides(frame: Frame): readonly Slide[] {
  const { language, source, view } = frame
  // Points that rest on a rule nobody knows: no order follows from them.
  const isTaken = ({ kind, change, reason }: NextAction) =>
    kind === 'leaf' && change === null && reason.kind === 'published'
  if (source.next.length === 0 || (view.plan === null && source.next.every(isTaken))) return []
  const words = actionWords[language]
  const told = source.next.map((action, place) => tell(frame, action, place))
  const shown = told.slice(0, mostActions)
  const [first] = shown
  if (!first) return []
  const say = (name: string) => (first.isOpen ? words.firstOpen : words.first)(name, first.points)
  const title = slideTitle(say(lowerFirst(first.name)), say(lowerFirst(briefName(first.name, 44))))
  const counted = shown.find(each => each.change !== '')
  // One reason for all of them is said once.
  const [why, ...others] = [...new Set(shown.map(each => each.why))]
  const common = !counted && shown.length > 1 && others.length === 0 ? why : undefined
  const order = view.plan ? words.planned : words.byWorth
  return [
    {
      id: 'actions',
      kind: 'actions',
      name: words.name,
      title,
      body: {
        kind: 'list',
        heads: [words.what, words.gain, ...(common === undefined ? [words.how] : [])],
        rows: [
          ...shown.map(
            (each): SlideRow => ({
              id: each.id,
              cells: [
                each.name,
                each.gain,
                ...(common === undefined ? [each.change === '' ? each.why : each.change] : []),
              ],
              ...(each.isOpen ? { mark: 'missing' } : {}),
              ...(each.nodeId !== undefined && frame.hasReceipt(each.nodeId)
                ? { receiptId: each.nodeId }
                : {}),
            }),
          ),
          ...(common === undefined ? [] : [{ id: 'why', cells: [words.noneCounted(common), ''] }]),
        ],
      },
      source: frame.sourceLine(view.plan ? [view.plan.plan.documentId] : undefined, [order]),
      table: slideTable({
        id: 'actions',
        name: words.name,
        title,
        columns: [
          ['code', words.code, 12],
          ['what', words.what, 44],
          ['gain', words.gain, 16, 'number'],
          ['how', words.how, 44],
          ['why', words.why, 40],
          ['who', words.who, 30],
        ],
        lines: told.map(each => ({
          id: each.id,
          cells: [each.code, each.name, each.gain, each.change, each.why, each.who],
        })),
        language,
      }),
      notes: [
        `${title}.`,
        `${order}.`,
        ...(counted ? [words.ask(counted.change)] : [words.unknown]),
        words.apart,
      ],
    },
  ]
}

function tell(frame: Frame, action: NextAction, place: number) {
  const { language, view, format } = frame
  const words = actionWords[language]
  const { from, to } = action.points
  const isOpen = from !== to
  const points = isOpen ? words.between(from === '0' ? '0' : format(from), format(to)) : format(to)
  const [nodeId] = action.criterionIds
  const codes = action.criterionIds.map(frame.nodeCode).filter(Boolean)
  const task = view.plan?.plan.tasks.find(each => each.id === action.taskId)
  return {
    id: action.kind === 'missing' ? 'missing' : (task?.id ?? nodeId ?? String(place)),
    code: codes.join(', '),
    name:
      action.kind === 'missing'
        ? words.handIn(frame.count(action.metricIds.length))
        : task
          ? pickName(language, task.shortName, task.shortNameEn)
          : nodeId === undefined
            ? ''
            : frame.nodeName(nodeId),
    points,
    gain: isOpen ? points : `+${points}`,
    isOpen,
    change:
      action.kind === 'missing'
        ? briefCodes(codes, words.items)
        : action.change
          ? changeText(action.change, language)
          : '',
    why: reasonText(action.reason, language),
    who: task ? pickName(language, task.lead, task.leadEn) : frame.subject,
    nodeId,
  }
}

/** "mục 1.1, 1.2, 2.3 …" of a long list. */
function briefCodes(codes: readonly string[], say: (codes: string) => string): string {
  const most = 8
  return say(codes.length > most ? `${codes.slice(0, most).join(', ')}…` : codes.join(', '))
}
