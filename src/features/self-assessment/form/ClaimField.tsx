import { useId, useMemo, useState } from 'react'
import { type FigureReading, readFigure } from '../../../io/figures/readFigure.ts'
import type { Claim } from '../../../model/draft.ts'
import type { FormItem } from '../../../model/form.ts'
import type { Bilingual } from '../../../model/provenance.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import type { FormActs } from './acts.ts'
import { EchoText } from './EchoText.tsx'
import { bareNumber, echoOf } from './fieldText.ts'
import { UnclearMessage } from './UnclearMessage.tsx'
import { useSettled } from './useSettled.ts'
import { useTyped } from './useTyped.ts'
import { formWords } from './words.ts'

/** Points as they are read where a claim is typed. */
const pointsMetric = { unit: 'điểm', unitEn: 'points', valueType: 'number' } as const

/** Points the agency claims, with its grounds. */
export function ClaimField({
  item,
  claim,
  fault,
  acts,
  isMain,
}: {
  item: FormItem
  claim: Claim | undefined
  /** Why the engine does not count it; null where it does. */
  fault: Bilingual | null
  acts: FormActs
  /** Nothing else scores the item. */
  isMain: boolean
}) {
  const words = useText(formWords)
  const language = useLanguage()
  const id = useId()
  const { nodeId, maxPoints } = item
  const [isWriting, setWriting] = useState(false)
  const store = (text: string, reason: string, merge?: string) =>
    acts.change(
      [
        {
          kind: 'claim',
          criterionId: nodeId,
          claim:
            text.trim() === '' && reason.trim() === ''
              ? null
              : { text, ...(reason === '' ? {} : { reason }) },
        },
      ],
      merge,
    )
  const [text, type] = useTyped(claim?.text ?? '', next =>
    store(next, claim?.reason ?? '', `claim:${nodeId}`),
  )
  const [reason, typeReason] = useTyped(claim?.reason ?? '', next =>
    store(claim?.text ?? '', next, `claimReason:${nodeId}`),
  )
  const reading = useMemo(() => readClaim(text, fault), [text, fault])
  const [told, tell] = useSettled(reading, isWriting)
  const hasFault = text.trim() !== '' && (told.kind === 'unclear' || told.kind === 'wrong')
  const name = isMain ? words.claim : words.claimOther
  const echo = echoOf(text, told, pointsMetric, language)
  return (
    <div className={`sa-claim${isMain ? ' main' : ''}`}>
      <div className="sa-field">
        <label htmlFor={`${id}-points`}>{name}</label>
        <span className={`sa-box${hasFault ? ' fault' : ''}${text === '' ? ' blank' : ''}`}>
          <input
            id={`${id}-points`}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            spellCheck={false}
            data-claim={nodeId}
            data-node={nodeId}
            value={text}
            aria-invalid={hasFault || undefined}
            aria-describedby={`${id}-unit ${id}-note${hasFault ? ` ${id}-message` : ''}`}
            onChange={event => type(event.target.value)}
            onFocus={() => {
              tell(reading)
              setWriting(true)
            }}
            onBlur={() => setWriting(false)}
          />
          <span className="sa-unit" id={`${id}-unit`}>
            {maxPoints === null ? words.pointsUnit : words.claimUnit(formatNumber(maxPoints, language))}
          </span>
        </span>
        <div className="sa-note" id={`${id}-note`}>
          <EchoText echo={echo} />
        </div>
      </div>
      <div className="sa-field wide">
        <label htmlFor={`${id}-reason`}>{isMain ? words.claimReason : words.claimReasonOther}</label>
        <textarea
          id={`${id}-reason`}
          rows={1}
          value={reason}
          onChange={event => typeReason(event.target.value)}
        />
        <span />
      </div>
      {hasFault && (told.kind === 'unclear' || told.kind === 'wrong') && (
        <UnclearMessage
          id={`${id}-message`}
          text={text}
          reading={told}
          metric={{ unit: 'điểm', unitEn: 'points' }}
          mean={value => store(plainPoints(value), reason)}
          again={() => store('', reason)}
        />
      )}
    </div>
  )
}

/** Written so that it has one reading: a fourth decimal place makes a mark between thousands impossible. */
function plainPoints(value: string): string {
  const text = bareNumber(value, 'vi')
  return /,\d{3}$/.test(text) ? `${text}0` : text
}

/** The engine knows the maximum: what it counts is no fault, whatever else the text might mean. */
function readClaim(text: string, fault: Bilingual | null): FigureReading {
  const read = readFigure(text, pointsMetric)
  if (read.kind === 'value' && fault === null) return read
  if (read.kind === 'unclear' && fault !== null) return read
  return fault === null ? { kind: 'empty' } : { kind: 'wrong', code: 'claim', message: fault }
}
