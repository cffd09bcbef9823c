import './exchange.css'
import type { Catalogue } from '../../model/catalogue.ts'
import { useText } from '../../ui/language.tsx'
import { CheckFile } from './CheckFile.tsx'
import { PortalImport } from './PortalImport.tsx'
import { RuleSetImport } from './RuleSetImport.tsx'
import { exchangeWords } from './words.ts'

/**
 * Nạp tệp: what others saved or wrote comes in here, is checked and reconciled, and goes out as our files; what was
 * taken away is held against the page again.
 */
export function ExchangeScreen({ catalogue, check }: { catalogue: Catalogue; check: (file: File) => void }) {
  const words = useText(exchangeWords)
  return (
    <div className="view">
      <main className="content exchange" id="content" tabIndex={-1}>
        <h1>{words.title}</h1>
        <PortalImport catalogue={catalogue} />
        <RuleSetImport catalogue={catalogue} />
        <CheckFile check={check} />
      </main>
    </div>
  )
}
