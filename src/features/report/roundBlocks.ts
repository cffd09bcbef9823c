import type { ConsolidatedGroup, ConsolidatedRow } from '../../model/consolidation.ts'
import type { ReportBlock } from '../../model/report.ts'
import type { NodePoints } from '../../model/scoreSheet.ts'
import { formatInterval } from '../../receipt/pointsFormat.ts'
import { formatDate } from '../../ui/formatNumber.ts'
import type { RoundTelling } from './roundInput.ts'
import { simpleTable } from './simpleTable.ts'
import { reportWords } from './words.ts'

/** Agencies of a group and criteria that a report names before the annex or the table says the rest. */
const mostAgencies = 15
const mostItems = 15
/** Agencies named as those who lost the most. */
const mostNamed = 3

/** I. Who has results, ranks and grades. */
export function roundResultBlocks(telling: RoundTelling): readonly ReportBlock[] {
  const { words, input } = telling
  return [
    { kind: 'heading', level: 1, text: words.result },
    { kind: 'text', text: input.isClosed ? words.closed : words.provisional },
    ...input.consolidation.groups.flatMap(group => groupBlocks(group, telling)),
  ]
}

function groupBlocks(group: ConsolidatedGroup, telling: RoundTelling): readonly ReportBlock[] {
  const { words, count } = telling
  const { columns } = words
  const of = group.rows.length + group.apart.length
  const intro = words.scored(count(group.rows.length), count(of), group.name)
  if (group.rows.length === 0) return [{ kind: 'text', text: intro }]
  const isCut = group.rows.length > mostAgencies
  const caption = words.groupCaption(group.name)
  const table = simpleTable(
    'group',
    caption,
    [
      [columns.rank, 8, 'center'],
      [columns.agency, 44],
      [columns.self, 13, 'right'],
      [columns.points, 13, 'right'],
      [columns.share, 13, 'right'],
      [columns.band, 14],
    ],
    group.rows.slice(0, mostAgencies).map(row => ({ cells: rankingCells(row, telling) })),
    {
      empty: words.noResult,
      notes: isCut ? [words.groupShort(count(mostAgencies), count(group.rows.length))] : [],
    },
  )
  return [
    { kind: 'text', text: intro },
    { kind: 'table', table, caption },
  ]
}

function rankingCells({ agencyId, row, self }: ConsolidatedRow, telling: RoundTelling): readonly string[] {
  const { words, agency, number, percent, count, band } = telling
  const { total, rank, grade } = row
  const place =
    rank === null
      ? words.noRank
      : rank.kind === 'settled'
        ? count(rank.rank)
        : `${count(rank.from)}–${count(rank.to)}`
  return [
    rank !== null && row.tiedWith.length > 0 ? `${place} (${words.tied})` : place,
    agency(agencyId),
    pointsText(self.points, telling),
    `${pointsText(total.points, telling)}/${number(total.maxPoints)}`,
    total.percent === null ? words.unknown : formatInterval(total.percent, percent),
    grade && grade.bandIds.length > 0 ? grade.bandIds.toReversed().map(band).join(words.or) : words.noBand,
  ]
}

function pointsText(points: NodePoints, { words, format }: RoundTelling): string {
  return points.kind === 'known' ? formatInterval(points, format) : words.unknown
}

/** II. Where the agencies lost points, and what was entered about it. */
export function roundLossBlocks(telling: RoundTelling): readonly ReportBlock[] {
  const { words, input, format, percent, count, nodeName, number, agency } = telling
  const { losses } = input.consolidation
  const { columns } = words
  const table = simpleTable(
    'losses',
    words.lossCaption,
    [
      [columns.criterion, 52],
      [columns.lost, 13, 'right'],
      [columns.ofAll, 14, 'right'],
      [columns.agencies, 12, 'right'],
    ],
    losses.items.map(item => ({
      cells: [nodeName(item.nodeId), format(item.lost), percent(item.percentOfAll), count(item.by.length)],
    })),
    { empty: words.noLoss },
  )
  const left = losses.items.length - mostItems
  return [
    { kind: 'heading', level: 1, text: words.losses },
    ...(losses.items.length === 0
      ? []
      : [{ kind: 'heading' as const, level: 2 as const, text: words.lossHeading }]),
    {
      kind: 'text',
      text: [
        losses.items.length === 0 ? words.noLoss : words.lostAll(format(losses.lost)),
        ...(losses.open === '0' ? [] : [words.lostOpen(format(losses.open))]),
        ...(losses.unknown.length > 0 ? [words.lostUnknown(losses.unknown.map(agency).join('; '))] : []),
      ].join(' '),
    },
    ...(losses.items.length === 0
      ? []
      : [
          { kind: 'table' as const, table, caption: words.lossCaption },
          { kind: 'heading' as const, level: 2 as const, text: words.perItem },
        ]),
    ...losses.items.slice(0, mostItems).flatMap((item): readonly ReportBlock[] => [
      {
        kind: 'heading',
        level: 3,
        text: words.item(
          nodeName(item.nodeId),
          format(item.lost),
          percent(item.percentOfAll),
          count(item.by.length),
        ),
      },
      {
        kind: 'list',
        items: [
          words.most(
            item.by
              .slice(0, mostNamed)
              .map(each => `${agency(each.agencyId)} ${format(each.lost)}/${number(each.maxPoints)}`)
              .join('; '),
          ),
          words.causeOpen,
          ...remediesAt(item.nodeId, telling),
        ],
      },
    ]),
    ...(left > 0 ? [{ kind: 'text' as const, text: words.itemsMore(count(left)) }] : []),
  ]
}

function remediesAt(nodeId: string, { input, words, language }: RoundTelling): readonly string[] {
  const say = reportWords[language]
  const own = input.remedies.filter(({ task }) => task.criterionIds.includes(nodeId))
  if (own.length === 0) return [words.remedyOpen]
  return own.map(({ task, lead }) =>
    say.remedy(
      [
        task.name.trim().replace(/[.;]+$/, ''),
        say.lead(lead === '' ? say.noLead : lead),
        say.due(task.due === null ? say.noDue : formatDate(task.due)),
      ].join('; '),
    ),
  )
}

/** III. How many agencies reach what the rules ask for. */
export function roundTargetBlocks(telling: RoundTelling): readonly ReportBlock[] {
  const { words, input, nodeName, percent, count } = telling
  const { columns } = words
  const measured = input.consolidation.province.leaves.flatMap(({ criterionId, target }) =>
    target === null
      ? []
      : [
          {
            cells: [
              nodeName(criterionId),
              percent(target.percent),
              `${count(target.agencyIds.length)}/${count(target.of)}`,
            ],
          },
        ],
  )
  const table = simpleTable(
    'targets',
    words.targetCaption,
    [
      [columns.criterion, 60],
      [columns.target, 14, 'right'],
      [columns.reached, 16, 'right'],
    ],
    measured,
    { empty: words.noTargets },
  )
  return [
    { kind: 'heading', level: 1, text: words.targets },
    { kind: 'text', text: measured.length === 0 ? words.noTargets : words.targetsIntro },
    ...(measured.length === 0 ? [] : [{ kind: 'table' as const, table, caption: words.targetCaption }]),
    { kind: 'text', text: words.ownTargets },
  ]
}

/** IV. Remedial tasks of the round, each with who leads it and until when. */
export function roundTaskBlocks(telling: RoundTelling): readonly ReportBlock[] {
  const { words, input, agency, codeOf, language } = telling
  const say = reportWords[language]
  const { remedyColumns } = say
  const table = simpleTable(
    'remedies',
    words.remediesCaption,
    [
      [remedyColumns.name, 38],
      [remedyColumns.criteria, 9],
      [words.scope, 20],
      [remedyColumns.lead, 20],
      [remedyColumns.due, 12, 'center'],
      [remedyColumns.state, 10],
    ],
    input.remedies.map(({ task, lead, state }) => ({
      cells: [
        task.name,
        task.criterionIds.map(codeOf).filter(Boolean).join(', '),
        task.agencyId === null ? words.wholeRound : agency(task.agencyId),
        lead === '' ? say.noLead : lead,
        task.due === null ? say.noDue : formatDate(task.due),
        state === null ? say.stateTorn : say.state[state],
      ],
    })),
    { empty: words.noRemedies },
  )
  return [
    { kind: 'heading', level: 1, text: words.tasks },
    ...(input.remedies.length === 0
      ? [{ kind: 'text' as const, text: words.noRemedies }]
      : [{ kind: 'table' as const, table, caption: words.remediesCaption }]),
    { kind: 'text', text: words.ownRemedies },
  ]
}

/** V. Who has no result, what is open, and what is deduced. */
export function roundHonestyBlocks(telling: RoundTelling): readonly ReportBlock[] {
  const { words, input, agency, count, codeOf } = telling
  const { groups, province, published } = input.consolidation
  const apart = groups.flatMap(group => group.apart)
  const open = groups.flatMap(({ rows }) =>
    rows.flatMap(({ agencyId, row }) => (row.total.missingLeaves > 0 ? [agency(agencyId)] : [])),
  )
  const differing = published.flatMap(({ agencyId, total, rank, band }) =>
    [total, rank, band].some(each => each?.agreement === 'differs') ? [agency(agencyId)] : [],
  )
  const gathered = province.leaves.filter(leaf => leaf.whole.kind === 'gathered').length
  const reasons = new Map<keyof typeof words.notGatheredReasons, readonly string[]>()
  for (const { criterionId, whole } of province.leaves)
    if (whole.kind === 'notGathered')
      reasons.set(whole.why, [...(reasons.get(whole.why) ?? []), codeOf(criterionId)])
  return [
    { kind: 'heading', level: 1, text: words.honesty },
    {
      kind: 'list',
      items: [
        ...(apart.length === 0
          ? [words.apartNone]
          : apart.map(({ agencyId, why }) => words.apart(agency(agencyId), words.apartReasons[why]))),
        ...(open.length > 0 ? [words.open(open.join('; '))] : []),
        words.gathered(count(gathered), count(province.leaves.length)),
        ...[...reasons].map(([why, codes]) =>
          words.notGathered(words.notGatheredReasons[why], codes.join(', ')),
        ),
        ...(differing.length > 0 ? [words.differs(differing.join('; '))] : []),
        words.cannotProve,
      ],
    },
  ]
}
