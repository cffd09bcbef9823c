import type { Ladder } from '../../charts/ladderSeries.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { LossView } from '../../model/scoreSheet.ts'
import { useText } from '../../ui/language.tsx'
import { Mark, type MarkKind } from '../../ui/Mark.tsx'
import { bodyWords } from './bodyWords.ts'

/** The fall of a row without anything to count. */
function IdleFall() {
  return (
    <svg className="mark" width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">
      <rect
        x="1"
        y="1"
        width="9"
        height="9"
        fill="url(#hatch-ink)"
        stroke="var(--ink-2)"
        strokeWidth="1.2"
        strokeDasharray="2.2 1.6"
      />
    </svg>
  )
}

/** What the marks of a ladder mean, as far as it has them. */
export function LadderLegend({
  ladder,
  view,
  ruleSet,
}: {
  ladder: Ladder
  view: LossView
  ruleSet: RuleSet
}) {
  const { legend } = useText(bodyWords)
  const rows = ladder.rows
  const published = ruleSet.pools.length > 0
  const illustrative = view.losses.some(step => step.certainty === 'illustrative')
  const unsure = rows.some(row => row.kind !== 'missing' && !row.sure && !row.notIncurred)
  const entries: readonly (readonly [MarkKind, string, boolean])[] = [
    ['actual', legend.actual, true],
    [
      'lost',
      published ? legend.lost : legend.lostComputed,
      rows.length === 0 || rows.some(row => row.sure && !row.notIncurred),
    ],
    ['actualInferred', illustrative ? legend.actualIllustrative : legend.actualInferred, unsure],
    ['lostInferred', illustrative ? legend.lostIllustrative : legend.lostInferred, unsure],
    ['notApplicable', legend.notIncurred, rows.some(row => row.notIncurred)],
    ['missing', legend.missing, rows.some(row => row.lostSure !== row.lost)],
    ['max', legend.max, true],
    ['target', legend.target, rows.some(row => row.bar?.target != null && row.bar.targetSure)],
    [
      'targetInferred',
      legend.targetInferred,
      rows.some(row => row.bar?.target != null && !row.bar.targetSure),
    ],
  ]
  return (
    <div className="legend">
      {entries.map(
        ([kind, label, shown]) =>
          shown && (
            <span key={kind} className={kind === 'max' ? 'spare' : undefined}>
              <Mark kind={kind} />
              {kind === 'notApplicable' && <IdleFall />}
              {label}
            </span>
          ),
      )}
    </div>
  )
}
