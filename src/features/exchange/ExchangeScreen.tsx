import './exchange.css'
import type { Catalogue } from '../../model/catalogue.ts'
import { useText } from '../../ui/language.tsx'
import { PortalImport } from './PortalImport.tsx'
import { RuleSetImport } from './RuleSetImport.tsx'
import { exchangeWords } from './words.ts'

/** Nạp tệp: what others saved or wrote comes in here, is checked and reconciled, and goes out as our files. */
export function ExchangeScreen({ catalogue }: { catalogue: Catalogue }) {
  const words = useText(exchangeWords)
  return (
    <div className="view">
      <main className="content exchange" id="content" tabIndex={-1}>
        <h1>{words.title}</h1>
        <PortalImport catalogue={catalogue} />
        <RuleSetImport catalogue={catalogue} />
      </main>
    </div>
  )
}
