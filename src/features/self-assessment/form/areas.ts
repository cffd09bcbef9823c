import type { FormArea } from '../../../model/form.ts'
import { formatInterval, pointsFormat } from '../../../receipt/pointsFormat.ts'
import type { Assessment } from '../../../state/assessment/assessment.ts'
import { formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { pickName } from '../../../ui/language.tsx'
import type { MarkKind } from '../../../ui/Mark.tsx'
import type { ScreenWords } from '../words.ts'
import { missingPlaces } from './nextMissing.ts'
import { type BarParts, barOf } from './pointsBar.ts'

/** An area as the list beside the form shows it. */
export type AreaStanding = {
  readonly area: FormArea
  readonly code: string
  readonly name: string
  readonly shortName: string
  /** null: no points of its own. */
  readonly points: string | null
  readonly maximum: string | null
  readonly isOpen: boolean
  readonly bar: BarParts | null
  readonly state: { readonly mark: MarkKind; readonly text: string; readonly isFault: boolean }
}

export function areaStandings(
  assessment: Assessment,
  words: ScreenWords,
  language: Language,
): readonly AreaStanding[] {
  const { draft, form, nodes, progress, checks, ruleSet, sheet } = assessment
  const format = pointsFormat(ruleSet, language)
  const faulty = new Set(
    checks.findings.flatMap(({ severity, place }) =>
      severity === 'blocks' && place.nodeId !== null ? [place.nodeId] : [],
    ),
  )
  return form.areas.map(area => {
    const node = nodes.get(area.id)
    const points = node?.points?.kind === 'known' ? node.points : null
    const outside = sheet.adjustments.filter(each =>
      area.items.some(item => item.nodeId === each.adjustmentId),
    )
    const faults = area.items.filter(item => faulty.has(item.nodeId)).length
    const { asked, missing: lacking } = progress.get(area.id) ?? { asked: 0, missing: 0 }
    const isOutside = outside.length > 0
    const missing = isOutside && lacking > 0 ? lackingOutside(assessment, outside) : lacking
    return {
      area,
      code: area.code,
      name: pickName(language, area.name, area.nameEn),
      shortName: pickName(language, area.shortName, area.shortNameEn),
      points: points
        ? formatInterval(points, format)
        : node?.points?.kind === 'unknown'
          ? '?'
          : isOutside
            ? outside.map(each => adjustmentText(each, words, language)).join(' · ')
            : null,
      maximum: node && node.maxPoints !== null ? formatNumber(node.maxPoints, language) : null,
      isOpen: points !== null && points.from !== points.to,
      bar: points ? barOf(points, node?.maxPoints ?? null, draft.provenance.certainty === 'stated') : null,
      state:
        faults > 0
          ? {
              mark: 'error',
              text: [words.toMend(faults), ...(missing > 0 ? [words.missing(missing)] : [])].join(', '),
              isFault: true,
            }
          : missing > 0
            ? { mark: 'missing', text: words.missing(missing), isFault: false }
            : lacking > 0
              ? { mark: 'known', text: words.notProposed, isFault: false }
              : asked === 0
                ? { mark: 'known', text: words.nothingAsked, isFault: false }
                : { mark: 'reached', text: words.complete, isFault: false },
    }
  })
}

/** Figures of bonuses and penalties that leave points open; a bonus nobody asks for lacks none. */
function lackingOutside(assessment: Assessment, outside: Assessment['sheet']['adjustments']): number {
  const open = new Set(outside.flatMap(each => (each.outcome.kind === 'missing' ? [each.adjustmentId] : [])))
  return missingPlaces(assessment).filter(({ nodeId }) => open.has(nodeId)).length
}

/** "+0,5", "−1"; an interval while its figure is missing. */
function adjustmentText(
  { effect, points }: Assessment['sheet']['adjustments'][number],
  words: ScreenWords,
  language: Language,
): string {
  const signed = (value: string) =>
    effect === 'penalty' && value !== '0'
      ? formatNumber(`-${value}`, language)
      : formatNumber(value, language, { signed: true })
  return points.from === points.to ? signed(points.to) : words.range(signed(points.from), signed(points.to))
}
