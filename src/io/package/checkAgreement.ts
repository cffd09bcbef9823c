import type { Problem } from '../../model/problem.ts'
import { canonicalJson, ruleSetHash } from '../hash/ruleSetHash.ts'
import { evidenceFiles } from './evidenceFiles.ts'
import { packagePaths, type ReadPackage } from './packageFormat.ts'
import { packageProblem, shortened } from './packageProblem.ts'

type Parts = Omit<ReadPackage, 'file' | 'bytes' | 'sha256' | 'remarks'>

/** What the files inside say of each other: one submission, one rule set, one agency, one period. */
export function checkAgreement(parts: Parts, file: string): readonly Problem[] {
  return [...checkNames(parts, file), ...checkEvidence(parts, file)]
}

function checkNames(
  { manifest, submission, ruleSet, previous, scoreSheet }: Parts,
  file: string,
): readonly Problem[] {
  const differs = (inside: string, what: string, whatEn: string, own: string, other: string): Problem[] =>
    own === other
      ? []
      : [
          packageProblem(file, inside, 'mismatch', {
            vi: `${what} là “${shortened(other)}”, còn mục lục manifest.json ghi “${shortened(own)}”`,
            en: `${whatEn} is "${shortened(other)}", while the list manifest.json says "${shortened(own)}"`,
          }),
        ]
  const same = (
    inside: string,
    rules: { readonly id: string; readonly version: string },
    of: { readonly agencyId: string; readonly period: string; readonly id: string },
  ) => [
    ...differs(inside, 'mã hồ sơ', 'the id', manifest.submissionId, of.id),
    ...differs(inside, 'bộ chỉ số', 'the rule set', manifest.ruleSet.id, rules.id),
    ...differs(
      inside,
      'phiên bản bộ chỉ số',
      'the version of the rule set',
      manifest.ruleSet.version,
      rules.version,
    ),
    ...differs(inside, 'đơn vị', 'the agency', manifest.agency.id, of.agencyId),
    ...differs(inside, 'kỳ', 'the period', manifest.period, of.period),
  ]
  return [
    ...same(
      packagePaths.submission,
      { id: submission.ruleSetId, version: submission.ruleSetVersion },
      submission,
    ),
    ...differs(
      packagePaths.submission,
      'người duyệt',
      'the approval',
      canonicalJson(manifest.approval),
      canonicalJson(submission.approval ?? null),
    ),
    ...same(
      packagePaths.scoreSheet,
      { id: scoreSheet.ruleSetId, version: scoreSheet.ruleSetVersion },
      { ...scoreSheet, id: scoreSheet.submissionId },
    ),
    ...differs(packagePaths.ruleSet, 'bộ chỉ số', 'the rule set', manifest.ruleSet.id, ruleSet.id),
    ...differs(
      packagePaths.ruleSet,
      'phiên bản bộ chỉ số',
      'the version of the rule set',
      manifest.ruleSet.version,
      ruleSet.version,
    ),
    ...differs(
      packagePaths.ruleSet,
      'mã băm bộ chỉ số',
      'the hash of the rule set',
      manifest.ruleSet.sha256,
      ruleSetHash(ruleSet),
    ),
    ...(previous
      ? [
          ...differs(packagePaths.previous, 'đơn vị', 'the agency', manifest.agency.id, previous.agencyId),
          ...differs(
            packagePaths.previous,
            'bộ chỉ số',
            'the rule set',
            manifest.ruleSet.id,
            previous.ruleSetId,
          ),
        ]
      : []),
  ]
}

/** Evidence that is named but neither there nor said to be left out: said, for the figures stand without it. */
function checkEvidence({ manifest, submission, evidence }: Parts, file: string): readonly Problem[] {
  const named = new Set(evidenceFiles(submission).map(({ sha256 }) => sha256))
  const leftOut = new Set(manifest.leftOut.map(({ sha256 }) => sha256))
  const absent = evidenceFiles(submission).filter(
    ({ sha256 }) => !evidence.has(sha256) && !leftOut.has(sha256),
  )
  const uncited = manifest.files.filter(
    ({ path, sha256 }) => path.startsWith('evidence/') && !named.has(sha256),
  )
  return [
    ...absent.map(({ name }) =>
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
