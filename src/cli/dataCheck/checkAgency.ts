import type { Report } from '../../scoring/lint/report.ts'
import type { Folder } from './readFolder.ts'

/** An agency that is named stands in the directory; nothing is said while the directory cannot be read. */
export function checkAgency(id: string, path: string, { directory }: Folder, report: Report): void {
  if (!directory || directory.value.agencies.some(agency => agency.id === id)) return
  report.error(path, 'unknown-agency', {
    vi: `đơn vị “${id}” không có trong agencies.json; cần mã của một đơn vị đã ghi ở đó`,
    en: `agency "${id}" is not in agencies.json; the id of one that is is needed`,
  })
}
