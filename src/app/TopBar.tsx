import { memo, type ReactNode, useMemo } from 'react'
import type { Agency, AgencyLevel } from '../model/agency.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { Stage } from '../model/submission.ts'
import { periodName } from '../receipt/periodName.ts'
import { stageTitle } from '../receipt/stageNames.ts'
import type { Selection } from '../state/useScoredView.ts'
import { Icon } from '../ui/Icon.tsx'
import { pickName, useLanguage, useText } from '../ui/language.tsx'
import { ScreenBar } from './ScreenBar.tsx'
import { appWords } from './words.ts'

const levels: readonly AgencyLevel[] = [
  'ministry',
  'province',
  'department',
  'district',
  'commune',
  'organisation',
]
const collator = new Intl.Collator('vi')

/** Pickers of what is shown, and how this reader likes the page. */
export function TopBar({
  catalogue,
  agencies,
  selection,
  stages,
  stage,
  choose,
  children,
}: {
  catalogue: Catalogue
  agencies: readonly Agency[]
  selection: Selection
  /** Stages to choose from, earliest first. */
  stages: readonly Stage[]
  /** The one shown; null while nothing is. */
  stage: Stage | null
  choose: (wish: Partial<Selection>) => void
  /** Picker that stands in place of the agency's, where a screen shows many. */
  children?: ReactNode
}) {
  const words = useText(appWords)
  const language = useLanguage()
  const { ruleSetId, agencyId } = selection
  const periods = unique(
    catalogue.submissions.flatMap(entry =>
      entry.ruleSetId === ruleSetId && entry.agencyId === agencyId ? [entry.period] : [],
    ),
  )
  const shownAgencies = useMemo(
    () => agenciesOf(catalogue, agencies, ruleSetId),
    [catalogue, agencies, ruleSetId],
  )
  return (
    <ScreenBar>
      <Picker
        label={words.ruleSet}
        width={2.3}
        value={selection.ruleSetId}
        change={ruleSetId => choose({ ruleSetId })}
      >
        {!catalogue.ruleSets.some(entry => entry.id === selection.ruleSetId) && (
          <option value={selection.ruleSetId}>{selection.ruleSetId}</option>
        )}
        {catalogue.ruleSets.map(entry => (
          <option key={entry.id} value={entry.id}>
            {pickName(language, entry.shortTitle, entry.shortTitleEn)}
          </option>
        ))}
      </Picker>
      <Picker label={words.period} width={1.3} value={selection.period} change={period => choose({ period })}>
        {withCurrent(periods, selection.period).map(period => (
          <option key={period} value={period}>
            {periodName(period, language)}
          </option>
        ))}
      </Picker>
      {children ?? (
        <Picker
          label={words.agency}
          width={2}
          value={selection.agencyId}
          change={agencyId => choose({ agencyId })}
        >
          <AgencyOptions agencies={shownAgencies} />
          {!shownAgencies.some(agency => agency.id === selection.agencyId) && (
            <option value={selection.agencyId}>{selection.agencyId}</option>
          )}
        </Picker>
      )}
      {stages.length > 1 && stage !== null ? (
        <Picker
          label={words.stage}
          width={1.1}
          value={stage}
          change={value => {
            const chosen = stages.find(each => each === value)
            // The last decided stage is what an address without one means.
            choose({ stage: chosen === stages.at(-1) ? undefined : chosen })
          }}
        >
          {stages.map(each => (
            <option key={each} value={each}>
              {stageTitle(each, language)}
            </option>
          ))}
        </Picker>
      ) : (
        <p className="picker fixed">
          <span className="picker-label">{words.stage}</span>
          <b>{stage === null ? '–' : stageTitle(stage, language)}</b>
        </p>
      )}
    </ScreenBar>
  )
}

/** Agencies with files under a rule set; one the directory does not know stands by its id. */
function agenciesOf(
  { submissions }: Catalogue,
  agencies: readonly Agency[],
  ruleSetId: string,
): readonly Agency[] {
  const known = new Map(agencies.map(agency => [agency.id, agency]))
  const listed = submissions.flatMap(entry => (entry.ruleSetId === ruleSetId ? [entry.agencyId] : []))
  return unique(listed).map(id => known.get(id) ?? { id, code: null, name: id, level: 'province' })
}

/** Drawn once for a rule set: thousands of options are not sorted and drawn again on every key. */
const AgencyOptions = memo(function AgencyOptions({ agencies }: { agencies: readonly Agency[] }) {
  const words = useText(appWords)
  return levels.map(level => {
    const group = agencies
      .filter(agency => agency.level === level)
      .toSorted((a, b) => collator.compare(a.name, b.name))
    return (
      group.length > 0 && (
        <optgroup key={level} label={words.levels[level]}>
          {group.map(agency => (
            <option key={agency.id} value={agency.id}>
              {agency.shortName ?? agency.name}
            </option>
          ))}
        </optgroup>
      )
    )
  })
})

/** A choice of the top bar under its label. */
export function Picker({
  label,
  width,
  value,
  change,
  children,
}: {
  label: string
  width: number
  value: string
  change: (value: string) => void
  children: ReactNode
}) {
  return (
    <label className="picker" style={{ flexGrow: width }}>
      <span className="picker-label">{label}</span>
      <select value={value} onChange={event => change(event.target.value)}>
        {children}
      </select>
      <Icon name="chevron" size={14} />
    </label>
  )
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
}

/** Keeps a choice the list does not hold visible instead of showing another one as chosen. */
function withCurrent(values: readonly string[], current: string): readonly string[] {
  return values.includes(current) || current === '' ? values : [current, ...values]
}
