import type { SparkPoint } from '../../charts/sparklineSeries.ts'
import type { Agency, AgencyDirectory } from '../../model/agency.ts'
import type { CohortChange, CohortColumn, CohortGroup, CohortRow, CohortView } from '../../model/cohort.ts'
import { foldText } from '../../ui/foldText.ts'
import type { Earlier } from './agenciesState.ts'

/** One agency as the table shows it. */
export type LeagueRow = CohortRow & {
  readonly name: string
  /** For narrow places; the full name stands in the tooltip. */
  readonly shortName: string
  /** Names, number and aliases without accents, each word after a space. */
  readonly searched: string
  /** Place by name in Vietnamese order. */
  readonly nameOrder: number
  /** Null where no earlier period was published. */
  readonly change: CohortChange | null
  /** Through the periods of the same rule set, the oldest first. */
  readonly line: readonly SparkPoint[]
}

const collator = new Intl.Collator('vi', { numeric: true })

/** Rows of a group with what the directory and earlier periods know of them. */
export function leagueRows(
  view: CohortView,
  group: CohortGroup,
  directory: AgencyDirectory,
  { history, periods, changes }: Earlier,
): readonly LeagueRow[] {
  const agencies = new Map(directory.agencies.map(agency => [agency.id, agency]))
  const nameOf = ({ agencyId }: CohortRow) => agencies.get(agencyId)?.name ?? agencyId
  const byName = new Map(
    group.rows
      .toSorted((a, b) => collator.compare(nameOf(a), nameOf(b)))
      .map((row, place) => [row.agencyId, place]),
  )
  const lines = linesOf(periods, history)
  return group.rows.map(row => {
    const agency = agencies.get(row.agencyId)
    const name = agency?.name ?? row.agencyId
    const past = lines.get(row.agencyId)
    return {
      ...row,
      name,
      shortName: agency?.shortName ?? name,
      searched: searchedText(agency, row.agencyId),
      nameOrder: byName.get(row.agencyId) ?? 0,
      change: changes?.byAgency.get(row.agencyId) ?? null,
      line: [
        ...periods.map(period => past?.get(period) ?? { period, percent: null, stage: null }),
        pointOf(view.period, row),
      ],
    }
  })
}

/** Names, number and aliases without accents, each word after a space. */
export function searchedText(agency: Agency | undefined, agencyId: string): string {
  return ` ${foldText(
    agency
      ? [agency.name, agency.shortName ?? '', agency.code ?? '', ...(agency.aliases ?? [])].join(' · ')
      : agencyId,
  )}`
}

/** Points of every agency by period; periods that are not scored yet have none. */
function linesOf(
  periods: readonly string[],
  history: ReadonlyMap<string, CohortView>,
): ReadonlyMap<string, ReadonlyMap<string, SparkPoint>> {
  const lines = new Map<string, Map<string, SparkPoint>>()
  for (const period of periods)
    for (const { rows } of history.get(period)?.groups ?? [])
      for (const row of rows) {
        const line = lines.get(row.agencyId) ?? new Map<string, SparkPoint>()
        lines.set(row.agencyId, line.set(period, pointOf(period, row)))
      }
  return lines
}

/** Points scored on nothing say nothing of the work, and draw no dot. */
function pointOf(period: string, { place, stage, total }: CohortRow): SparkPoint {
  return { period, percent: place === 'idle' ? null : total.percent, stage }
}

/** Columns of areas, or of every leaf; places in a row's cells. */
export type HeatColumn = CohortColumn & { readonly place: number }

export function heatColumns(group: CohortGroup, all: boolean): readonly HeatColumn[] {
  const placed = group.columns.map((column, place) => ({ ...column, place }))
  return placed.filter(column => (all ? column.isLeaf : column.depth === 0))
}

/** Areas above the columns, with how many of them stand below each. */
export function areasAbove(group: CohortGroup, columns: readonly HeatColumn[]) {
  const byId = new Map(group.columns.map(column => [column.criterionId, column]))
  const topOf = (column: CohortColumn): CohortColumn => {
    const parent = column.parentId === null ? undefined : byId.get(column.parentId)
    return parent ? topOf(parent) : column
  }
  const spans: { area: CohortColumn; count: number }[] = []
  for (const column of columns) {
    const area = topOf(column)
    const last = spans.at(-1)
    if (last?.area.criterionId === area.criterionId) last.count += 1
    else spans.push({ area, count: 1 })
  }
  return spans
}

/** Rows whose place differs from the published one, where both rank the same agencies. */
export function rankDifferences(rows: readonly CohortRow[]): readonly CohortRow[] {
  const ranked = rows.filter(row => row.place === 'ranked')
  return ranked.filter(({ rank, published }) => {
    if (!published?.rank || published.rank.of !== ranked.length || rank === null) return false
    return rank.kind === 'open' || rank.rank !== published.rank.rank
  })
}

/** Whether one maximum applies to everybody, so that the head of the column can say it. */
export function commonMaximum(rows: readonly CohortRow[]): string | null {
  const [first] = rows
  return first && rows.every(row => row.total.maxPoints === first.total.maxPoints)
    ? first.total.maxPoints
    : null
}
