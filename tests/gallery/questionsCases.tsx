import type { DeskRound } from '../state/review/deskRound.ts'
import type { GalleryCase } from './cases.tsx'
import { askedDraft, exchangeRound, passed, QuestionsSample, questionsRound } from './questionsSample.tsx'
import { SelfAssessmentSample } from './selfAssessmentSample.tsx'

function questionsCase(
  id: string,
  title: string,
  desk: () => DeskRound,
  props: { readonly me?: string; readonly filter?: string } = {},
): GalleryCase {
  const { me, filter } = props
  return {
    id: `questions-${id}`,
    part: 'screens',
    title: `Giải trình: ${title}`,
    draw: () => (
      <QuestionsSample desk={desk()} {...(me !== undefined && { me })} address={filter ? { filter } : {}} />
    ),
  }
}

/** Explanations: the reviewer's part, and the form of an agency that answers. */
export const questionsCases: readonly GalleryCase[] = [
  questionsCase('none', 'chưa hỏi gì', questionsRound),
  questionsCase('exchange', 'trả lời trễ, quá hạn, chưa lập tệp', exchangeRound),
  questionsCase('unnamed', 'chưa ghi tên người thẩm định', exchangeRound, { me: '' }),
  questionsCase('filtered', 'lọc quá hạn', exchangeRound, { filter: 'overdue' }),
  {
    id: 'asked-form',
    part: 'screens',
    title: 'Tự chấm: trả lời yêu cầu giải trình',
    draw: () => <SelfAssessmentSample start={askedDraft()} />,
  },
  {
    id: 'asked-form-late',
    part: 'screens',
    title: 'Tự chấm: trả lời khi đã quá hạn',
    draw: () => <SelfAssessmentSample start={askedDraft(passed)} />,
  },
]
