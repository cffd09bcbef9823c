import { ExchangeScreen } from '../features/exchange/ExchangeScreen.tsx'
import { useText } from '../ui/language.tsx'
import { useCheckedFile } from './exports/checkStore.ts'
import { PlainScreen } from './PlainScreen.tsx'
import { useTitle } from './useTitle.ts'
import { appWords } from './words.ts'

/** Nạp tệp: files in and out. */
export function ExchangeRoute() {
  const { exchange } = useText(appWords)
  const check = useCheckedFile(state => state.check)
  useTitle(exchange)
  return (
    <PlainScreen name={exchange}>
      {catalogue => <ExchangeScreen catalogue={catalogue} check={check} />}
    </PlainScreen>
  )
}
