import { ContributionMark, LossPartsMark } from '../../../charts/ContributionMarks.tsx'
import { buildContributionBars, type ContributionBar } from '../../../charts/contributionSeries.ts'
import type { ContributionLeaf, ContributionSplit } from '../../../model/attribution.ts'
import type { Exact } from '../../../model/exact.ts'
import type { RuleSet } from '../../../model/ruleSet.ts'
import { lossText, shareText } from '../../../sentences/lossText.ts'
import { formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { type ContributionWords, contributionWords } from './words.ts'

/** What bars and table twin are drawn from. */
export type ShownSplit = {
  readonly split: ContributionSplit
  /** null: all criteria together, whose units differ. */
  readonly leaf: ContributionLeaf | null
  readonly ruleSet: RuleSet
  /** The whole's figures are stated; otherwise deduced or illustrative. */
  readonly sure: boolean
  /** Who holds what no agency explains. */
  readonly nobody: string
  readonly nameOf: (agencyId: string) => string
  readonly fullNameOf: (agencyId: string) => string
  readonly hrefOf: (agencyId: string) => string
}

/** Agencies shown before somebody asks for all. */
const firstRows = 8

/** The largest contributors as bars, what is left, and the total they make exactly. */
export function ContributionRows({
  split,
  leaf,
  ruleSet,
  sure,
  nobody,
  nameOf,
  fullNameOf,
  hrefOf,
  showAll,
  toggleAll,
}: ShownSplit & { showAll: boolean; toggleAll: () => void }) {
  const words = useText(contributionWords)
  const language = useLanguage()
  const { rows, known, unallocated } = split
  // One more row costs less than a line that says one is left.
  const isFolded = !showAll && rows.length > firstRows + 1
  const shown = isFolded ? rows.slice(0, firstRows) : rows
  const bars = buildContributionBars({ ...split, rows: shown })
  const remaining = isFolded ? (shown.at(-1)?.remaining ?? null) : null
  const unitsOf = (shortfall: Exact | null) => (leaf ? shortfallText(shortfall, leaf, words, language) : '')
  const count = (number: number) => formatNumber(String(number), language)
  const number = { ruleSet, language }
  return (
    <>
      {bars.parts && unallocated && (
        <div className="loss-parts">
          <LossPartsMark parts={bars.parts} sure={sure} />
          <p>
            <span>
              <Mark kind={sure ? 'lost' : 'lostInferred'} />
              {words.knownPart(count(known.count))}
              <b>{shareText(known.percentOfLoss, language)}</b>
            </span>
            <span>
              <Mark kind="missing" />
              {nobody}
              <b>{shareText(unallocated.percentOfLoss, language)}</b>
            </span>
          </p>
        </div>
      )}
      <div className="contribution-head contribution-row" aria-hidden="true">
        <span className="name">{words.agency}</span>
        <span className="legend">
          <span>
            <Mark kind={sure ? 'lost' : 'lostInferred'} />
            {sure ? words.lostLegend : words.inferredLegend}
          </span>
          {shown.some(row => row.contribution.startsWith('-')) && (
            <span>
              <Mark kind={sure ? 'actual' : 'actualInferred'} />
              {words.offsetLegend}
            </span>
          )}
        </span>
        <span className="number points">{words.points}</span>
        <span className="number percent">{words.percentHead}</span>
      </div>
      <ol className="contribution-rows">
        {shown.map(row => (
          <li key={row.agencyId} className="contribution-row">
            <a className="name" href={hrefOf(row.agencyId)} title={fullNameOf(row.agencyId)}>
              {nameOf(row.agencyId)}
            </a>
            <span className="units">{unitsOf(row.shortfall)}</span>
            <Bar bar={bars.rows.get(row.agencyId)} zero={bars.zero} sure={sure} />
            <Figures {...number} share={row} />
          </li>
        ))}
        {remaining && (
          <li className="contribution-row rest">
            <span className="name">{words.others(count(remaining.count))}</span>
            <span className="units">{unitsOf(remaining.shortfall)}</span>
            <Figures {...number} share={remaining} />
          </li>
        )}
        {unallocated && (
          <li className="contribution-row unallocated">
            <span className="name">{nobody}</span>
            <span className="units">{unitsOf(unallocated.shortfall)}</span>
            <Bar bar={bars.unallocated ?? undefined} zero={bars.zero} sure nobody />
            <Figures {...number} share={unallocated} />
          </li>
        )}
        <li className="contribution-row sum">
          <span className="name">{words.total}</span>
          <span className="units">{leaf && unitsOf(leaf.shortfall)}</span>
          <Figures {...number} share={{ contribution: split.lost, percentOfLoss: '100' }} exact />
        </li>
      </ol>
      {(isFolded || showAll) && rows.length > firstRows + 1 && (
        <button
          type="button"
          className="link-button contribution-more"
          aria-expanded={showAll}
          onClick={toggleAll}
        >
          {showAll ? words.showLess : words.showAll(count(rows.length))}
        </button>
      )}
    </>
  )
}

function Bar({
  bar,
  zero,
  sure,
  nobody = false,
}: {
  bar: ContributionBar | undefined
  zero: number
  sure: boolean
  nobody?: boolean
}) {
  return (
    <span className="bar">
      {bar && <ContributionMark bar={bar} zero={zero} sure={sure} nobody={nobody} />}
    </span>
  )
}

function Figures({
  share,
  ruleSet,
  language,
  exact = false,
}: {
  share: { readonly contribution: Exact; readonly percentOfLoss: Exact }
  ruleSet: RuleSet
  language: Language
  /** The loss itself, with the decimals it has everywhere else. */
  exact?: boolean
}) {
  const points = exact
    ? `\u2212${formatNumber(share.contribution, language, { minPlaces: ruleSet.pointsPlaces })}`
    : lossText(share.contribution, ruleSet, language)
  const isLost = share.contribution !== '0' && !share.contribution.startsWith('-')
  return (
    <>
      <span className={isLost ? 'number points lost' : 'number points'}>{points}</span>
      <span className="number percent">{exact ? '100%' : shareText(share.percentOfLoss, language)}</span>
    </>
  )
}

/** "còn cách mục tiêu 1.234 hồ sơ"; "12 hồ sơ quá mục tiêu" where less is better. */
function shortfallText(
  shortfall: Exact | null,
  { unit, unitEn, direction }: Pick<ContributionLeaf, 'unit' | 'unitEn' | 'direction'>,
  words: ContributionWords,
  language: Language,
): string {
  if (shortfall === null) return ''
  if (shortfall === '0') return words.even
  const past = shortfall.startsWith('-')
  const count = formatNumber(past ? shortfall.slice(1) : shortfall, language, { places: 1 })
  const name = pickName(language, unit, unitEn).replaceAll(' ', '\u00a0')
  return (past ? words.past : words.short)[direction](`${count}\u00a0${name}`)
}
