import type { FigureCorrection, FigureState, Verdict } from '../../../model/review.ts'
import type { MetricValue } from '../../../model/submission.ts'
import type { Language } from '../../../ui/formatNumber.ts'
import { pickName } from '../../../ui/language.tsx'
import type { DeskLine } from './deskLines.ts'
import { detailWords } from './detailWords.ts'
import { figureText } from './itemFigures.ts'

/** "Hồ sơ trực tuyến: 1.464 hồ sơ thành 1.402 hồ sơ", a line each; none where no figure is corrected. */
export function correctionTexts(
  verdict: Verdict,
  line: Pick<DeskLine, 'form'>,
  language: Language,
): readonly string[] {
  return verdict.kind === 'figures' ? figureChanges(verdict.figures, line, language) : []
}

export function figureChanges(
  figures: readonly FigureCorrection[],
  { form }: Pick<DeskLine, 'form'>,
  language: Language,
): readonly string[] {
  const fields = new Map(
    form.groups.flatMap(group => group.fields.map(each => [each.metric.id, each] as const)),
  )
  const words = detailWords[language]
  return figures.map(({ metricId, was, to }) => {
    const field = fields.get(metricId)
    if (!field) return metricId
    const text = (state: FigureState) => figureText(asValue(metricId, state), field, language)
    return `${pickName(language, field.metric.name, field.metric.nameEn)}: ${words.proposal(text(was), text(to))}`
  })
}

/** A state of a figure as a value of its metric. */
export function asValue(metricId: string, state: FigureState): MetricValue {
  return state.state === 'entered'
    ? { metricId, state: 'entered', value: state.value }
    : { metricId, state: state.state }
}
