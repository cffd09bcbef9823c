import { walkCriteria } from '../../model/criteria.ts'
import type { Bilingual, Provenance } from '../../model/provenance.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { Report } from './report.ts'

/** Every value says which document it comes from; where none does, that is said once a place. */
export function lintSources(ruleSet: RuleSet, report: Report): void {
  const check = (provenance: Provenance | null, at: string, what: Bilingual) => {
    if (!provenance?.source)
      report.warning(at, 'missing-source', {
        vi: `${what.vi} chưa nêu văn bản làm nguồn`,
        en: `${what.en} names no document as its source`,
      })
  }
  const checkAll = (
    list: readonly { readonly provenance: Provenance }[] | undefined,
    path: string,
    what: Bilingual,
  ) => {
    list?.forEach(({ provenance }, index) => {
      check(provenance, `${path}[${index}].provenance`, what)
    })
  }
  check(ruleSet.roundingProvenance, 'roundingProvenance', { vi: 'cách làm tròn', en: 'rounding' })
  if (ruleSet.bands.length > 0)
    check(ruleSet.bandsProvenance, 'bandsProvenance', { vi: 'các mức xếp loại', en: 'the bands' })
  checkAll(ruleSet.grading?.overrides, 'grading.overrides', {
    vi: 'điều kiện ấn định xếp loại',
    en: 'the condition that decides a band',
  })
  checkAll(ruleSet.grading?.quotas, 'grading.quotas', { vi: 'tỷ lệ khống chế xếp loại', en: 'the quota' })
  checkAll(ruleSet.adjustments, 'adjustments', { vi: 'điểm thưởng hoặc phạt', en: 'the bonus or penalty' })
  if (ruleSet.rescaling)
    check(ruleSet.rescaling.provenance, 'rescaling.provenance', { vi: 'cách quy đổi', en: 'the rescaling' })
  checkAll(ruleSet.calendars, 'calendars', { vi: 'lịch làm việc', en: 'the calendar' })
  for (const { criterion, path } of walkCriteria(ruleSet)) {
    check(criterion.provenance, `${path}.provenance`, {
      vi: `“${criterion.name}”`,
      en: `"${criterion.name}"`,
    })
    checkAll(criterion.requiredEvidence, `${path}.requiredEvidence`, {
      vi: `tài liệu kiểm chứng của “${criterion.name}”`,
      en: `evidence required for "${criterion.name}"`,
    })
  }
  checkAll(ruleSet.pools, 'pools', { vi: 'nhóm có điểm tối đa chung', en: 'the pool' })
  checkAll(ruleSet.examples, 'examples', { vi: 'ví dụ tính tay', en: 'the worked example' })
}
