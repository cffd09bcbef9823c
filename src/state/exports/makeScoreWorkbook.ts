import { packedSheet } from '../../io/exports/originSheets.ts'
import { writeStyledWorkbook } from '../../io/xlsx.ts'
import type { ExportOrigin } from '../../model/exportOrigin.ts'
import type { Rule } from '../../model/rules.ts'
import { exemptionsOf } from '../../scoring/scoreLeaves.ts'
import { sheetFormulas } from '../../scoring/sheetFormulas/sheetFormulas.ts'
import type { ScoreWorkbookParts } from './exportJob.ts'
import { answerLists } from './scoreAnswers.ts'
import { scoreCells } from './scoreCells.ts'
import { layOutScores } from './scoreLayout.ts'
import type { ScoreScene } from './scoreRows.ts'
import { areaSheet, workingsSheet } from './scoreSheets.ts'
import { sourcesSheet } from './scoreSources.ts'
import { fixedCellsOf, standingsOf } from './scoreStanding.ts'
import { summarySheet } from './scoreSummary.ts'
import { scoreWords } from './scoreWords.ts'

/** The workbook as bytes; what runs in the worker. */
export function makeScoreWorkbook(parts: ScoreWorkbookParts, origin: ExportOrigin): Promise<Uint8Array> {
  const scene = sceneOf(parts)
  const { layout, answers, words } = scene
  return writeStyledWorkbook({
    title: `${words.summaryTitle} ${parts.agency?.name ?? parts.submission.agencyId}`,
    isOpen: true,
    sheets: [
      summarySheet(scene),
      ...layout.areas.map(area => areaSheet(area, scene)),
      sourcesSheet(scene, origin),
      answers.sheet,
      workingsSheet(scene),
      packedSheet(origin),
    ],
  })
}

function sceneOf(parts: ScoreWorkbookParts): ScoreScene {
  const { ruleSet, submission, before, sheet, language } = parts
  const words = scoreWords[language]
  const layout = layOutScores(ruleSet, words, language)
  const answers = answerLists(ruleSet, layout.names.lists, words)
  const rules = new Map<string, Rule>(
    layout.areas.flatMap(({ rows }) =>
      rows.flatMap(row => (row.kind === 'leaf' ? [[row.id, row.rule]] : [])),
    ),
  )
  const standings = standingsOf(parts, rules)
  const exempt = exemptionsOf(ruleSet.criteria, submission)
  const formulas = sheetFormulas(
    ruleSet,
    submission.period,
    {
      workingSheet: layout.names.workings,
      figure: metricId => {
        const [value, state] = [layout.figureCell(metricId, 'value'), layout.figureCell(metricId, 'state')]
        return value === null || state === null ? null : { value, state, answers: answers.cellsOf(metricId) }
      },
      claim: () => null,
      exempt: criterionId => (exempt.has(criterionId) ? 'TRUE()' : null),
      fixed: fixedCellsOf(parts, standings, layout),
      words: { ...words.states, to: words.to, or: words.or },
    },
    before && new Map(before.values.map(value => [value.metricId, value])),
  )
  return {
    parts,
    words,
    layout,
    standings,
    formulas,
    answers,
    cells: scoreCells(ruleSet, words),
    nodes: new Map(sheet.nodes.map(node => [node.criterionId, node])),
    values: new Map(submission.values.map(value => [value.metricId, value])),
  }
}
