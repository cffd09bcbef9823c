import { type Agency, type AgencyDirectory, membersOf } from '../../model/agency.ts'
import type { Report } from '../../scoring/lint/report.ts'
import { type On, reportIds, reportTwice } from './findings.ts'
import type { Folder } from './readFolder.ts'

/** Agencies and groups: ids and codes, parents, successors, members. */
export function checkDirectory({ directory }: Folder, on: On): void {
  if (!directory) return
  const { agencies, groups } = directory.value
  const report = on(directory.file)
  const known = new Set(agencies.map(({ id }) => id))
  reportIds({ agencies, groups }, report)
  reportTwins(agencies, report)
  agencies.forEach(({ parentId, successorId, validFrom, validTo }, index) => {
    const at = `agencies[${index}]`
    if (parentId !== undefined && !known.has(parentId))
      report.error(`${at}.parentId`, 'unknown-parent', {
        vi: `cấp trên “${parentId}” không có trong danh bạ; cần mã của một đơn vị`,
        en: `parent "${parentId}" is not in the directory; the id of an agency is needed`,
      })
    if (successorId !== undefined && !known.has(successorId))
      report.error(`${at}.successorId`, 'unknown-successor', {
        vi: `đơn vị kế tục “${successorId}” không có trong danh bạ; cần mã của một đơn vị`,
        en: `successor "${successorId}" is not in the directory; the id of an agency is needed`,
      })
    if (validFrom !== undefined && validTo !== undefined && validTo < validFrom)
      report.error(`${at}.validTo`, 'validity-reversed', {
        vi: `thôi hoạt động ngày ${validTo}, trước ngày bắt đầu ${validFrom}; cần từ ngày ấy trở đi`,
        en: `ends on ${validTo}, before it begins on ${validFrom}`,
      })
  })
  reportCycles(agencies, 'parentId', 'parent-cycle', report)
  reportCycles(agencies, 'successorId', 'successor-cycle', report)
  checkGroups(directory.value, known, report)
}

function reportTwins(agencies: readonly Agency[], report: Report): void {
  const coded = agencies.flatMap(({ code }, index) =>
    code === null ? [] : [{ key: code, path: `agencies[${index}].code` }],
  )
  reportTwice(coded, ({ key, path }, earlier) => {
    report.error(path, 'duplicate-agency-code', {
      vi: `mã định danh “${key}” đã dùng ở ${earlier}; mỗi đơn vị một mã định danh`,
      en: `code "${key}" is used at ${earlier} already; an agency has a code of its own`,
    })
  })
  const named = agencies.map(({ name, level, parentId = '' }, index) => ({
    key: `${name}”, cấp “${level}”, thuộc “${parentId}`,
    path: `agencies[${index}].name`,
  }))
  reportTwice(named, ({ key, path }, earlier) => {
    report.warning(path, 'duplicate-name', {
      vi: `“${key}” đã có ở ${earlier}; nếu là một đơn vị thì chỉ giữ một mã`,
      en: `“${key}” stands at ${earlier} already; one agency needs one id`,
    })
  })
}

/** Said once a cycle, at its first agency. */
function reportCycles(
  agencies: readonly Agency[],
  field: 'parentId' | 'successorId',
  code: string,
  report: Report,
): void {
  const next = new Map(agencies.map(agency => [agency.id, agency[field]]))
  const said = new Set<string>()
  agencies.forEach(({ id }, index) => {
    const chain = chainFrom(id, next)
    if (chain.at(-1) !== id || chain.length < 2 || said.has(id)) return
    for (const each of chain) said.add(each)
    report.error(`agencies[${index}].${field}`, code, {
      vi: `vòng tròn ${chain.map(each => `“${each}”`).join(' → ')}; cần một đơn vị đứng cuối`,
      en: `a circle, ${chain.join(' → ')}; one agency must be the last`,
    })
  })
}

/** Ids from one on, up to the end or the first that comes again. */
function chainFrom(id: string, next: ReadonlyMap<string, string | undefined>): readonly string[] {
  const chain = [id]
  for (let each = next.get(id); each !== undefined; each = next.get(each)) {
    const isAgain = chain.includes(each)
    chain.push(each)
    if (isAgain) return chain
  }
  return chain
}

function checkGroups(directory: AgencyDirectory, known: ReadonlySet<string>, report: Report): void {
  directory.groups.forEach(({ id, name, use, members }, index) => {
    const at = `groups[${index}].members`
    const named =
      'ids' in members
        ? members.ids.map((member, place) => ({ member, path: `${at}.ids[${place}]` }))
        : [{ member: members.parentId, path: `${at}.parentId` }]
    const unknown = named.filter(({ member }) => member !== undefined && !known.has(member))
    for (const { member, path } of unknown)
      report.error(path, 'unknown-member', {
        vi: `nhóm “${name}” gọi đơn vị “${member}” không có trong danh bạ; cần mã của một đơn vị`,
        en: `group "${name}" names agency "${member}", which is not in the directory`,
      })
    const count = membersOf(directory, id).length
    if (use === 'comparison' && unknown.length === 0 && count < 2)
      report.error(at, 'group-too-small', {
        vi: `nhóm so sánh “${name}” chỉ có ${count} đơn vị; cần ít nhất 2`,
        en: `comparison group "${name}" has ${count} members; at least 2 are needed`,
      })
  })
}
