import { appVersion } from '../../../model/appVersion.ts'
import type { ReviewStage } from '../../../model/review.ts'
import type { ReviewedAgency } from '../../../model/roundState.ts'
import { scopeText } from '../../../receipt/scopeText.ts'
import type { OpenRound } from '../../../state/review/openRound.ts'
import { instantText } from '../../../ui/instants.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { deskWords } from './words.ts'

/** What the printed list is of: agency, rules, stage and round, and whether its figures are real; paper only. */
export function DeskPaperHead({
  open: { round, ruleSet },
  agency: { sheet },
  stage,
  name,
}: {
  open: Pick<OpenRound, 'round' | 'ruleSet'>
  agency: Pick<ReviewedAgency, 'sheet'>
  stage: ReviewStage
  name: string
}) {
  const words = useText(deskWords)
  const language = useLanguage()
  return (
    <div className="rvd-paper" aria-hidden="true">
      <p className="rvd-paper-title">{words.printTitle}</p>
      <p>
        {scopeText({ stage, period: sheet.period }, ruleSet, name, language)}
        {round.name !== null && ` · ${round.name}`}
      </p>
      {round.provenance.certainty === 'illustrative' && <p>{words.illustrative}</p>}
    </div>
  )
}

/** When it was printed and what scored it; paper only. */
export function DeskPaperFoot({ engineVersion }: { engineVersion: string }) {
  const words = useText(deskWords)
  return (
    <p className="rvd-paper rvd-paper-foot" aria-hidden="true">
      {words.printedOn(instantText(new Date().toISOString()))} · {words.madeWith(appVersion, engineVersion)}
    </p>
  )
}
