import type { StatedFigure } from '../../model/figure.ts'
import { compare, parseExact } from '../../scoring/exact.ts'
import { type Report, vi } from '../../scoring/lint/report.ts'
import { checkAgency } from './checkAgency.ts'
import { daysOfPeriod } from './days.ts'
import { type On, reportIds, reportTwice } from './findings.ts'
import type { Folder } from './readFolder.ts'

/** Figures of their own: whose they are, parts and wholes, series. */
export function checkFigures(folder: Folder, on: On): void {
  if (!folder.figures) return
  const { file, value: figures } = folder.figures
  const report = on(file)
  reportIds({ figures }, report)
  figures.forEach((figure, index) => {
    const at = `figures[${index}]`
    if (figure.agencyId !== undefined) checkAgency(figure.agencyId, `${at}.agencyId`, folder, report)
    if (figure.agencyId === undefined && figure.scope === undefined)
      report.error(at, 'figure-scope', {
        vi: `số liệu “${figure.id}” không nói của ai; cần agencyId hoặc scope`,
        en: `figure "${figure.id}" belongs to nobody; it needs an agencyId or a scope`,
      })
    if (figure.of !== undefined && compare(parseExact(figure.value), parseExact(figure.of)) > 0)
      report.error(`${at}.value`, 'figure-above-whole', {
        vi: `${vi(figure.value)} trên tổng số ${vi(figure.of)}; phần không thể hơn tổng số`,
        en: `${figure.value} of ${figure.of}; a part cannot exceed its whole`,
      })
    if (!daysOfPeriod(figure.period))
      report.error(`${at}.period`, 'no-such-day', {
        vi: `lịch không có ngày “${figure.period}”; cần kỳ có thật`,
        en: `the calendar has no day "${figure.period}"`,
      })
    figure.conflicts?.forEach(({ value }, place) => {
      if (compare(parseExact(value), parseExact(figure.value)) === 0)
        report.error(`${at}.conflicts[${place}].value`, 'conflict-agrees', {
          vi: `nguồn khác cũng ghi ${vi(value)}; mục conflicts chỉ để số khác ${vi(figure.value)}`,
          en: `the other source says ${value}, too; conflicts are for other values`,
        })
    })
  })
  checkSeries(figures, report)
}

/** Figures of one series have one unit, and one value a period and agency. */
function checkSeries(figures: readonly StatedFigure[], report: Report): void {
  const units = new Map<string, { readonly unit: string; readonly id: string }>()
  figures.forEach(({ id, seriesId, unit }, index) => {
    if (seriesId === undefined) return
    const first = units.get(seriesId)
    if (!first) units.set(seriesId, { unit, id })
    else if (first.unit !== unit)
      report.error(`figures[${index}].unit`, 'series-unit', {
        vi: `đơn vị tính “${unit}” khác “${first.unit}” của “${first.id}” cùng chuỗi “${seriesId}”; cần một đơn vị`,
        en: `unit "${unit}" is not "${first.unit}" of "${first.id}" in the same series "${seriesId}"`,
      })
  })
  const measured = figures.flatMap(({ seriesId, period, agencyId = '', scope = '' }, index) =>
    seriesId === undefined
      ? []
      : [{ key: `${seriesId}”, kỳ “${period}”, “${agencyId || scope}`, path: `figures[${index}].period` }],
  )
  reportTwice(measured, ({ key, path }, earlier) => {
    report.error(path, 'series-period', {
      vi: `chuỗi “${key}” đã có số ở ${earlier}; mỗi kỳ, đơn vị chỉ một số`,
      en: `series “${key}” has a figure at ${earlier} already; a period and agency have one`,
    })
  })
}
