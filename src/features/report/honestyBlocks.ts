import type { ReportBlock } from '../../model/report.ts'
import { citation } from '../../receipt/citation.ts'
import { stageNames } from '../../receipt/stageNames.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import type { Telling } from './telling.ts'

/** V. What is missing, inferred or taken as it stands. */
export function honestyBlocks(telling: Telling): readonly ReportBlock[] {
  const { words, sheet, language } = telling
  const items = [
    ...(['published', 'closed'].includes(sheet.stage)
      ? []
      : [words.notOfficial(stageNames[language][sheet.stage])]),
    ...leafTexts(telling),
    ...inferredTexts(telling),
    ...reconciledTexts(telling),
    ...sourceTexts(telling),
  ]
  return [
    { kind: 'heading', level: 1, text: words.honesty },
    ...missingBlocks(telling),
    { kind: 'list', items },
  ]
}

function missingBlocks({ view, words, count, language, codesOf }: Telling): readonly ReportBlock[] {
  const completeness = view.parts?.completeness
  if (!completeness) return []
  if (completeness.missing === 0 && completeness.entered === 0)
    return [{ kind: 'text', text: words.noFigures }]
  if (completeness.missing === 0) return [{ kind: 'text', text: words.missingNone }]
  return [
    { kind: 'text', text: words.missingList(count(completeness.missing)) },
    {
      kind: 'list',
      items: completeness.missingFigures.map(figure => {
        const said = words.missingOne(
          pickName(language, figure.name, figure.nameEn),
          codesOf(figure.criterionIds),
        )
        return figure.isWatched ? `${said}; ${words.watched}.` : `${said}.`
      }),
    },
  ]
}

function leafTexts({ sheet, words, count, item }: Telling): readonly string[] {
  const { notIncurredLeaves, notApplicableLeaves, scoredWithoutFigures } = sheet.total
  return [
    ...(notIncurredLeaves > 0 ? [words.idleCount(count(notIncurredLeaves), item)] : []),
    ...(notApplicableLeaves > 0 ? [words.exemptCount(count(notApplicableLeaves), item)] : []),
    ...(scoredWithoutFigures > 0 ? [words.withoutFigures(count(scoredWithoutFigures), item)] : []),
  ]
}

function inferredTexts({ sheet, words, nodeName }: Telling): readonly string[] {
  const leaves = sheet.nodes.filter(node => node.isLeaf)
  const inferred = leaves.filter(
    ({ outcome, explanation }) =>
      (outcome?.kind === 'scored' && outcome.certainty === 'inferred') ||
      explanation?.ruleProvenance.certainty === 'inferred',
  )
  const isIllustrative = leaves.some(
    ({ explanation }) => explanation?.ruleProvenance.certainty === 'illustrative',
  )
  const maxima = [
    ...sheet.nodes.filter(node => node.maxProvenance.certainty === 'inferred').map(node => node.code),
    ...sheet.pools
      .filter(pool => pool.maxProvenance.certainty === 'inferred')
      .map(pool => nodeName(pool.poolId)),
  ]
  return [
    ...(inferred.length > 0
      ? [words.inferredList(inferred.map(node => node.code).join(', '))]
      : isIllustrative
        ? []
        : [words.inferredNone]),
    ...(isIllustrative ? [words.illustrativeRules] : []),
    ...(maxima.length > 0 ? [words.inferredMax(maxima.join(', '))] : []),
  ]
}

/** What agrees with published figures, and every one that does not, with both numbers. */
function reconciledTexts({ sheet, words, count, number, language }: Telling): readonly string[] {
  const { reconciliation } = sheet
  if (reconciliation === null) return []
  const { agreeing, checks, takenAsPublished, notComparable, readings, namedLosses } = reconciliation
  const differing = checks.filter(check => !check.agrees)
  return [
    ...(checks.length > 0 ? [words.agrees(count(agreeing), count(checks.length))] : []),
    ...differing.map(({ kind, name, nameEn, computed, published, difference }) =>
      kind === 'namedLosses' && namedLosses !== null
        ? words.differsNamed(number(namedLosses), number(computed), number(published))
        : words.differs(
            pickName(language, name, nameEn),
            number(computed),
            number(published),
            formatNumber(difference, language, { signed: true }),
          ),
    ),
    ...readings.map(each =>
      words.reading(pickName(language, each.title, each.titleEn), pickName(language, each.text, each.textEn)),
    ),
    ...(takenAsPublished > 0 ? [words.taken(count(takenAsPublished))] : []),
    ...(notComparable > 0 ? [words.notComparable(count(notComparable))] : []),
  ]
}

function sourceTexts({ view, words, language }: Telling): readonly string[] {
  const { source } = view.submission.published?.provenance ?? view.submission.provenance
  const document = view.documents.find(each => each.id === source?.documentId)
  return document ? [words.source(citation(document, source?.place, language))] : []
}
