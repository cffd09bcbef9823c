import { type AskedOfDraft, askedCriteria } from '../../model/askedDraft.ts'
import type { CheckReport, Finding } from '../../model/checks.ts'
import type { Draft } from '../../model/draft.ts'
import type { Form } from '../../model/form.ts'
import type { RequestAnswer } from '../../model/review.ts'
import { passedTexts } from '../../scoring/checks/passedTexts.ts'
import { saysSomething } from '../review/answers.ts'

/**
 * The checks of a draft that answers questions: what was not asked about was handed in and cannot be mended here,
 * so only findings about the asked criteria stand, and questions without an answer come first among the doubts.
 */
export function askedChecks(
  report: CheckReport,
  { request, metricIds }: AskedOfDraft,
  answers: readonly RequestAnswer[],
  draft: Pick<Draft, 'accepted'>,
  form: Form,
): CheckReport {
  const criteria = askedCriteria(request)
  const figures = new Set(metricIds)
  const reasons = new Map(draft.accepted.map(each => [each.findingId, each.reason.trim()]))
  const order = form.areas.flatMap(area => area.items).map(item => item.nodeId)
  const unanswered = answers
    .filter(answer => !saysSomething(answer))
    .toSorted((a, b) => order.indexOf(a.criterionId) - order.indexOf(b.criterionId))
    .map(({ criterionId }): Finding => {
      const id = `question-unanswered:${request.id}:${criterionId}`
      return {
        id,
        code: 'question-unanswered',
        severity: 'doubt',
        text: {
          vi: 'câu hỏi chưa có trả lời',
          en: 'the question has no answer yet',
        },
        place: { nodeId: criterionId, metricId: null, part: 'explanation' },
        accepted: reasons.get(id) || null,
      }
    })
  const about = report.findings.filter(
    ({ place: { nodeId, metricId } }) =>
      (nodeId !== null && criteria.has(nodeId)) || (metricId !== null && figures.has(metricId)),
  )
  const findings = [
    ...about.filter(({ severity }) => severity === 'blocks'),
    ...unanswered,
    ...about.filter(({ severity }) => severity !== 'blocks'),
  ]
  const open = (severity: Finding['severity']) =>
    findings.filter(each => each.severity === severity && each.accepted === null).length
  const said = passedTexts['question-unanswered']
  return {
    findings,
    passed: [
      ...(unanswered.length === 0 && said ? [{ code: 'question-unanswered' as const, text: said }] : []),
      ...report.passed,
    ],
    open: { blocks: open('blocks'), doubts: open('doubt') },
  }
}
