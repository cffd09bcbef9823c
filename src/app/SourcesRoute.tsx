import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import type { SourcesLinker } from '../features/sources/links.ts'
import { SourcesScreen } from '../features/sources/SourcesScreen.tsx'
import type { Catalogue } from '../model/catalogue.ts'
import { useCited } from '../state/useCited.ts'
import { useCatalogue } from '../state/useScoredView.ts'
import { useText } from '../ui/language.tsx'
import { Failed, Loading } from './OverviewRoute.tsx'
import { useSetLanguage } from './Shell.tsx'
import type { Search } from './search.ts'
import { Tools } from './Tools.tsx'
import { appWords } from './words.ts'

export function SourcesRoute() {
  const words = useText(appWords)
  const setLanguage = useSetLanguage()
  useEffect(() => {
    document.title = `${words.sources} · ParBoard`
  }, [words])
  return (
    <>
      <header className="topbar">
        <p className="screen-name">{words.sources}</p>
        <Tools setLanguage={setLanguage} />
      </header>
      <Catalogued />
    </>
  )
}

function Catalogued() {
  const { catalogue, problems, retry } = useCatalogue()
  if (problems.length > 0) return <Failed problems={problems} retry={retry} />
  return catalogue ? <Loaded catalogue={catalogue} /> : <Loading />
}

function Loaded({ catalogue }: { catalogue: Catalogue }) {
  const search = useSearch({ from: '/sources' })
  const navigate = useNavigate({ from: '/sources' })
  const { files, problems, retry } = useCited(catalogue)
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
