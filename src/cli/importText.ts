import { portalFileName } from '../io/dvcqg766/portalShape.ts'
import type { PortalImport, ReconciledSet, ReconciledSubmission, Remark } from '../model/portalImport.ts'
import type { RuleSet } from '../model/ruleSet.ts'
import { periodName } from '../receipt/periodName.ts'
import { formatInterval, pointsFormat } from '../receipt/pointsFormat.ts'

type Set = { readonly ruleSet: RuleSet; readonly set: ReconciledSet }
type Cells = readonly string[]

/** What was imported and how it agrees with the portal, as Vietnamese lines. */
export function importLines(
  { files, absent, newAgencies }: PortalImport,
  sets: readonly Set[],
  agencyName: (id: string) => string,
): readonly string[] {
  const day = (period: string | null) => (period === null ? 'chưa rõ ngày' : periodName(period, 'vi'))
  return [
    ...aligned(
      [
        ['Tệp', 'Nhận ra là', 'Ngày', 'Đơn vị'],
        ...files.map(({ name, kind, period, units }) => [
          name,
          kind === null ? 'không nhận ra' : portalFileName(kind).vi,
          day(period),
          String(units),
        ]),
      ],
      [3],
    ),
    ...absent.map(
      ({ period, kinds }) =>
        `Ngày ${day(period)} chưa nạp: ${kinds.map(kind => portalFileName(kind).vi).join('; ')}`,
    ),
    ...sets.flatMap(each => ['', ...setLines(each, agencyName)]),
    ...(newAgencies.length === 0
      ? []
      : [
          '',
          'Đơn vị chưa có trong danh mục',
          ...newAgencies.map(({ id, code, name }) => `  ${id}: ${code}, ${name}`),
        ]),
  ]
}

function setLines({ ruleSet, set }: Set, agencyName: (id: string) => string): readonly string[] {
  const { agreement, units, remarks } = set
  const number = pointsFormat(ruleSet, 'vi')
  const different = units.flatMap(unit => differencesOf(unit, agencyName))
  return [
    `Đối chiếu · ${ruleSet.shortTitle}`,
    ...aligned(
      [
        ['Đơn vị', 'Ngày', 'Công bố', 'Tính ra', 'Khớp'],
        ...units.map(({ submission, sheet, groupSum }): Cells => {
          const { published, period, agencyId } = submission
          const { points } = sheet.total
          const checked = sheet.reconciliation
          return [
            agencyName(agencyId),
            periodName(period, 'vi'),
            published?.total
              ? number(published.total)
              : groupSum
                ? `${number(groupSum.points)}*`
                : 'không nêu',
            points.kind === 'known' ? formatInterval(points, number) : 'chưa rõ',
            checked ? `${checked.agreeing}/${checked.checks.length}` : '',
          ]
        }),
      ],
      [2, 3, 4],
    ),
    ...(units.some(unit => unit.groupSum)
      ? ['* cộng từ sáu nhóm (suy ra): Cổng không nêu tổng điểm, số này không tính vào số công bố']
      : []),
    `Khớp ${agreement.agreeing}/${agreement.checks} số công bố của ${units.length} đơn vị; ${agreement.takenAsPublished} số lấy nguyên như công bố, ${agreement.notComparable} số chưa so được vì thiếu số liệu`,
    ...(different.length === 0 ? ['Chênh lệch: không có'] : ['Chênh lệch', ...different]),
    ...(remarks.length === 0
      ? []
      : ['Ghi chú', ...remarks.map(remark => `  ${remarkText(remark, agencyName)}`)]),
  ]
}

function differencesOf(
  { submission, sheet }: ReconciledSubmission,
  agencyName: (id: string) => string,
): readonly string[] {
  // A difference says every digit it has.
  const number = pointsFormat({}, 'vi')
  const code = (nodeId: string) => sheet.nodes.find(node => node.criterionId === nodeId)?.code ?? ''
  return (sheet.reconciliation?.checks ?? [])
    .filter(check => !check.agrees)
    .map(check => {
      const what = check.kind === 'total' ? 'tổng điểm' : `${code(check.nodeId)} ${check.name}`
      return `  ${agencyName(submission.agencyId)}, ${what}: tính ra ${number(check.computed)}, công bố ${number(check.published)}, chênh ${number(check.difference)}`
    })
}

function remarkText({ criteria, text, agencyIds }: Remark, agencyName: (id: string) => string): string {
  const [only] = agencyIds ?? []
  const whose =
    agencyIds === null
      ? ''
      : ` (${agencyIds.length === 1 && only !== undefined ? agencyName(only) : `${agencyIds.length} đơn vị`})`
  return `${criteria.map(criterion => criterion.code).join(', ')}: ${text}${whose}`
}

/** Columns as wide as their longest cell; those of numbers, given by their place, stand right. */
function aligned(rows: readonly Cells[], numbers: readonly number[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map(row => [...(row[column] ?? '')].length)),
  )
  return rows.map(row =>
    row
      .map((cell, column) => {
        const gap = ' '.repeat((widths[column] ?? 0) - [...cell].length)
        return numbers.includes(column) ? gap + cell : cell + gap
      })
      .join('  ')
      .trimEnd(),
  )
}
