import { canonicalJson } from '../../model/canonicalJson.ts'
import type { Problem } from '../../model/problem.ts'
import type { EvidenceFile } from '../../model/submission.ts'
import { evidenceFiles } from './evidenceFiles.ts'
import { type PackageContents, packagePaths } from './packageFormat.ts'
import { packageProblem, shortened } from './packageProblem.ts'

/**
 * Every file that evidence names is either there, with its size, or told in the list as left out. One that is
 * neither is said, for the figures stand without it; a list that tells of others is wrong.
 */
export function checkEvidence(
  { manifest, submission, evidence }: Pick<PackageContents, 'manifest' | 'submission' | 'evidence'>,
  file: string,
): readonly Problem[] {
  const named = new Set(evidenceFiles(submission).map(({ sha256 }) => sha256))
  const otherSize = (submission.evidence ?? []).flatMap(item => {
    const content = item.file && evidence.get(item.file.sha256)
    return item.file && content && content.byteLength !== item.file.bytes ? [item.file] : []
  })
  const uncited = manifest.files.filter(
    ({ path, sha256 }) => path.startsWith('evidence/') && !named.has(sha256),
  )
  return [
    ...otherSize.map(({ name, bytes }) =>
      packageProblem(file, packagePaths.submission, 'mismatch', {
        vi: `tài liệu kiểm chứng “${shortened(name)}” ghi ${bytes} byte, khác tệp kèm theo`,
        en: `evidence "${shortened(name)}" is said to have ${bytes} bytes, which the file that came along has not`,
      }),
    ),
    ...checkLeftOut(
      manifest.leftOut,
      evidenceFiles(submission).filter(({ sha256 }) => !evidence.has(sha256)),
      file,
    ),
    ...uncited.map(({ path }) =>
      packageProblem(
        file,
        shortened(path),
        'evidence-uncited',
        {
          vi: 'tệp kèm theo nhưng không tiêu chí nào nêu đến',
          en: 'came along, but no criterion names it',
        },
        'warning',
      ),
    ),
  ]
}

/** The list of what stayed at home against what evidence names and did not come along. */
function checkLeftOut(
  told: readonly EvidenceFile[],
  absent: readonly EvidenceFile[],
  file: string,
): readonly Problem[] {
  const without = (all: readonly EvidenceFile[], others: readonly EvidenceFile[]) => {
    const known = new Set(others.map(canonicalJson))
    return all.filter(each => !known.has(canonicalJson(each)))
  }
  return [
    ...without(absent, told).map(({ name }) =>
      packageProblem(
        file,
        packagePaths.submission,
        'evidence-absent',
        {
          vi: `tài liệu kiểm chứng “${shortened(name)}” được nêu nhưng không kèm theo và không ghi là để lại đơn vị`,
          en: `evidence "${shortened(name)}" is named, but neither comes along nor is said to stay with the agency`,
        },
        'warning',
      ),
    ),
    ...without(told, absent).map(({ name }) =>
      packageProblem(file, packagePaths.manifest, 'mismatch', {
        vi: `mục lục ghi “${shortened(name)}” để lại đơn vị, nhưng hồ sơ không nêu tệp ấy hoặc tệp có kèm theo`,
        en: `the list says "${shortened(name)}" stays with the agency, but it is not named or came along`,
      }),
    ),
  ]
}
