import { useState } from 'react'
import { ruleSheetFile } from '../../state/ruleSheetFile.ts'
import type { RuleSetView } from '../../state/useRuleSetView.ts'
import { useText } from '../../ui/language.tsx'
import { ruleSetWords } from './words.ts'

/** The set as it is published, as a workbook, and on paper. */
export function Downloads({ view: { ruleSet, path } }: { view: RuleSetView }) {
  const words = useText(ruleSetWords)
  const [state, setState] = useState<'idle' | 'working' | 'failed'>('idle')
  const saveSheet = async () => {
    setState('working')
    try {
      save(await ruleSheetFile(ruleSet), `${ruleSet.id}.xlsx`)
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  return (
    <div className="part-actions">
      <span role="status" className="lost">
        {state === 'failed' && words.sheetFailed}
      </span>
      <a className="link-button" href={path} download={`${ruleSet.id}.json`}>
        {words.download}
      </a>
      <button type="button" className="link-button" disabled={state === 'working'} onClick={saveSheet}>
        {words.downloadSheet}
      </button>
      <button type="button" className="link-button" onClick={() => window.print()}>
        {words.print}
      </button>
    </div>
  )
}

/** Hands a file to the reader without any server. */
function save(file: Blob, name: string) {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken the address by then.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}
