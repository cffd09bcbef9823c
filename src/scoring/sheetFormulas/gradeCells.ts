import type { RuleSet } from '../../model/ruleSet.ts'
import { compare, parseExact } from '../exact.ts'
import type { FigureCells } from './ruleCells.ts'
import type { NodeCells } from './totalCells.ts'
import { any, atLeast, literal, quoted, type Workings } from './workings.ts'

/** Words a grade is said with where it is not settled. */
export type GradeWords = {
  /** Between the lowest and the highest grade that are still possible. */
  readonly to: string
  /** Before a grade that an unanswered flag would force. */
  readonly or: string
}

/**
 * The grade as text: one, or from … to … while figures are missing; a raised flag forces its own.
 * @returns null for a rule set without bands, or a total that cannot be known
 */
export function gradeCell(
  { bands, grading }: RuleSet,
  total: NodeCells,
  figure: (metricId: string) => FigureCells,
  words: GradeWords,
  { put }: Workings,
): string | null {
  if (bands.length === 0 || total.maxPoints === null || total.hiddenLeafIds.length > 0) return null
  const ascending = bands.toSorted((a, b) => compare(parseExact(a.fromPercent), parseExact(b.fromPercent)))
  const graded = grading?.on === 'rounded' ? total : total.unrounded
  const max = total.maxPoints
  const place = (end: 'from' | 'to', name: string) => {
    const percent = put(`Tỷ lệ % ${name}`, `IF(ABS(${max})<0.000000001,0,100*${graded[end]}/${max})`)
    return put(
      `Bậc xếp loại ${name}`,
      ascending.map(band => `IF(${atLeast(percent, literal(band.fromPercent), false)},1,0)`).join('+'),
    )
  }
  const [low, high] = [place('from', 'từ'), place('to', 'đến')]
  const nameAt = (at: string) =>
    ascending.reduceRight((rest, band, index) => `IF(${at}=${index + 1},${quoted(band.name)},${rest})`, '""')
  const lowest = put('Bậc thấp nhất còn có thể', `MAX(1,${low})`)
  const open = `${nameAt(lowest)}&${quoted(words.to)}&${nameAt(high)}`
  const byPercent = put(
    'Xếp loại theo điểm',
    `IF(OR(ABS(${max})<0.000000001,${high}=0),"",IF(${lowest}=${high},${nameAt(high)},${open}))`,
  )
  return overridden(byPercent, bands, grading, figure, words, { put })
}

function overridden(
  byPercent: string,
  bands: RuleSet['bands'],
  grading: RuleSet['grading'],
  figure: (metricId: string) => FigureCells,
  words: GradeWords,
  { put }: Pick<Workings, 'put'>,
): string {
  const flags = (grading?.overrides ?? []).map(({ metric, bandId }) => ({
    ...figure(metric),
    name: bands.find(band => band.id === bandId)?.name ?? bandId,
  }))
  if (flags.length === 0) return byPercent
  const possible = (upTo: number) =>
    flags
      .slice(0, upTo)
      .map(({ state, name }) => `&IF(OR(${state}=1,${state}=2),${quoted(`${words.or}${name}`)},"")`)
      .join('')
  const raised = flags.map(({ state, value }) => `AND(${state}=0,${value}<>0)`)
  const forced = flags.reduceRight(
    (rest, { name }, index) => `IF(${raised[index] ?? 'FALSE()'},${quoted(name)}${possible(index)},${rest})`,
    `${byPercent}${possible(flags.length)}`,
  )
  return put('Xếp loại', any(raised) === 'FALSE()' ? byPercent : forced)
}
