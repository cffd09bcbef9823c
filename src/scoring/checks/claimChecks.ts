import { compare, parseExact } from '../exact.ts'
import { type CheckContext, type CheckRun, found, run } from './checkContext.ts'
import { pointsText } from './checkTexts.ts'

/** Points an agency claims against what its figures make and what there is to win. */
export function claimChecks(context: CheckContext): readonly CheckRun[] {
  const { submission, nodes, refusedClaims, draft, sheet } = context
  const bonuses = new Map(sheet.adjustments.map(each => [each.adjustmentId, each.explanation]))
  const decisions = submission.decisions ?? []
  const figured = decisions.flatMap(({ criterionId, points }) => {
    const explanation = nodes.get(criterionId)?.explanation ?? bonuses.get(criterionId)
    const computed = explanation?.decision?.computed ?? null
    return computed === null ? [] : [{ criterionId, points, computed }]
  })
  const above = refusedClaims.map(({ criterionId, code, message }) =>
    found({ code, severity: 'blocks', text: message }, { nodeId: criterionId, part: 'claim' }, [
      draft.claims.get(criterionId)?.text.trim() ?? '',
    ]),
  )
  const read = decisions.length + refusedClaims.length > 0
  return [
    ...run('claim-above-computed', figured, ({ criterionId, points, computed }) => {
      if (compare(parseExact(points), parseExact(computed)) <= 0) return null
      const [claimed, made] = [pointsText(points), pointsText(computed)]
      return found(
        {
          code: 'claim-above-computed',
          severity: 'doubt',
          text: {
            vi: `tự chấm ${claimed.vi}, cao hơn ${made.vi} tính từ số liệu`,
            en: `${claimed.en} claimed, above the ${made.en} the figures make`,
          },
        },
        { nodeId: criterionId, part: 'claim' },
        [points, computed],
      )
    }),
    ...(read ? [{ code: 'claim-above-maximum' as const, findings: [] }] : []),
    ...[...new Set(above.map(each => each.code))].map(code => ({
      code,
      findings: above.filter(each => each.code === code),
    })),
  ]
}
