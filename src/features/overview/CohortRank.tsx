import type { AgencyDirectory, AgencyLevel } from '../../model/agency.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { CohortGroup } from '../../model/cohort.ts'
import type { Rank } from '../../model/standings.ts'
import { comparedGroups, useCohortView } from '../../state/useCohortView.ts'
import type { Selection } from '../../state/useScoredView.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { type MoreWords, moreWords } from './moreWords.ts'

/** What is needed to rank an agency among its kind. */
export type RankSource = {
  readonly catalogue: Catalogue
  readonly directory: AgencyDirectory
  readonly selection: Selection
  /** Address of Đơn vị with the group. */
  readonly hrefOfGroup: (groupId: string) => string
}

/**
 * Rank of an agency among its kind, computed from the agencies whose files are there. Loading them never holds
 * back the headline; where there is no group it says that nobody published a rank.
 */
export function CohortRank({ catalogue, directory, selection, hrefOfGroup }: RankSource) {
  const words = useText(moreWords)
  const language = useLanguage()
  const group = comparedGroups(catalogue, directory, selection.ruleSetId).find(each =>
    each.agencyIds.includes(selection.agencyId),
  )
  const key = { ruleSetId: selection.ruleSetId, period: selection.period, stage: selection.stage ?? null }
  const state = useCohortView(catalogue, directory, key, group !== undefined)
  const shown =
    state.status === 'ready' ? state.view.groups.find(each => each.groupId === group?.groupId) : undefined
  if (!group || state.status === 'empty' || state.status === 'failed')
    return (
      <dd className="quiet">
        <Mark kind="missing" size={13} />
        {words.notPublished}
      </dd>
    )
  if (!shown) return <dd className="quiet">{words.ranking}</dd>
  const named = directory.groups.find(each => each.id === group.groupId)
  const level = directory.agencies.find(each => each.id === selection.agencyId)?.level
  const answer = answerOf(shown, selection.agencyId, level, words, language)
  const hint = [named && pickName(language, named.name, named.nameEn), answer.how, words.openAgencies]
  return (
    <dd className={answer.isRanked ? undefined : 'quiet unranked'}>
      <a className="rank-link" href={hrefOfGroup(group.groupId)} title={hint.filter(Boolean).join('. ')}>
        {!answer.isRanked && <Mark kind={answer.mark} size={13} />}
        {answer.text}
        {answer.among !== '' && <small> {answer.among}</small>}
      </a>
      {answer.note !== '' && <small className="rank-note">{answer.note}</small>}
    </dd>
  )
}

type Answer = {
  readonly isRanked: boolean
  readonly mark: 'missing' | 'notApplicable'
  readonly text: string
  readonly among: string
  readonly note: string
  readonly how: string
}

function answerOf(
  group: CohortGroup,
  agencyId: string,
  level: AgencyLevel | undefined,
  words: MoreWords,
  language: Language,
): Answer {
  const number = (value: number) => formatNumber(String(value), language)
  const ranked = group.rows.filter(row => row.place === 'ranked').length
  const row = group.rows.find(each => each.agencyId === agencyId)
  const how = [
    words.computedFrom(number(ranked)),
    ...(group.notSubmitted.length > 0 ? [words.notSent(number(group.notSubmitted.length))] : []),
  ].join('; ')
  const unranked = (mark: Answer['mark'], text: string): Answer => ({
    isRanked: false,
    mark,
    text,
    among: '',
    note: words.noRank,
    how,
  })
  if (!row)
    return group.notSubmitted.includes(agencyId)
      ? unranked('missing', words.notSubmitted)
      : { ...unranked('missing', words.notPublished), note: '' }
  if (row.place === 'idle') return unranked('notApplicable', words.idle)
  if (row.place === 'unranked' || !row.rank) return unranked('notApplicable', words.notAssessed)
  return {
    isRanked: true,
    mark: 'missing',
    text: `${rankText(row.rank, number)}/${number(ranked)}`,
    among: level ? words.amongLevel[level] : '',
    note: [
      ...(row.tiedWith.length > 0 ? [words.tied] : []),
      ...(group.notLoaded.length > 0 ? [words.fromLoaded(number(ranked))] : []),
    ].join(' · '),
    how,
  }
}

function rankText(rank: Rank, number: (value: number) => string): string {
  return rank.kind === 'settled' ? number(rank.rank) : `${number(rank.from)}–${number(rank.to)}`
}
