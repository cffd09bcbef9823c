import type { Deadline, Plan } from '../../model/plan.ts'
import { compare, hundred, parseExact, zero } from '../../scoring/exact.ts'
import { lintPlan } from '../../scoring/lint/lintSubmission.ts'
import { type Report, vi } from '../../scoring/lint/report.ts'
import { checkAgency } from './checkAgency.ts'
import { checkDeadline } from './checkDeadline.ts'
import { type On, passOn, reportIds, reportTwice, reportUnknown } from './findings.ts'
import { type Folder, findRuleSet } from './readFolder.ts'
import { saysIllustrative } from './saysIllustrative.ts'

/** Plans: what they serve, who is to do it, by when, and the counts the document gives. */
export function checkPlans(folder: Folder, on: On): void {
  for (const { file, value: plan, entry } of folder.plans) {
    const report = on(file)
    if (plan.agencyId === entry.agencyId) checkAgency(plan.agencyId, 'agencyId', folder, report)
    checkRules(plan, file, folder, on)
    checkIds(plan, report)
    checkTargets(plan, report)
    checkTasks(plan, report)
    checkAddressees(plan, folder, report)
    checkIssue(plan, folder, report)
  }
}

function checkRules(plan: Plan, file: string, folder: Folder, on: On): void {
  const report = on(file)
  if (plan.ruleSetId !== undefined) {
    const ruleSet = findRuleSet(folder, plan.ruleSetId)
    if (ruleSet === 'unknown')
      report.error('ruleSetId', 'unknown-rule-set', {
        vi: `bộ chỉ số “${plan.ruleSetId}” không có trong mục lục; cần mã của một bộ đã ghi`,
        en: `rule set "${plan.ruleSetId}" is not in the index`,
      })
    else if (ruleSet !== 'unreadable') passOn(lintPlan(plan, ruleSet, file), on)
    return
  }
  const needs = [
    ...plan.targets.map(({ criterionId, actual }, index) => ({
      path: `targets[${index}]`,
      id: criterionId ?? ('criterionId' in actual ? actual.criterionId : undefined),
    })),
    ...plan.tasks.map(({ criterionIds }, index) => ({
      path: `tasks[${index}].criterionIds`,
      id: criterionIds[0],
    })),
  ]
  for (const { path, id } of needs)
    if (id !== undefined)
      report.error(path, 'criteria-without-rule-set', {
        vi: `dẫn tiêu chí “${id}” mà kế hoạch không ghi ruleSetId; cần bộ chỉ số của tiêu chí ấy`,
        en: `names criterion "${id}", yet the plan has no ruleSetId`,
      })
}

function checkIds({ title, targets, commitments = [], phases = [], tasks }: Plan, report: Report): void {
  // Tasks serve targets and commitments by one list of ids.
  reportIds({ targets, commitments }, report)
  reportIds({ phases }, report)
  reportIds({ tasks }, report)
  const made = [...targets, ...tasks].some(({ provenance }) => provenance.certainty === 'illustrative')
  if (made && !saysIllustrative([title]))
    report.error('title', 'illustrative-unsaid', {
      vi: `“${title}” có mục tự đặt (illustrative); tên kế hoạch cần có chữ “minh họa”`,
      en: `"${title}" has entries of our own; its title must say "minh họa"`,
    })
}

function checkTargets({ targets, commitments = [], phases = [] }: Plan, report: Report): void {
  targets.forEach(({ percent, actual }, index) => {
    const at = `targets[${index}]`
    checkPercent(percent, `${at}.percent`, report)
    if (actual.from === 'units') checkPercent(actual.unitPercent, `${at}.actual.unitPercent`, report)
  })
  commitments.forEach(({ goal }, index) => {
    const at = `commitments[${index}].goal`
    if (goal.kind === 'deadline') checkDeadline(goal.deadline, `${at}.deadline`, report)
    if (goal.kind === 'range' && compare(parseExact(goal.most), parseExact(goal.least)) < 0)
      report.error(`${at}.most`, 'range-reversed', {
        vi: `nhiều nhất ${vi(goal.most)} mà ít nhất ${vi(goal.least)}; cần số không nhỏ hơn`,
        en: `at most ${goal.most}, yet at least ${goal.least}`,
      })
  })
  phases.forEach(({ name, from, to }, index) => {
    if (to < from)
      report.error(`phases[${index}].to`, 'phase-reversed', {
        vi: `giai đoạn “${name}” kết thúc ${to}, trước ngày bắt đầu ${from}; cần từ ngày ấy trở đi`,
        en: `phase "${name}" ends on ${to}, before it begins on ${from}`,
      })
  })
}

function checkPercent(percent: string, path: string, report: Report): void {
  const value = parseExact(percent)
  if (compare(value, zero) < 0 || compare(value, hundred) > 0)
    report.error(path, 'percent-outside', {
      vi: `mục tiêu ${vi(percent)}%; cần từ 0 đến 100%`,
      en: `the target is ${percent}%; it must lie between 0 and 100%`,
    })
}

function checkTasks({ tasks, targets, commitments = [], declaredTaskCount }: Plan, report: Report): void {
  const served = new Set([...targets, ...commitments].map(({ id }) => id))
  const taskIds = new Set(tasks.map(({ id }) => id))
  // A list whose entries are counted is numbered from end to end; otherwise each heading begins anew.
  const runsThrough = declaredTaskCount !== undefined
  tasks.forEach(({ targetIds = [], deadline, id }, index) => {
    const at = `tasks[${index}]`
    targetIds.forEach((targetId, place) => {
      if (!served.has(targetId))
        report.error(`${at}.targetIds[${place}]`, 'unknown-target', {
          vi: `mục tiêu “${targetId}” không có trong kế hoạch; cần mã của targets hoặc commitments`,
          en: `target "${targetId}" is not in the plan`,
        })
    })
    if (!deadline) return
    checkDeadline(deadline, `${at}.deadline`, report)
    const after = deadline.kind === 'event' ? deadline.taskId : undefined
    if (after !== undefined && (!taskIds.has(after) || after === id))
      report.error(`${at}.deadline.taskId`, 'unknown-task', {
        vi: `hạn sau nhiệm vụ “${after}”; cần mã của một nhiệm vụ khác trong kế hoạch`,
        en: `due after task "${after}"; the id of another task of the plan is needed`,
      })
  })
  const numbered = tasks.flatMap(({ number, kind, section = '' }, index) =>
    number === undefined || kind !== 'task'
      ? []
      : [{ key: runsThrough ? number : `${number}”, mục “${section}`, path: `tasks[${index}].number` }],
  )
  reportTwice(numbered, ({ key, path }, earlier) => {
    report.error(path, 'duplicate-task-number', {
      vi: `số thứ tự “${key}” đã dùng ở ${earlier}; mỗi nhiệm vụ một số`,
      en: `number “${key}” is used at ${earlier} already; each task has its own`,
    })
  })
  const count = tasks.filter(({ kind }) => kind === 'task').length
  if (declaredTaskCount !== undefined && declaredTaskCount !== count)
    report.error('declaredTaskCount', 'task-count-differs', {
      vi: `văn bản có ${declaredTaskCount} nhiệm vụ, tệp ghi ${count}; cần bằng nhau`,
      en: `the document has ${declaredTaskCount} tasks, the file ${count}`,
    })
}

/** Those who lead and take part are agencies or groups of the directory. */
function checkAddressees({ tasks }: Plan, { directory }: Folder, report: Report): void {
  if (!directory) return
  const known = new Set([...directory.value.agencies, ...directory.value.groups].map(({ id }) => id))
  const named = tasks.flatMap(({ leadIds, partnerIds = [] }, index) => [
    ...leadIds.map((key, place) => ({ key, path: `tasks[${index}].leadIds[${place}]` })),
    ...partnerIds.map((key, place) => ({ key, path: `tasks[${index}].partnerIds[${place}]` })),
  ])
  reportUnknown(
    named.filter(({ key }) => !known.has(key)),
    ({ key, path }, more) => {
      report.error(path, 'unknown-addressee', {
        vi: `“${key}” không có trong agencies.json; cần mã của một đơn vị hoặc một nhóm${more.vi}`,
        en: `"${key}" is not in agencies.json; the id of an agency or a group is needed${more.en}`,
      })
    },
  )
}

/** Nothing is due before the document that asks for it. */
function checkIssue(plan: Plan, { documents }: Folder, report: Report): void {
  const issued = documents?.value.find(({ id }) => id === plan.documentId)?.date
  if (!issued) return
  const dayOf = (deadline: Deadline | undefined) =>
    deadline && 'by' in deadline ? (deadline.latest ?? deadline.by) : null
  const due = [
    ...plan.targets.map(({ by }, index) => ({ by, path: `targets[${index}].by` })),
    ...(plan.commitments ?? []).map(({ by }, index) => ({ by, path: `commitments[${index}].by` })),
    ...plan.tasks.map(({ deadline }, index) => ({
      by: dayOf(deadline),
      path: `tasks[${index}].deadline.by`,
    })),
  ]
  for (const { by, path } of due)
    if (by !== null && by < issued)
      report.warning(path, 'due-before-issue', {
        vi: `hạn ${by} trước ngày ban hành văn bản ${issued}; xem lại năm của hạn`,
        en: `due on ${by}, before the document was issued on ${issued}; check the year`,
      })
}
