import { roundReportWords } from '../../features/report/roundWords.ts'
import type { ReviewProps } from '../../features/review/reviewProps.ts'
import type { Report } from '../../model/report.ts'
import { useOffer } from '../../state/exports/offers.ts'
import type { Language } from '../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../ui/language.tsx'

type Props = Pick<ReviewProps, 'open' | 'review' | 'catalogue' | 'directory' | 'documents'>

/** What a round of review offers once every agency of it is scored: the report of its results. Draws nothing. */
export function RoundReportOffer(props: Props) {
  const words = useText(roundReportWords)
  const language = useLanguage()
  const { done, of } = props.review.scoring
  useOffer(
    done < of
      ? null
      : { kind: 'report', id: 'round-report', name: words.offer, make: () => roundReportOf(props, language) },
  )
  return null
}

/** The round is taken together when somebody wants the report, with every line there is at that moment. */
async function roundReportOf(
  { open, review, catalogue, directory, documents }: Props,
  language: Language,
): Promise<Report> {
  const [
    { roundReport },
    { consolidationEngine },
    { consolidationQuestion },
    { projectRanking },
    { summaryNames },
    { remediesOfState },
  ] = await Promise.all([
    import('../../features/report/roundReport.ts'),
    import('../../state/review/consolidationEngine.ts'),
    import('../../state/review/consolidationQuestion.ts'),
    import('../../features/review/summary/projectRanking.ts'),
    import('../../features/review/summary/summaryNames.ts'),
    import('../../state/exports/readRemedies.ts'),
  ])
  const { round, ruleSet, state } = open
  const answer = await consolidationEngine.ask(round.id, {
    ...consolidationQuestion(open, review, catalogue, directory),
    scoredAt: new Date().toISOString(),
  })
  if (answer.kind !== 'done') throw new Error(answer.message)
  const { consolidation } = answer
  const names = summaryNames({ open, review }, language)
  return roundReport({
    round,
    ruleSet,
    consolidation,
    isClosed: state.stages.closed.closed !== null,
    rankings: consolidation.groups.map(group => ({
      group: group.name,
      table: {
        ...projectRanking({ open, review, consolidation, group, names, address: {} }),
        narrowed: [],
      },
    })),
    remedies: remediesOfState(state).map(each => ({
      ...each,
      lead: each.task.lead || each.task.leadIds.map(names.agency).join(', '),
    })),
    documents,
    agencyOf: id => review.agencyOf(id) ?? directory.agencies.find(agency => agency.id === id) ?? null,
    language,
  })
}
