import type { CheckCode } from '../../model/checks.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { MetricValue } from '../../model/submission.ts'
import type { RefusedFigure } from '../../scoring/checks/checkInput.ts'
import { lintValues } from '../../scoring/lint/lintValues.ts'
import { reportOn } from '../../scoring/lint/report.ts'

/**
 * Figures the rule set accepts; the others become missing, with why. Taking one away may bring another
 * to light, so it is asked again until nothing is wrong.
 */
export function refuseFigures(
  values: readonly MetricValue[],
  ruleSet: RuleSet,
): { readonly values: readonly MetricValue[]; readonly refused: readonly RefusedFigure[] } {
  const refused: RefusedFigure[] = []
  let accepted = values
  for (let round = 0; round <= values.length; round += 1) {
    const found = faultsOf(accepted, ruleSet)
    if (found.size === 0) break
    refused.push(...found.values())
    accepted = accepted.map(value => {
      const fault = found.get(value.metricId)
      return fault
        ? { metricId: value.metricId, state: 'missing', note: `Chưa nhận được: ${fault.message.vi}` }
        : value
    })
  }
  return { values: accepted, refused }
}

function faultsOf(values: readonly MetricValue[], ruleSet: RuleSet): ReadonlyMap<string, RefusedFigure> {
  const { problems, report } = reportOn('')
  lintValues(values, ruleSet, 'values', report)
  const found = new Map<string, RefusedFigure>()
  for (const { path, code, severity, message } of problems) {
    if (severity !== 'error') continue
    const [, index = ''] = /^values\[(\d+)\]\.value$/.exec(path) ?? []
    const value = values[Number(index)]
    if (value?.state !== 'entered' || found.has(value.metricId)) continue
    const { metricId } = value
    found.set(metricId, {
      metricId,
      value: value.value,
      code: codes.get(code) ?? 'unreadable-figure',
      message,
    })
  }
  return found
}

const codes: ReadonlyMap<string, CheckCode> = new Map([
  ['not-a-percentage', 'share-above-100'],
  ['outside-calendar', 'date-outside-period'],
])
