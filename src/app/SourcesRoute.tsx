import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { SourcesLinker } from '../features/sources/links.ts'
import { SourcesScreen } from '../features/sources/SourcesScreen.tsx'
import type { Catalogue } from '../model/catalogue.ts'
import { documentName } from '../receipt/citation.ts'
import { useCited } from '../state/useCited.ts'
import { useLanguage, useText } from '../ui/language.tsx'
import { PlainScreen } from './PlainScreen.tsx'
import { Failed, Loading } from './ScreenStates.tsx'
import type { Search } from './search.ts'
import { useTitle } from './useTitle.ts'
import { appWords } from './words.ts'

/** Nguồn: the cited documents and what was taken from each. */
export function SourcesRoute() {
  const { sources } = useText(appWords)
  return <PlainScreen name={sources}>{catalogue => <Loaded catalogue={catalogue} />}</PlainScreen>
}

function Loaded({ catalogue }: { catalogue: Catalogue }) {
  const { sources } = useText(appWords)
  const language = useLanguage()
  const search = useSearch({ from: '/sources' })
  const navigate = useNavigate({ from: '/sources' })
  const { files, problems, retry } = useCited(catalogue)
  const shown = files?.documents.find(each => each.id === search.document)
  useTitle(shown && documentName(shown, language), sources)
  const cited = useMemo(() => files && { ...files, catalogue }, [files, catalogue])
  if (!cited) return problems.length > 0 ? <Failed problems={problems} retry={retry} /> : <Loading />
  return (
    <SourcesScreen
      documents={cited.documents}
      directory={cited.directory}
      cited={cited}
      problems={problems}
      documentId={search.document}
      search={search.q ?? ''}
      setSearch={text =>
        void navigate({
          search: (previous: Search) => ({ ...previous, q: text === '' ? undefined : text }),
          replace: true,
        })
      }
      link={link}
    />
  )
}

const link: SourcesLinker = (target, label) => {
  switch (target.to) {
    case 'document':
      return (
        <Link
          to="/sources"
          search={(previous: Search) => ({ ...previous, document: target.documentId, q: undefined })}
        >
          {label}
        </Link>
      )
    case 'ruleSet':
      return (
        <Link
          to="/rule-sets"
          search={(previous: Search) => ({ lang: previous.lang, ruleSet: target.ruleSetId })}
        >
          {label}
        </Link>
      )
    case 'overview':
      return (
        <Link
          to="/"
          search={(previous: Search) => ({
            lang: previous.lang,
            ruleSet: target.ruleSetId,
            period: target.period,
            agency: target.agencyId,
          })}
        >
          {label}
        </Link>
      )
  }
}
