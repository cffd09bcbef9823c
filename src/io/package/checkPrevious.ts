import { looksBack } from '../../model/criteria.ts'
import { precedes } from '../../model/period.ts'
import type { Problem } from '../../model/problem.ts'
import type { Bilingual } from '../../model/provenance.ts'
import { type PackageContents, packagePaths } from './packageFormat.ts'
import { packageProblem, shortened } from './packageProblem.ts'

/** Figures of the period before decide points, so they must be those the rules ask for and no others. */
export function checkPrevious(
  { previous, submission, ruleSet }: Pick<PackageContents, 'previous' | 'submission' | 'ruleSet'>,
  file: string,
): readonly Problem[] {
  if (!previous) return []
  const wrong = (message: Bilingual) => packageProblem(file, packagePaths.previous, 'wrong-previous', message)
  const differs = (what: Bilingual, other: string, own: string): readonly Problem[] =>
    other === own
      ? []
      : [
          wrong({
            vi: `số liệu kỳ trước có ${what.vi} “${shortened(other)}”, hồ sơ thì “${shortened(own)}”`,
            en: `the figures of the period before are of ${what.en} "${shortened(other)}", the submission of "${shortened(own)}"`,
          }),
        ]
  return [
    ...(looksBack(ruleSet)
      ? []
      : [
          wrong({
            vi: 'bộ chỉ số này không so với kỳ trước, nên tệp nộp không được kèm số liệu kỳ trước',
            en: 'these rules do not compare with the period before, so its figures do not belong to the file',
          }),
        ]),
    ...differs({ vi: 'đơn vị', en: 'agency' }, previous.agencyId, submission.agencyId),
    ...differs({ vi: 'bộ chỉ số', en: 'rule set' }, previous.ruleSetId, submission.ruleSetId),
    ...differs(
      { vi: 'phiên bản bộ chỉ số', en: 'version' },
      previous.ruleSetVersion,
      submission.ruleSetVersion,
    ),
    ...(precedes(previous.period, submission.period)
      ? []
      : [
          wrong({
            vi: `kỳ “${shortened(previous.period)}” không phải kỳ liền trước “${shortened(submission.period)}”`,
            en: `period "${shortened(previous.period)}" is not the one before "${shortened(submission.period)}"`,
          }),
        ]),
  ]
}
