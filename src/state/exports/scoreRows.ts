import { decimalContent, nothing, serialOfDay, text } from '../../io/formSheet/formCells.ts'
import type { CellContent, CellLook, StyledCell } from '../../io/styledSheet.ts'
import type { Metric } from '../../model/ruleSet.ts'
import type { NodeScore } from '../../model/scoreSheet.ts'
import type { MetricValue } from '../../model/submission.ts'
import type { SheetFormulas } from '../../scoring/sheetFormulas/sheetFormulas.ts'
import { literal } from '../../scoring/sheetFormulas/workings.ts'
import type { ScoreWorkbookParts } from './exportJob.ts'
import type { AnswerLists } from './scoreAnswers.ts'
import { differenceOf, differenceOfEnds, nodeDifference, type ScoreCells, scoreFills } from './scoreCells.ts'
import { type ScoreColumn, type ScoreLayout, type ScoreRow, scoreColumns } from './scoreLayout.ts'
import { type Standing, wordOf } from './scoreStanding.ts'
import type { ScoreWords } from './scoreWords.ts'

/** Everything the rows of the workbook are written from. */
export type ScoreScene = {
  readonly parts: ScoreWorkbookParts
  readonly words: ScoreWords
  readonly layout: ScoreLayout
  readonly standings: ReadonlyMap<string, Standing>
  readonly formulas: SheetFormulas
  readonly answers: AnswerLists
  readonly cells: ScoreCells
  readonly nodes: ReadonlyMap<string, NodeScore>
  readonly values: ReadonlyMap<string, MetricValue>
}

type Cells = Partial<Record<ScoreColumn, StyledCell>>

/** One row of a sheet of criteria. */
export function scoreRow(row: ScoreRow, scene: ScoreScene): readonly StyledCell[] {
  const { cells, look } =
    row.kind === 'group'
      ? groupRow(row, scene)
      : row.kind === 'leaf'
        ? leafRow(row, scene)
        : figureRow(row, scene)
  return scoreColumns.map(column => {
    const cell = cells[column]
    return { ...cell, content: cell?.content ?? nothing, look: { border: 'box', ...look, ...cell?.look } }
  })
}

type Written = { readonly cells: Cells; readonly look: CellLook }

function groupRow(row: ScoreRow & { kind: 'group' }, scene: ScoreScene): Written {
  const { layout, cells, nodes, formulas, parts } = scene
  const { code, name, nameEn } = row.criterion
  const node = nodes.get(row.id)
  const written = formulas.nodes.get(row.id)
  const known = node?.points ?? null
  const at = (column: ScoreColumn) => layout.nodeCell(row.id, column)
  const [from, to] = written ? cells.nodePoints(written, known) : [nothing, nothing]
  const [appFrom, appTo] = cells.appPoints(known)
  return {
    look: { bold: true, fill: scoreFills.group },
    cells: {
      code: { content: text(code) },
      name: {
        content: text(parts.language === 'en' ? (nameEn ?? name) : name),
        look: { indent: Math.min(row.depth, 10) },
      },
      maximum: {
        content: written?.maxPoints
          ? { kind: 'formula', formula: written.maxPoints, result: resultOf(node?.maxPoints ?? null, cells) }
          : nothing,
        look: cells.points,
      },
      points: { content: from, look: cells.points },
      upTo: { content: to, look: cells.points },
      appPoints: { content: appFrom, look: cells.points },
      appUpTo: { content: appTo, look: cells.points },
      difference: {
        content: written
          ? nodeDifference(written, known, { from: at('appPoints'), to: at('appUpTo') })
          : nothing,
        look: cells.difference,
      },
    },
  }
}

function resultOf(exact: string | null, cells: ScoreCells): number | undefined {
  const content = exact === null ? nothing : cells.number(exact)
  return content.kind === 'number' ? content.value : undefined
}

function leafRow(row: ScoreRow & { kind: 'leaf' }, scene: ScoreScene): Written {
  const { parts, words, cells, standings, formulas } = scene
  const standing = standings.get(row.id)
  const name = parts.language === 'en' ? (row.nameEn ?? row.name) : row.name
  const pool = parts.ruleSet.pools.find(({ criterionIds }) => criterionIds.includes(row.id))
  const said = standing ? wordOf(standing, row.rule, words) : words.open.missing
  const app: CellContent = said === null && standing ? cells.number(standing.range.from) : text(said ?? '')
  const written = formulas.leaves.get(row.id)
  const maximum: CellContent = row.maxPoints
    ? cells.number(row.maxPoints)
    : text(
        pool
          ? words.shared(parts.language === 'vi' ? pool.maxPoints.replace('.', ',') : pool.maxPoints)
          : '–',
      )
  const isFixed = standing !== undefined && standing.fixed !== null
  const points: CellContent =
    isFixed || !written
      ? app
      : {
          kind: 'formula',
          formula:
            written.live === 'watched'
              ? `IF(${written.kind}=2,"${words.notApplicable}","${words.watched}")`
              : `IF(${written.kind}=0,${written.from},IF(${written.kind}=2,"${words.notApplicable}","${words.open.missing}"))`,
          result: app.kind === 'number' ? app.value : (said ?? ''),
        }
  return {
    look: { fill: scoreFills.leaf },
    cells: {
      code: { content: text(row.code) },
      name: { content: text(name), look: { indent: Math.min(row.depth, 10) } },
      maximum: { content: maximum, look: cells.points },
      points: { content: points, look: { ...cells.points, ...(isFixed && { italic: true }) } },
      appPoints: { content: app, look: cells.points },
      difference: { content: leafDifference(row, standing, scene), look: cells.difference },
      how: { content: text(howText(row, standing, scene)) },
    },
  }
}

function leafDifference(
  row: ScoreRow & { kind: 'leaf' },
  standing: Standing | undefined,
  { formulas, layout, words }: ScoreScene,
): CellContent {
  const written = formulas.leaves.get(row.id)
  if (!standing || !written || standing.fixed !== null || written.live === 'watched')
    return text(words.notReckoned)
  const unlike = `"${words.different}"`
  if (standing.kind === 2) return { kind: 'formula', formula: `IF(${written.kind}=2,0,${unlike})`, result: 0 }
  const formula =
    standing.kind === 0
      ? differenceOf(written.from, layout.nodeCell(row.id, 'appPoints'))
      : differenceOfEnds(written, { from: literal(standing.range.from), to: literal(standing.range.to) })
  return { kind: 'formula', formula: `IF(${written.kind}=${standing.kind},${formula},${unlike})`, result: 0 }
}

/** How it is scored, and why not here, if so. */
function howText(
  row: ScoreRow & { kind: 'leaf' },
  standing: Standing | undefined,
  { parts, words }: ScoreScene,
) {
  const { because, stages } = words
  const pool = parts.sheet.pools.find(({ criterionIds }) => criterionIds.includes(row.id))
  const sentence = parts.sentences.get(row.id)
  const decision = standing?.explanation?.decision
  const reason =
    standing?.fixed === 'decided'
      ? because.decided(stages[decision?.stage ?? 'closed'])
      : standing?.fixed === 'published' && standing.kind === 0
        ? because.published
        : standing?.fixed === 'compared' && standing.kind === 0
          ? because.compared
          : standing?.fixed === 'exempt'
            ? exemptText(standing, parts.language, because.exempt)
            : ''
  const joint = pool?.pointsProvenance
    ? because.pool(parts.language === 'vi' ? pool.points.from.replace('.', ',') : pool.points.from)
    : ''
  return [reason, joint, sentence ? `${sentence.replace(/[.\s]+$/, '')}.` : '', decision?.reason ?? '']
    .filter(each => each !== '')
    .join(' ')
}

function exemptText({ outcome }: Standing, language: 'vi' | 'en', words: string): string {
  return outcome.kind === 'notApplicable'
    ? `${words}: ${outcome.reason[language].replace(/[.\s]+$/, '')}.`
    : `${words}.`
}

function figureRow(row: ScoreRow & { kind: 'figure' }, scene: ScoreScene): Written {
  const { parts, words, layout, values, answers } = scene
  const { metric, isFirst, depth } = row
  const english = parts.language === 'en'
  const format: CellLook['format'] =
    metric.valueType === 'date' ? 'day' : metric.valueType === 'count' ? 'whole' : 'general'
  const value = values.get(metric.id)
  const common: Cells = {
    name: {
      content: text(english ? (metric.nameEn ?? metric.name) : metric.name),
      look: { indent: Math.min(depth, 10) },
    },
    unit: { content: text(english ? (metric.unitEn ?? metric.unit) : metric.unit) },
  }
  const above = layout.figureCell(metric.id, 'value')
  const content = valueContent(metric, value, answers)
  if (!isFirst && above !== null)
    return {
      look: {},
      cells: {
        ...common,
        value: {
          content: {
            kind: 'formula',
            formula: `IF(LEN(${above})=0,"",${above})`,
            result:
              content.kind === 'number'
                ? content.value
                : content.kind === 'day'
                  ? content.serial
                  : content.kind === 'text'
                    ? content.text
                    : '',
          },
          look: { format, align: 'right' },
        },
        state: { content: text(words.sameAs), look: { italic: true } },
      },
    }
  const note = value && value.state !== 'entered' ? (value.note ?? '') : ''
  return {
    look: {},
    cells: {
      ...common,
      value: { content, look: { format, align: 'right', fill: scoreFills.input } },
      state: {
        content: value && value.state !== 'entered' ? text(words.states[value.state]) : nothing,
        look: { fill: scoreFills.input },
      },
      how: { content: text(note), look: { italic: true } },
    },
  }
}

/** A figure as the cell of its field holds it. */
export function valueContent(
  metric: Metric,
  value: MetricValue | undefined,
  answers: AnswerLists,
): CellContent {
  if (value?.state !== 'entered') return nothing
  const word = answers.wordOf(metric.id, value.value)
  if (word !== null) return text(word)
  return metric.valueType === 'date'
    ? { kind: 'day', serial: serialOfDay(value.value) }
    : decimalContent(value.value)
}
