import { isSettled } from '../model/exact.ts'
import { formatNumber, formatPercent } from '../ui/formatNumber.ts'
import { pickName } from '../ui/language.tsx'
import { signed } from './describeAdjustmentReceipt.ts'
import { formulaLine, noteLines, pair, roundingLines } from './lines.ts'
import { formatInterval } from './pointsFormat.ts'
import type { Receipt, ReceiptContext, ReceiptLine, ReceiptSection } from './receipt.ts'
import { publishedLines, sourceLine, stage } from './sections.ts'
import { type Speech, speechOf } from './speech.ts'
import { hasExempt, intervalText, membersOf, sumTerm, sumText } from './sums.ts'

/** What the total is asked for by, where a criterion has its id. */
export const totalId = 'total'

/** The receipt of the whole: areas added up, another scale, bonus and penalty, rounding, percentage and grade. */
export function describeTotalReceipt(context: ReceiptContext): Receipt {
  const { sheet } = context
  const { total } = sheet
  const say = speechOf(context)
  const { words, language } = say
  const known = total.points.kind === 'known' ? total.points : null
  const points = known ? formatInterval(known, say.points) : words.unknown
  const lost = known && total.gapToMax && total.gapToMax.to !== '0' ? total.gapToMax : null
  return {
    nodeId: totalId,
    code: '',
    title: words.total,
    scope: context.scope,
    points,
    maxPoints: formatNumber(total.maxPoints, language),
    lost: lost && formatInterval(lost, say.points),
    isFull: known !== null && lost === null,
    sections: [
      { id: 'members', title: words.members, lines: membersOf(null, context, say).map(each => each.line) },
      ...rescaling(context, say),
      ...adjustments(context, say),
      ...sum(context, say),
      ...rounding(context, say),
      {
        id: 'points',
        title: null,
        lines: [
          pair(words.score, points, { mark: known ? undefined : 'missing', strong: true }),
          pair(words.max, formatNumber(total.maxPoints, language), { strong: true }),
          ...maximumNotes(context, say),
          ...(total.percent
            ? [
                pair(
                  words.percent,
                  `${formatInterval(total.percent, share => formatPercent(share, language).slice(0, -1))}%`,
                ),
              ]
            : []),
          ...publishedLines('total', totalId, sheet, say),
        ],
      },
      ...band(context, say),
      ...counts(context, say),
      stage(sheet, total.provenance !== null, say),
      ...(total.provenance
        ? [
            {
              id: 'source',
              title: words.source,
              lines: [
                sourceLine(total.provenance, context.documents, say),
                ...noteLines(total.provenance.note),
              ],
            },
          ]
        : []),
    ],
  }
}

/** Which blocks were not run and what the rest counts instead. */
function rescaling({ sheet, ruleSet, documents }: ReceiptContext, say: Speech): readonly ReceiptSection[] {
  const { rescaled, maxPoints } = sheet.total
  if (!rescaled || !ruleSet.rescaling) return []
  const { words } = say
  return [
    {
      id: 'rescaling',
      title: words.rescaling,
      lines: [
        pair(words.notRun, ruleSet.rescaling.criterionIds.map(say.nodeName).join('; '), {
          mark: 'notApplicable',
        }),
        pair(words.scale, words.becomes(say.number(rescaled.fromMax), say.number(maxPoints))),
        sourceLine(rescaled.provenance, documents, say),
        ...noteLines(rescaled.provenance.note),
      ],
    },
  ]
}

function adjustments({ sheet }: ReceiptContext, say: Speech): readonly ReceiptSection[] {
  if (sheet.adjustments.length === 0) return []
  const { words, language } = say
  return [
    {
      id: 'adjustments',
      title: words.adjustments,
      lines: sheet.adjustments.map(adjustment => {
        const label = pickName(language, adjustment.shortName, adjustment.shortNameEn)
        if (adjustment.outcome.kind === 'notApplicable')
          return pair(label, words.notApplicable, { mark: 'notApplicable' })
        const value = words.ofCeiling(signed(adjustment, say), formatNumber(adjustment.ceiling, language))
        return pair(label, value, isSettled(adjustment.points) ? {} : { mark: 'missing' })
      }),
    },
  ]
}

/** The areas added up, brought to another scale, with bonus and penalty: every number that makes the total. */
function sum(context: ReceiptContext, say: Speech): readonly ReceiptSection[] {
  const { unrounded, rescaled, maxPoints } = context.sheet.total
  const areas = sumText(membersOf(null, context, say))
  if (unrounded === null || areas === null) return []
  const beside = context.sheet.adjustments
    .filter(adjustment => adjustment.outcome.kind !== 'notApplicable')
    .map(({ effect, points }) => ` ${effect === 'bonus' ? '+' : '−'} ${sumTerm(points, say)}`)
    .join('')
  const result = intervalText(unrounded, say)
  const lines = rescaled
    ? [
        equation(areas, intervalText(rescaled.points, say)),
        `${sumTerm(rescaled.points, say)} ÷ ${say.number(rescaled.fromMax)} × ${say.number(maxPoints)}${beside} = ${result}`,
      ]
    : [equation(`${areas}${beside}`, result)]
  return [{ id: 'method', title: say.words.sum, lines: [formulaLine(lines.join('\n'))] }]
}

/** A single number is not said to equal itself. */
function equation(terms: string, result: string): string {
  return terms === result || terms === `(${result})` ? result : `${terms} = ${result}`
}

function rounding({ sheet, ruleSet }: ReceiptContext, say: Speech): readonly ReceiptSection[] {
  const { total } = sheet
  const { words } = say
  const title = words.rounding
  if (total.rounding) return [{ id: 'rounding', title, lines: roundingLines(total.rounding, say) }]
  const step = ruleSet.rounding.total
  if (step === null || total.unrounded === null || total.points.kind !== 'known') return []
  const [before, after] = [intervalText(total.unrounded, say), intervalText(total.points, say)]
  const value = before === after ? after : words.becomes(before, after)
  return [{ id: 'rounding', title, lines: [pair(words.places(step.places), value)] }]
}

function maximumNotes({ sheet, ruleSet }: ReceiptContext, say: Speech): readonly ReceiptLine[] {
  if (sheet.total.rescaled || !hasExempt(null, sheet.nodes)) return []
  return noteLines(say.words.ofFull(formatNumber(ruleSet.scale, say.language)))
}

/** The grade with every threshold, what it was decided on, and a flag that forced it. */
function band({ sheet, ruleSet, documents }: ReceiptContext, say: Speech): readonly ReceiptSection[] {
  const { bandIds, bandOverride, rounding: rounded } = sheet.total
  const { bands, bandsProvenance, grading, metrics } = ruleSet
  if (bands.length === 0) return []
  const { words, language } = say
  const nameOf = (id: string) => {
    const found = bands.find(entry => entry.id === id)
    return found ? pickName(language, found.name, found.nameEn) : id
  }
  const metric = metrics.find(entry => entry.id === bandOverride?.metricId)
  const basis = grading?.on === 'rounded' ? words.bandOnRounded : words.bandOnUnrounded
  return [
    {
      id: 'band',
      title: words.band,
      lines: [
        bandIds.length === 0
          ? pair(words.band, words.notBanded, { mark: 'missing', strong: true })
          : pair(words.band, bandIds.map(nameOf).join(words.or), {
              mark: bandIds.length > 1 ? 'missing' : undefined,
              strong: true,
            }),
        ...(bandOverride
          ? [
              ...noteLines(
                words.forcedBand(
                  metric ? pickName(language, metric.name, metric.nameEn) : bandOverride.metricId,
                  nameOf(bandOverride.bandId),
                ),
              ),
              sourceLine(bandOverride.provenance, documents, say),
            ]
          : []),
        ...bands.map(({ id, fromPercent }): ReceiptLine => {
          // A forced band is not the one its threshold gave.
          const taken = !bandOverride && bandIds.length === 1 && bandIds[0] === id
          return {
            kind: 'choice',
            value: `${words.fromPercent(`${formatNumber(fromPercent, language)}%`)}: ${nameOf(id)}`,
            mark: taken ? 'reached' : undefined,
            strong: taken,
          }
        }),
        ...noteLines(rounded && !bandOverride ? basis : null),
        ...(bandsProvenance ? [sourceLine(bandsProvenance, documents, say)] : []),
      ],
    },
  ]
}

/** How many leaves have no figures of their own, by what became of them. */
function counts({ sheet }: ReceiptContext, say: Speech): readonly ReceiptSection[] {
  const { words } = say
  const { total } = sheet
  const lines = (
    [
      [words.missingFigures, total.missingLeaves, 'missing'],
      [words.notApplicable, total.notApplicableLeaves, 'notApplicable'],
      [words.notIncurred, total.notIncurredLeaves, undefined],
      [words.scoredWithoutFigures, total.scoredWithoutFigures, undefined],
    ] as const
  ).flatMap(([label, count, mark]) =>
    count === 0 ? [] : [pair(capitalised(label), words.leavesCount(count), { mark })],
  )
  return lines.length === 0 ? [] : [{ id: 'counts', title: words.figureStates, lines }]
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
