import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { screenWords } from '../features/self-assessment/words.ts'
import type { Agency } from '../model/agency.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { Draft } from '../model/draft.ts'
import { periodName } from '../receipt/periodName.ts'
import { stageTitle } from '../receipt/stageNames.ts'
import { Icon } from '../ui/Icon.tsx'
import { pickName, useLanguage, useText } from '../ui/language.tsx'
import { FixedFact } from './FixedFact.tsx'
import { ScreenBar } from './ScreenBar.tsx'
import type { Search } from './search.ts'
import { useTitle } from './useTitle.ts'
import { appWords } from './words.ts'
import './selfAssessmentBar.css'

/** What the draft is of stands where other screens choose it: a draft never changes its rule set, period or agency. */
export function DraftFrame({
  draft,
  catalogue,
  agencies,
  children,
}: {
  draft: Draft
  catalogue: Catalogue
  agencies: readonly Agency[]
  children: ReactNode
}) {
  const words = useText(appWords)
  const language = useLanguage()
  const agency = agencies.find(each => each.id === draft.agencyId)
  const ruleSet = catalogue.ruleSets.find(entry => entry.id === draft.ruleSet.id)
  const agencyName = agency?.shortName ?? agency?.name ?? draft.agencyId
  const title = ruleSet ? pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn) : draft.ruleSet.id
  const period = periodName(draft.period, language)
  useTitle(words.selfAssessment, draft.name ?? undefined, agencyName, title, period)
  return (
    <>
      <ScreenBar>
        <ToDrafts />
        <Fixed label={words.ruleSet} value={title} kind="rule-set" />
        <Fixed label={words.period} value={period} kind="period" />
        <Fixed label={words.agency} value={agencyName} title={agency?.name} kind="agency" />
        <Fixed label={words.stage} value={stageTitle('selfAssessment', language)} kind="stage" />
      </ScreenBar>
      {children}
    </>
  )
}

/** Letters that fit beside the label above them. */
const longestLine = 28

function Fixed({
  label,
  value,
  title,
  kind,
}: {
  label: string
  value: string
  title?: string | undefined
  kind: string
}) {
  const length = value.length > longestLine ? ' long' : ''
  return <FixedFact label={label} value={value} title={title} className={`draft-${kind}${length}`} />
}

/** Back to the list. */
export function ToDrafts() {
  const words = useText(screenWords)
  return (
    <Link to="/self-assessment" className="to-drafts" search={({ lang }: Search) => ({ lang })}>
      <Icon name="back" size={16} />
      <span>{words.drafts}</span>
    </Link>
  )
}
