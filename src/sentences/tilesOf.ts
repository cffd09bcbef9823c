import { buildTargetBar, type TargetBar } from '../charts/targetBarSeries.ts'
import { toPlotNumber } from '../model/exact.ts'
import type { NextAction } from '../model/nextActions.ts'
import type { Plan, Target } from '../model/plan.ts'
import type { Direction } from '../model/rules.ts'
import type { LossStep, NodeScore, ScoreSheet, TargetScore } from '../model/scoreSheet.ts'
import { formatDate, formatNumber, formatPercent, type Language } from '../ui/formatNumber.ts'
import { pickName } from '../ui/language.tsx'
import type { MarkKind } from '../ui/Mark.tsx'
import { paceText } from './paceText.ts'
import { type TargetWords, targetWords } from './targetWords.ts'

/** One tile, ready to draw. */
export type Tile = {
  readonly id: string
  readonly comparison: string
  readonly percent: string
  readonly name: string
  readonly bar: TargetBar
  readonly mark: MarkKind
  readonly strong: string
  readonly rest: string
  /** How fast it must come in, and by when; empty where that cannot be told. */
  readonly pace: string
  readonly due: string
}

/** A plan's targets and how far the figures are. */
export type AnsweredPlan = { readonly plan: Plan; readonly targets: readonly TargetScore[] }

/** Whether there is a target or a threshold to show. */
export function hasTiles(sheet: ScoreSheet, plan: AnsweredPlan | null): boolean {
  if (plan) return plan.plan.targets.some(target => target.actual.from !== 'nowhere')
  return sheet.losses.some(step => thresholdOf(sheet, step.nodeId) !== null)
}

/**
 * Tiles of the plan's targets, or of the ratios that lose most.
 *
 * @param next what the solver found; nothing while it is at work
 */
export function tilesOf(
  sheet: ScoreSheet,
  plan: AnsweredPlan | null,
  language: Language,
  next: readonly NextAction[] = [],
): readonly Tile[] {
  const words = targetWords[language]
  return plan ? planTiles(plan, words, language) : thresholdTiles(sheet, words, language, next)
}

function planTiles(plan: AnsweredPlan, words: TargetWords, language: Language): readonly Tile[] {
  const measured = plan.plan.targets.filter(target => target.actual.from !== 'nowhere')
  return measured.map(target => {
    const score = plan.targets.find(entry => entry.targetId === target.id)
    const nested = target.actual.from === 'units' ? target.actual : null
    return {
      id: target.id,
      comparison: nested
        ? words.each
        : target.percent === '100'
          ? words.all
          : target.comparison === 'atLeast'
            ? words.atLeast
            : words.atMost,
      percent: `${formatNumber(nested ? nested.unitPercent : target.percent, language)}%`,
      name: pickName(language, target.shortName, target.shortNameEn),
      bar: buildTargetBar(target, score),
      pace: score?.pace ? paceText(score.pace, pickName(language, target.unit, target.unitEn), language) : '',
      due: target.by === null ? '' : formatDate(target.by),
      ...targetStatus(target, score, words, language),
    }
  })
}

function targetStatus(
  target: Target,
  score: TargetScore | undefined,
  words: TargetWords,
  language: Language,
): Pick<Tile, 'mark' | 'strong' | 'rest'> {
  if (score === undefined || score.actual.kind === 'missing') {
    const level = target.actual.from === 'units' ? target.actual.unitLevel : ''
    return {
      mark: 'missing',
      strong: '',
      rest:
        score?.actual.kind === 'missing' && score.actual.what === 'units'
          ? words.unitsMissing(level)
          : words.figureMissing,
    }
  }
  const percent = formatPercent(score.actual.percent, language)
  const inferred = score.actual.certainty !== 'stated'
  if (score.status === 'reached')
    return {
      mark: 'reached',
      strong: words.targetReached(percent),
      rest: `, ${inferred ? words.inferred : words.stated}`,
    }
  const short =
    score.count === null
      ? words.pointsShort(formatNumber(score.percentPoints ?? '', language, { places: 2 }))
      : target.comparison === 'atLeast'
        ? words.countShort(
            formatNumber(score.count, language),
            pickName(language, target.unit, target.unitEn),
          )
        : words.countOver(formatNumber(score.count, language), pickName(language, target.unit, target.unitEn))
  return {
    mark: inferred ? 'actualInferred' : 'actual',
    strong: percent,
    rest: `${inferred ? ` ${words.inferred}` : ''}; ${short}`,
  }
}

/** The ratio leaves that lose most, with what full points would take. */
function thresholdTiles(
  sheet: ScoreSheet,
  words: TargetWords,
  language: Language,
  next: readonly NextAction[],
): readonly Tile[] {
  return sheet.losses.flatMap(step => {
    const found = thresholdOf(sheet, step.nodeId)
    if (!found) return []
    const tile = thresholdTile(found.node, found.gap, found.percent, words, language)
    // What gives full points as the rules round them, as the actions say it; the bare threshold may ask for more.
    const solved = solvedRest(step, next, words, language)
    return [solved === '' ? tile : { ...tile, rest: solved }]
  })
}

/** Units the solver found for full points; empty where it found none of this ratio. */
function solvedRest(
  { nodeId, lost }: LossStep,
  next: readonly NextAction[],
  words: TargetWords,
  language: Language,
): string {
  const found = next.find(({ kind, criterionIds }) => kind === 'leaf' && criterionIds[0] === nodeId)
  if (found?.reason.kind !== 'belowTarget' || found.points.to !== lost || !found.change?.change) return ''
  const { change, unit, unitEn, valueType } = found.change
  if (valueType !== 'count') return ''
  const say = change.startsWith('-') ? words.countOver : words.countShort
  return `; ${say(formatNumber(change.replace('-', ''), language), pickName(language, unit, unitEn))}`
}

/** A ratio that is short of full points, with where it stands. */
function thresholdOf(sheet: ScoreSheet, nodeId: string) {
  const node = sheet.nodes.find(entry => entry.criterionId === nodeId)
  const rule = node?.explanation?.rule
  if (!node?.gapToTarget || rule?.kind !== 'ratio' || rule.percent === null) return null
  return { node, gap: node.gapToTarget, percent: rule.roundedPercent ?? rule.percent }
}

function thresholdTile(
  node: NodeScore,
  gap: NonNullable<NodeScore['gapToTarget']>,
  percent: string,
  words: TargetWords,
  language: Language,
): Tile {
  return {
    id: node.criterionId,
    pace: '',
    due: '',
    comparison: gap.direction === 'higherIsBetter' ? words.fullFrom : words.fullDownFrom,
    percent: `${formatNumber(gap.targetPercent, language)}%`,
    name: pickName(language, node.shortName, node.shortNameEn),
    bar: {
      actual: Math.min(toPlotNumber(percent) / 100, 1),
      sure: node.outcome?.kind === 'scored' && node.outcome.certainty === 'stated',
      target: toPlotNumber(gap.targetPercent) / 100,
    },
    mark: 'actual',
    strong: formatPercent(percent, language),
    rest:
      // Figures that suffice while a decision took the points away: nothing more is to be counted.
      gap.count === null || gap.count === '0'
        ? ''
        : `; ${shortOf(gap.direction, words)(formatNumber(gap.count, language), pickName(language, gap.unit, gap.unitEn))}`,
  }
}

/** "cần thêm" where more is better, "cần bớt" where less is. */
function shortOf(direction: Direction, words: TargetWords) {
  return direction === 'higherIsBetter' ? words.countShort : words.countOver
}
