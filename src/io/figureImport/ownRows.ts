import { fold } from '../ruleSheet/fold.ts'
import { shownText } from '../sheetCell.ts'
import type { ColumnRole } from './columnRoles.ts'
import type { FindAgency } from './findAgency.ts'
import { type Fault, quoted } from './importProblems.ts'
import type { ImportTarget } from './importTarget.ts'
import type { LongTable } from './longTable.ts'
import { isWithin, periodBeside } from './periodText.ts'
import { cellOrMerged, type GridRow } from './sheetGrid.ts'
import { shownPeriod } from './subjectProblems.ts'

/** Which rows of a table are the draft's, by the columns that name agencies and periods. */
export type OwnRows = {
  readonly isOwn: (row: GridRow) => boolean
  /** Whom a row is about: "UBND xã Thạch Minh, tháng 10/2026". */
  readonly about: (row: GridRow) => string
  readonly saysAgency: boolean
  readonly saysPeriod: boolean
}

type About = { readonly agency: readonly string[]; readonly period: string }

/** A row that leaves agency or period blank is of those above it; without such columns every row is ours. */
export function ownRows(table: LongTable, target: ImportTarget, findAgency: FindAgency): OwnRows {
  const { grid, roles, rows } = table
  const byRow = new Map(grid.rows.map(row => [row.row, row]))
  const columnsOf = (role: ColumnRole) =>
    [...roles].flatMap(([column, each]) => (each === role ? [column] : []))
  const textsOf = (row: GridRow, columns: readonly number[]) =>
    columns
      .map(column => shownText(cellOrMerged(grid, byRow, row, column)).trim())
      .filter(text => text !== '')
  const namesUnits = unitsOf(target)
  // "Đơn vị" heads agencies as well as units of measure.
  const areUnits = (column: number) => {
    const texts = rows.flatMap(row => textsOf(row, [column]))
    return texts.some(text => namesUnits.has(fold(text))) && texts.every(text => findAgency(text) === null)
  }
  const agencyColumns = [...columnsOf('agencyCode'), ...columnsOf('agency')].filter(
    column => !areUnits(column),
  )
  const periodColumns = columnsOf('period')

  let above: About = { agency: [], period: '' }
  const abouts = new Map<number, About>()
  for (const row of rows) {
    const agency = textsOf(row, agencyColumns)
    const [period = above.period] = textsOf(row, periodColumns)
    above = { agency: agency.length > 0 ? agency : above.agency, period }
    abouts.set(row.row, above)
  }
  const aboutOf = ({ row }: GridRow) => abouts.get(row) ?? { agency: [], period: '' }
  const saysAgency = above.agency.length > 0
  const saysPeriod = above.period !== ''
  return {
    saysAgency,
    saysPeriod,
    isOwn: row => {
      const { agency, period } = aboutOf(row)
      const named = agency.map(findAgency).find(found => found !== null)
      return (
        (!saysAgency || named?.id === target.agencyId) &&
        (!saysPeriod || isWithin(periodBeside(period, target.period), target.period))
      )
    },
    about: row => {
      const { agency, period } = aboutOf(row)
      const written = agency.find(text => !/^\d+$/.test(text)) ?? agency[0] ?? ''
      const known = periodBeside(period, target.period)
      return [quoted(written), known === null ? quoted(period) : shownPeriod(known)]
        .filter(part => part !== '')
        .join(', ')
    },
  }
}

function unitsOf({ ruleSet }: ImportTarget): ReadonlySet<string> {
  return new Set(ruleSet.metrics.flatMap(({ unit, unitEn }) => [unit, unitEn ?? unit].map(fold)))
}

/** Some rows are of others. */
export function rowsLeftOut(abouts: readonly string[]): Fault {
  return {
    code: 'rows-left-out',
    vi: `${abouts.length} dòng của đơn vị khác hoặc kỳ khác không lấy, từ dòng này: ${listed(abouts)}`,
    en: `${abouts.length} rows of another agency or period are left out, from this one on: ${listed(abouts)}`,
  }
}

/** All rows are of others. */
export function noOwnRows(abouts: readonly string[], { agencies, agencyId, period }: ImportTarget): Fault {
  const agency = agencies.find(each => each.id === agencyId)
  const name = agency?.shortName ?? agency?.name ?? agencyId
  return {
    code: 'no-agency-row',
    vi: `bảng không có dòng nào của ${name}, ${shownPeriod(period)}; bảng là của ${listed(abouts)}`,
    en: `the table has no row of ${name} for ${period}; it is of ${listed(abouts)}`,
  }
}

function listed(abouts: readonly string[]): string {
  const each = [...new Set(abouts)]
  const shown = each.slice(0, 5).map(about => `“${about}”`)
  return `${shown.join(', ')}${each.length > shown.length ? ', …' : ''}`
}
