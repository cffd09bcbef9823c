import type { FigureImport, ImportSubject } from '../../model/figureImport.ts'
import { parsePeriod } from '../../model/period.ts'
import type { Bilingual } from '../../model/provenance.ts'
import { type Fault, type ImportProblems, inFile, remark } from './importProblems.ts'
import type { ImportTarget } from './importTarget.ts'

/** The same import with a warning for everything the file is about that the draft is not; the user decides. */
export function withSubjectProblems(read: FigureImport, target: ImportTarget): FigureImport {
  const problems: ImportProblems = { all: [] }
  const said = new Set(read.problems.map(({ code }) => code))
  for (const fault of subjectFaults(read.subject, target))
    if (!said.has(fault.code)) remark(problems, inFile, '', fault, 'warning')
  return problems.all.length === 0 ? read : { ...read, problems: [...problems.all, ...read.problems] }
}

const theFile = { vi: 'tệp', en: 'the file' }

/**
 * What a file, or a sheet of it, is about that the draft is not.
 * @param what as a sentence names it
 */
export function subjectFaults(
  subject: ImportSubject,
  target: ImportTarget,
  what: Bilingual = theFile,
): readonly Fault[] {
  const { ruleSetId, ruleSetVersion, agencyId, agencyText, period } = subject
  const faults: Fault[] = []
  if (ruleSetId !== null && ruleSetId !== target.ruleSet.id)
    faults.push({
      code: 'other-rule-set',
      vi: `tệp theo bộ chỉ số “${ruleSetId}”, bản đang điền theo “${target.ruleSet.id}”; chỉ nên lấy số liệu cùng nghĩa`,
      en: `the file follows the rule set "${ruleSetId}", the draft "${target.ruleSet.id}"; take over only figures that mean the same`,
    })
  else if (ruleSetVersion !== null && ruleSetVersion !== target.ruleSet.version)
    faults.push({
      code: 'other-version',
      vi: `tệp theo phiên bản ${ruleSetVersion} của bộ chỉ số, bản đang điền theo phiên bản ${target.ruleSet.version}`,
      en: `the file follows version ${ruleSetVersion} of the rule set, the draft version ${target.ruleSet.version}`,
    })
  if (agencyId !== null ? agencyId !== target.agencyId : agencyText !== null)
    faults.push(otherAgency(agencyId, agencyText, target, what))
  if (period !== null && period !== target.period)
    faults.push({
      code: 'other-period',
      vi: `${what.vi} là số liệu ${shownPeriod(period)}, bản đang điền là ${shownPeriod(target.period)}`,
      en: `${what.en} holds figures of ${period}, the draft is for ${target.period}`,
    })
  return faults
}

function otherAgency(
  agencyId: string | null,
  agencyText: string | null,
  target: ImportTarget,
  what: Bilingual,
): Fault {
  const nameOf = (id: string) => target.agencies.find(agency => agency.id === id)?.name ?? id
  const own = nameOf(target.agencyId)
  if (agencyId === null)
    return {
      code: 'unknown-agency',
      vi: `${what.vi} ghi đơn vị “${agencyText}”, không có trong danh mục; bản đang điền là của ${own}`,
      en: `${what.en} names "${agencyText}", which is not in the directory; the draft is of ${own}`,
    }
  return {
    code: 'other-agency',
    vi: `${what.vi} là của ${nameOf(agencyId)}, bản đang điền là của ${own}`,
    en: `${what.en} is of ${nameOf(agencyId)}, the draft of ${own}`,
  }
}

/** "tháng 10/2026", "quý III/2026", "năm 2022", "ngày 10/10/2026". */
export function shownPeriod(text: string): string {
  const period = parsePeriod(text)
  switch (period?.kind) {
    case undefined:
      return text
    case 'year':
      return `năm ${period.year}`
    case 'quarter':
      return `quý ${['I', 'II', 'III', 'IV'][Number(period.quarter) - 1]}/${period.year}`
    case 'month':
      return `tháng ${period.month}/${period.year}`
    case 'date':
      return `ngày ${period.day}/${period.month}/${period.year}`
  }
}
