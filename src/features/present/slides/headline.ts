import type { Slide, SlideFact } from '../../../model/deck.ts'
import { isSettled } from '../../../model/exact.ts'
import { periodName } from '../../../receipt/periodName.ts'
import { formatInterval } from '../../../receipt/pointsFormat.ts'
import { missingText } from '../../../sentences/overviewSentence.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { pickName } from '../../../ui/language.tsx'
import { bandText, nextBand } from './bandText.ts'
import type { Frame } from './frame.ts'
import { headlineWords } from './headlineWords.ts'
import { rankFact } from './rankFact.ts'
import { slideTable } from './slideTable.ts'
import { slideTitle } from './slideTitle.ts'

/** Facts that two lines of three hold. */
const mostFacts = 6

/** The score with the few facts that place it. */
export function headlineSlide(frame: Frame, id = 'headline'): Slide {
  const { language, sheet, view } = frame
  const words = headlineWords[language]
  const rank = rankFact(frame)
  const facts = factsOf(frame, rank?.fact ?? null)
  const remarks = remarksOf(frame)
  const title = titleOf(frame, rank?.inSentence ?? null)
  return {
    id,
    kind: 'headline',
    name: words.name,
    title,
    body: { kind: 'facts', facts, remarks },
    source: frame.sourceLine(),
    table: slideTable({
      id,
      name: words.name,
      title,
      columns: [
        ['what', words.what, 26],
        ['value', words.value, 18, 'number'],
        ['of', words.of, 14, 'number'],
        ['note', words.note, 40],
      ],
      lines: facts.map((fact, place) => ({
        id: String(place),
        cells: [fact.label, fact.value, fact.of ?? '', fact.note ?? ''],
      })),
      notes: remarks,
      language,
    }),
    notes: [
      `${title}.`,
      ...(rank === null ? [] : [rank.how]),
      ...(sheet.total.missingLeaves > 0
        ? [words.openNote(missingText(sheet, language, frame.item, view.parts?.completeness))]
        : []),
      words.fromWhere(frame.ownDocuments.map(each => frame.citation(each)).join('; ')),
    ],
  }
}

function titleOf(frame: Frame, rank: string | null): string {
  const { language, sheet, view, format } = frame
  const words = headlineWords[language]
  const { points, percent, maxPoints, missingLeaves } = sheet.total
  const max = formatNumber(maxPoints, language)
  if (points.kind === 'unknown') return words.unknown
  if (percent === null) return words.nothingApplies
  if (missingLeaves > 0 || !isSettled(points)) {
    const missing = missingText(sheet, language, frame.item, view.parts?.completeness)
    const said = words.open(format(points.from), format(points.to), max)
    return slideTitle(`${said}, ${words.still(missing)}`, said)
  }
  const said = words.reached(format(points.to), max, frame.percent(percent.to))
  return rank === null ? said : slideTitle(`${said}, ${rank}`, said)
}

function factsOf(frame: Frame, rank: SlideFact | null): readonly SlideFact[] {
  const { language, sheet, view, format } = frame
  const words = headlineWords[language]
  const { points, percent, maxPoints, missingLeaves } = sheet.total
  const next = nextBand(frame)
  const completeness = view.parts?.completeness
  const isInferred = sheet.total.provenance?.certainty === 'inferred'
  return [
    {
      label: words.points,
      value: points.kind === 'unknown' ? '?' : percent === null ? '–' : formatInterval(points, format),
      of: formatNumber(maxPoints, language),
      ...(missingLeaves > 0 ? { mark: 'missing' as const } : isInferred ? { mark: 'inferred' as const } : {}),
      ...(missingLeaves > 0 ? { note: missingText(sheet, language, frame.item, completeness) } : {}),
      receiptId: 'total',
    },
    ...(percent === null
      ? []
      : [{ label: words.share, value: formatInterval(percent, frame.percent), note: words.ofMaximum }]),
    ...(sheet.total.bandIds.length === 0
      ? []
      : [
          {
            label: words.band,
            value: bandText(frame, sheet.total.bandIds),
            ...(sheet.total.bandOverride === null
              ? next === null
                ? {}
                : { note: words.next(next.name, next.from) }
              : { note: words.forced, mark: 'warning' as const }),
          },
        ]),
    ...(rank ? [rank] : []),
    ...changeFacts(frame),
    ...lostFacts(frame),
    ...(completeness && completeness.entered + completeness.missing > 0
      ? [
          {
            label: words.completeness,
            value: frame.count(completeness.entered),
            of: frame.count(completeness.entered + completeness.missing),
            ...(completeness.missing > 0
              ? { note: words.missing(frame.count(completeness.missing)), mark: 'missing' as const }
              : {}),
          },
        ]
      : []),
    ...itemFacts(frame),
  ].slice(0, mostFacts)
}

function lostFacts(frame: Frame): readonly SlideFact[] {
  const { gapToMax } = frame.sheet.total
  if (!gapToMax || gapToMax.to === '0') return []
  return [{ label: headlineWords[frame.language].lost, value: formatInterval(gapToMax, frame.format) }]
}

/** Items at their maximum; where points are only known together, how many have points of their own. */
function itemFacts(frame: Frame): readonly SlideFact[] {
  const words = headlineWords[frame.language]
  const { total, scored, atMax } = frame.sheet.total.items
  if (total === 0) return []
  const isWhole = scored === total
  const rows = frame.sheet.nodes.filter(node => node.isLeaf && node.maxPoints !== '0').length
  return [
    {
      label: isWhole ? words.atMax(frame.item) : words.ownPoints(frame.item),
      value: frame.count(isWhole ? atMax : scored),
      of: frame.count(total),
      // A waterfall has a row for each part, so that its rows are more than these.
      ...(rows > total ? { note: words.inParts(frame.count(total), frame.item, frame.count(rows)) } : {}),
    },
  ]
}

/** Since the period before: a difference, or why there is none. */
function changeFacts(frame: Frame): readonly SlideFact[] {
  const { language, view, ruleSet } = frame
  const words = headlineWords[language]
  const signed = (points: string) =>
    formatNumber(points, language, { signed: true, minPlaces: ruleSet.pointsPlaces })
  const comparison = view.parts?.comparison
  const published = view.submission.published?.change
  if (view.change)
    return [
      {
        label: words.since(periodName(view.change.previousPeriod, language)),
        value: view.change.difference === '0' ? words.same : signed(view.change.difference),
        note: view.change.difference === '0' ? undefined : words.pointsWord,
      },
    ]
  if (published)
    return [
      {
        label: words.since(pickName(language, published.since, published.sinceEn)),
        value: signed(published.points),
        note: words.published,
      },
    ]
  if (comparison?.refusal)
    return [
      {
        label: words.since(periodName(comparison.previousPeriod, language)),
        value: '–',
        note: `${words.notCompared}: ${words.refusal[comparison.refusal]}`,
      },
    ]
  return []
}

function remarksOf(frame: Frame): readonly string[] {
  const { language, sheet } = frame
  const words = headlineWords[language]
  const { notIncurredLeaves, notApplicableLeaves, scoredWithoutFigures } = sheet.total
  const { reconciliation } = sheet
  const differing = reconciliation?.checks.filter(check => !check.agrees) ?? []
  const [differs] = differing
  return [
    ...(differs
      ? [words.differs(frame.count(differing.length))]
      : reconciliation && reconciliation.agreeing > 0
        ? [words.agrees(frame.count(reconciliation.agreeing))]
        : []),
    ...(notIncurredLeaves > 0 ? [words.notIncurred(frame.count(notIncurredLeaves), frame.item)] : []),
    ...(notApplicableLeaves > 0 ? [words.notApplicable(frame.count(notApplicableLeaves), frame.item)] : []),
    ...(scoredWithoutFigures > 0
      ? [words.withoutFigures(frame.count(scoredWithoutFigures), frame.item)]
      : []),
  ]
}
