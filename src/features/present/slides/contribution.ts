import type { ContributionLeaf, ContributionRow, ContributionSplit } from '../../../model/attribution.ts'
import type { BarRow, Slide } from '../../../model/deck.ts'
import { toPlotNumber } from '../../../model/exact.ts'
import {
  contributionSentence,
  isMostlyNobodys,
  nobodysName,
} from '../../../sentences/contributionSentence.ts'
import { lossText, shareText } from '../../../sentences/lossText.ts'
import { lowerFirst } from '../../../sentences/lowerFirst.ts'
import { dictionary } from '../../../ui/language.tsx'
import type { Frame } from './frame.ts'
import { shareBar, shareScale } from './shareBars.ts'
import { slideTable } from './slideTable.ts'
import { briefName, slideTitle } from './slideTitle.ts'

const contributionWords = dictionary({
  vi: {
    name: 'Đóng góp vào điểm mất',
    nameAt: (criterion: string) => `Đóng góp: ${criterion}`,
    agency: 'Đơn vị',
    points: 'Điểm mất',
    percent: '% phần mất',
    scale: (from: string, to: string) => `Phần trong điểm mất, thang ${from}–${to}%`,
    gatheredTag: 'Suy ra: cộng từ các đơn vị',
    province: 'Toàn tỉnh',
    city: 'Toàn thành phố',
    total: 'Tổng, đúng bằng điểm mất',
    others: (count: string) => `${count} đơn vị còn lại`,
    few: (count: string, percent: string) => `${count} đơn vị gây ${percent}`,
    one: (name: string, percent: string) => `${name} gây ${percent}`,
    nobody: (name: string, percent: string) => `${name}: ${percent}`,
    lost: (whole: string, lost: string, count: string) =>
      `${whole} mất ${lost} điểm ở ${count} tiêu chí tách được`,
    lostAt: (whole: string, lost: string, name: string) => `${whole} mất ${lost} điểm ở ${name}`,
    gathered: (count: string) => `Suy ra: cộng từ ${count} đơn vị đã nộp`,
    read: 'Mỗi thanh là phần điểm cấp trên mất do đơn vị đó; các phần cộng lại đúng bằng điểm mất.',
    offsets: 'Dấu +: đơn vị đạt hơn mục tiêu, bù bớt phần mất của đơn vị khác.',
    size: 'Đơn vị lớn dễ chiếm phần nhiều: đây là phần của điểm chung, không phải xếp hạng đơn vị.',
    unsplit: (count: string) => `${count} tiêu chí không tách được theo đơn vị, không có trong trang này.`,
    jump: 'Gõ tên đơn vị để xem riêng.',
  },
  en: {
    name: 'Share in the lost points',
    nameAt: (criterion: string) => `Share in the loss: ${criterion}`,
    agency: 'Agency',
    points: 'Points lost',
    percent: '% of loss',
    scale: (from: string, to: string) => `Part of the loss, scale ${from}–${to}%`,
    gatheredTag: 'Inferred: summed over agencies',
    province: 'The province',
    city: 'The city',
    total: 'Total, exactly the loss',
    others: (count: string) => `${count} other agencies`,
    few: (count: string, percent: string) => `${count} agencies carry ${percent}`,
    one: (name: string, percent: string) => `${name} carries ${percent}`,
    nobody: (name: string, percent: string) => `${name}: ${percent}`,
    lost: (whole: string, lost: string, count: string) =>
      `${whole} lost ${lost} points at ${count} criteria that can be split`,
    lostAt: (whole: string, lost: string, name: string) => `${whole} lost ${lost} points at ${name}`,
    gathered: (count: string) => `Inferred: summed over ${count} agencies`,
    read: 'Each bar is the part of the loss of the whole that the agency carries; the parts add up to the loss.',
    offsets: 'A plus sign: past the target, offsetting what others lack.',
    size: 'Large agencies easily carry more: these are parts of a whole, not a ranking.',
    unsplit: (count: string) => `${count} criteria cannot be split over agencies and are not here.`,
    jump: 'Type the name of an agency to see it alone.',
  },
})

const mostRows = 9

/** Who costs the agency above how much: over all criteria that can be split, and at the one that lost most. */
export function contributionSlides(frame: Frame): readonly Slide[] {
  const { contribution } = frame.source
  if (!contribution?.total || contribution.total.rows.length === 0) return []
  const [leaf] = contribution.leaves
  return [
    contributionSlide(frame, contribution.total, null, 'contribution'),
    ...(leaf && contribution.leaves.length > 1
      ? [contributionSlide(frame, leaf, leaf, 'contribution.2')]
      : []),
  ]
}

function contributionSlide(
  frame: Frame,
  split: ContributionSplit,
  leaf: ContributionLeaf | null,
  id: string,
): Slide {
  const { language, ruleSet, source, format, number } = frame
  const words = contributionWords[language]
  const { contribution } = source
  // What is made up says so in words; hatched is only what we worked out.
  const isGathered = contribution?.origin.kind === 'gathered'
  const isSure = !isGathered && contribution?.origin.certainty !== 'inferred'
  const shown = split.rows.length > mostRows + 1 ? split.rows.slice(0, mostRows) : split.rows
  const percents = [...shown, ...(split.unallocated ? [split.unallocated] : [])].map(each =>
    toPlotNumber(each.percentOfLoss),
  )
  const scale = shareScale(percents)
  const isNobodys = isMostlyNobodys(split)
  const rest = shown.length < split.rows.length ? (shown.at(-1)?.remaining ?? null) : null
  const nobody = contribution ? nobodysName(contribution, leaf?.absent.length ?? 0, language) : ''
  const lost = (points: string) => lossText(points, ruleSet, language)
  const share = (percent: string) => shareText(percent, language)
  const criterion = leaf === null ? null : nodeNameOf(frame, leaf.criterionId)
  const title = titleOf(frame, split, leaf, criterion, nobody)
  const name = criterion === null ? words.name : words.nameAt(criterion)
  const rowOf = (row: ContributionRow, place: number): BarRow => ({
    id: row.agencyId,
    kind: 'row',
    lead: '',
    name: frame.agencyName(row.agencyId),
    numbers: [lost(row.contribution), share(row.percentOfLoss)],
    segments: shareBar(scale, row.percentOfLoss, isSure ? 'sure' : 'inferred'),
    tail: '',
    isStrong:
      row.agencyId === frame.sheet.agencyId ||
      (place === 0 && !isNobodys && !has(split, frame.sheet.agencyId)),
    agencyId: row.agencyId,
  })
  const joint = (
    rowId: string,
    label: string,
    part: { readonly contribution: string; readonly percentOfLoss: string },
    segments: BarRow['segments'],
  ): BarRow => ({
    id: rowId,
    kind: 'row',
    lead: '',
    name: label,
    numbers: [lost(part.contribution), share(part.percentOfLoss)],
    segments,
    tail: '',
    isStrong: rowId === 'unallocated' && isNobodys,
  })
  const open = split.unallocated
    ? [
        {
          ...joint(
            'unallocated',
            nobody,
            split.unallocated,
            shareBar(scale, split.unallocated.percentOfLoss, 'open'),
          ),
          mark: 'missing' as const,
        },
      ]
    : []
  return {
    id,
    kind: 'contribution',
    name,
    title,
    body: {
      kind: 'bars',
      scale: String(scale.left + scale.right),
      heads: {
        lead: null,
        name: words.agency,
        numbers: [words.points, words.percent],
        bar: words.scale(
          `${scale.left > 0 ? '\u2212' : ''}${number(String(scale.left))}`,
          number(String(scale.right)),
        ),
        tail: null,
      },
      rows: [
        ...(isNobodys ? open : []),
        ...shown.map(rowOf),
        ...(rest ? [joint('rest', words.others(frame.count(rest.count)), rest, [])] : []),
        ...(isNobodys ? [] : open),
      ],
      lines: [],
    },
    source: frame.sourceLine(
      frame.ownDocuments,
      contribution?.origin.kind === 'gathered'
        ? [words.gathered(frame.count(contribution.agencyIds.length))]
        : [],
    ),
    ...(isGathered ? { warnings: [words.gatheredTag] } : {}),
    table: slideTable({
      id,
      name,
      title,
      columns: [
        ['agency', words.agency, 44],
        ['points', words.points, 16, 'number'],
        ['percent', words.percent, 14, 'number'],
      ],
      lines: [
        ...split.rows.map(row => ({
          id: row.agencyId,
          cells: [frame.agencyFull(row.agencyId), lost(row.contribution), share(row.percentOfLoss)],
        })),
        ...(split.unallocated
          ? [
              {
                id: 'unallocated',
                cells: [nobody, lost(split.unallocated.contribution), share(split.unallocated.percentOfLoss)],
              },
            ]
          : []),
        {
          id: 'total',
          kind: 'total',
          cells: [words.total, `\u2212${format(split.lost)}/${number(split.maxPoints)}`, ''],
        },
      ],
      language,
    }),
    notes: [
      `${title}.`,
      words.read,
      words.size,
      ...(split.rows.some(row => row.contribution.startsWith('-')) ? [words.offsets] : []),
      ...(leaf === null && contribution && contribution.unsplit.length > 0
        ? [words.unsplit(frame.count(contribution.unsplit.length))]
        : [words.jump]),
    ],
  }
}

function titleOf(
  frame: Frame,
  split: ContributionSplit,
  leaf: ContributionLeaf | null,
  criterion: string | null,
  nobody: string,
): string {
  const { language, source, format, number } = frame
  const words = contributionWords[language]
  const { contribution } = source
  const parent = frame.agency(contribution?.parentId ?? '')
  const whole =
    parent?.level !== 'province'
      ? frame.agencyName(contribution?.parentId ?? '')
      : /thành phố/i.test(parent.name)
        ? words.city
        : words.province
  const lost = `${format(split.lost)}/${number(split.maxPoints)}`
  const full = contributionSentence({
    split,
    whole,
    where: criterion === null ? { count: contribution?.leaves.length ?? 0 } : { name: criterion },
    lost,
    nobody,
    nameOf: frame.agencyName,
    language,
  }).replace(/\.$/, '')
  const { leading, unallocated } = split
  const [first] = leading?.agencyIds ?? []
  const agencies =
    leading && first !== undefined
      ? [
          leading.count === 1
            ? words.one(frame.agencyName(first), shareText(leading.percentOfLoss, language))
            : words.few(frame.count(leading.count), shareText(leading.percentOfLoss, language)),
        ]
      : []
  const rest =
    unallocated && !unallocated.contribution.startsWith('-')
      ? [words.nobody(nobody, shareText(unallocated.percentOfLoss, language))]
      : []
  const parts = isMostlyNobodys(split) ? [...rest, ...agencies] : [...agencies, ...rest]
  const at = leaf === null || criterion === null ? null : lowerFirst(criterion)
  const leaves = frame.count(contribution?.leaves.length ?? 0)
  const say = (where: string | null) =>
    where === null ? words.lost(whole, lost, leaves) : words.lostAt(whole, lost, where)
  const shortAt = at === null ? null : briefName(at, 30)
  return slideTitle(
    full,
    [say(at), ...parts].join('; '),
    [say(at), ...parts.slice(0, 1)].join('; '),
    [say(shortAt), ...parts.slice(0, 1)].join('; '),
    say(at),
  )
}

const has = (split: ContributionSplit, agencyId: string) => split.rows.some(row => row.agencyId === agencyId)

/** A criterion of the rule set; the subject's sheet has the same ones. */
function nodeNameOf(frame: Frame, criterionId: string): string {
  return frame.node(criterionId) ? frame.nodeName(criterionId) : criterionId
}
