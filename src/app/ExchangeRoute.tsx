import { useEffect } from 'react'
import { ExchangeScreen } from '../features/exchange/ExchangeScreen.tsx'
import { useCatalogue } from '../state/useScoredView.ts'
import { useText } from '../ui/language.tsx'
import { Failed, Loading } from './OverviewRoute.tsx'
import { useSetLanguage } from './Shell.tsx'
import { Tools } from './Tools.tsx'
import { appWords } from './words.ts'

export function ExchangeRoute() {
  const words = useText(appWords)
  const setLanguage = useSetLanguage()
  useEffect(() => {
    document.title = `${words.exchange} · ParBoard`
  }, [words])
  return (
    <>
      <header className="topbar">
        <p className="screen-name">{words.exchange}</p>
        <Tools setLanguage={setLanguage} />
      </header>
      <Catalogued />
    </>
  )
}

function Catalogued() {
  const { catalogue, problems, retry } = useCatalogue()
  if (problems.length > 0) return <Failed problems={problems} retry={retry} />
  return catalogue ? <ExchangeScreen catalogue={catalogue} /> : <Loading />
}
