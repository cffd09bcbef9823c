import { useState } from 'react'
import { walkCriteria } from '../../model/criteria.ts'
import { ruleSentence } from '../../receipt/ruleSentence.ts'
import { ruleSpeechOf } from '../../receipt/ruleSpeech.ts'
import type { Assessment } from '../../state/assessment/assessment.ts'
import { formFileName, formWorkbook } from '../../state/assessment/formWorkbook.ts'
import { download } from '../../ui/download.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useText } from '../../ui/language.tsx'
import { answerFileWords } from './asked/words.ts'
import type { AssessmentProps, ChangeAddress } from './assessmentProps.ts'
import { SavingLine } from './drafts/SavingLine.tsx'
import { itemSentence } from './form/itemSentence.ts'
import { screenWords } from './words.ts'

/** Where the draft stands, and the ways out of it: the file to hand in, the Excel form, paper. */
export function SideFoot({ open, assessment, change }: AssessmentProps & { change: ChangeAddress }) {
  const words = useText(screenWords)
  const answer = useText(answerFileWords)
  return (
    <div className="sa-side-foot">
      <SavingLine open={open} />
      {(!assessment.asksNothing || open.draft.asked) && (
        <>
          <button type="button" className="button primary" onClick={() => change({ panel: 'handIn' })}>
            <Icon name="download" />
            {open.draft.asked ? answer.make : words.handIn}
          </button>
          {!open.draft.asked && <WaysOut assessment={assessment} />}
        </>
      )}
    </div>
  )
}

/** The form as a workbook, and on paper. */
export function WaysOut({ assessment }: Pick<AssessmentProps, 'assessment'>) {
  const words = useText(screenWords)
  const [state, setState] = useState<'idle' | 'making' | 'failed'>('idle')
  const make = async () => {
    setState('making')
    try {
      download(formFileName(assessment), await formWorkbook(assessment, sentencesOf(assessment)))
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  return (
    <>
      <p className="sa-side-more">
        <button
          type="button"
          className="link-button"
          title={words.excelFormTitle}
          aria-disabled={state === 'making'}
          onClick={() => {
            if (state !== 'making') void make()
          }}
        >
          <Icon name="table" size={15} />
          {state === 'making' ? words.making : words.excelForm}
        </button>
        <button type="button" className="link-button" onClick={() => window.print()}>
          <Icon name="print" size={15} />
          {words.print}
        </button>
      </p>
      <p className="lost sa-side-failed" role="alert">
        {state === 'failed' && words.makingFailed}
      </p>
    </>
  )
}

/** How each leaf is scored, as officials read it, whatever the language of the page. */
function sentencesOf({ ruleSet, form }: Assessment): ReadonlyMap<string, string> {
  const say = ruleSpeechOf(ruleSet, 'vi')
  const rules = walkCriteria(ruleSet).flatMap(({ criterion: { id, rule } }) =>
    rule ? [[id, ruleSentence(rule, say)] as const] : [],
  )
  const asked = form.areas
    .flatMap(area => area.items)
    .filter(item => item.effect === 'criterion')
    .map(item => [item.nodeId, itemSentence(item, say, 'vi')] as const)
  return new Map([...rules, ...asked])
}
