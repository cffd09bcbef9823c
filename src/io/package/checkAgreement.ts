import { canonicalJson } from '../../model/canonicalJson.ts'
import type { Problem } from '../../model/problem.ts'
import type { Bilingual } from '../../model/provenance.ts'
import { ruleSetHash } from '../hash/ruleSetHash.ts'
import { checkEvidence } from './checkEvidence.ts'
import { checkPrevious } from './checkPrevious.ts'
import { checkSelfAssessed } from './checkSelfAssessed.ts'
import { type PackageContents, packagePaths } from './packageFormat.ts'
import { differsFromList } from './packageProblem.ts'

/**
 * What the files inside say of each other: one submission of one agency, period and rule set, handed in by the
 * agency itself, with the evidence the list tells.
 */
export function checkAgreement(parts: PackageContents, file: string): readonly Problem[] {
  return [
    ...checkNames(parts, file),
    ...checkSelfAssessed(parts.submission, file),
    ...checkPrevious(parts, file),
    ...checkEvidence(parts, file),
  ]
}

const words = {
  id: { vi: 'mã hồ sơ', en: 'the id' },
  ruleSet: { vi: 'bộ chỉ số', en: 'the rule set' },
  version: { vi: 'phiên bản bộ chỉ số', en: 'the version of the rule set' },
  title: { vi: 'tên bộ chỉ số', en: 'the title of the rule set' },
  hash: { vi: 'mã băm bộ chỉ số', en: 'the hash of the rule set' },
  agency: { vi: 'đơn vị', en: 'the agency' },
  period: { vi: 'kỳ', en: 'the period' },
  approval: { vi: 'người duyệt', en: 'the approval' },
  engine: { vi: 'bản của bộ tính điểm', en: 'the version of the engine' },
  madeAt: { vi: 'lúc chấm', en: 'the time of scoring' },
} as const satisfies Record<string, Bilingual>

function checkNames(
  { manifest, submission, ruleSet, scoreSheet }: PackageContents,
  file: string,
): readonly Problem[] {
  const differs = (inside: string, what: Bilingual, own: string, other: string) =>
    differsFromList(file, inside, what, own, other)
  const same = (
    inside: string,
    rules: { readonly id: string; readonly version: string },
    of: { readonly agencyId: string; readonly period: string; readonly id: string },
  ) => [
    ...differs(inside, words.id, manifest.submissionId, of.id),
    ...differs(inside, words.ruleSet, manifest.ruleSet.id, rules.id),
    ...differs(inside, words.version, manifest.ruleSet.version, rules.version),
    ...differs(inside, words.agency, manifest.agency.id, of.agencyId),
    ...differs(inside, words.period, manifest.period, of.period),
  ]
  const { submission: figures, ruleSet: rules, scoreSheet: sheet } = packagePaths
  return [
    ...same(figures, { id: submission.ruleSetId, version: submission.ruleSetVersion }, submission),
    ...differs(
      figures,
      words.approval,
      canonicalJson(manifest.approval),
      canonicalJson(submission.approval ?? null),
    ),
    ...same(
      sheet,
      { id: scoreSheet.ruleSetId, version: scoreSheet.ruleSetVersion },
      { ...scoreSheet, id: scoreSheet.submissionId },
    ),
    ...differs(sheet, words.engine, manifest.engineVersion, scoreSheet.engineVersion),
    ...differs(sheet, words.madeAt, manifest.createdAt, scoreSheet.scoredAt),
    ...differs(rules, words.ruleSet, manifest.ruleSet.id, ruleSet.id),
    ...differs(rules, words.version, manifest.ruleSet.version, ruleSet.version),
    // In the list a title that was written with accents apart stands composed, as in every text of the file.
    ...differs(rules, words.title, manifest.ruleSet.title.normalize('NFC'), ruleSet.title.normalize('NFC')),
    ...differs(rules, words.hash, manifest.ruleSet.sha256, ruleSetHash(ruleSet)),
  ]
}
