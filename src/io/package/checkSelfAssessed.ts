import type { Problem } from '../../model/problem.ts'
import { isClaimed } from '../../model/stages.ts'
import type { Submission } from '../../model/submission.ts'
import { packagePaths } from './packageFormat.ts'
import { packageProblem } from './packageProblem.ts'

/**
 * Only what an agency says of itself is handed in: nothing that reviewers decided or anybody published. A day or
 * an approval that is not there is said, for the points stand without them.
 */
export function checkSelfAssessed(
  { stage, decisions = [], published, approval, submittedOn }: Submission,
  file: string,
): readonly Problem[] {
  const refuse = (vi: string, en: string) =>
    packageProblem(file, packagePaths.submission, 'not-self-assessment', { vi, en })
  const say = (code: string, vi: string, en: string) =>
    packageProblem(file, packagePaths.submission, code, { vi, en }, 'warning')
  return [
    ...(isClaimed(stage)
      ? []
      : [
          refuse(
            'không phải hồ sơ ở bước tự chấm; tệp nộp chỉ mang điều đơn vị tự chấm',
            'is not at the stage of self-assessment; a submission file holds what an agency says of itself',
          ),
        ]),
    ...(decisions.every(decision => isClaimed(decision.stage))
      ? []
      : [
          refuse(
            'có điểm của bước thẩm định; đơn vị chỉ nộp điểm tự chấm của mình',
            'holds points of a review; an agency hands in only the points it claims itself',
          ),
        ]),
    ...(published === undefined
      ? []
      : [
          refuse(
            'có kết quả công bố; kết quả công bố không nằm trong tệp nộp',
            'holds a published result, which is no part of a submission file',
          ),
        ]),
    ...(approval === undefined
      ? [
          say(
            'no-approval',
            'không ghi người duyệt; hỏi lại đơn vị trước khi dùng',
            'does not say who approved it; ask the agency before using it',
          ),
        ]
      : []),
    ...(submittedOn === undefined
      ? [
          say(
            'no-day',
            'không ghi ngày nộp; hỏi lại đơn vị trước khi dùng',
            'does not say the day it was handed in; ask the agency before using it',
          ),
        ]
      : []),
  ]
}
