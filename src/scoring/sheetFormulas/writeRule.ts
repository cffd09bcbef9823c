import type { Rule } from '../../model/rules.ts'
import { bandsCells, cohortCells, growthCells, latenessCells, leaderCells } from './bandedCells.ts'
import {
  bonusPenaltyCells,
  checklistCells,
  choiceCells,
  deductionCells,
  everyOccurrenceCells,
  perUnitCells,
  surveyMeanCells,
  surveyOptionsCells,
  weightedMeanCells,
  yesNoCells,
} from './countCells.ts'
import { formulaCells } from './expressionCells.ts'
import { bestOfCells, sumCells } from './partCells.ts'
import { ratioCells } from './ratioCells.ts'
import { type RuleCells, type RulePlace, type RuleScene, wholeRange } from './ruleCells.ts'

/** Writes a rule down in cells. */
export function writeRule(rule: Rule, scene: RuleScene, place: RulePlace): RuleCells {
  switch (rule.kind) {
    case 'ratio':
      return ratioCells(rule, scene, place)
    case 'yesNo':
      return yesNoCells(rule, scene, place)
    case 'choice':
      return choiceCells(rule, scene, place)
    case 'checklist':
      return checklistCells(rule, scene, place)
    case 'bands':
      return bandsCells(rule, scene, place)
    case 'perUnit':
      return perUnitCells(rule, scene, place)
    case 'deduction':
      return deductionCells(rule, scene, place)
    case 'bonusPenalty':
      return bonusPenaltyCells(rule, scene, place)
    case 'lateness':
      return latenessCells(rule, scene, place)
    case 'surveyMean':
      return surveyMeanCells(rule, scene, place)
    case 'surveyOptions':
      return surveyOptionsCells(rule, scene, place)
    case 'weightedMean':
      return weightedMeanCells(rule, scene, place)
    case 'everyOccurrence':
      return everyOccurrenceCells(rule, scene, place)
    case 'growth':
      return growthCells(rule, scene, place)
    case 'formula':
      return formulaCells(rule, scene, place)
    case 'sum':
      return sumCells(rule, scene, place, (part, at) => writeRule(part.rule, scene, at))
    case 'bestOf':
      return bestOfCells(rule, scene, place, (part, at) => writeRule(part.rule, scene, at))
    case 'leader':
      return leaderCells(rule, scene, place)
    case 'shareOfBest':
    case 'minMax':
    case 'rank':
      return cohortCells(rule, scene, place)
    case 'reported':
      return { kind: '1', points: '0', ...wholeRange(place) }
    case 'monitor':
      return { kind: '0', points: '0', least: '0', most: '0' }
  }
}
