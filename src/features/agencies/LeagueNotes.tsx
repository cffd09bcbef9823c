import { useLanguage } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { leagueNotes } from './leagueNotes.ts'

/** What has to be known to read the ranks: quotas, published ranks, made-up figures. */
export function LeagueNotes(parts: Parameters<typeof leagueNotes>[0]) {
  const language = useLanguage()
  return (
    <div className="league-notes">
      {leagueNotes(parts, language).map(({ kind, text }) =>
        kind === 'illustrative' ? (
          <p key={text} className="illustrative">
            <Mark kind="illustrative" />
            {text}
          </p>
        ) : (
          <p key={text}>{text}</p>
        ),
      )}
    </div>
  )
}
