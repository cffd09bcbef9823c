import type { SourceDocument } from '../../model/provenance.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import type { StageColumn, StageTable } from '../../model/stageColumns.ts'
import type { EvidenceItem, Submission } from '../../model/submission.ts'
import { pointsFormat } from '../../receipt/pointsFormat.ts'
import { countDecimals, type Language } from '../../ui/formatNumber.ts'
import type { CriteriaLine } from './criteriaLines.ts'
import { figuresOf, isNumeric } from './figuresOf.ts'
import { type CriteriaWords, criteriaWords } from './words.ts'

/** What every cell of the table needs to know. */
export type TableView = {
  readonly sheet: ScoreSheet
  readonly ruleSet: RuleSet
  readonly table: StageTable
  readonly language: Language
  readonly words: CriteriaWords
  readonly format: (points: string) => string
  /** Decimals of the longest number, to align columns on the comma. */
  readonly decimals: { readonly points: number; readonly max: number }
  /** Documents by criterion; null where the submission carries no evidence at all. */
  readonly evidence: ReadonlyMap<string, readonly EvidenceItem[]> | null
  /** Any rule looks at a figure; where all points are taken as published, none does. */
  readonly hasFigures: boolean
  /** Letters of the longest figures that must not be parted. */
  readonly longestFigures: number
  /** Points come from different places of the sources, so that each row says its own. */
  readonly hasOwnSources: boolean
  readonly documents: ReadonlyMap<string, SourceDocument>
}

/** Puts together what the cells of one submission's table have in common. */
export function tableViewOf(
  {
    sheet,
    ruleSet,
    submission,
    documents,
  }: {
    readonly sheet: ScoreSheet
    readonly ruleSet: RuleSet
    readonly submission: Submission
    readonly documents: readonly SourceDocument[]
  },
  table: StageTable,
  language: Language,
): TableView {
  const shown = [...table.rows, table.total].flatMap(row =>
    row.cells.flatMap(cell => (cell.state === 'settled' ? [cell.points.to] : [])),
  )
  const sources = sheet.nodes.flatMap(node => {
    const source = node.explanation?.pointsProvenance.source
    return source ? [`${source.documentId} ${source.place}`] : []
  })
  const maxima = sheet.nodes.flatMap(node => (node.maxPoints === null ? [] : [node.maxPoints]))
  return {
    sheet,
    ruleSet,
    table,
    language,
    words: criteriaWords[language],
    format: pointsFormat(ruleSet, language),
    decimals: {
      points: Math.max(ruleSet.pointsPlaces ?? 0, ...shown.map(countDecimals)),
      max: Math.max(0, ...[...maxima, sheet.total.maxPoints].map(countDecimals)),
    },
    evidence: submission.evidence ? evidenceByCriterion(submission.evidence) : null,
    hasFigures: sheet.nodes.some(node => (node.explanation?.inputs.length ?? 0) > 0),
    longestFigures: Math.max(
      0,
      ...sheet.nodes.flatMap(({ explanation }) =>
        explanation
          ? (figuresOf(explanation.rule, language)?.parts ?? []).filter(isNumeric).map(part => part.length)
          : [],
      ),
    ),
    hasOwnSources: new Set(sources).size > 1,
    documents: new Map(documents.map(document => [document.id, document])),
  }
}

function evidenceByCriterion(items: readonly EvidenceItem[]): ReadonlyMap<string, readonly EvidenceItem[]> {
  const found = new Map<string, EvidenceItem[]>()
  for (const item of items)
    for (const id of item.criterionIds) {
      const own = found.get(id)
      if (own) own.push(item)
      else found.set(id, [item])
    }
  return found
}

/** Name of a point column, with what stands under it. */
export function columnName(
  column: StageColumn,
  isAlone: boolean,
  words: CriteriaWords,
): { readonly main: string; readonly sub: string } {
  if (column.by === 'rules') return { main: words.byRules, sub: '' }
  if (column.by === 'published') return { main: words.published, sub: '' }
  const { stage, standing } = column
  if (stage === 'selfAssessment') return { main: words.claimed, sub: '' }
  if (stage === 'published') return { main: words.published, sub: '' }
  if (isAlone && stage === standing) return { main: words.points, sub: words.stageShort[stage] }
  const short = words.stageShort[stage]
  return {
    main: words.reviewed,
    sub: standing === 'closed' && stage !== standing ? words.closedTail(short) : short,
  }
}

/** Whose name the filter of differing rows and the foot use. */
export function comparedNames(table: StageTable, words: CriteriaWords) {
  const [first, last] = [table.columns[0], table.columns.at(-1)]
  if (!first || !last || table.columns.length < 2) return null
  return {
    filter:
      last.by === 'published'
        ? words.differentFromPublished
        : first.by === 'rules'
          ? words.differentFromRules
          : words.filters.different,
    difference: words.differenceOf(
      lower(columnName(last, false, words).main),
      lower(columnName(first, false, words).main),
    ),
  }
}

const lower = (name: string) => name.slice(0, 1).toLocaleLowerCase('vi') + name.slice(1)

/** What the last column says beside the numbers: reasons of decisions, exemptions, causes, notes of the rule set. */
export function noteOf({ node, pool, adjustment, kind, memberOf }: CriteriaLine, view: TableView): string {
  const { words, sheet } = view
  if (kind === 'rescaling') {
    const { rescaled, maxPoints } = sheet.total
    return rescaled ? words.rescalingNote(view.format(rescaled.fromMax), view.format(maxPoints)) : ''
  }
  if (pool) return words.poolNote(pool.criterionIds.length)
  const explanation = node?.explanation ?? adjustment?.explanation
  const outcome = node?.outcome ?? adjustment?.outcome
  const decision = explanation?.decision
  const parts = [
    adjustment ? (adjustment.effect === 'bonus' ? words.bonus : words.penalty) : null,
    decision?.reason ? words.reasonAt(sentenceCase(words.stageFull[decision.stage]), decision.reason) : null,
    outcome?.kind === 'notApplicable' ? outcome.reason[view.language] : null,
    memberOf ? words.inPool(memberOf.shortName) : null,
    explanation?.cause ?? null,
    node && !node.isLeaf && node.missingLeaves > 0
      ? sentenceCase(words.missingCount(node.missingLeaves))
      : null,
    node?.outOfReach ?? null,
    node?.note ?? null,
  ]
  return parts.flatMap(part => (part === null || part === '' ? [] : [stop(part)])).join(' ')
}

const sentenceCase = (text: string) => text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1)

/** Notes follow each other as sentences. */
const stop = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`)
