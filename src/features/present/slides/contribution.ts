import { buildContributionBars, type ContributionBar } from '../../../charts/contributionSeries.ts'
import type { ContributionLeaf, ContributionRow, ContributionSplit } from '../../../model/attribution.ts'
import type { BarRow, Slide } from '../../../model/deck.ts'
import { contributionSentence, nobodysName } from '../../../sentences/contributionSentence.ts'
import { lossText, shareText } from '../../../sentences/lossText.ts'
import { lowerFirst } from '../../../sentences/lowerFirst.ts'
import { dictionary } from '../../../ui/language.tsx'
import type { Frame } from './frame.ts'
import { slideTable } from './slideTable.ts'
import { slideTitle } from './slideTitle.ts'

const contributionWords = dictionary({
  vi: {
    name: 'Đóng góp vào điểm mất',
    nameAt: (criterion: string) => `Đóng góp: ${criterion}`,
    agency: 'Đơn vị',
    points: 'Điểm mất',
    percent: '% phần mất',
    scale: 'Phần điểm mất của mỗi đơn vị',
    province: 'Toàn tỉnh',
    city: 'Toàn thành phố',
    total: 'Tổng, đúng bằng điểm mất',
    others: (count: string) => `${count} đơn vị còn lại`,
    few: (count: string, percent: string, lost: string) =>
      `${count} đơn vị gây ${percent} số điểm mất (${lost})`,
    one: (name: string, percent: string, lost: string) => `${name} gây ${percent} số điểm mất (${lost})`,
    lost: (whole: string, lost: string) => `${whole} mất ${lost} điểm ở các tiêu chí tách được`,
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
    scale: 'Part of the loss that each agency carries',
    province: 'The province',
    city: 'The city',
    total: 'Total, exactly the loss',
    others: (count: string) => `${count} other agencies`,
    few: (count: string, percent: string, lost: string) =>
      `${count} agencies carry ${percent} of the points lost (${lost})`,
    one: (name: string, percent: string, lost: string) =>
      `${name} carries ${percent} of the points lost (${lost})`,
    lost: (whole: string, lost: string) => `${whole} lost ${lost} points at the criteria that can be split`,
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
  const isSure = contribution?.origin.certainty === 'stated'
  const shown = split.rows.length > mostRows + 1 ? split.rows.slice(0, mostRows) : split.rows
  const bars = buildContributionBars({ ...split, rows: shown })
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
    segments: segmentOf(bars.rows.get(row.agencyId), isSure),
    tail: '',
    isStrong: row.agencyId === frame.sheet.agencyId || (place === 0 && !has(split, frame.sheet.agencyId)),
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
    isStrong: false,
  })
  return {
    id,
    kind: 'contribution',
    name,
    title,
    body: {
      kind: 'bars',
      heads: {
        lead: null,
        name: words.agency,
        numbers: [words.points, words.percent],
        bar: words.scale,
        tail: null,
      },
      rows: [
        ...shown.map(rowOf),
        ...(rest ? [joint('rest', words.others(frame.count(rest.count)), rest, [])] : []),
        ...(split.unallocated
          ? [joint('unallocated', nobody, split.unallocated, openSegment(bars.unallocated))]
          : []),
      ],
      lines: [],
    },
    source: frame.sourceLine(
      frame.ownDocuments,
      contribution?.origin.kind === 'gathered'
        ? [words.gathered(frame.count(contribution.agencyIds.length))]
        : [],
    ),
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
  const { leading } = split
  const [first] = leading?.agencyIds ?? []
  const percent = leading ? shareText(leading.percentOfLoss, language) : ''
  const brief =
    leading && first !== undefined
      ? leading.count === 1
        ? words.one(frame.agencyName(first), percent, lost)
        : words.few(frame.count(leading.count), percent, lost)
      : null
  const at = leaf === null || criterion === null ? null : lowerFirst(criterion)
  return slideTitle(
    full,
    ...(brief === null ? [] : [at === null ? brief : `${capital(at)}: ${brief}`, brief]),
    at === null ? words.lost(whole, lost) : words.lostAt(whole, lost, at),
  )
}

function segmentOf(bar: ContributionBar | undefined, isSure: boolean): BarRow['segments'] {
  if (!bar || bar.to <= bar.from) return []
  return [{ from: bar.from, to: bar.to, paint: bar.offsets ? 'actual' : 'lost', isSure }]
}

/** What nobody explains; a bar that had to be cut is not drawn, its length says nothing. */
function openSegment(bar: ContributionBar | null): BarRow['segments'] {
  if (!bar || bar.shortened || bar.to <= bar.from) return []
  return [{ from: bar.from, to: bar.to, paint: 'open', isSure: false }]
}

const has = (split: ContributionSplit, agencyId: string) => split.rows.some(row => row.agencyId === agencyId)

/** A criterion of the rule set; the subject's sheet has the same ones. */
function nodeNameOf(frame: Frame, criterionId: string): string {
  return frame.node(criterionId) ? frame.nodeName(criterionId) : criterionId
}

const capital = (text: string) => text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1)
