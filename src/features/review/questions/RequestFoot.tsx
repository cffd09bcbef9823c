import { useState } from 'react'
import type { FormItem } from '../../../model/form.ts'
import type { ExchangeRequest } from '../../../state/review/exchange.ts'
import type { OpenRound } from '../../../state/review/openRound.ts'
import { download } from '../../../ui/download.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { HashText } from '../ledger/HashText.tsx'
import '../ledger/dialogs.css'
import { codeOf } from './exchangeRows.ts'
import { questionsWords } from './words.ts'

/** Under the questions of a request: its file with the hash to read out, and what its answer changed unasked. */
export function RequestFoot({
  request: { entry, answer },
  open,
  items,
}: {
  request: ExchangeRequest
  open: Pick<OpenRound, 'fileOf' | 'ruleSet'>
  items: ReadonlyMap<string, FormItem>
}) {
  const words = useText(questionsWords)
  const language = useLanguage()
  const [isGone, setGone] = useState(false)
  const { fileName, sha256 } = entry.act
  const outside = answer?.act.outside ?? []
  const metrics = new Map(open.ruleSet.metrics.map(metric => [metric.id, metric]))
  const nameOf = (id: string) => {
    const metric = metrics.get(id)
    return metric ? `“${pickName(language, metric.name, metric.nameEn)}”` : codeOf(items.get(id), id)
  }
  const take = async () => {
    const blob = await open.fileOf(sha256).catch(() => null)
    setGone(blob === null)
    if (blob) download(fileName, blob)
  }
  return (
    <div className="rvq-foot">
      {outside.length > 0 && (
        <p className="rvq-outside">
          <Mark kind="warning" size={13} />
          {words.outside(outside.map(nameOf).join(', '))}
        </p>
      )}
      <p>
        <span>{fileName}</span>
        <button type="button" className="link-button" onClick={() => void take()}>
          {words.fileAgain}
        </button>
        <span role="status">{isGone ? words.fileGone : ''}</span>
      </p>
      <HashText sha256={sha256} label={words.hash} />
    </div>
  )
}
