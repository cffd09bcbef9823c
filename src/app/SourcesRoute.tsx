import { useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { SourcesScreen } from '../features/sources/SourcesScreen.tsx'
import type { Catalogue } from '../model/catalogue.ts'
import { useCatalogue, useDocuments } from '../state/useScoredView.ts'
import { useText } from '../ui/language.tsx'
import { Failed, Loading } from './OverviewRoute.tsx'
import { useSetLanguage } from './Shell.tsx'
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
  const { documents, problems, retry } = useDocuments(catalogue)
  if (problems.length > 0) return <Failed problems={problems} retry={retry} />
  return documents ? <SourcesScreen documents={documents} highlightedId={search.document} /> : <Loading />
}
