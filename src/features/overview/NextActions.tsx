import { useNextActions } from '../../state/useNextActions.ts'
import type { ScoredView } from '../../state/useScoredView.ts'
import { Actions } from './Actions.tsx'

/** What to do first in a view, as soon as the solver has worked it out. */
export function NextActions({
  view,
  agency,
  select,
}: {
  view: ScoredView
  agency: string | undefined
  select: (nodeId: string) => void
}) {
  const next = useNextActions(view)
  const { sheet, ruleSet, plan } = view
  return <Actions sheet={sheet} ruleSet={ruleSet} plan={plan} agency={agency} next={next} select={select} />
}
