import type { AxeResults } from 'axe-core'

/** One line for each element that axe finds seriously or critically wrong. */
export function severeFindings({ violations }: Pick<AxeResults, 'violations'>): readonly string[] {
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
    )
}
