import { ExchangeScreen } from '../features/exchange/ExchangeScreen.tsx'
import { useText } from '../ui/language.tsx'
import { PlainScreen } from './PlainScreen.tsx'
import { useTitle } from './useTitle.ts'
import { appWords } from './words.ts'

/** Nạp tệp: files in and out. */
export function ExchangeRoute() {
  const { exchange } = useText(appWords)
  useTitle(exchange)
  return <PlainScreen name={exchange}>{catalogue => <ExchangeScreen catalogue={catalogue} />}</PlainScreen>
}
